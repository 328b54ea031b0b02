"""Headings make an outline: no level is skipped, and none is empty, too deep or there twice.

The title is the page's only first-level heading. Screen readers jump from heading to heading, so that a skipped level
sounds like a missing part, and two headings of one name cannot be told apart.

Passing:

    ## Symptoms

    ### In your leg

Failing:

    ## Symptoms

    #### In your leg
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "headings"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"

DEEPEST: Final = 4


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each heading that breaks the outline."""
    above = 1
    seen: set[str] = set()
    for heading in page.of_kind("heading"):
        if heading.block:
            continue
        name = heading.text.casefold()
        if not name:
            yield page.problem(heading, RULE, SEVERITY, "this heading is empty", "give it words, or remove it")
        elif heading.level == 1:
            hint = "begin it with `##`: the title is the page's first-level heading"
            yield page.problem(heading, RULE, SEVERITY, f"`{heading.text}` is a first-level heading", hint, words=name)
        elif heading.level > min(above + 1, DEEPEST):
            level = min(above + 1, DEEPEST)
            hint = f"begin it with `{'#' * level}`"
            message = f"`{heading.text}` is a heading of level {heading.level} below one of level {above}"
            yield page.problem(heading, RULE, SEVERITY, message, hint, words=heading.text)
        elif name in seen:
            message = f"there is a second heading `{heading.text}`"
            yield page.problem(heading, RULE, SEVERITY, message, "say in it what is different", words=heading.text)
        seen.add(name)
        above = max(2, heading.level)
