"""Finding pieces of a text again, and the problems found there."""

from __future__ import annotations

import pytest

from healthsite.pages.body import Body
from healthsite.problems import Location, Severity
from healthsite.text.place import Finder, without_code


def finder(text: str, first_line: int = 1) -> Finder:
    return Finder(Body("content/articles/back.md", first_line, text))


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("one\n```\ntwo\n```\nthree", "one\n   \n   \n   \nthree"),
        ("~~~ x\n`two\n~~~", "     \n    \n   "),
        ("a `b\nc` d", "a   \n   d"),
        ("a\n\n    b\n\n    c\nd", "a\n\n     \n\n     \nd"),
        ("\tb\nc", "  \nc"),
        ("  ```\nb\n```", "     \n \n   "),
        ("```\na\n~~~\nb\n```", "   \n \n   \n \n   "),
    ],
)
def test_code_is_blanked_out(text: str, blanked: str) -> None:
    """Code becomes blanks, and every other character stays where it was."""
    assert without_code(text) == blanked


@pytest.mark.parametrize(
    "text", ["a ` b", "a `b\n\nc` d", "```\nnever closed", "a `b`` c", "- a\n\n    b", "a\n    b", "a \\` b ` c"]
)
def test_what_only_looks_like_code_stays(text: str) -> None:
    """Marks that do not belong together make no code."""
    assert without_code(text) == text


def test_a_problem_stands_where_its_piece_does() -> None:
    """Lines count from the file's first one, columns from 1, and the piece's length is underlined."""
    place = finder("Rest.\n\nThen walk on.", first_line=9)
    place.problem("walk", "rule", "message", "hint")
    (problem,) = place.problems
    assert problem.location == Location("content/articles/back.md", 11, 6)
    assert (problem.rule, problem.message, problem.hint, problem.length) == ("rule", "message", "hint", 4)
    assert problem.severity is Severity.ERROR


def test_each_search_goes_on_behind_the_last() -> None:
    """The same piece asked for twice is found at its first and its second place."""
    place = finder("walk and walk")
    place.problem("walk", "rule", "one")
    place.problem("walk", "rule", "two")
    assert [problem.location.column for problem in place.problems] == [1, 10]


def test_a_piece_that_was_passed_is_not_found_again() -> None:
    """What was met and is all right does not take the place of what is wrong."""
    place = finder("walk and walk")
    place.offset_of("walk")
    place.problem("walk", "rule", "message")
    assert place.problems[0].location.column == 10


def test_the_search_begins_anew_at_the_end() -> None:
    """A piece asked for more often than it stands there is still found."""
    place = finder("walk")
    place.offset_of("walk")
    assert place.offset_of("walk") == 0


def test_a_piece_is_found_within_a_longer_one() -> None:
    """A short piece is looked for as part of a longer one around it."""
    place = finder("walk, then [^walk]")
    place.problem("walk", "rule", "message", within="[^walk]")
    assert (place.problems[0].location.column, place.problems[0].length) == (14, 4)


def test_prose_comes_before_code() -> None:
    """A piece that stands in code and in prose is found in the prose."""
    assert finder("`walk` and walk").offset_of("walk") == 11


def test_a_piece_may_stand_in_code_alone() -> None:
    """A piece that stands nowhere else is found in code."""
    assert finder("only `walk`").offset_of("walk") == 6


def test_a_piece_that_is_nowhere() -> None:
    """What cannot be found again is a problem of the text's first line, without a column."""
    place = finder("Rest.", first_line=9)
    place.problem("walk", "rule", "message")
    assert place.problems[0].location == Location("content/articles/back.md", 9)
    assert place.offset_of("walk") == -1


def test_a_problem_at_an_offset() -> None:
    """An offset becomes a line and a column."""
    place = finder("one\ntwo", first_line=5)
    place.problem_at(5, "rule", "message", "hint", length=2)
    (problem,) = place.problems
    assert (problem.location.line, problem.location.column, problem.length, problem.hint) == (6, 2, 2, "hint")


def test_a_longer_word_is_passed() -> None:
    """A piece is not found as the beginning of a longer word."""
    assert finder("walked, walk").offset_of("walk") == 8


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("a.md [x](a.md)", 9),
        ("[x](<a.md>)", 5),
        ('[x](a.md "A")', 4),
        ("[x][y]\n\n[y]: a.md", 13),
        ("[x](a.md#b) [y](a.md)", 16),
        ("[x](../a.md) [y](a.md)", 17),
        ("`[x](a.md)` [y](a.md)", 16),
        ("only a.md", 5),
        ("nothing", -1),
    ],
)
def test_the_address_of_a_link(text: str, offset: int) -> None:
    """It is found where a link or a definition has it, before it is found as any other piece."""
    assert finder(text).offset_of_link("a.md") == offset


def test_each_search_for_an_address_goes_on_behind_the_last() -> None:
    """Two links to one page have two places, however the page is named between them."""
    place = finder("[x](a.md) a.md [y](a.md)")
    assert [place.offset_of_link("a.md"), place.offset_of_link("a.md")] == [4, 19]


def test_a_link_without_an_address() -> None:
    """Empty brackets stand where they stand; where there are none, nothing is found."""
    assert finder("One [x]()").offset_of_link("") == 8
    assert finder("One").offset_of_link("") == -1
