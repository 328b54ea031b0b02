"""The dose of an exercise: nothing in it is invented."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from healthsite.model.dose import Dose
from healthsite.model.duration import Amount


def test_what_the_source_does_not_give_stays_empty() -> None:
    """A dose needs its source and nothing else, and no number has a default."""
    empty = Dose.model_validate({"source": "collection"}).model_dump()
    assert {value for key, value in empty.items() if key != "source"} == {None, False}


def test_a_dose_has_a_source() -> None:
    """Numbers that rest on nothing are refused."""
    with pytest.raises(ValidationError, match="source"):
        Dose.model_validate({"reps": 3})


def test_the_situation_is_written_as_for() -> None:
    """Editors write `for`, which Python keeps for itself."""
    assert Dose.model_validate({"source": "collection", "for": "after a leg workout"}).situation == (
        "after a leg workout"
    )


@pytest.mark.parametrize("key", ["duration", "hold", "tense", "rest"])
def test_times_have_units(key: str) -> None:
    """Each key that holds a time reads one."""
    dose = Dose.model_validate({"source": "collection", key: "5 to 10 minutes"})
    assert getattr(dose, key) == Amount(5, 10, "minutes")


@pytest.mark.parametrize("key", ["reps", "sets", "swings"])
def test_counts_have_none(key: str) -> None:
    """Each key that holds a number of times reads one."""
    dose = Dose.model_validate({"source": "collection", key: "at least 2"})
    assert getattr(dose, key) == Amount(2, None)


def test_per_side_is_yes_or_no() -> None:
    """Words are not taken for a yes."""
    assert Dose.model_validate({"source": "collection", "per_side": True}).per_side
    with pytest.raises(ValidationError, match="per_side"):
        Dose.model_validate({"source": "collection", "per_side": "left"})
