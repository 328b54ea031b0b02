"""What is said about citations of sources that a page does not have."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body
from healthsite.text.dialect import Converted, convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def converted(text: str, *citations: str) -> Converted:
    return convert(Body("content/articles/back.md", 1, text, citations=citations), no_cards)


@pytest.mark.parametrize(
    ("citations", "hint"),
    [
        (("nice-ng59", "nhs"), "did you mean `nice-ng59`?"),
        (("nhs",), "add it to `sources:` in the front matter"),
        ((), "add it to `sources:` in the front matter"),
    ],
)
def test_the_source_that_may_be_meant(citations: tuple[str, ...], hint: str) -> None:
    """The nearest of the page's sources is offered, or the way to add one; the name alone is underlined."""
    (problem,) = converted("Rest.[^nice-ng95]", *citations).problems
    assert problem.hint == hint
    assert (problem.location.column, problem.length) == (8, len("nice-ng95"))


def test_numbers_follow_the_order_of_the_sources() -> None:
    """The same citation has another number where the sources stand in another order."""
    assert "</span>1</a>" in converted("Rest.[^b]", "b", "a").html
    assert "</span>2</a>" in converted("Rest.[^b]", "a", "b").html


def test_a_footnote_is_no_citation() -> None:
    """A name that the text itself explains is a footnote."""
    result = converted("Rest.[^why]\n\n[^why]: Because.", "nhs")
    assert result.problems == ()
    assert 'class="footnote-ref"' in result.html


@pytest.mark.parametrize(
    ("citation", "name", "hint"),
    [
        ("[^nhs ]", "nhs ", "did you mean `nhs`?"),
        ("[^ nhs]", " nhs", "did you mean `nhs`?"),
        ("[^two words]", "two words", "add it to `sources:` in the front matter"),
    ],
)
def test_a_citation_with_a_blank_in_it_is_told(citation: str, name: str, hint: str) -> None:
    """What looks like a citation and is none is a problem, not text."""
    (problem,) = converted(f"Rest.{citation}", "nhs").problems
    assert str(problem) == (
        f"content/articles/back.md:1:8: error: `{name}` is not one of this page's sources [citation]"
    )
    assert (problem.hint, problem.length) == (hint, len(name))


def test_a_citation_of_nothing() -> None:
    """Empty brackets name no source."""
    (problem,) = converted("Rest.[^]", "nhs").problems
    assert str(problem) == "content/articles/back.md:1:6: error: this citation names no source [citation]"
    assert problem.length == len("[^]")
