"""A text that names a sign of danger says to get help, or stands on a page with the care card for it.

A swollen calf or numbness between the legs that is mentioned in passing, among ordinary symptoms, may be read as
ordinary. A text that says to leave such a leg alone will do as well. The signs, and the care profiles of
content/care.yaml that hold them, are listed in content/phrases.yaml under `red_flags`. The page of an exercise shows
the signs to stop at, and counts as showing the profile `exercise`.

Passing:

    If 1 calf is newly swollen, get medical help the same day.

Failing:

    Calves may also be newly swollen after a long flight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from healthsite.checks.wording import Wording, Wordings, broken
from healthsite.model.lexicon import Lexicon, Phrase, RedFlag
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "red-flag"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_SENDS_FOR_HELP: Final = re.compile(
    r"\b(?:emergency|urgent(?:ly)?|the same day|at once|straight away"
    r"|(?:get|needs?|ask for|seek|call for|use) (?:\w+ ){0,2}help|help first|(?:see|ask|call|tell) a (?:doctor|health)"
    r"|(?:check|checked|advice) by a doctor|doctor['’]s advice|do not (?:exercise|stretch|massage|roll|rub|press))\b",
    re.IGNORECASE,
)
_SHOWN_WITH: Final = {"exercises": ("exercise",)}
"""The kinds of page that show the signs of a profile without its cards."""
_NO_CARDS: Final = ("topics", "body-regions")


def check(page: PageText, lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each passage that names a sign whose care card is not on the page."""
    shown = {*page.care, *_SHOWN_WITH.get(page.kind, ())}
    named = getattr(page.meta, "care", None)
    if named and page.kind != "conditions":
        shown.add(named)
    missing = tuple(flag for flag in lexicon.red_flags if not shown & set(flag.care))
    wordings = _wordings(missing).in_any(passage.text for passage in page.passages)
    lead_in = ""
    for passage in page.passages if wordings else ():
        if passage.kind in ("title", "heading", "header"):
            continue
        text = f"{lead_in} {passage.text}" if passage.kind == "item" else passage.text
        if passage.kind == "paragraph":
            lead_in = passage.text
        if not _SENDS_FOR_HELP.search(text):
            yield from _flags(page, passage, wordings)


def _flags(page: PageText, passage: Passage, wordings: tuple[Wording, ...]) -> Iterator[Problem]:
    told: set[str] = set()
    for entry, words in broken(wordings, passage.text):
        care = entry.why.split()
        if entry.pattern not in told:
            told.add(entry.pattern)
            profiles = " or ".join(f"`{profile}`" for profile in care)
            message = f"`{words}` can be a sign of danger, and the page shows no care card {profiles}"
            hint = "say there to get help, and how soon"
            if page.kind not in _NO_CARDS:
                hint = f"place `/// care | {care[0]}` in the first section, or {hint}"
            yield page.problem(passage, RULE, SEVERITY, message, hint, words=words)


@lru_cache(maxsize=32)
def _wordings(flags: tuple[RedFlag, ...]) -> Wordings:
    """The signs of *flags* as a list of wording, each with its care profiles as the reason."""
    return Wordings(tuple(Phrase(pattern=flag.pattern, why=" ".join(flag.care)) for flag in flags))
