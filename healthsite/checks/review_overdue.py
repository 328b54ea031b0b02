"""Every page is reviewed again before its time is up; a page long overdue stops the build.

Guidance changes, and an old page looks no different from a fresh one. The time is `review_every` of the page, or else
of config.yaml; for `review_grace_days` days after it there is a warning, and then an error. "Today" is the day given
by `--as-of`.

Passing, on 22 November 2026:

    reviewed: 2025-03-01
    review_every: 2 years

Failing:

    reviewed: 2024-03-01
    review_every: 2 years
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.review import next_review
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "review-overdue"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each page whose next review was due before today."""
    for document in site.library.documents:
        reviewed = getattr(document.meta, "reviewed", None)
        if reviewed is None:
            continue
        due = next_review(reviewed, getattr(document.meta, "review_every", None) or site.config.review_every)
        days = (site.today - due).days
        if days > 0:
            severity = Severity.ERROR if days > site.config.review_grace_days else Severity.WARNING
            message = f"this page was due for review on {due.isoformat()}, {days} day{'' if days == 1 else 's'} ago"
            hint = "check the whole page against its sources, then write the day on which you did"
            place = document.place("reviewed", reviewed.isoformat())
            yield Problem(place, RULE, message, hint, severity, len("2026-11-22"))
