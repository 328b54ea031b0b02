"""A page as a value: its file, and its days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.pages.page import Day, Head, Page

HEAD = Head("Legs", "About legs.", "https://ease.example/", (), "{}")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/topics/legs/", "topics/legs/index.html"),
        ("/404.html", "404.html"),
        ("/old/page.htm", "old/page.htm"),
    ],
)
def test_a_page_is_a_file(url: str, path: str) -> None:
    """A folder's page is its index; a file keeps its name."""
    assert Page(url, "pages/plain.html", HEAD, None).path == path


@pytest.mark.parametrize(
    ("day", "text"), [(date(2026, 11, 22), "22 November 2026"), (date(2027, 1, 1), "1 January 2027")]
)
def test_readers_see_a_day_in_words(day: date, text: str) -> None:
    """The month is named, so that no reader takes it for the day."""
    assert Day.of(day).text == text


@given(st.dates())
def test_machines_read_the_same_day(day: date) -> None:
    """Both ways of writing a day mean that day."""
    found = Day.of(day)
    assert date.fromisoformat(found.iso) == day
    assert found.text.split()[0] == str(day.day)
    assert found.text.split()[2] == str(day.year)
