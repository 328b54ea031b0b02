"""What a program can check of three instruments for health texts: DISCERN, PEMAT-P and the CDC's index.

Each test says that something is there, not that it is right. What is reported is how many of the items that a program
can check are met; it is not a score of these instruments, which take human raters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from healthsite.model.places import words_of
from healthsite.model.prose import PageText, sentences_of

_IMPERATIVE: Final = re.compile(
    r"^(?:do|ask|call|see|go|get|stop|read|move|change|choose|keep|start|talk|check|use|lie|sit|stand|raise|warm|take|tell"
    r"|try|avoid|hold|bring|breathe|walk|lift|relax)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"\b(?:not known|no good evidence|unclear|uncertain|guidelines differ|may)\b", re.IGNORECASE
)


def _sources(page: PageText) -> bool:
    return bool(getattr(page.meta, "sources", ()))


def _several_sources(page: PageText) -> bool:
    return len([source for source in getattr(page.meta, "sources", ()) if source != "collection"]) > 1


def _dates(page: PageText) -> bool:
    return getattr(page.meta, "reviewed", None) is not None


def _choices(page: PageText) -> bool | None:
    return None if page.type != "treatment" else len(list(page.of_kind("cell"))) > 1


def _summary(page: PageText) -> bool:
    return bool(getattr(page.meta, "summary", ""))


def _short_sections(page: PageText) -> bool:
    words: dict[str, int] = {}
    for passage in page.body():
        words[passage.section] = words.get(passage.section, 0) + len(words_of(passage.text))
    return max(words.values(), default=0) <= 300


def _headings(page: PageText) -> bool:
    vague = {"overview", "introduction", "information", "general"}
    names = {passage.text.casefold() for passage in page.of_kind("heading")}
    return bool(names) and not names & vague


def _lists(page: PageText) -> bool:
    return any(True for _ in page.of_kind("item", "step"))


def _short_lists(page: PageText) -> bool:
    sizes: dict[int, int] = {}
    for item in page.of_kind("item"):
        sizes[item.group] = sizes.get(item.group, 0) + 1
    return max(sizes.values(), default=0) <= 7


def _action(page: PageText) -> bool:
    texts = (passage.text for passage in page.of_kind("paragraph", "item", "step"))
    return any(_IMPERATIVE.match(sentence) for text in texts for sentence in sentences_of(text))


def _addresses_reader(page: PageText) -> bool:
    return any(re.search(r"\byou(?:r)?\b", passage.text, re.IGNORECASE) for passage in page.passages)


def _says_what_is_not_known(page: PageText) -> bool:
    return bool(getattr(page.meta, "evidence_note", None)) or any(
        _UNSURE.search(passage.text) for passage in page.of_kind("paragraph")
    )


Test = Callable[[PageText], bool | None]
"""Whether a page meets an item; ``None`` where the item does not apply to it."""

INSTRUMENTS: Final[dict[str, tuple[tuple[str, Test], ...]]] = {
    "DISCERN": (
        ("4 its sources are named", _sources),
        ("5 it says when it was reviewed", _dates),
        ("7 it names further sources", _several_sources),
        ("14 it names more than one choice", _choices),
    ),
    "PEMAT-P": (
        ("8 short sections", _short_sections),
        ("9 telling headings", _headings),
        ("11 a summary", _summary),
        ("12 lists or callouts", _lists),
        ("20 at least one action", _action),
        ("21 it speaks to the reader", _addresses_reader),
    ),
    "CDC index": (
        ("1 one main message", _summary),
        ("5 a call to action", _action),
        ("8 lists of at most 7 items", _short_lists),
        ("9 sections with headings", _headings),
        ("11 it says what is not known", _says_what_is_not_known),
    ),
}
"""For each instrument, the items that a program can check: number and gist, and the test."""


def items_met(page: PageText) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """For each instrument: its name, the checkable items that *page* meets, and those that it does not."""
    return tuple(
        (
            name,
            tuple(item for item, test in items if test(page)),
            tuple(item for item, test in items if test(page) is False),
        )
        for name, items in INSTRUMENTS.items()
    )
