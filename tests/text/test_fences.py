"""The ``///`` lines, and what is said about wrong ones."""

from __future__ import annotations

import pytest

from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.text.fences import ARGUMENTS, check_fences
from healthsite.text.place import Finder


def found(text: str) -> list[Problem]:
    finder = Finder(Body("content/articles/back.md", 1, text))
    check_fences(finder)
    return finder.problems


@pytest.mark.parametrize(
    "text",
    [
        "/// do\n- walk\n///",
        "/// dont\n- run\n///",
        "/// warning | New swelling\nGet help.\n///",
        "/// inset\nText.\n///",
        "/// care\n///",
        "/// care | back\n///",
        "/// exercise | knee-hug\n///",
        "///do\n- walk\n///   ",
        "//// inset\n/// do\n- walk\n///\n////",
        "///// inset\n//// inset\n/// do\n///\n////\n/////",
        "Write `/// nope`.\n\n```\n/// nope\n```",
        "https:///example and / // one",
        "",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    """Every block with the argument that it takes, each closed by as many marks, is all right."""
    assert found(text) == []


def test_a_name_that_is_nearly_one() -> None:
    """The nearest block is offered for a name that is not one, and the name is underlined."""
    (problem,) = found("Text.\n\n/// exercize | knee-hug\n///")
    assert str(problem) == "content/articles/back.md:3:5: error: unknown block `exercize` [block]"
    assert problem.hint == "did you mean `exercise`?"
    assert problem.length == len("exercize")


def test_a_name_that_is_like_none() -> None:
    """All blocks are told where a name is like none of them."""
    (problem,) = found("/// zzz\n///")
    assert problem.hint == "the blocks are care, exercise, do, dont, warning, inset"


@pytest.mark.parametrize("name", [name for name, takes in ARGUMENTS.items() if takes])
@pytest.mark.parametrize("rest", ["", " ", " |", " |  "])
def test_an_argument_that_lacks(name: str, rest: str) -> None:
    """A block that needs an argument says how one is written."""
    (problem,) = found(f"/// {name}{rest}\n///")
    assert problem.message == f"the block `{name}` lacks its argument"
    assert f"`/// {name} | …`" in problem.hint
    assert (problem.location.column, problem.length) == (5, len(name))


@pytest.mark.parametrize("name", [name for name, takes in ARGUMENTS.items() if takes is False])
def test_an_argument_too_many(name: str) -> None:
    """A block that takes no argument underlines the one that it was given."""
    (problem,) = found(f"/// {name} | at work\n///")
    assert problem.message == f"the block `{name}` takes no argument"
    assert problem.hint == f"write `/// {name}` alone"
    assert (problem.location.column, problem.length) == (8 + len(name), len("at work"))


def test_a_block_that_is_never_closed() -> None:
    """The opening line is named, with the marks that would close it."""
    (problem,) = found("//// inset\nText.\n")
    assert problem.message == "the block `inset` is not closed"
    assert problem.hint == "write a line `////` below its last line; a block around others begins with more slashes"
    assert (problem.location.line, problem.location.column, problem.length) == (1, 6, 5)


def test_an_inner_block_that_is_never_closed() -> None:
    """Closing the outer block tells that the inner one was not."""
    problems = found("//// inset\n/// do\n- walk\n////\n\nText.")
    assert [(problem.location.line, problem.message) for problem in problems] == [(2, "the block `do` is not closed")]


def test_a_mark_that_closes_nothing() -> None:
    """A closing mark without a block is underlined from end to end."""
    (problem,) = found("/// inset\n///\n\n////")
    assert problem.message == "this closes a block that was not opened"
    assert problem.hint == "remove it, or open a block above"
    assert (problem.location.line, problem.location.column, problem.length) == (4, 1, 4)


def test_every_mistake_is_told_at_once() -> None:
    """One mistake does not hide another."""
    assert [problem.location.line for problem in found("/// nope\n///\n\n/// do | x\n///\n\n/// warning\n///")] == [
        1,
        4,
        7,
    ]


@pytest.mark.parametrize("name", ["do", "dont", "inset", "care"])
@pytest.mark.parametrize("below", ["    attrs: {id: x}", "    - walk", "    1: x"])
def test_what_would_be_read_as_options(name: str, below: str) -> None:
    """A block takes no options, and text that would be taken for some is told to begin in the first column."""
    (problem,) = found(f"/// {name}\n{below}\n///")
    assert problem.message == f"the block `{name}` takes no options"
    assert problem.hint == "begin the text of the block in the first column, or leave a line empty before it"
    assert (problem.location.line, problem.location.column, problem.length) == (1, 5, len(name))


@pytest.mark.parametrize("text", ["> /// nope\n> ///", "- a\n\n    /// nope\n    ///"])
def test_blocks_in_quotations_and_lists_are_read_too(text: str) -> None:
    """A block may stand in a quotation or an item, and its mistakes are told there as well."""
    assert [problem.message for problem in found(text)] == ["unknown block `nope`"]


@pytest.mark.parametrize("sign", ["- ", "* ", "+ ", "1. ", "2) ", ":   ", "[^1]: ", "> - ", "- > ", "- - "])
def test_a_block_behind_the_sign_of_a_list(sign: str) -> None:
    """Slashes behind a list's sign are refused there, and the slashes are underlined."""
    (problem,) = found(f"Text.\n\n{sign}//// inset\n")
    assert problem.message == "a block cannot begin behind the sign of a list"
    assert problem.hint == "write it on a line of its own, indented"
    assert (problem.location.line, problem.location.column, problem.length) == (3, len(sign) + 1, 4)


@pytest.mark.parametrize(
    ("opened", "closed"), [("> ", ""), ("", "> "), ("    ", ""), ("> ", "> > "), ("> ", ">     "), ("", "    ")]
)
def test_a_block_ends_where_it_began(opened: str, closed: str) -> None:
    """A line in another quotation or item closes nothing."""
    problems = found(f"- a\n\n{opened}/// inset\n{opened}Text.\n{closed}///")
    assert {problem.message for problem in problems} == {
        "the block `inset` is not closed",
        "this closes a block that was not opened",
    }


@pytest.mark.parametrize(("opened", "closed"), [("> ", ">"), ("", "   "), ("    ", "\t"), (">> ", "> > ")])
def test_a_few_blanks_do_not_matter(opened: str, closed: str) -> None:
    """Up to three blanks before a line leave it where it is, and a tab is four."""
    assert found(f"- a\n\n{opened}/// inset\n{opened}Text.\n{closed}///") == []


def test_blocks_of_one_length_do_not_stand_in_each_other() -> None:
    """The one that is open is told, at its own place."""
    problems = found("/// inset\n/// do\n- walk\n///\n///")
    assert [(problem.location.line, problem.message) for problem in problems] == [
        (1, "the block `inset` is not closed"),
        (5, "this closes a block that was not opened"),
    ]


def test_a_block_of_one_length_ends_those_inside_the_one_before() -> None:
    """Opening a second block of the length of one that is open tells all that were open in it."""
    problems = found("//// inset\n/// do\n- walk\n//// warning | New\nText.\n////")
    assert sorted((problem.location.line, problem.message) for problem in problems) == [
        (1, "the block `inset` is not closed"),
        (2, "the block `do` is not closed"),
    ]


@pytest.mark.parametrize(("text", "sound"), [("/// do\n- walk\n///", True), ("/// do", False)])
def test_whether_all_is_well(text: str, sound: bool) -> None:  # noqa: FBT001 - the answer expected
    """The answer is about the lines of slashes only, not about what was found before them."""
    finder = Finder(Body("content/articles/back.md", 1, text))
    finder.problem_at(0, "other", "something else")
    assert check_fences(finder) is sound
