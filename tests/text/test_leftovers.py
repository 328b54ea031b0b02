"""Markup that did not become what its author meant is told, and not published as it is."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body, Target
from healthsite.problems import Problem
from healthsite.text.dialect import convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def found(text: str) -> list[Problem]:
    body = Body("content/articles/back.md", 1, text, links=(Target("legs.md", "/articles/legs/"),), citations=("nhs",))
    return list(convert(body, no_cards).problems)


def place(problem: Problem) -> tuple[str, int, int, int]:
    return problem.rule, problem.location.line, problem.location.column, problem.length


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [
        ("One.\n\n/// two words", 3, 1, 13),
        ("> One.\n> /// two words", 2, 3, 13),
        ("One\n:   Two\n\n    /// do\n    1. walk\n\n    - sit\n    ///", 8, 5, 3),
        ("- One\n    > /// do\n    > - walk\n    > ///", 2, 7, 6),
        ("One\n:   Two\n\n    /// do\n    1. walk\n    ## Next\n    \n    ///", 8, 5, 3),
    ],
)
def test_a_line_of_slashes_that_is_no_block(text: str, line: int, column: int, length: int) -> None:
    """Slashes that readers would see, in the text or swallowed by code, are told at their line."""
    problem = next(problem for problem in found(text) if problem.location.line == line)
    assert problem.message == "this line of slashes is not part of a block"
    assert problem.hint == "write a block's first and last line in columns of their own, with plain spaces"
    assert place(problem) == ("block", line, column, length)


@pytest.mark.parametrize(
    "text",
    [
        "Write `/// do`.",
        "```\n/// do\n///\n```",
        "One\n\n    /// do\n    ///",
        "One\n\n    /// do\n\n/// do\n- walk\n- sit\n///",
        "https:///x and ///",
    ],
)
def test_slashes_that_are_meant(text: str) -> None:
    """Slashes in code and in the middle of a line are the author's."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "column", "length"),
    [
        ("[<https://x.example>](legs.md)", 3, 17),
        ("[Rest [^nhs] well](legs.md)", 2, 4),
        ("a [*b*[^nhs]](legs.md)", 5, 1),
    ],
)
def test_a_link_in_a_link(text: str, column: int, length: int) -> None:
    """Browsers end the outer link where the inner one begins."""
    (problem,) = found(text)
    assert problem.message == "a link stands inside a link"
    assert problem.hint == "end the one before the other begins"
    assert place(problem) == ("nested-link", 1, column, length)


@pytest.mark.parametrize(("heading", "column"), [("Signs[^nhs]", 4), ("*Signs*[^nhs]", 11)])
def test_a_citation_in_a_heading(heading: str, column: int) -> None:
    """The number of a source would become part of the heading's address."""
    (problem,) = found(f"## {heading}")
    assert problem.message == "a citation cannot stand in a heading"
    assert problem.hint == "put it behind the sentence that it supports"
    assert place(problem)[:3] == ("citation", 1, column)


def test_a_link_beside_a_link_and_a_citation_below_a_heading() -> None:
    """Only what stands inside is told."""
    assert found("## Signs\n\n[a](legs.md)[b](legs.md)[^nhs]") == []
