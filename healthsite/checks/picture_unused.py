"""Every picture beside a page is shown by it, or linked to.

A forgotten picture is not published. It is a question left open: whether the page lacks it, or whether somebody's
photo lies about that ought to be gone.

Passing:

    ![A person sitting upright](chair.jpg)

Failing, where chair.jpg lies beside the page and its text has no picture:

    Sit upright.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Location, Problem, Severity

RULE: Final = "picture-unused"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "basic"


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each picture that lies beside the page for nothing."""
    for path in page.unused:
        hint = f"show it with `![what it shows]({path.rpartition('/')[2]})`, or remove it"
        yield Problem(Location(path), RULE, "no text shows this picture", hint, SEVERITY)
