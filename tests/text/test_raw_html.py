"""What is said about raw HTML."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body
from healthsite.text.dialect import convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("<b>", "use Markdown or a block; for a plain sign write `&lt;`"),
        ("</div>", "use Markdown or a block; for a plain sign write `&lt;`"),
        ('<a href="x">', "use Markdown or a block; for a plain sign write `&lt;`"),
        ("<!-- note -->", "write notes for editors elsewhere"),
    ],
)
def test_what_to_write_instead(tag: str, hint: str) -> None:
    """The whole tag or comment is underlined, and what to write instead is said."""
    (problem,) = convert(Body("content/articles/back.md", 5, f"One\n{tag} two."), no_cards).problems
    assert problem.hint == hint
    assert (problem.location.line, problem.location.column, problem.length) == (6, 1, len(tag))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x.example></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)",
        "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>'></iframe>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<<script>script>alert(1)<</script>/script>",
        "<div>\n<script>\n\nalert(1)\n</script></div>",
        "- <style>*{}</style>",
        "| <form> |\n|---|\n| <input onfocus=alert(1) autofocus> |",
        "Note[^1]\n\n[^1]: <script>alert(1)</script>",
        "Word\n:   <script>alert(1)</script>",
        "/// warning | <script>alert(1)</script>\n<script>\n///",
        "## <script>alert(1)</script>",
        '[x](https://x.example "<script>")',
        "![<script>](https://x.example)",
        "```<script>\n<script>\n```",
        "&lt;script&gt;\\<script\\>",
    ],
)
def test_no_tag_of_an_author_gets_through(text: str) -> None:
    """However it is written, a tag is shown as text."""
    result = convert(Body("content/articles/back.md", 1, text), no_cards)
    for name in ("script", "svg", "iframe", "style", "form", "input", "!--", "img src=x"):
        assert f"<{name}" not in result.html.lower()


@pytest.mark.parametrize(
    "text",
    [
        *("(<b>x)", "Word\n:   a\n\n    <b>x", "Text[^1]\n\n[^1]: a\n\n    <b>x", "\\<b>x"),
        *("<!DOCTYPE html>", "<?php x ?>", "<br/>", "</p>", "<!-- never closed"),
    ],
)
def test_raw_html_is_reported_wherever_it_stands(text: str) -> None:
    """Raw HTML in brackets, definitions and footnotes is raw HTML too, and a backslash does not make it plain."""
    found = convert(Body("content/articles/back.md", 1, text), no_cards).problems
    assert [problem.rule for problem in found] == ["raw-html"]


@pytest.mark.parametrize(
    "text", ["1 < 2 and 3 > 2", "&lt;b&gt;", "`<b>`", "a <- b", "<https://x.example>", "[x](<a b>)"]
)
def test_a_sign_alone_is_no_html(text: str) -> None:
    """A sign that begins no tag is a sign."""
    found = convert(Body("content/articles/back.md", 1, text), no_cards).problems
    assert [problem for problem in found if problem.rule == "raw-html"] == []
