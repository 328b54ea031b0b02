"""A page has at most 2 warnings: the more there are, the fewer are read.

Warnings stand out only while they are rare. What sends a reader for help belongs into the care cards, and what matters
less into an `inset` block or into the text.

Passing: a page with 1 or 2 `/// warning` blocks.

Failing: a page with 3 `/// warning` blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "alarm-fatigue"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST: Final = 2


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each warning too many."""
    warnings = [offset for name, offset in page.blocks if name == "warning"]
    for number, offset in enumerate(warnings[MOST:], MOST + 1):
        message = f"this is warning number {number} on the page"
        hint = f"keep the {MOST} that matter most, and make the others an `inset` block or plain text"
        yield page.problem(offset, RULE, SEVERITY, message, hint)
