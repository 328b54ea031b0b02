"""A file is split into front matter and body, each line of either where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthsite.problems import Problem
from healthsite.reading.front_matter import Split, split

LINES = st.lists(st.sampled_from(["", "a: b", "  - c", "# d", "text", "-- -", " ---", "é", "--"]), max_size=6)
FENCE = st.sampled_from(["---", "----", "---  "])


def parts(text: str) -> Split:
    """The two parts of *text*, which must have both."""
    found = split("a.md", text)
    assert isinstance(found, Split)
    return found


def test_the_front_matter_ends_at_the_second_line_of_hyphens() -> None:
    """What stands between the first two lines of hyphens is the front matter; the rest is the body."""
    assert parts("---\ntitle: a\n---\nText.\n") == Split("\ntitle: a\n", "Text.\n", 4)


def test_a_line_of_hyphens_in_the_body_stays_there() -> None:
    """A thematic break does not end anything."""
    assert parts("---\na: b\n---\n\nOne.\n\n---\n\nTwo.\n").body == "One.\n\n---\n\nTwo.\n"


def test_a_file_may_end_with_its_front_matter() -> None:
    """A page without a body has an empty one."""
    assert parts("---\na: b\n---").body == ""
    assert parts("---\na: b\n---\n").body == ""


@pytest.mark.parametrize(
    "text", ["Text.\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "# Title\n\n---\n", "--\na: b\n--\n"]
)
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    """The front matter begins on the first line, in the first column, or it is none."""
    problem = split("a.md", text)
    assert isinstance(problem, Problem)
    assert str(problem) == "a.md:1:1: error: this file has no front matter [front-matter]"
    assert problem.hint.startswith("begin the file with a line `---`, then `title:`")


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: b\n", "---\na: b\n --- \nText.\n", "---\na: b\n--\n"])
def test_front_matter_that_is_not_closed_is_refused(text: str) -> None:
    """The place is where it begins, since nobody knows where it was meant to end."""
    problem = split("a.md", text)
    assert isinstance(problem, Problem)
    assert str(problem) == "a.md:1:1: error: the front matter that begins here is not closed [front-matter]"
    assert problem.hint == "write a line `---` below its last key"


@given(opening=FENCE, head=LINES, closing=FENCE, body=LINES)
@settings(deadline=None)
def test_every_line_keeps_its_number(opening: str, head: list[str], closing: str, body: list[str]) -> None:
    """However many blank lines there are, a line of the head or the body is found in the file by its number."""
    lines = [opening, *head, closing, *body, "The end."]
    found = parts("\n".join(lines))
    for number, line in enumerate(found.head.split("\n")):
        assert line.strip() in ("", lines[number].strip())
    assert found.body == "\n".join(lines[found.body_line - 1 :])
