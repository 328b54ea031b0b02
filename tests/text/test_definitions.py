"""Footnotes and addresses that nothing uses, and cells beyond a table: Markdown would drop them without a word."""

from __future__ import annotations

import pytest

from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.text.definitions import check_definitions
from healthsite.text.place import Finder


def found(text: str) -> list[Problem]:
    finder = Finder(Body("content/articles/back.md", 1, text, citations=("nhs",)))
    check_definitions(finder)
    return finder.problems


def place(problem: Problem) -> tuple[str, int, int, int]:
    return problem.rule, problem.location.line, problem.location.column, problem.length


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text.[^1] More.[^two]\n\n[^1]: Note.\n[^two]: Another.",
        "[^1]: Note.\n\nText.[^1]",
        "[a][Note] and [b]\n\n[note]: https://x.example\n[B]: legs.md",
        "[note][]\n\n  [note]: https://x.example",
        "| a | b |\n|---|---|\n| c | d |\n| c |",
        "a | b\n:-:|--:\nc | d \\| e",
        "| a | b |\n|---|---|\n| `c | d` | e |",
        "| a |\n|---|\n| b |\n\nOne | two | three",
        "One | two\n---\n| a | b | c |",
        "```\n[^1]: x\n[a]: b\n| a |\n|---|\n| b | c |\n```",
    ],
)
def test_nothing_is_dropped(text: str) -> None:
    """What is used is all right, and so is what is code or no table at all."""
    assert found(text) == []


def test_a_footnote_that_nothing_mentions() -> None:
    """A footnote without a mark in the text is told where it is written."""
    (problem,) = found("Text.\n\n[^note]: Never.")
    assert problem.message == "nothing refers to the footnote `note`"
    assert problem.hint == "write `[^note]` in the text, or remove it"
    assert place(problem) == ("footnote", 3, 3, 4)


def test_two_footnotes_of_one_name() -> None:
    """The second one would take the place of the first, and is told."""
    (problem,) = found("Text[^one]\n\n[^one]: Do not run.\n[^one]: Walk.")
    assert (problem.message, problem.hint) == ("there is a second footnote `one`", "give it another name")
    assert place(problem) == ("footnote", 4, 3, 3)


def test_a_footnote_with_the_name_of_a_source() -> None:
    """No mark can reach it: the citation of the source comes first."""
    (problem,) = found("Text.[^nhs]\n\n[^nhs]: Note.")
    assert (problem.message, problem.hint) == ("the footnote `nhs` has the name of a source", "give it another name")
    assert place(problem) == ("footnote", 3, 3, 3)


@pytest.mark.parametrize("text", ["[Note]: Stop.", "  [Note]:Stop.", "[Note]: Stop.\n[Note]"])
def test_an_address_that_no_link_uses(text: str) -> None:
    """A line that begins with a word in brackets and a colon is an address, and vanishes."""
    expected = [] if text.endswith("]") else [("unused-address", 1, text.index("Note") + 1, 1)]
    assert [place(problem) for problem in found(text)] == expected


def test_what_to_do_about_an_address() -> None:
    """A warning in brackets is the likeliest mistake."""
    (problem,) = found("[Note]: Stop.")
    assert problem.message == "this line defines an address that no link uses, and is not shown"
    assert problem.hint == "remove it, or take the brackets out"


@pytest.mark.parametrize(
    ("row", "cells"), [("| c | d | do not run |", 3), ("c | d | e | f", 4), ("| c | d | |", 3), ("c | d | e \\|", 3)]
)
def test_a_row_with_more_cells_than_columns(row: str, cells: int) -> None:
    """The cells beyond the last column would vanish, and the row is told."""
    (problem,) = found(f"One.\n\n| a | b |\n|---|---|\n| c | d |\n{row}")
    assert problem.message == f"this row has {cells} cells, and the table 2 columns"
    assert problem.hint == "take the last ones out, or write `\\|` for a plain bar"
    assert place(problem) == ("table", 6, 1, 1)


def test_each_table_has_columns_of_its_own() -> None:
    """A table ends at an empty line."""
    text = "| a | b |\n|---|---|\n| c | d |\n\n| a |\n|---|\n| c | d |"
    assert [place(problem) for problem in found(text)] == [("table", 7, 1, 1)]
