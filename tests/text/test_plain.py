"""The text of an element as readers see it."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from healthsite.text.plain import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <em>two</em>\n three</p>", "One two three"),
        ("<p>One<sup><a>source 1</a></sup>, two</p>", "One, two"),
        ("<h3><span class='visually-hidden'>Warning: </span>New</h3>", "New"),
        ("<li>One<ul><li>two</li></ul>three</li>", "Onetwothree"),
        ("<p />", ""),
    ],
)
def test_marks_and_numbers_are_left_out(html: str, text: str) -> None:
    """Markup, numbers of sources and words that are only heard are no part of it, and blanks are folded."""
    assert plain_text(fromstring(html)) == text  # noqa: S314 - our own text


def test_what_the_library_puts_back_later_is_left_out() -> None:
    """Code and entities are not there yet."""
    element = fromstring("<p>One two</p>")  # noqa: S314 - our own text
    element.text = "One \x02amp\x03 two"
    assert plain_text(element) == "One two"


@pytest.mark.parametrize("inner", ["ul", "ol", "table"])
def test_the_inner_lists_and_tables_may_be_left_out(inner: str) -> None:
    """They are passages of their own."""
    element = fromstring(f"<li>One <{inner}><li>two</li></{inner}> three</li>")  # noqa: S314 - our own text
    assert plain_text(element, own_only=True) == "One three"
