"""Numbers are figures in steps, numbered lists and doses, and ranges are written with "to".

A figure is found at a glance while you hold a stretch, and a dash between two figures is read out as "ten thirty" or
"ten minus thirty". "One" may stay a word where it counts nothing, as in "one side", "one another" or "one of".

Passing:

    1. Hold for 10 to 20 seconds.
    2. Change sides, one leg after the other.

Failing:

    1. Hold for ten seconds.
    2. Rest for 10-20 seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.checks.dose_notes import dose_notes
from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "numbers"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TO_TWELVE: Final = ("ten", "eleven", "twelve")
_TEENS: Final = tuple(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine"))
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {
    **{word: number for number, word in enumerate((*_SMALL, *_TO_TWELVE, *_TEENS), start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
_ONE: Final = (
    r"(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\beach )(?<!\bevery )(?<!\bany )(?<!\bno )(?<!\bat )(?<!\bby )"
    r"(?<!\banother )(?<!\bwhich )(?<!\bin )(?<!\bas )"
    r"one(?= [a-z])(?! (?:sides?|ends?|arm|hand|wrist|elbow|shoulder|leg|foot|knee|hip|thigh|calf|heel|ankle|buttock"
    r"|ear|eye|direction|way|another|after|at|by|from|of|on|in|with|that|which|who|is|and|for|than|until)\b)"
)
"""The word "one" where it counts something."""
_WORD: Final = re.compile(
    rf"(?<![\w'’-])(?:{_ONE}|(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_SMALL)})"
    rf"|{'|'.join((*_SMALL[1:], *_TO_TWELVE, *_TEENS, *_TENS))})(?![\w'’-])",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"(?<![\w.,:/–—-])(?!0\d)(\d+(?:\.\d+)?)(%?)\s?[-–—‑−]\s?(\d+(?:\.\d+)?)(%?)(?![\d.,:/–—-]*\d)(?![A-Z_])"
)
_YEARS: Final = range(1800, 2100)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each number word where a figure is due, and for each range with a dash."""
    doses = tuple(dose_notes(page))
    for passage in (*page.passages, *doses):
        yield from _ranges(page, passage)
        if passage.kind in {"step", "dose"} or (passage.kind == "item" and passage.ordered):
            yield from _words(page, passage)


def _words(page: PageText, passage: Passage) -> Iterator[Problem]:
    for match in _WORD.finditer(passage.text):
        word = match.group()
        value = sum(_VALUES[part] for part in re.split("[ -]", word.lower()))
        yield page.problem(passage, RULE, SEVERITY, f"the number `{word}` is a word", f"write `{value}`", words=word)


def _ranges(page: PageText, passage: Passage) -> Iterator[Problem]:
    for match in _RANGE.finditer(passage.text):
        low, high = float(match[1]), float(match[3])
        if low < high and not (low in _YEARS and high in _YEARS):
            message = f"the range `{match.group()}` has a dash"
            hint = f"write `{match[1]}{match[2]} to {match[3]}{match[4]}`"
            yield page.problem(passage, RULE, SEVERITY, message, hint, words=match.group())
