"""No text tells how much of a medicine to take.

The right dose depends on age, weight, kidneys and other medicines, and a figure on a page outlives its guideline. A
pharmacist or the leaflet in the pack tells it; this site names medicines by their general names, without doses.

Passing:

    Ask a pharmacist how much ibuprofen suits you.

Failing:

    Take 400 mg of ibuprofen, or 2 tablets, with food.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "medicine-dose"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

HINT: Final = "leave it out: a pharmacist or the leaflet in the pack tells how much to take"

_AMOUNT: Final = (
    r"(?:\d+(?:[.,]\d+)?|(?:an?|one|two|three|four|five|six|eight|ten|half an?|a few|a couple of)(?=\s))"
    r"(?:\s*(?:to|or|-|–|x|×)\s*\d+(?:[.,]\d+)?)?[\s-]*"
)
_MASS: Final = r"(?:mg|mcg|[µμ]g|milligrams?|milligrammes?|micrograms?|microgrammes?|iu|international units?)\b"
_VOLUME: Final = r"(?:ml|mls|millilitres?|cc)\b(?!\s+(?:of\s+)?(?:\w+\s+)?water\b)"
_PIECES: Final = (
    r"(?:\w+\s+)?(?:tablets?|capsules?|caplets?|pills?|lozenges?|suppositor(?:y|ies)|sachets?|puffs?|ampoules?)\b"
)
_DROPS: Final = r"drops?\b(?!\s+of\s+(?:soap|water|dye)\b)(?=\s+(?:of|into|a|per|each|every|daily|twice|three times)\b)"
_PER_DAY: Final = r"(?=[^.]*\b(?:an? day|an? night|per|each|every|twice|times|daily|once)\b)"
_DOSE: Final = re.compile(
    rf"(?<![\w.,])(?!an?\s+(?!few|couple)){_AMOUNT}(?:{_MASS}|{_VOLUME}|{_DROPS}|{_PIECES})"
    rf"|(?<![\w.,])an?\s+(?:tablet|capsule|pill|suppository)\b{_PER_DAY}",
    re.IGNORECASE,
)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each dose in the page."""
    for passage in page.passages:
        for words in in_text(passage.text):
            yield page.problem(passage, RULE, SEVERITY, message_of(words), HINT, words=words)


def in_text(text: str) -> Iterator[str]:
    """The doses in *text*."""
    return (match.group() for match in _DOSE.finditer(text))


def message_of(words: str) -> str:
    """What is wrong with *words*."""
    return f"`{words}` is a dose of a medicine"
