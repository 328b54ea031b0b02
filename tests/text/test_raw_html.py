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
