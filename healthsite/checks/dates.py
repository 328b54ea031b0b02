"""No page claims to have been reviewed, published or updated after today.

A date in the future makes a page look fresher than it is. "Today" is the day given by ``--as-of``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "future-date"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each date that has not come yet, and for an update before the publication."""
    for document in site.library.documents:
        for key in ("reviewed", "published", "updated"):
            day = getattr(document.meta, key, None)
            if day is not None and day > site.today:
                place = document.place(key, day.isoformat())
                message = f"`{key}` is {day.isoformat()}, after {site.today.isoformat()}"
                yield Problem(place, RULE, message, "write the day on which it was done", SEVERITY, 10)
        published, updated = (getattr(document.meta, key, None) for key in ("published", "updated"))
        if published and updated and updated < published:
            place = document.place("updated", updated.isoformat())
            yield Problem(place, RULE, "`updated` is before `published`", "correct one of the two", SEVERITY, 10)
