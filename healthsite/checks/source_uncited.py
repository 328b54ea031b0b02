"""Every source that an article lists is cited somewhere in its text.

A source in the list alone does not tell a reader which of the statements it supports.

Passing:

    sources: [nhs-dvt]
    …
    New swelling in 1 calf needs help the same day.[^nhs-dvt]

Failing:

    sources: [nhs-dvt]
    …
    New swelling in 1 calf needs help the same day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "source-uncited"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_SOURCES: Final = re.compile(r"^sources\s*:", re.MULTILINE)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each source of an article that its text does not cite."""
    if page.kind != "articles":
        return
    start = _SOURCES.search(page.source)
    for slug in dict.fromkeys(page.meta.sources):
        if slug not in page.cited:
            at = start.end() if start else 0
            match = re.compile(rf"(?<![\w-]){re.escape(slug)}(?![\w-])").search(page.source, at)
            message = f"the text does not cite the source `{slug}`"
            hint = f"write `[^{slug}]` behind what it supports, or take it off the list"
            yield page.problem(match.start() if match else at, RULE, SEVERITY, message, hint, words=slug)
