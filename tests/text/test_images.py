"""What is said about pictures."""

from __future__ import annotations

from typing import Any

import pytest
from photos import shown

from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.text.dialect import convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def found(text: str, *names: str) -> list[Problem]:
    images = tuple(shown(name, f"/articles/back/{name}") for name in names)
    return list(convert(Body("content/articles/back.md", 9, text, images=images), no_cards).problems)


def test_the_picture_that_may_be_meant() -> None:
    """The nearest of the article's pictures is offered, and the name is underlined."""
    (problem,) = found("![On a chair](chiar.png)", "chair.png", "bed.png")
    assert problem.hint == "did you mean `chair.png`?"
    assert (problem.location.line, problem.location.column, problem.length) == (9, 15, len("chiar.png"))


def test_where_pictures_lie() -> None:
    """An article without pictures is told where they lie."""
    assert [problem.hint for problem in found("![On a chair](chair.png)")] == ["put it beside the article's `index.md`"]


@pytest.mark.parametrize("address", ["https://x.example/a.png", "//x.example/a.png", "data:image/png;base64,AA", "x:y"])
def test_pictures_from_elsewhere(address: str) -> None:
    """Pages load nothing from elsewhere."""
    (problem,) = found(f"![On a chair]({address})")
    assert problem.message == "this picture is not part of the site"
    assert problem.hint == "put the picture beside the article's `index.md`; pages load nothing from elsewhere"


def test_how_a_picture_says_what_it_shows() -> None:
    """A picture without words gets an example of some."""
    (problem,) = found("![](chair.png)", "chair.png")
    assert problem.rule == "image-alt"
    assert problem.hint.endswith("as in `![A person sitting upright](chair.png)`")


def test_a_picture_may_have_two_problems() -> None:
    """A picture that is not there and says nothing is told of both."""
    assert [problem.rule for problem in found("![](chair.png)")] == ["image-alt", "image"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("![ok](chair.png) ![](chair.png)", [("image-alt", 9, 22)]),
        ("![](no.png)\n\n![](no.png)", [("image", 9, 5), ("image-alt", 9, 5), ("image", 11, 5), ("image-alt", 11, 5)]),
        ("See no.png: ![ok](no.png)", [("image", 9, 19)]),
    ],
)
def test_a_picture_is_told_where_it_is(text: str, places: list[tuple[str, int, int]]) -> None:
    """At its own address, not at a like piece before it."""
    told = [(problem.rule, problem.location.line, problem.location.column) for problem in found(text, "chair.png")]
    assert sorted(told, key=lambda at: (*at[1:], at[0])) == places
