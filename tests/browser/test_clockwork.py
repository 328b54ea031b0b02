"""The clockwork of the timer: a pure state machine that is turned by hand, second by second."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from browser.conftest import ROOT, NewPage
from browser.programs import Clockwork, dose, routine

from healthsite.model.program import seconds_of
from healthsite.model.routine import program_for
from healthsite.reading.read import read

HOLD: Final = dose(hold="10 seconds", reps=2)
SIDES: Final = dose(hold="30 seconds", reps=1, per_side=True)
RANGE: Final = dose(hold="10 to 20 seconds", reps="1 to 2")
OPEN: Final = dose()


@pytest.fixture
def clockwork(new_page: NewPage, site_folder: Path) -> Clockwork:
    """The clockwork that the real site publishes."""
    return Clockwork(new_page("/404.html"), site_folder)


def test_nothing_runs_before_the_reader_starts_it(clockwork: Clockwork) -> None:
    """Time may pass before the first exercise."""
    assert clockwork.said(routine(HOLD), ("look", 0), ("tick", 999)) == ["waiting 1 prepare 5"] * 2


def test_each_phase_follows_at_its_time(clockwork: Clockwork) -> None:
    """Getting ready, each repetition, and the end."""
    events = [("go", 0), ("tick", 4.9), ("tick", 5), ("tick", 15), ("tick", 20), ("tick", 29.5), ("tick", 30)]
    assert clockwork.said(routine(HOLD), *events) == [
        "running 1 prepare 5",
        "running 1 prepare 0.1",
        "running 1 hold1 10",
        "running 1 prepare2 5",
        "running 1 hold2 10",
        "running 1 hold2 0.5",
        "done 1 hold2 10",
    ]


def test_the_other_side_comes_after_a_change(clockwork: Clockwork) -> None:
    """Each phase knows its side."""
    events = [("go", 0), ("tick", 5), ("tick", 35), ("tick", 40), ("tick", 70)]
    assert clockwork.said(routine(SIDES), *events) == [
        "running 1 preparef 5",
        "running 1 holdf 30",
        "running 1 changeo 5",
        "running 1 holdo 30",
        "done 1 holdo 30",
    ]


def test_a_late_turn_catches_up(clockwork: Clockwork) -> None:
    """What was late in one phase is not lost in the next: after 23 seconds, the second hold has run for 3."""
    assert clockwork.said(routine(HOLD), ("go", 0), ("tick", 23)) == ["running 1 prepare 5", "running 1 hold2 7"]


@pytest.mark.parametrize(("onward", "found"), [(False, "waiting 2 prepare 5"), (True, "done 2 hold2 10")])
def test_catching_up_ends_where_the_reader_is_asked(clockwork: Clockwork, onward: bool, found: str) -> None:  # noqa: FBT001
    """Before the next exercise, unless it was chosen that each follows by itself."""
    assert clockwork.said(routine(HOLD, HOLD), ("go", 0), ("tick", 5000), onward=onward)[-1] == found
    assert clockwork.said(routine(HOLD, OPEN), ("go", 0), ("tick", 5000), onward=True)[-1] == "running 2 open open"


def test_a_pause_keeps_what_is_left(clockwork: Clockwork) -> None:
    """However long it lasts; a second pause changes nothing."""
    events = [("go", 0), ("tick", 7), ("pause", 8), ("pause", 30), ("tick", 500), ("go", 600), ("tick", 606)]
    assert clockwork.said(routine(HOLD), *events)[2:] == [
        *["paused 1 hold1 7"] * 3,
        "running 1 hold1 7",
        "running 1 hold1 1",
    ]


def test_skipping_begins_the_next_phase(clockwork: Clockwork) -> None:
    """A pause stays a pause, and the last phase leads to the end."""
    events = [("go", 0), ("skip", 1), ("pause", 2), ("skip", 3), ("go", 9), ("skip", 10), ("skip", 11), ("skip", 12)]
    assert clockwork.said(routine(HOLD), *events) == [
        "running 1 prepare 5",
        "running 1 hold1 10",
        "paused 1 hold1 9",
        "paused 1 prepare2 5",
        "running 1 prepare2 5",
        "running 1 hold2 10",
        "done 1 hold2 10",
        "done 1 hold2 10",
    ]


def test_an_exercise_can_be_left_out(clockwork: Clockwork) -> None:
    """Before it starts or in its middle; the last one leads to the end, and the end stays the end."""
    program = routine(HOLD, SIDES, OPEN)
    events = [("skip", 0), ("go", 1), ("skipExercise", 2), ("skipExercise", 3), ("skipExercise", 4)]
    assert clockwork.said(program, *events) == [
        "waiting 2 preparef 5",
        "running 2 preparef 5",
        "waiting 3 prepare 5",
        "done 3 prepare 5",
        "done 3 prepare 5",
    ]


def test_back_leads_the_way_that_was_come(clockwork: Clockwork) -> None:
    """To the start of the phase before, to before the exercise, to the exercise before, and no further."""
    program = routine(HOLD, SIDES)
    events = [("go", 0), ("tick", 17), ("back", 18), ("back", 19), ("back", 20), ("back", 21)]
    assert clockwork.said(program, *events)[1:] == [
        "running 1 prepare2 3",
        "running 1 hold1 10",
        "running 1 prepare 5",
        "waiting 1 prepare 5",
        "waiting 1 prepare 5",
    ]
    assert clockwork.said(program, ("skip", 0), ("go", 1), ("back", 2), ("back", 3))[2:] == [
        "waiting 2 preparef 5",
        "waiting 1 prepare 5",
    ]


def test_back_from_the_end_leads_into_the_last_phase_paused(clockwork: Clockwork) -> None:
    """Nothing runs again unasked."""
    events = [("go", 0), ("tick", 500), ("back", 501), ("go", 502)]
    assert clockwork.said(routine(HOLD), *events)[1:] == ["done 1 hold2 10", "paused 1 hold2 10", "running 1 hold2 10"]


def test_back_in_a_pause_stays_a_pause(clockwork: Clockwork) -> None:
    """With the whole of the phase to come."""
    assert (
        clockwork.said(routine(HOLD), ("go", 0), ("tick", 17), ("pause", 18), ("back", 19))[-1] == "paused 1 hold1 10"
    )


def test_what_has_no_number_waits(clockwork: Clockwork) -> None:
    """No time ends it, a pause means nothing to it, and the reader says when it is done."""
    events = [("go", 0), ("tick", 5), ("tick", 5000), ("pause", 5001), ("go", 5002)]
    assert clockwork.said(routine(OPEN, HOLD), *events)[1:] == [*["running 1 open open"] * 3, "waiting 2 prepare 5"]


def test_without_a_clock_the_reader_ends_each_part(clockwork: Clockwork) -> None:
    """There is no getting ready, and the next exercise waits in any case."""
    events = [("go", 0), ("tick", 500), ("go", 501), ("go", 502), ("go", 503), ("back", 504)]
    assert clockwork.said(routine(SIDES, HOLD), *events, timed=False, onward=True) == [
        *["running 1 holdf open"] * 2,
        "running 1 changeo open",
        "running 1 holdo open",
        "waiting 2 prepare open",
        "waiting 1 preparef open",
    ]


def test_one_more_is_done_after_this_one(clockwork: Clockwork) -> None:
    """With time to get ready, and only as often as the source allows; asking again takes it back."""
    program = routine(RANGE)
    found = clockwork.turned(program, ("go", 0), ("tick", 5), ("again", 6), ("tick", 15), ("tick", 20), ("tick", 30))
    assert [(one["said"], one["offer"]) for one in found[1:]] == [
        ("running 1 hold 10", "later"),
        ("running 1 hold 9", "later"),
        ("running 1 prepare2 5", ""),
        ("running 1 hold2 10", ""),
        ("done 1 hold2 10", ""),
    ]
    twice = clockwork.said(program, ("go", 0), ("tick", 5), ("again", 6), ("again", 7), ("tick", 15))
    assert twice[-1] == "done 1 hold 10"


def test_one_more_can_still_be_done_when_it_is_over(clockwork: Clockwork) -> None:
    """While sides change, before the next exercise, and at the end; with time to get ready."""
    sides = routine(dose(hold="10 seconds", reps="at least 1", per_side=True))
    found = clockwork.turned(sides, ("go", 0), ("tick", 16), ("again", 17), ("tick", 22), ("tick", 32), ("tick", 47))
    assert [(one["said"], one["offer"]) for one in found[1:]] == [
        ("running 1 changeo 4", "now"),
        ("running 1 preparef2 5", ""),
        ("running 1 holdf2 10", "later"),
        ("running 1 changeo 5", "now"),
        ("done 1 holdo 10", "now"),
    ]
    found = clockwork.turned(routine(RANGE, OPEN), ("go", 0), ("tick", 15), ("again", 16), ("tick", 31))
    assert [(one["said"], one["offer"]) for one in found[1:]] == [
        ("waiting 2 prepare 5", "now"),
        ("running 1 prepare2 5", ""),
        ("waiting 2 prepare 5", ""),
    ]
    assert clockwork.said(routine(RANGE), ("go", 0), ("tick", 15), ("again", 16))[-1] == "running 1 prepare2 5"


def test_no_more_is_offered_where_the_source_gives_one_number(clockwork: Clockwork) -> None:
    """Asking for it all the same changes nothing."""
    found = clockwork.turned(routine(HOLD), ("go", 0), ("tick", 20), ("again", 21), ("tick", 30))
    assert [(one["said"], one["offer"]) for one in found[1:]] == [
        ("running 1 hold2 10", ""),
        ("running 1 hold2 9", ""),
        ("done 1 hold2 10", ""),
    ]


def test_after_a_rest_there_is_no_getting_ready(clockwork: Clockwork) -> None:
    """The rest has been time enough."""
    program = routine(dose(hold="20 seconds", rest="20 seconds", reps="1 to 3"))
    found = clockwork.said(program, ("go", 0), ("tick", 25), ("again", 26), ("tick", 45), ("tick", 65))
    assert found[2:] == ["running 1 rest 19", "running 1 hold2 20", "running 1 rest2 20"]


def test_without_a_number_of_times_the_reader_decides_after_both_sides(clockwork: Clockwork) -> None:
    """Once more begins with the first side again, as often as the reader likes."""
    program = routine(dose(hold="2 seconds", per_side=True))
    events = [("go", 0), ("tick", 14), ("again", 20), ("tick", 25), ("tick", 34), ("again", 40), ("tick", 45)]
    found = clockwork.turned(program, *events)
    assert [(one["said"], one["offer"]) for one in found[1:]] == [
        ("running 1 open open", "now"),
        ("running 1 changef2 5", ""),
        ("running 1 holdf2 2", ""),
        ("running 1 open2 open", "now"),
        ("running 1 changef3 5", ""),
        ("running 1 holdf3 2", ""),
    ]


def test_a_longer_hold_is_asked_for_in_its_middle(clockwork: Clockwork) -> None:
    """Up to the larger number of the source, once, running or paused; the next one has the smaller number again."""
    program = routine(dose(hold="10 to 20 seconds", reps=2))
    events = [("go", 0), ("tick", 9), ("longer", 9), ("longer", 9), ("tick", 25), ("tick", 30), ("pause", 31)]
    found = clockwork.turned(program, *events, ("longer", 40), ("go", 50))
    assert [(one["said"], one["longer"]) for one in found[1:]] == [
        ("running 1 hold1 6", 20),
        ("running 1 hold1 16", 0),
        ("running 1 hold1 16", 0),
        ("running 1 prepare2 5", 0),
        ("running 1 hold2 10", 20),
        ("paused 1 hold2 9", 20),
        ("paused 1 hold2 19", 0),
        ("running 1 hold2 19", 0),
    ]


def test_the_larger_numbers_can_be_chosen(clockwork: Clockwork) -> None:
    """For times and repetitions; skipping still goes on, and where there is no larger number, nothing is added."""
    events = [("go", 0), ("tick", 5), ("tick", 25), ("tick", 30), ("tick", 50)]
    assert clockwork.said(routine(RANGE), *events, larger=True)[1:] == [
        "running 1 hold 20",
        "running 1 prepare2 5",
        "running 1 hold2 20",
        "done 1 hold2 20",
    ]
    assert clockwork.said(routine(RANGE), ("go", 0), ("tick", 5), ("skip", 6), larger=True)[-1] == "done 1 hold 20"
    endless = routine(dose(hold="10 seconds", reps="at least 1"))
    assert clockwork.said(endless, ("go", 0), ("tick", 15), larger=True)[-1] == "done 1 hold 10"


@pytest.mark.parametrize(("hold", "seconds"), [(0.5, 5), (1, 10), (2, 20), (10, 100)])
def test_holds_can_be_shorter_or_longer(clockwork: Clockwork, hold: float, seconds: int) -> None:
    """Up to ten times as long (WCAG 2.2.1); and so can the time to get ready."""
    found = clockwork.said(routine(HOLD), ("look", 0), ("go", 0), ("skip", 1), hold=hold, ready=10)
    assert found == ["waiting 1 prepare 50", "running 1 prepare 50", f"running 1 hold1 {seconds}"]


def test_what_is_done_of_a_phase_stays_done(clockwork: Clockwork) -> None:
    """When its length is changed in its middle, running or paused, there and back, and without a clock between."""
    events: list[tuple[Any, ...]] = [("go", 0), ("tick", 9), ("configured", 9, {"hold": 2}), ("pause", 10)]
    events += [("configured", 10, {"hold": 0.5}), ("configured", 10, {"hold": 1}), ("go", 20)]
    events += [("configured", 21, {"timed": False}), ("configured", 30, {"timed": True})]
    assert clockwork.said(routine(HOLD), *events)[1:] == [
        "running 1 hold1 6",
        "running 1 hold1 16",
        "paused 1 hold1 15",
        "paused 1 hold1 0",
        "paused 1 hold1 5",
        "running 1 hold1 5",
        "running 1 hold1 open",
        "running 1 hold1 10",
    ]
    assert clockwork.said(routine(HOLD), ("configured", 0, {"ready": 2}))[-1] == "waiting 1 prepare 10"


def test_the_whole_can_be_done_several_times(clockwork: Clockwork) -> None:
    """Each round has all exercises, and the progress counts them all."""
    found = clockwork.turned(routine(HOLD, SIDES, times=2), ("skip", 0), ("skip", 1), ("skip", 2), ("skip", 3))
    assert [(one["said"].split()[1], one["round"], one["done"]) for one in found] == [
        ("2", 1, 1),
        ("1", 2, 2),
        ("2", 2, 3),
        ("2", 2, 4),
    ]


def test_what_is_left_in_all_is_known_where_all_has_a_number(clockwork: Clockwork) -> None:
    """It counts down; one part without a number, and nobody can tell."""
    found = clockwork.turned(routine(HOLD, SIDES), ("look", 0), ("go", 0), ("tick", 12), ("tick", 30))
    assert [one["whole"] for one in found] == [100, 100, 88, 70]
    assert clockwork.turned(routine(HOLD, OPEN), ("go", 0))[0]["whole"] is None
    assert clockwork.turned(routine(HOLD), ("go", 0), timed=False)[0]["whole"] is None


def test_every_exercise_of_the_site_takes_as_long_as_its_page_says(clockwork: Clockwork) -> None:
    """What an exercise is said to take is the sum of what the timer gives; where there is no number, it waits."""
    library = read(ROOT).library
    counted = 0
    for made in library.routines:
        for item in made.meta.items:
            exercise = library.find("exercises", item.exercise)
            assert exercise is not None
            program = program_for(item, exercise)
            seconds = seconds_of(program)
            found = clockwork.turned(routine(program), ("look", 0), ("go", 0), ("tick", 10_000))
            assert found[0]["whole"] == seconds
            assert found[-1]["said"].startswith("running" if seconds is None else "done")
            counted += 1
    assert counted > 40
