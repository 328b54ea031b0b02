"""Blocks that follow each other closely, in quotations, items and definitions and out of them."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body
from healthsite.text.dialect import Converted, convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def converted(text: str) -> Converted:
    return convert(Body("content/articles/back.md", 1, text), no_cards)


@pytest.mark.parametrize(
    "text",
    [
        "> /// inset\n> One.\n> ///\n/// do\n- walk\n///",
        "> > /// inset\n> > One.\n> > ///\n> /// do\n> - walk\n> ///",
        "> /// inset\n> One.\n> ///\n> \n/// do\n- walk\n///",
        "- One\n\n    /// inset\n    One.\n    ///\n/// do\n- walk\n///",
        "Word\n:   One\n\n    /// inset\n    One.\n    ///\n/// do\n- walk\n///",
        "//// warning | New\n> /// inset\n> One.\n> ///\n/// do\n- walk\n///\n////",
    ],
)
def test_a_block_right_below_another_one_is_a_block(text: str) -> None:
    """A block that follows a quotation or an item with a block in it is found, and converting ends."""
    result = converted(text)
    assert result.problems == ()
    assert result.html.count('class="callout callout--inset"') == 1
    assert result.html.count('class="callout callout--do"') == 1
    assert "//" not in result.html


@pytest.mark.parametrize(
    "text",
    [
        "> /// inset\n## Next\n/// do\n- walk\n///\n",
        "- /// inset\n## Next\n/// do\n- walk\n///\n",
        "Word\n:   /// inset\n## Next\n/// do\n- walk\n///\n",
        "> /// inset\n***\n/// do",
        "> - /// dont\n> - | a |\n/// inset\n///\n- > /// do\n    ```",
    ],
)
def test_a_block_left_open_in_a_quotation_is_told(text: str) -> None:
    """It is never looked for without end: the text is not converted."""
    result = converted(text)
    assert result.html == ""
    assert {problem.rule for problem in result.problems} == {"block"}


def test_code_stays_as_it_was_written() -> None:
    """Lines of slashes in code are no blocks, and nothing is put before them."""
    assert converted("One\n\n    two\n    /// do\n\n```\n/// do\n```").html == (
        "<p>One</p>\n<pre><code>two\n/// do\n</code></pre>\n<pre><code>/// do\n</code></pre>"
    )
