"""A dose stays within what people do: holds of 1 to 60 seconds, up to 30 times, up to 10 sets.

A slip of the finger turns 10 seconds into 100. Positions to rest in may take up to 30 minutes, baths and a whole
routine up to an hour.

Passing:

    doses:
      - hold: 10 to 20 seconds
        reps: 3 to 4

Failing:

    doses:
      - hold: 10 to 200 seconds
        reps: 34
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks.rows import row_place
from healthsite.model.dose import Dose
from healthsite.model.duration import UNITS, Amount
from healthsite.model.exercise import Exercise
from healthsite.model.library import AnyDocument
from healthsite.model.program import seconds_of
from healthsite.model.routine import Routine, program_for
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "dose-range"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_EFFORTS: Final = frozenset({"stretch", "strengthen", "mobility", "hold-relax"})
LONGEST_EFFORT: Final = 60
LONGEST: Final = 1800
MOST_REPS: Final = 30
MOST_SETS: Final = 10
LONGEST_ROUTINE: Final = 3600


def check(site: Site) -> Iterator[Problem]:
    """A problem for each amount out of its range, and for each routine of more than an hour."""
    for exercise in site.library.exercises:
        for number, dose in enumerate(exercise.meta.doses):
            yield from _in_dose(exercise, number, dose)
    for routine in site.library.routines:
        for number, item in enumerate(routine.meta.items):
            yield from _out_of(routine, "items", number, "reps", item.reps, MOST_REPS)
        minutes = _seconds(site, routine) // 60
        if minutes * 60 > LONGEST_ROUTINE:
            message = f"this routine takes {minutes} minutes or more"
            hint = f"leave something out, or make 2 of it: {LONGEST_ROUTINE // 60} minutes are long enough"
            yield Problem(routine.place("items"), RULE, message, hint, SEVERITY, len("items"))


def _in_dose(exercise: Exercise, number: int, dose: Dose) -> Iterator[Problem]:
    longest = LONGEST_EFFORT if exercise.meta.kind in _EFFORTS else LONGEST
    yield from _out_of(exercise, "doses", number, "hold", dose.hold, longest)
    yield from _out_of(exercise, "doses", number, "tense", dose.tense, longest)
    yield from _out_of(exercise, "doses", number, "rest", dose.rest, LONGEST)
    yield from _out_of(exercise, "doses", number, "duration", dose.duration, LONGEST_ROUTINE)
    yield from _out_of(exercise, "doses", number, "reps", dose.reps, MOST_REPS)
    yield from _out_of(exercise, "doses", number, "sets", dose.sets, MOST_SETS)


def _out_of(
    document: AnyDocument, rows: str, number: int, key: str, amount: Amount | None, most: int
) -> Iterator[Problem]:
    if amount is None:
        return
    unit = UNITS.get(amount.unit, 1)
    bounds = [bound * unit for bound in (amount.least, amount.most) if bound is not None]
    if min(bounds) < 1 or max(bounds) > most:
        message = f"`{key}` is {amount}, and usually 1 to {most}{' seconds' if amount.unit else ''}"
        place = row_place(document, rows, number, key)
        yield Problem(place, RULE, message, "check it against its source", SEVERITY, len(key))


def _seconds(site: Site, routine: Routine) -> int:
    """How long *routine* takes at least, as far as its doses tell."""
    known = 0
    for item in routine.meta.items:
        exercise = site.library.find("exercises", item.exercise)
        known += (seconds_of(program_for(item, exercise)) or 0) if exercise else 0
    return known * routine.meta.times
