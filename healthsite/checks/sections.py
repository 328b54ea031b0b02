"""An article has the sections that its type demands, in their order, and none of them is empty.

Readers learn where to find what they need: when to get help comes first, what is not known comes last, and a page
about a treatment never leaves out the other choices. Other sections may stand between them. "When to get help" may be
left to the site, which writes it before the text where front matter names a care profile and the text places none.

Passing, for an article of the type `guide`:

    ## When to get help
    ## What it is
    ## Why it may help
    ## Who it is for
    ## How to do it
    ## When to stop
    ## What is known and not known

Failing:

    ## What it is
    ## How to do it
    ## Why it may help
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "sections"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

HELP: Final = "When to get help"
KNOWN: Final = "What is known and not known"
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "condition": (
        HELP,
        "Symptoms",
        "Causes",
        "Diagnosis",
        "Treatment",
        "Things you can do",
        "Prevention",
        "Living with it",
        KNOWN,
    ),
    "treatment": (
        HELP,
        "What it is",
        "Who it may help",
        "What guidance says",
        "Other choices",
        "Questions to ask",
        KNOWN,
    ),
    "guide": (HELP, "What it is", "Why it may help", "How to do it", "When to stop", KNOWN),
    "routine": (HELP, "Before you start", "The exercises", "When to stop", KNOWN),
    "evidence": (HELP, "What we looked at", KNOWN),
}
"""The second-level headings due in an article of each type, in order; the other types are free."""

_TYPE: Final = re.compile(r"^type\s*:\s*", re.MULTILINE)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each section that is missing, out of its place, or empty."""
    due = SECTIONS.get(page.type, ()) if page.kind == "articles" else ()
    if not due:
        return
    headings = [heading for heading in page.of_kind("heading") if heading.level == 2 and not heading.block]
    found = [heading for heading in headings if _name(heading) in map(str.casefold, due)]
    yield from _missing(page, due, {_name(heading) for heading in found})
    yield from _misplaced(page, due, found)
    yield from _empty(page, headings, found)


def _missing(page: PageText, due: Sequence[str], found: set[str]) -> Iterator[Problem]:
    start = _TYPE.search(page.source)
    by_site = bool(getattr(page.meta, "care", None)) and not page.care
    for number, name in enumerate(due):
        if name.casefold() not in found and not (name == HELP and by_site):
            message = f"an article of the type `{page.type}` needs a section `{name}`"
            where = f"behind `{due[number - 1]}`" if number else "as the first section"
            hint = f"add `## {name}` {where}"
            yield page.problem(start.end() if start else 0, RULE, SEVERITY, message, hint, words=page.type)


def _misplaced(page: PageText, due: Sequence[str], found: Sequence[Passage]) -> Iterator[Problem]:
    places = {name.casefold(): number for number, name in enumerate(due)}
    for before, heading in pairwise(found):
        if places[_name(before)] > places[_name(heading)]:
            message = f"the section `{heading.text}` stands behind `{before.text}`"
            hint = f"the order is: {', '.join(due)}"
            yield page.problem(heading, RULE, SEVERITY, message, hint, words=heading.text)


def _empty(page: PageText, headings: Sequence[Passage], found: Sequence[Passage]) -> Iterator[Problem]:
    filled = {passage.section for passage in page.body() if passage not in headings}
    held = [*(offset for _, offset in page.blocks), *(picture.offset for picture in page.pictures)]
    ends = [*(heading.offset for heading in headings[1:]), len(page.source)]
    for heading, end in zip(headings, ends, strict=False):
        holds = heading.text in filled or any(heading.offset < offset < end for offset in held)
        if heading in found and not holds:
            message, hint = f"the section `{heading.text}` is empty", "say what is known, or that nothing is known"
            yield page.problem(heading, RULE, SEVERITY, message, hint, words=heading.text)


def _name(heading: Passage) -> str:
    return heading.text.casefold()
