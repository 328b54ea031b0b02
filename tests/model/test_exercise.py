"""The front matter of exercises."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from healthsite.model.duration import Amount
from healthsite.model.exercise import EXERCISE_KINDS, POSITIONS, ExerciseFrontMatter

LEAST = {"title": "Calf stretch", "summary": "For the calf.", "kind": "stretch", "steps": ["Lean forward."]}


def exercise(**keys: Any) -> ExerciseFrontMatter:
    """The least front matter, with *keys* added or replaced."""
    return ExerciseFrontMatter.model_validate({**LEAST, **keys})


def test_every_kind_has_a_heading_for_lists() -> None:
    """No exercise is left out of a list because its kind has no group."""
    assert set(get_args(ExerciseFrontMatter.model_fields["kind"].annotation)) == set(EXERCISE_KINDS)


@pytest.mark.parametrize("missing", sorted(LEAST))
def test_four_keys_are_required(missing: str) -> None:
    """An exercise has a name, says what it is, and has steps."""
    with pytest.raises(ValidationError, match=missing):
        ExerciseFrontMatter.model_validate({key: value for key, value in LEAST.items() if key != missing})


def test_an_exercise_without_doses_has_none() -> None:
    """Where the source gives no numbers, there are none."""
    assert exercise().doses == exercise(doses=None).doses == ()


def test_doses_are_read() -> None:
    """Each dose keeps its numbers and its source."""
    (dose,) = exercise(doses=[{"hold": "10 to 20 seconds", "reps": 3, "source": "collection"}]).doses
    assert (dose.hold, dose.reps, dose.source) == (Amount(10, 20, "seconds"), Amount(3, 3), "collection")


@pytest.mark.parametrize("position", sorted(POSITIONS))
def test_positions_have_words_for_readers(position: str) -> None:
    """Each position that can be written can be shown."""
    assert POSITIONS[exercise(position=position).position]


def test_an_unknown_position_is_refused() -> None:
    """The hint names the positions that exist."""
    with pytest.raises(ValidationError) as caught:
        exercise(position="on-one-leg")
    context = caught.value.errors()[0]["ctx"]
    assert context["message"] == "`on-one-leg` is not a position"
    assert "lying-on-back" in context["hint"]


@pytest.mark.parametrize("keys", [{"steps": []}, {"steps": "Lean forward."}, {"kind": "yoga"}, {"sides": "left"}])
def test_what_makes_no_sense_is_refused(keys: dict[str, object]) -> None:
    """Steps are a list with at least one of them; kinds and sides are those that exist."""
    with pytest.raises(ValidationError, match=next(iter(keys))):
        exercise(**keys)
