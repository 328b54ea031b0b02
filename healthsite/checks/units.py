"""Units are written out, with a space before them, and small enough to need no decimals.

"5 min" can be read as "5 minus" by a screen reader, "30s" as a plural, and a decimal point is easily missed: 2.5
becomes 25. Whole numbers of a smaller unit cannot be misread.

Passing:

    Raise your heel by 2 centimetres for 30 seconds.

Failing:

    Raise your heel by 2.5 cm for 30s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from healthsite.checks.dose_notes import dose_notes
from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "units"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_SHORT: Final = {
    "second": "sec secs",
    "minute": "min mins",
    "hour": "hr hrs",
    "week": "wk wks",
    "year": "yr yrs",
    "millimetre": "mm",
    "centimetre": "cm cms",
    "kilometre": "km kms",
    "kilogram": "kg kgs",
    "millilitre": "ml mls",
    "pound": "lb lbs",
}
_LETTERS: Final = {"s": "second", "h": "hour", "m": "metre", "g": "gram", "l": "litre"}
"""Short forms that are units only as small letters: "5 M" and "4 G" are something else."""
_UNITS: Final = {short: unit for unit, shorts in _SHORT.items() for short in shorts.split()} | _LETTERS
_NAMES: Final = tuple(dict.fromkeys((*_UNITS.values(), "day")))
_SMALLER: Final = {
    "hour": (60, "minute"),
    "minute": (60, "second"),
    "week": (7, "day"),
    "day": (24, "hour"),
    "kilometre": (1000, "metre"),
    "metre": (100, "centimetre"),
    "centimetre": (10, "millimetre"),
    "kilogram": (1000, "gram"),
    "litre": (1000, "millilitre"),
}
_DECADE: Final = re.compile(
    r"\b(?:their|your|his|her|our|my|the|early|mid|late)[ -](?:\d+s(?:, | and | or | to ))*$", re.IGNORECASE
)
"""What stands before "30s" where those are years of age or of a century."""
_DIGIT: Final = re.compile(r"\d")
_UNIT: Final = re.compile(
    r"(?<![\w.,£$€])(?P<number>\d+(?:[.,]\d+)*)(?P<gap>[ \u00a0\u202f-]?)"
    rf"(?P<unit>(?i:{'|'.join(sorted(set(_UNITS) - set(_LETTERS), key=len, reverse=True))}|(?:{'|'.join(_NAMES)})s?)"
    rf"|[{''.join(_LETTERS)}])(?![\w'’-])",
)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each measure that is shortened, runs into its number, or has a decimal."""
    for passage in (*page.passages, *dose_notes(page)):
        if not _DIGIT.search(passage.text):
            continue
        for match in _UNIT.finditer(passage.text):
            message, hint = _verdict(match)
            if message:
                words = match.group()
                yield page.problem(passage, RULE, SEVERITY, f"`{words}` {message}", hint, words=words)


def _verdict(match: re.Match[str]) -> tuple[str, str]:
    """What is wrong with a measure, and what to write instead; empty where nothing is."""
    number, unit = match["number"], match["unit"].lower()
    name = _UNITS.get(unit) or unit.removesuffix("s")
    if not match["gap"] and unit == "s" and (len(number) == 4 or _DECADE.search(match.string[: match.start()])):
        return "", ""
    if re.fullmatch(r"\d+\.\d+", number):
        return "has a decimal", _whole(Decimal(number), name)
    if unit in _UNITS:
        return "is a shortened unit", f"write `{_written(number, name)}`"
    if not match["gap"]:
        return "has no space before its unit", f"write `{_written(number, name)}`"
    return "", ""


def _whole(number: Decimal, name: str) -> str:
    factor, smaller = _SMALLER.get(name, (1, name))
    product = number * factor
    if product == product.to_integral_value():
        return f"write `{_written(str(int(product)), smaller)}`"
    return f"round it, as in `{_written(str(max(1, round(number))), name)}`"


def _written(number: str, name: str) -> str:
    return f"{number} {name}{'' if number == '1' else 's'}"
