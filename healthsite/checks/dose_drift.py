"""The numbers in the steps, summary and text of an exercise are those of its doses.

Readers follow the steps, the timer follows the doses: when one is edited and the other is not, two people on the same
page do different exercises. Only times and counts are read, as in "30 seconds", "3 to 4 times" or "2 sets". Sentences
of the text that report a study or a guideline speak of other doses.

Passing:

    steps:
      - Hold for 10 to 20 seconds.
    doses:
      - hold: 10 to 20 seconds

Failing:

    steps:
      - Hold for 30 seconds.
    doses:
      - hold: 10 to 20 seconds
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from healthsite.model.duration import UNITS, Amount
from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, sentences_of
from healthsite.problems import Problem, Severity

RULE: Final = "dose-drift"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_COUNTS: Final = ("repetition", "repeat", "rep", "time", "round", "cycle")
_SWINGS: Final = ("swing", "rock")
_AMOUNT: Final = re.compile(
    r"(?<![\w.,-])(?:(?P<bound>at least|up to|no more than|at most)\s+)?(?P<first>\d{1,4})"
    r"(?:(?:\s*[-–]\s*|\s+(?:to|or)\s+)(?P<last>\d{1,4}))?[\s-]+"
    r"(?:(?:slow|small|gentle|easy|full|complete|calm|deep|more|short|long)\s+)?"
    rf"(?P<unit>second|minute|count|breath|set|{'|'.join((*_COUNTS, *_SWINGS))})(?:e?s)?\b"
    r"(?!\s+(?:more|less|as|higher|lower|greater|the)\b)",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|reviews?|guid(?:eline|ance)s?|NICE|NHS|found|compared|(?:19|20)\d\d)\b"
)
_BODY: Final = frozenset({"paragraph", "item", "cell"})


@dataclass(frozen=True, slots=True)
class _Range:
    """An amount, made comparable: times in seconds, and counts by what is counted."""

    least: int | None
    most: int | None
    what: str


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each number that none of the doses gives."""
    if page.kind != "exercises":
        return
    given = set(_given(page.meta.doses))
    for passage in page.passages:
        if passage.kind not in {"step", "summary", *_BODY}:
            continue
        for sentence in sentences_of(passage.text):
            if passage.kind in _BODY and _REPORTED.search(sentence):
                continue
            for match in _AMOUNT.finditer(sentence):
                if not any(_agree(_read(match), each) for each in given):
                    said = match.group()
                    message = f"none of the doses gives `{said}`"
                    hint = "write the number of the dose here, or correct the dose by its source"
                    yield page.problem(passage, RULE, SEVERITY, message, hint, words=said)


def _agree(said: _Range, given: _Range) -> bool:
    """Whether what is *said* is what is *given*, or one of its bounds called so."""
    if said.what != given.what:
        return False
    if said.least is None or said.most is None:
        return (said.least or given.least) == given.least and (said.most or given.most) == given.most
    return (said.least, said.most) == (given.least or given.most, given.most or given.least)


def _given(doses: Any) -> Iterator[_Range]:
    for dose in doses:
        for amount in (dose.hold, dose.tense, dose.rest, dose.duration):
            if amount:
                yield _range(amount, amount.unit.removesuffix("s"))
        for amount, what in ((dose.reps, "time"), (dose.sets, "set"), (dose.swings, "swing")):
            if amount:
                yield _range(amount, what)
        for text in (dose.frequency, dose.note, dose.situation):
            yield from map(_read, _AMOUNT.finditer(text or ""))


def _read(match: re.Match[str]) -> _Range:
    first, unit = int(match["first"]), match["unit"].lower()
    last = int(match["last"] or first)
    bound = (match["bound"] or "").lower()
    least, most = (None if bound and bound != "at least" else first), (None if bound == "at least" else last)
    what = "time" if unit in _COUNTS else "swing" if unit in _SWINGS else unit
    return _range(Amount(least, most), what)


def _range(amount: Amount, what: str) -> _Range:
    seconds = UNITS[f"{what}s"] if what in {"second", "minute"} else 1
    least, most = (bound and bound * seconds for bound in (amount.least, amount.most))
    return _Range(least, most, "second" if what == "minute" else what)
