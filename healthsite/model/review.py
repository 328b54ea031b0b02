"""When a page was reviewed, by whom, and when it is due again."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Annotated, Any, Final

from healthsite.model.schema import Described, Parsed, Schema, Text, WebAddress, wrong

_CYCLE: Final = re.compile(r"(\d{1,2}) (month|year)s?")


def _months(value: Any) -> Any:
    match = _CYCLE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise wrong(f"`{value}` is not a review cycle", "write for instance `1 year`, `2 years` or `18 months`")
    months = int(match[1]) * (12 if match[2] == "year" else 1)
    if not 1 <= months <= 36:
        raise wrong(f"a review cycle of `{value}` is out of bounds", "review each page at least every 3 years")
    return months


ReviewCycle = Annotated[int, Parsed(_months), Described(strict=True)]
"""Months between two reviews, written as ``2 years`` or ``18 months``; at most 3 years."""


class Reviewer(Schema):
    """A real, named person with a health qualification who checked a page."""

    name: Text = Described(description="The reviewer's full name.")
    credentials: Text = Described(description="The qualification that makes them fit to review this page.")
    url: WebAddress | None = Described(None, description="Where a reader can verify them, such as a register entry.")


def next_review(reviewed: date, months: int) -> date:
    """The day *months* after *reviewed*; the month's last day where that day does not exist, at most the year 9999."""
    years, month = divmod(reviewed.month - 1 + months, 12)
    year, month = reviewed.year + years, month + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(reviewed.day, monthrange(year, month)[1]))
