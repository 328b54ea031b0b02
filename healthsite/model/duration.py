"""Amounts as editors write them: ``10 to 20 seconds``, ``at least 2``, ``3 to 4``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from healthsite.model.schema import Parsed, wrong

UNITS: Final = {"seconds": 1, "minutes": 60, "counts": 1, "breaths": 4}
"""The units of a time, and how many seconds a timer takes each to be."""

_AMOUNT: Final = re.compile(
    r"(?P<bound>at least|up to)?\s*(?P<first>\d{1,5})(?:\s*(?:to|-|–)\s*(?P<last>\d{1,5}))?\s*(?P<unit>[a-z]+)?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A count or a time. *least* or *most* is ``None`` where there is no such bound; *unit* is empty for a count."""

    least: int | None
    most: int | None
    unit: str = ""

    def __str__(self) -> str:
        unit = f" {self.unit[:-1] if (self.most or self.least) == 1 else self.unit}" if self.unit else ""
        if self.least is None:
            return f"up to {self.most}{unit}"
        if self.most is None:
            return f"at least {self.least}{unit}"
        if self.least == self.most:
            return f"{self.least}{unit}"
        return f"{self.least} to {self.most}{unit}"

    @property
    def seconds(self) -> int:
        """The seconds that a timer takes for it: the smaller bound where there is one. 0 for a count."""
        return (self.least or self.most or 0) * UNITS.get(self.unit, 0)


def _parsed(value: Any) -> Amount | None:
    """The amount in *value*, or ``None`` where it does not read as one."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    match = _AMOUNT.fullmatch(str(value).strip().lower())
    if not match:
        return None
    first, last, unit = int(match["first"]), match["last"], match["unit"] or ""
    unit = unit if not unit or unit.endswith("s") else f"{unit}s"
    if (unit and unit not in UNITS) or (match["bound"] and last):
        return None
    if match["bound"] == "up to":
        return Amount(None, first, unit)
    if match["bound"] == "at least":
        return Amount(first, None, unit)
    return Amount(first, int(last or first), unit)


def _time(value: Any) -> Any:
    if isinstance(value, Amount):
        return value
    amount = _parsed(value)
    if amount is None or not amount.unit:
        raise wrong(
            f"`{value}` is not a time", "write for instance `30 seconds`, `10 to 20 seconds`, `5 minutes` or `2 counts`"
        )
    return _ordered(amount, value)


def _count(value: Any) -> Any:
    if isinstance(value, Amount):
        return value
    amount = _parsed(value)
    if amount is None or amount.unit:
        raise wrong(
            f"`{value}` is not a number of times", "write for instance `3`, `3 to 4`, `at least 2` or `up to 3`"
        )
    return _ordered(amount, value)


def _ordered(amount: Amount, value: Any) -> Amount:
    if amount.least is not None and amount.most is not None and amount.least > amount.most:
        unit = f" {amount.unit}" if amount.unit else ""
        raise wrong(f"`{value}` runs backwards", f"write `{amount.most} to {amount.least}{unit}`")
    if 0 in (amount.least, amount.most):
        raise wrong(f"`{value}` counts from 0", "write at least 1, or leave the key out")
    return amount


Time = Annotated[Amount, Parsed(_time)]
"""A time with its unit."""
Count = Annotated[Amount, Parsed(_count)]
"""A number of times."""
