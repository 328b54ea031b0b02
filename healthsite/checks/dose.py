"""A dose says something: a hold, a number of times, how often, or a note.

A dose that names its source only would show readers nothing, and claim that there is something behind it. Where the
source gives no number, the list stays empty, and the page says so openly.

Passing:

    doses:
      - hold: 30 seconds
        source: collection

Failing:

    doses:
      - source: collection
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks.rows import row_place
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "dose"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_SAYING: Final = ("duration", "hold", "tense", "rest", "reps", "sets", "swings", "per_side", "frequency", "note")


def check(site: Site) -> Iterator[Problem]:
    """A problem for each dose that says nothing."""
    for exercise in site.library.exercises:
        for number, dose in enumerate(exercise.meta.doses):
            if not any(getattr(dose, key) for key in _SAYING):
                place = row_place(exercise, "doses", number)
                message = f"this dose says nothing but its source `{dose.source}`"
                hint = "write what the source gives, or `doses: []` where it gives nothing"
                yield Problem(place, RULE, message, hint, SEVERITY, 0)
