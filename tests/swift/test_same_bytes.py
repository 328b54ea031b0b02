"""The faster parts of Markdown give the same bytes as stock Python-Markdown, whatever the text."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from healthsite.pages.body import Body, Word
from healthsite.swift.quickened import quickened
from healthsite.text.dialect import convert

ROOT: Final = Path(__file__).resolve().parents[2]
SUITE: Final = ROOT / ".tools" / "markdown-tests" / "tests"
COMMONMARK: Final = ROOT / ".tools" / "node_modules" / "commonmark-spec" / "spec.txt"
"""Where `.ci/run` puts the test suite of Python-Markdown and the examples of CommonMark."""

EXTENSIONS: Final = {
    "none": (),
    "ours": ("tables", "footnotes", "def_list", "fenced_code", "sane_lists", "attr_list", "toc"),
    "all": ("extra", "toc", "sane_lists", "admonition", "smarty", "wikilinks", "nl2br", "legacy_attrs", "codehilite"),
    "emphasis of old": ("legacy_em", "md_in_html", "abbr"),
    "blocks": ("pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.superfences", "pymdownx.betterem"),
}
"""Sets of extensions: the faster parts must keep out of the way of every other."""


@cache
def converter(extensions: str, *, swift: bool) -> Any:
    """A converter with one of the sets of extensions."""
    made = Markdown(extensions=list(EXTENSIONS[extensions]))
    return quickened(made) if swift else made


def outcome(extensions: str, text: str, *, swift: bool) -> object:
    """What becomes of *text*: its HTML and its headings, or the kind of the error."""
    md = converter(extensions, swift=swift)
    try:
        return md.reset().convert(text), getattr(md, "toc_tokens", None)
    except Exception as error:  # noqa: BLE001 - stock Markdown fails on some texts, and the faster parts must too
        converter.cache_clear()
        return type(error)


def as_on_the_site(text: str) -> tuple[object, object]:
    """What the whole dialect makes of *text*, with the faster parts and without."""
    words = (Word("disc", ("disc",), "/glossary/#disc"),)
    body = Body("content/articles/a.md", 5, text, citations=("nhs",), words=words)
    return tuple(convert(body, lambda *_: "<p>drawn</p>", swift=swift) for swift in (True, False))  # type: ignore[return-value]


def differing(texts: Iterator[str] | list[str]) -> list[tuple[str, str]]:
    """The texts, each with a set of extensions, of which the two make something different."""
    found = []
    for text in texts:
        for extensions in EXTENSIONS:
            if outcome(extensions, text, swift=True) != outcome(extensions, text, swift=False):
                found.append((extensions, text))  # noqa: PERF401 - as below
        swift, stock = as_on_the_site(text)
        if swift != stock:
            found.append(("site", text))
    return found


def suite() -> Iterator[str]:
    """Every text of the test suite of Python-Markdown."""
    for file in sorted(SUITE.rglob("*.txt")):
        yield file.read_text("utf-8", errors="replace")
    for file in sorted(SUITE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield dedent(node.value)


def commonmark() -> Iterator[str]:
    """Every example of the CommonMark specification."""
    for example in re.findall(r"^`{32} example\n(.*?)^\.\n", COMMONMARK.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield example.replace("→", "\t")


def content() -> Iterator[str]:
    """Every text of this repository: the articles, the documents, and the cases of the dialect."""
    for folder in ("content", "docs", "tests/text/cases", "tests/checks/cases"):
        for file in sorted((ROOT / folder).rglob("*.md")):
            yield file.read_text("utf-8")


@pytest.mark.parametrize(
    ("texts", "place", "least"),
    [(suite, SUITE, 1000), (commonmark, COMMONMARK, 600), (content, ROOT / "content", 150)],
    ids=["the suite of Python-Markdown", "the examples of CommonMark", "the texts of this repository"],
)
def test_known_texts_come_out_the_same(texts: Callable[[], Iterator[str]], place: Path, least: int) -> None:
    """With every set of extensions, and in the dialect of the site."""
    if not place.exists():
        pytest.skip(f"{place.name} is not on this machine: `.ci/run` fetches it")
    known = list(texts())
    assert len(known) >= least
    assert differing(known) == []


PIECES: Final = (
    *("word ", "two words", "é", "disc ", "1. ", "12. ", "- ", "* ", "+ ", "> ", "# ", "## ", "#", "    ", "  ", "\t"),
    *("\n", "\n\n", "  \n", "*", "**", "***", "_", "__", "`", "``", "```\n", "~~~\n", "[", "]", "](", ")", "!["),
    *("[^1]", "[^1]: ", "[^nhs]", "[a]: /b\n", "[a]", "<", ">", "<b>", "</b>", "<a@b.c>", "<http://a.b>", "&", "&amp;"),
    *("&#123;", "\\", "\\*", "\\[", "{: .a }", "{#b}", "{ .c}", "|", "| a | b |\n", "|---|---|\n", ":  d", "---\n"),
    *(
        "===\n",
        "***\n",
        "/// do\n",
        "///\n",
        "/// warning | Title\n",
        '"quoted"',
        "'",
        "http://a.b/c_d",
        "\x02",
        "\x03",
    ),
    "klzzwxh:0000",
)
TEXTS: Final = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


LINES: Final = (
    *("", "", "", "Words.", "words go on", "## Head", "### Head *of* all", "## Twice", "## Twice", "# One #", "#none"),
    *("- item", "- another one", "* star", "+ plus", "1. first", "2. second", "7. seventh", "10. tenth", "1) no"),
    *(
        "- with [words](b.md) in",
        "- [words](b.md) first",
        "  - below",
        "    - far below",
        "- a | b",
        "-",
        "- 3 of them",
    ),
    *("See [words](b.md).", "[a](b.md) [c](d.md#e), [f](/g/)", "[a] [b](c.md)", "[a](b.md)]", "[[a](b.md)](c.md)"),
    *("[two", "words](b.md) here", "[a](b.md 'title')", "[a](<b.md>)", "[a](b_c.md)", "*[a](b.md)*", "[*a*](b.md)"),
    *(
        "![i](b.png) [a](b.md)",
        "[a](b.md)[^nhs]",
        "[a][b](c.md)",
        "[b]: /c",
        "two spaces  ",
        "*em* **strong**",
        "a < b",
    ),
    *(
        "> quoted [a](b.md)",
        "> - item",
        "> ## Head",
        "    code",
        ": defined",
        "{: #x }",
        "## Head {#id}",
        "- a {: .b }",
    ),
    *(
        "---",
        "===",
        "| a | b |",
        "|---|---|",
        "| [a](b.md) | c |",
        "```",
        "/// do",
        "///",
        "- a\\*b",
        "&amp; [a](b.md)",
    ),
)
"""Lines as people write them, and lines that look almost like them."""


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(st.sampled_from(LINES), min_size=1, max_size=16).map("\n".join))
def test_usual_lines_come_out_the_same(text: str) -> None:
    """In any order: this is where the faster parts do most."""
    assert differing([text]) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_generated_texts_come_out_the_same(text: str) -> None:
    """Texts that nobody would write, put together from everything that means something in Markdown."""
    assert differing([text]) == []
