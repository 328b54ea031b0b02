"""Care cards stand in the first section of a page, before anything that tells the reader what to do.

Somebody with signs of a blood clot or of a squeezed spinal cord has to meet them before an exercise that could harm.
Articles of the types condition, treatment, routine, guide and evidence show a care profile, which has an emergency, an
urgent and a non-urgent card, in this order. Where `care` stands in the front matter only, an article shows the cards
above its text. A condition's page shows cards only where its text places them.

Passing:

    ## When to get help

    /// care | back
    ///

    ## Things you can do

Failing:

    ## Things you can do

    /// do
    - move your feet often
    - stand up often
    ///

    ## When to get help

    /// care | back
    ///
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "care-cards"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_TYPES: Final = ("condition", "treatment", "routine", "guide", "evidence")
_ADVICE: Final = ("do", "dont", "exercise")
"""The blocks that tell a reader what to do."""
_PLACE: Final = "place `/// care | back`, or another profile, in the first section"


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for a page without the care cards it owes, and for cards that come too late."""
    if page.kind not in ("articles", "conditions"):
        return
    first = next((offset for name, offset in page.blocks if name == "care"), None)
    if first is not None:
        yield from _late(page, first)
    elif page.kind == "conditions" and page.meta.care:
        message = f"`care: {page.meta.care}` is named, but the text shows no care cards"
        yield page.problem(_key(page, "care"), RULE, SEVERITY, message, _PLACE)
    elif page.type in _TYPES and not page.meta.care:
        message = f"an article of the type `{page.type}` shows when to get help, and this one does not"
        yield page.problem(_key(page, "type"), RULE, SEVERITY, message, _PLACE)


def _late(page: PageText, first: int) -> Iterator[Problem]:
    above = [
        heading
        for heading in page.of_kind("heading")
        if heading.level <= 2 and not heading.block and heading.offset < first
    ]
    advice = next((name for name, offset in page.blocks if name in _ADVICE and offset < first), None)
    if advice:
        message = f"the care cards come after {'an' if advice == 'exercise' else 'a'} `{advice}` block"
        yield page.problem(first, RULE, SEVERITY, message, "move them up: readers meet them before they do anything")
    elif len(above) > 1 and page.kind == "articles":
        message = f"the care cards come after the section `{above[0].text}`"
        yield page.problem(first, RULE, SEVERITY, message, "move them into the first section of the page")


def _key(page: PageText, key: str) -> int:
    """Where *key* stands in the front matter."""
    found = re.search(rf"^{key}\s*:", page.source, re.MULTILINE)
    return found.start() if found else 0
