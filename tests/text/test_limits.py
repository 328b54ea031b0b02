"""Texts that nobody could read are refused before they hold up a build."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body
from healthsite.text.dialect import Converted, convert
from healthsite.text.limits import LONGEST_LINE, LONGEST_WORD, MOST_MARKUP


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def converted(text: str) -> Converted:
    return convert(Body("content/articles/back.md", 1, text), no_cards)


def test_a_line_that_is_too_long() -> None:
    """A line beyond the bound is told with its length and its place, and the text is not converted."""
    result = converted("One.\n\nTwo\n" + "x" * (LONGEST_LINE + 1))
    (problem,) = result.problems
    assert str(problem) == (
        "content/articles/back.md:4:1: error: this line has 10,001 characters; 10,000 are the most [too-long]"
    )
    assert result.html == ""


@pytest.mark.parametrize("sign", ["[", "*", "`", "&", "![", "<", "_"])
def test_too_many_signs_of_markup_in_one_part(sign: str) -> None:
    """A part of many thousand signs is refused at its beginning; nobody writes one, and converting it takes minutes."""
    text = "One.\n\n" + "\n".join([sign * 100] * (MOST_MARKUP // 100 + 1))
    result = converted(text)
    assert [str(problem) for problem in result.problems] == [
        "content/articles/back.md:3:1: error: this part has over 2,000 signs of markup [too-long]"
    ]
    assert result.html == ""


def test_a_long_text_of_many_parts_is_within_the_bounds() -> None:
    """The bounds are those of a line and of a part; a text may have any number of them."""
    result = converted("*One* line.\n\n" * MOST_MARKUP)
    assert result.problems == ()
    assert result.html.count("<em>One</em>") == MOST_MARKUP


def test_a_line_at_the_bound() -> None:
    """The longest line is still converted."""
    assert converted("x " * (LONGEST_LINE // 2)).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x\n" * 10_001, "this text has over 10,000 lines"),
        (("ease " * 1_000 + "\n\n") * 41, "this text has over 200,000 characters"),
        (("[a] " * 400 + "\n\n") * 26, "this text has over 20,000 signs of markup"),
        ("~~~x\n\n" * 1_001, "this text has over 1,000 lines of backticks, tildes or slashes"),
    ],
)
def test_a_text_that_is_too_much_as_a_whole(text: str, said: str) -> None:
    """Many small parts hold up a build as well as one large one, so that the whole is bounded too."""
    result = converted(text)
    assert [str(problem) for problem in result.problems][:1] == [
        f"content/articles/back.md:1:1: error: {said} [too-long]"
    ]
    assert result.html == ""


def test_a_word_that_nobody_can_read() -> None:
    """A word of thousands of letters is told where it begins."""
    (problem,) = converted("One.\n\nTwo " + "x" * LONGEST_WORD).problems
    assert str(problem) == "content/articles/back.md:3:5: error: this word has over 1,500 characters [too-long]"
