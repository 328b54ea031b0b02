"""Routines: which dose applies, and how long it takes."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from healthsite.model.document import Document
from healthsite.model.dose import Dose
from healthsite.model.duration import Amount
from healthsite.model.exercise import Exercise, ExerciseFrontMatter
from healthsite.model.routine import RoutineFrontMatter, RoutineItem, dose_for

LEAST = {"title": "After work", "summary": "For tired legs.", "care": "legs", "items": [{"exercise": "bend"}]}


def routine(**keys: Any) -> RoutineFrontMatter:
    """The least front matter, with *keys* added or replaced."""
    return RoutineFrontMatter.model_validate({**LEAST, **keys})


def dose(**keys: Any) -> Dose:
    """A dose with *keys*."""
    return Dose.model_validate({"source": "collection", **keys})


def exercise(*doses: Dose) -> Exercise:
    """An exercise with *doses*."""
    meta = ExerciseFrontMatter(title="Bend", summary="A bend.", kind="stretch", steps=("Bend.",), doses=doses)
    return Document("exercises", "bend", "content/exercises/bend.md", "", "", 1, meta)


@pytest.mark.parametrize("missing", sorted(LEAST))
def test_four_keys_are_required(missing: str) -> None:
    """A routine has a name, says what it is for, which signs need help, and what to do."""
    with pytest.raises(ValidationError, match=missing):
        RoutineFrontMatter.model_validate({key: value for key, value in LEAST.items() if key != missing})


@pytest.mark.parametrize(
    "keys", [{"items": []}, {"items": [{"exercise": "bend", "repeat": 0}]}, {"times": 0}, {"times": 21}]
)
def test_what_makes_no_sense_is_refused(keys: dict[str, object]) -> None:
    """A routine has an exercise, and everything is done at least once."""
    with pytest.raises(ValidationError, match=next(iter(keys))):
        routine(**keys)


def test_each_exercise_is_named_once() -> None:
    """An exercise that comes again is not listed again, and the order is kept."""
    items = [{"exercise": slug} for slug in ("twist", "bend", "twist")]
    assert routine(items=items).exercises == ("twist", "bend")


def test_the_dose_is_chosen_by_its_situation() -> None:
    """An item names the situation; without one, the first dose applies."""
    first, second = dose(reps=3, **{"for": "at home"}), dose(reps=5, **{"for": "after sport"})
    assert dose_for(RoutineItem(exercise="bend", dose="after sport"), exercise(first, second)) == second
    assert dose_for(RoutineItem(exercise="bend"), exercise(first, second)) == first


def test_a_routine_may_change_the_number_of_times() -> None:
    """All else of the dose stays as its source gives it."""
    found = dose_for(RoutineItem(exercise="bend", reps=Amount(2, 2)), exercise(dose(reps=5, hold="10 seconds")))
    assert found == dose(reps=2, hold="10 seconds")


def test_no_dose_is_invented() -> None:
    """Where the source gives none, a number of times makes none."""
    assert dose_for(RoutineItem(exercise="bend", reps=Amount(2, 2)), exercise()) is None
