"""Footnotes are the author's prose, and no list."""

from __future__ import annotations

from typing import Any

from healthsite.model.prose import PageText
from healthsite.pages.body import Body
from healthsite.text.dialect import convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def read(text: str) -> PageText:
    return convert(Body("content/articles/back.md", 1, text), no_cards).text


def test_footnotes_are_read_by_the_rules() -> None:
    """A footnote is a paragraph like any other, below no heading, and found where it is written."""
    text = "A cure?[^1]\n\n[^1]: A cure for all.\n\n## Signs\n\nRest."
    page = read(text)
    assert [(passage.kind, passage.text, passage.section) for passage in page.body()] == [
        ("paragraph", "A cure?", ""),
        ("heading", "Signs", "Signs"),
        ("paragraph", "Rest.", "Signs"),
        ("paragraph", "A cure for all.", ""),
    ]
    assert [passage.offset for passage in page.body()] == [
        text.index(word) for word in ("A cure?", "Signs", "Rest")
    ] + [text.index("A cure for")]


def test_a_list_in_a_footnote_is_a_list() -> None:
    """Only the list of the footnotes themselves is none."""
    page = read("Text.[^1]\n\n[^1]: These:\n\n    - one\n    - two")
    assert [(item.text, item.group) for item in page.of_kind("item")] == [("one", 1), ("two", 1)]


def test_footnotes_leave_no_mark_in_the_page() -> None:
    """What marks them for the rules is taken off."""
    html = convert(Body("content/articles/back.md", 1, "Text.[^1]\n\n[^1]: Note."), no_cards).html
    assert '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:1">' in html
