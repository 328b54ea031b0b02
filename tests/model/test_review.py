"""Review cycles, reviewers, and the day on which a page is due again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from healthsite.model.plain_page import PlainPageFrontMatter
from healthsite.model.review import Reviewer, next_review
from healthsite.model.term import TermFrontMatter

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2900, 12, 31))
MONTHS = st.integers(min_value=1, max_value=36)


def cycle(written: object) -> int | None:
    """The months that *written* is read as."""
    return TermFrontMatter.model_validate({"title": "Legs", "summary": "Legs.", "review_every": written}).review_every


@given(DAYS, MONTHS)
def test_a_review_is_due_after_the_last_one(reviewed: date, months: int) -> None:
    """Time does not run backwards."""
    assert next_review(reviewed, months) > reviewed


@given(DAYS, MONTHS)
def test_a_review_is_due_in_the_right_month(reviewed: date, months: int) -> None:
    """As many months later as the cycle has, on the same day where that month has it."""
    due = next_review(reviewed, months)
    assert (due.year - reviewed.year) * 12 + due.month - reviewed.month == months
    assert due.day == min(reviewed.day, monthrange(due.year, due.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_a_later_review_is_never_due_earlier(one: date, other: date, months: int) -> None:
    """The order of reviews is the order in which they are due."""
    first, second = sorted((one, other))
    assert next_review(first, months) <= next_review(second, months)


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        (date(2026, 11, 22), 24, date(2028, 11, 22)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 1, 31), 11, date(2026, 12, 31)),
        (date(9998, 12, 31), 24, date.max),
    ],
)
def test_a_day_that_does_not_exist_is_the_last_of_its_month(reviewed: date, months: int, due: date) -> None:
    """The end of February and the turn of the year are no special cases for readers."""
    assert next_review(reviewed, months) == due


@pytest.mark.parametrize(
    ("written", "months"),
    [("1 year", 12), ("2 years", 24), (" 18 months ", 18), ("1 month", 1), ("36 months", 36), ("3 years", 36)],
)
def test_a_cycle_is_written_in_words(written: str, months: int) -> None:
    """Months and years are both cycles, of one month to three years."""
    assert cycle(written) == months


@pytest.mark.parametrize("written", [24, "24", "yearly", "1.5 years", "2 weeks", "-1 year", True, ["1 year"]])
def test_what_is_no_cycle_is_refused(written: object) -> None:
    """A number without a unit could be anything."""
    with pytest.raises(ValidationError, match="is not a review cycle"):
        cycle(written)


@pytest.mark.parametrize("written", ["0 months", "0 years", "37 months", "4 years", "99 years"])
def test_a_cycle_has_bounds(written: str) -> None:
    """No page goes without a review for more than three years."""
    with pytest.raises(ValidationError, match="out of bounds"):
        cycle(written)


def test_a_reviewer_has_a_name_and_credentials() -> None:
    """Nobody counts as a reviewer without the qualification that makes them one."""
    with pytest.raises(ValidationError, match="credentials"):
        Reviewer.model_validate({"name": "Ada Example"})


def test_a_plain_page_has_no_reviewers() -> None:
    """A page about the site is no health advice: the key is unknown there."""
    with pytest.raises(ValidationError, match="reviewed_by"):
        PlainPageFrontMatter.model_validate({"title": "About", "summary": "About us.", "reviewed_by": []})
