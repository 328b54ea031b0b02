"""What is said about links that lead nowhere, and which anchors are left to be looked for."""

from __future__ import annotations

from typing import Any

import pytest
from photos import shown

from healthsite.pages.body import Body, Target
from healthsite.text.dialect import Converted, convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def converted(text: str, first_line: int = 1) -> Converted:
    links = (
        Target("../conditions/sciatica.md", "/conditions/sciatica/"),
        Target("gone.md", "", "that page is a draft"),
        Target("../gone.md", ""),
    )
    images = (shown("chair.png", "/articles/back/chair.png"),)
    return convert(Body("content/articles/back.md", first_line, text, links=links, images=images), no_cards)


def hint(text: str) -> str:
    (problem,) = converted(text).problems
    return problem.hint


def test_the_reason_of_a_page_that_is_not_there() -> None:
    """Why a path leads nowhere was found out with all pages in sight, and is passed on."""
    assert hint("[x](gone.md)") == "that page is a draft"


def test_the_path_that_may_be_meant() -> None:
    """For an address that is no path, the nearest path of the text is offered."""
    assert hint("[x](../conditions/sciatica)") == "did you mean `../conditions/sciatica.md`?"


@pytest.mark.parametrize("address", ["/topics/", "zzz", "//example.org", "?a=1"])
def test_what_a_path_looks_like(address: str) -> None:
    """Where no path is near, an example shows what one looks like."""
    assert hint(f"[x]({address})") == "link to another page by the path of its file, as in `../conditions/sciatica.md`"


@pytest.mark.parametrize(
    "address", ["javascript:x", "DATA:x", "vbscript:x", "file:///etc/passwd", "blob:x", "x-a+b.c:d"]
)
def test_a_scheme_that_is_not_one_of_four(address: str) -> None:
    """A link of any other scheme leads nowhere, and the whole address is underlined."""
    result = converted(f"See\n[x]({address}).", first_line=7)
    (problem,) = result.problems
    assert problem.rule == "unsafe-link"
    assert problem.hint == "link to a page with `https://`, or to a `.md` file of this site"
    assert (problem.location.line, problem.location.column, problem.length) == (8, 5, len(address))
    assert result.html == '<p>See\n<a href="#">x</a>.</p>'


@pytest.mark.parametrize("address", ["https://x.example/a?b#c", "HTTP://x.example", "mailto:a@x.example", "tel:+44"])
def test_a_scheme_that_may_be(address: str) -> None:
    """The web, post and telephone may be linked, and such links have no anchor of ours."""
    result = converted(f"[x]({address})")
    assert result.html == f'<p><a href="{address}">x</a></p>'
    assert (result.problems, result.anchored) == ((), ())


@pytest.mark.parametrize("address", ["", "#"])
def test_a_link_to_nothing(address: str) -> None:
    """An address that names nothing leads nowhere."""
    assert [problem.message for problem in converted(f"[x]({address})").problems] == ["this link leads nowhere"]


def test_anchors_are_found_with_their_place() -> None:
    """Each link to an anchor is kept with its line and column, for when all pages are known."""
    text = "See [a](#signs),\n[b](../conditions/sciatica.md#causes) and [c](../conditions/sciatica.md)."
    assert converted(text, first_line=5).anchored == (("#signs", 5, 9), ("/conditions/sciatica/#causes", 6, 5))


def test_the_same_anchor_twice_has_two_places() -> None:
    """A second link to the same anchor is found behind the first."""
    assert converted("[a](#signs) [b](#signs)").anchored == (("#signs", 1, 5), ("#signs", 1, 17))


def test_a_citation_is_a_link_to_an_anchor() -> None:
    """That a page shows the sources that its text cites is checked like any other anchor."""
    body = Body("content/articles/back.md", 3, "Rest.\nMove.[^nhs]", citations=("nhs",))
    assert convert(body, no_cards).anchored == (("#source-nhs", 4, 8),)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a](gone.md) [b](gone.md)", [("broken-link", 1, 5), ("broken-link", 1, 18)]),
        ("[a](javascript:x)\n\n[b](javascript:x)", [("unsafe-link", 1, 5), ("unsafe-link", 3, 5)]),
        ("Read gone.md: [a](gone.md)", [("broken-link", 1, 19)]),
        ("[a](../gone.md) [b](gone.md)", [("broken-link", 1, 5), ("broken-link", 1, 21)]),
        ("[a](../x/legs) [b](legs)", [("broken-link", 1, 5), ("broken-link", 1, 20)]),
        ("[a](gone.md#x) [b](gone.md)", [("broken-link", 1, 5), ("broken-link", 1, 20)]),
        ("[a](#x) [b](#)", [("broken-link", 1, 13)]),
        ("One [a]()", [("broken-link", 1, 9)]),
        ('[a](gone.md "Gone") <ftp://x.example>', [("broken-link", 1, 5), ("unsafe-link", 1, 22)]),
        ("[a][b]\n\n[b]: gone.md", [("broken-link", 3, 6)]),
        ("[a](<gone.md>)", [("broken-link", 1, 6)]),
    ],
)
def test_a_link_is_told_where_it_is(text: str, places: list[tuple[str, int, int]]) -> None:
    """At its own address, not at a like piece before it."""
    found = converted(text).problems
    assert sorted(((p.rule, p.location.line, p.location.column) for p in found), key=lambda at: at[1:]) == places


def test_an_anchor_stands_where_it_is() -> None:
    """The place of a link to an anchor is not that of the same piece before it."""
    assert converted("See #x in [a](../conditions/sciatica.md), [b](#x)").anchored == (("#x", 1, 47),)


def test_a_link_to_the_place_of_a_source_is_no_citation() -> None:
    """A citation is placed at its name, also behind a link that an author wrote to the same place."""
    body = Body("content/articles/back.md", 1, "[a](#source-nhs) Rest.[^nhs] Move.[^nhs]", citations=("nhs",))
    assert convert(body, no_cards).anchored == tuple(("#source-nhs", 1, column) for column in (5, 25, 37))


def test_an_email_address_has_no_anchor() -> None:
    """The coded address of `<me@x.example>` is no link to a place on a page."""
    result = converted("<me@x.example>")
    assert (result.anchored, result.problems) == ((), ())


@pytest.mark.parametrize("anchor", ["#fnord", "#fn"])
def test_an_anchor_that_begins_like_a_footnotes(anchor: str) -> None:
    """Only the addresses that the library makes for footnotes are left out."""
    assert converted(f"[a]({anchor}) b[^1]\n\n[^1]: Note.").anchored == ((anchor, 1, 5),)
