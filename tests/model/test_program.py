"""The program of an exercise: what a timer leads through, and how long that takes."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.model.dose import Dose
from healthsite.model.program import MOST_REPETITIONS, Program, program_of, seconds_of


def program(sides: str = "none", repeat: int = 1, **keys: Any) -> Program:
    """The program of a dose with *keys*."""
    return program_of(Dose.model_validate({"source": "collection", **keys}), sides, repeat)


def told(found: Program) -> str:
    """*found* in one line: the kind of each phase, its seconds, and its side."""
    return " ".join(f"{phase.kind}{phase.seconds or ''}{phase.side[:1]}" for phase in found)


@pytest.mark.parametrize(
    ("keys", "phases"),
    [
        ({"duration": "5 minutes"}, "prepare5 move300"),
        ({"duration": "5 minutes", "hold": "10 seconds", "reps": 3}, "prepare5 move300"),
        ({"hold": "10 seconds", "reps": 3}, "prepare5 hold10 prepare5 hold10 prepare5 hold10"),
        ({"hold": "10 to 20 seconds", "reps": "1 to 2"}, "prepare5 hold10"),
        ({"hold": "10 seconds", "reps": "up to 2"}, "prepare5 hold10 prepare5 hold10"),
        ({"hold": "10 seconds", "rest": "4 seconds", "reps": 2}, "prepare5 hold10 rest4 hold10 rest4"),
        (
            {"tense": "5 seconds", "rest": "2 seconds", "hold": "8 seconds", "reps": 2},
            "prepare5 tense5 rest2 hold8 prepare5 tense5 rest2 hold8",
        ),
        ({"hold": "10 seconds", "reps": 1, "per_side": True}, "prepare5f hold10f change5o hold10o"),
        ({"hold": "10 seconds", "reps": 1, "sets": 2}, "prepare5 hold10 prepare5 hold10"),
        ({"hold": "10 seconds"}, "prepare5 hold10 open"),
        ({"tense": "5 seconds", "reps": 1}, "prepare5 tense5 open"),
        ({"reps": 3}, "prepare5 open"),
        ({}, "prepare5 open"),
    ],
)
def test_a_dose_is_a_row_of_phases(keys: dict[str, Any], phases: str) -> None:
    """Ranges begin with their smaller bound; what has no number is left to the reader."""
    assert told(program(**keys)) == phases


def test_each_side_of_an_exercise_without_a_time_has_its_turn() -> None:
    """The reader decides when to change."""
    assert told(program("each", reps=3)) == "prepare5f openf change5o openo"
    assert told(program_of(None, "each")) == "prepare5f openf change5o openo"


def test_what_comes_again_gets_ready_again() -> None:
    """An exercise done twice in a row."""
    assert told(program(repeat=2, duration="1 minute")) == "prepare5 move60 prepare5 move60"


def test_a_range_says_how_far_it_goes() -> None:
    """The larger bound of a time, and how many more times the source allows."""
    *_, last = program(hold="10 to 20 seconds", reps="3 to 4")
    assert (last.seconds, last.most, last.rep, last.reps, last.again, last.spare) == (10, 20, 3, 3, 1, 1)
    *_, last = program(hold="10 seconds", reps="at least 2")
    assert (last.again, last.spare) == (1, None)


def test_beyond_reason_the_reader_counts() -> None:
    """No page carries thousands of phases."""
    assert told(program(hold="1 second", reps=MOST_REPETITIONS + 1)) == "prepare5 open"


@pytest.mark.parametrize(
    ("keys", "seconds"),
    [
        ({"duration": "5 minutes"}, 305),
        ({"hold": "10 seconds", "reps": 3}, 45),
        ({"hold": "10 to 20 seconds", "reps": "3 to 4"}, 45),
        ({"tense": "5 seconds", "hold": "10 seconds", "rest": "5 seconds", "reps": 2}, 50),
        ({"hold": "10 seconds", "reps": 3, "sets": 2}, 90),
        ({"hold": "10 seconds", "reps": 3, "sets": "at least 2", "per_side": True}, 180),
        ({"hold": "10 seconds", "reps": 3, "sets": "up to 2"}, 90),
        ({"hold": "10 seconds"}, None),
        ({"reps": 3}, None),
        ({}, None),
    ],
)
def test_time_is_computed_from_what_the_source_gives(keys: dict[str, Any], seconds: int | None) -> None:
    """Repetitions, sets and sides are multiplied, each with 5 seconds to get ready; no time is made up."""
    assert seconds_of(program(**keys)) == seconds


def test_without_a_dose_there_is_no_time() -> None:
    """No dose, no time."""
    assert seconds_of(program_of(None)) is None
