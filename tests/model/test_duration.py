"""Amounts as editors write them: what reads as one, what does not, and how they are written out again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from healthsite.model.dose import Dose
from healthsite.model.duration import UNITS, Amount

NUMBERS = st.integers(min_value=1, max_value=99_999)


def hold(written: object) -> Amount | None:
    """The time that *written* is read as."""
    return Dose.model_validate({"source": "collection", "hold": written}).hold


def reps(written: object) -> Amount | None:
    """The number of times that *written* is read as."""
    return Dose.model_validate({"source": "collection", "reps": written}).reps


def refused(key: str, written: object) -> tuple[str, str]:
    """The message and the hint that *written* gets under *key*."""
    with pytest.raises(ValidationError) as caught:
        Dose.model_validate({"source": "collection", key: written})
    context = caught.value.errors()[0]["ctx"]
    return context["message"], context["hint"]


@st.composite
def amounts(draw: st.DrawFn, units: st.SearchStrategy[str]) -> Amount:
    """Every amount that can be written: exact, from and to, at least, up to."""
    least, most = sorted((draw(NUMBERS), draw(NUMBERS)))
    bounds = draw(st.sampled_from([(least, most), (least, least), (least, None), (None, most)]))
    return Amount(*bounds, draw(units))


@given(amounts(st.sampled_from(sorted(UNITS))))
def test_a_time_written_out_reads_back_as_itself(amount: Amount) -> None:
    """Nothing is lost between what is read and what is shown."""
    assert hold(str(amount)) == amount


@given(amounts(st.just("")))
def test_a_count_written_out_reads_back_as_itself(amount: Amount) -> None:
    """A number of times is shown as it is read."""
    assert reps(str(amount)) == amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("30 seconds", Amount(30, 30, "seconds")),
        ("1 second", Amount(1, 1, "seconds")),
        ("10 to 20 seconds", Amount(10, 20, "seconds")),
        ("10-20 seconds", Amount(10, 20, "seconds")),
        ("10 – 20 seconds", Amount(10, 20, "seconds")),
        ("  At least 2 Minutes ", Amount(2, None, "minutes")),
        ("up to 1 minute", Amount(None, 1, "minutes")),
        ("2 counts", Amount(2, 2, "counts")),
        ("5 breaths", Amount(5, 5, "breaths")),
    ],
)
def test_times_are_read_as_editors_write_them(written: str, amount: Amount) -> None:
    """Ranges take "to" or a dash, units take one or many, and capitals do not matter."""
    assert hold(written) == amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (3, Amount(3, 3)),
        ("3", Amount(3, 3)),
        ("3 to 4", Amount(3, 4)),
        ("at least 2", Amount(2, None)),
        ("up to 3", Amount(None, 3)),
    ],
)
def test_counts_are_numbers_or_words(written: int | str, amount: Amount) -> None:
    """A plain number in YAML and a range in words are both counts."""
    assert reps(written) == amount


@pytest.mark.parametrize(
    "written", [30, "30", "seconds", "30 hours", "a while", "up to 3 to 4 minutes", True, 2.5, ["1 minute"]]
)
def test_what_is_no_time_is_refused(written: object) -> None:
    """A time without a unit, or with one that is unknown, is a mistake."""
    message, hint = refused("hold", written)
    assert message == f"`{written}` is not a time"
    assert "`10 to 20 seconds`" in hint


@pytest.mark.parametrize("written", ["3 minutes", "often", "three", True, False, -1, 100_000, "at least 2 to 3"])
def test_what_is_no_count_is_refused(written: object) -> None:
    """Yes and no are not numbers, and a count has no unit."""
    message, hint = refused("reps", written)
    assert message == f"`{written}` is not a number of times"
    assert "`3 to 4`" in hint


@given(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] > pair[1]))
def test_a_range_that_runs_backwards_is_refused(pair: tuple[int, int]) -> None:
    """The hint turns the range round."""
    message, hint = refused("reps", f"{pair[0]} to {pair[1]}")
    assert message == f"`{pair[0]} to {pair[1]}` runs backwards"
    assert hint == f"write `{pair[1]} to {pair[0]}`"


def test_a_time_that_runs_backwards_is_refused() -> None:
    """What the hint says can be written as it stands, unit and all."""
    message, hint = refused("hold", "20 to 10 seconds")
    assert message == "`20 to 10 seconds` runs backwards"
    assert hint == "write `10 to 20 seconds`"


@pytest.mark.parametrize(("key", "written"), [("reps", 0), ("sets", "0 to 2"), ("hold", "up to 0 seconds")])
def test_nothing_is_done_no_times(key: str, written: object) -> None:
    """A dose of nothing is no dose: the key is left out."""
    assert refused(key, written) == (f"`{written}` counts from 0", "write at least 1, or leave the key out")


def test_an_amount_is_taken_as_it_is() -> None:
    """What has been read once need not be written out to be used again."""
    time, count = Amount(5, 5, "seconds"), Amount(3, 3)
    dose = Dose(source="collection", hold=time, reps=count)
    assert (dose.hold, dose.reps) == (time, count)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(1, 1, "seconds"), "1 second"),
        (Amount(1, 2, "minutes"), "1 to 2 minutes"),
        (Amount(1, None, "breaths"), "at least 1 breath"),
        (Amount(None, 1, "counts"), "up to 1 count"),
        (Amount(1, 1), "1"),
        (Amount(None, 3), "up to 3"),
    ],
)
def test_one_has_no_plural(amount: Amount, text: str) -> None:
    """The unit agrees with the number that stands before it."""
    assert str(amount) == text


@pytest.mark.parametrize(
    ("amount", "seconds"),
    [
        (Amount(30, 30, "seconds"), 30),
        (Amount(10, 20, "seconds"), 10),
        (Amount(None, 2, "minutes"), 120),
        (Amount(2, None, "minutes"), 120),
        (Amount(3, 3, "counts"), 3),
        (Amount(3, 3, "breaths"), 12),
        (Amount(3, 4), 0),
    ],
)
def test_a_timer_takes_the_smaller_bound(amount: Amount, seconds: int) -> None:
    """A reader is never told to hold on for longer than the source says at least."""
    assert amount.seconds == seconds
