"""A list has at most 7 items, and directly above it a heading or a paragraph that ends in a colon.

Nobody remembers more than a handful of items, and a list without a lead-in makes readers guess what it is a list of.
Lists in blocks have the block's own heading; the items of `do` and `dont` are counted by the rule `do-dont`.

Passing:

    Varicose veins are more likely if you:

    - are older
    - are pregnant

Failing:

    Some people get varicose veins.

    - older people
    - pregnant people
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "lists"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST: Final = 7


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each list that is too long, and for each that nothing leads up to."""
    above: Passage | None = None
    counts: dict[int, int] = {}
    for passage in page.body():
        if passage.kind == "item":
            count = counts[passage.group] = counts.get(passage.group, 0) + 1
            if count == 1 and not passage.block and not _leads(above):
                message = "nothing leads up to this list"
                hint = "end the paragraph above it with a colon, or put a heading there"
                yield page.problem(passage, RULE, SEVERITY, message, hint)
            if count == MOST + 1 and passage.block not in {"do", "dont"}:
                message = f"this is item {count} of one list"
                hint = f"group the items in several lists: up to {MOST} can be remembered"
                yield page.problem(passage, RULE, SEVERITY, message, hint)
        above = passage


def _leads(above: Passage | None) -> bool:
    """Whether a list may follow *above*; the item above an inner list is the one that it belongs to."""
    if above is None or above.block:
        return False
    return above.kind in {"heading", "item"} or (above.kind == "paragraph" and above.text.endswith(":"))
