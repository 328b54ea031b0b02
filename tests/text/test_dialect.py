"""A whole text: its headings, its places, and that one text leaves nothing behind for the next."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photos import shown

from healthsite.pages.body import Body, Embed, Target, Word
from healthsite.pages.care import CareView
from healthsite.text.dialect import Converted, Heading, convert

PIECES = (
    *("Text. ", "A disc. ", "*em* ", "**strong** ", "`code` ", "&amp; ", "& ", "<b>", "</b>", "\\* ", '"q" '),
    *("\n", "\n\n", "    ", "- item\n", "1. item\n", "> quote\n", "***\n", "## Heading\n", "### Smaller\n", "# Big\n"),
    *("[a](legs.md)", "[b](gone.md)", "[c](javascript:x)", "[d][r]", "[r]: legs.md#x\n", "<https://x.example>"),
    *("![p](chair.png)", "![](none.png)", "[^nhs]", "[^1]", "[^1]: Note.\n", "[^no]", "| a | b |\n|---|---|\n| c |\n"),
    *("Word\n: Meaning\n", "\n/// do\n- walk\n///\n", "\n/// dont\n- run\n///\n", "\n/// warning | New\nText\n///\n"),
    *(
        "\n/// care | back\n///\n",
        "\n/// inset\nText\n",
        "\n///\n",
        "{: .x }",
        "\n{: onclick=x }\n",
        "```\ncode\n```\n",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def draw(name: str, view: Any, number: int) -> str:
    return f"<section>{name} {number}: {view.title}</section>"


def converted(text: str, first_line: int = 1) -> Converted:
    body = Body(
        path="content/articles/back.md",
        first_line=first_line,
        text=text,
        links=(Target("legs.md", "/articles/legs/"), Target("gone.md", "")),
        images=(shown("chair.png", "/articles/back/chair.png"),),
        words=(Word("disc", ("disc",), "/glossary/#disc"),),
        citations=("nhs",),
        embeds=(Embed("care", "back", CareView("back", "Back", ())),),
    )
    return convert(body, draw)


@pytest.mark.parametrize("text", ["", "\n", "  \n\n "])
def test_nothing_becomes_nothing(text: str) -> None:
    """A text without a letter is a page without a body, right after a text that had one."""
    converted("## Signs\n\n[a](legs.md#x) <b>")
    empty = converted(text)
    assert (empty.html, empty.headings, empty.anchored, empty.problems) == ("", (), (), ())


def test_headings_are_listed_in_order() -> None:
    """Every heading is listed with its level, its id and its text, the smaller ones where they stand."""
    assert converted("## Signs\n\n### In *both* legs\n\n## Why & how\n\n#### Deep").headings == (
        Heading(2, "signs", "Signs"),
        Heading(3, "in-both-legs", "In both legs"),
        Heading(2, "why-how", "Why & how"),
        Heading(4, "deep", "Deep"),
    )


def test_headings_may_rise_and_fall() -> None:
    """A text that begins with a small heading loses none."""
    assert [heading.level for heading in converted("### A\n\n## B\n\n#### C\n\n### D\n\n## E").headings] == [
        3,
        2,
        4,
        3,
        2,
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ('<img src=x> & "x"', '<img src=x> & "x"'),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ("[legs](legs.md) and `<code>`", "legs and <code>"),
        ("Legs[^1]\n\n[^1]: Note.", "Legs"),
        ("![p](chair.png)", ""),
        ("\\*Legs\\*", "*Legs*"),
    ],
)
def test_the_list_of_headings_holds_plain_text(heading: str, text: str) -> None:
    """Links, marks and footnotes of a heading are not in the list; its signs are, as they are read."""
    assert [found.text for found in converted(f"## {heading}").headings] == [text]


def test_places_count_from_the_top_of_the_file() -> None:
    """With ten lines of front matter above it, the text's second line is the file's twelfth."""
    result = converted("One\n[b](gone.md) <b> [^no] [c](#x)", first_line=11)
    assert {problem.location.line for problem in result.problems} == {12}
    assert result.anchored[-1][1] == 12
    assert {problem.location.path for problem in result.problems} == {"content/articles/back.md"}


def test_all_problems_of_a_text_are_told_at_once() -> None:
    """No construct hides the problems of another."""
    text = "<b> [b](gone.md) ![](chair.png) [^no]\n{: onclick=x }\n\n[^1]: Note.\n\n/// care | bakc\n///"
    rules = {problem.rule for problem in converted(text).problems}
    assert rules == {
        *("raw-html", "broken-link", "image-alt", "citation", "attribute", "footnote", "unknown-reference"),
    }


def test_a_text_with_wrong_blocks_is_not_converted() -> None:
    """What its lines of slashes mean cannot be told; what is wrong beside them is told as far as it can be."""
    result = converted("## Signs\n\n<b> [b](gone.md#x)\n\n[^1]: Note.\n\n/// nope\n///")
    assert (result.html, result.headings, result.anchored, result.text.passages) == ("", (), (), ())
    assert {problem.rule for problem in result.problems} == {"block", "raw-html", "footnote"}


def test_line_ends_and_blanks_at_the_end_do_not_matter() -> None:
    """A text gives the same HTML with and without an empty line at its end."""
    assert converted("Text").html == converted("Text\n\n").html == "<p>Text</p>"


def test_a_text_that_is_too_deep_leaves_nothing_behind() -> None:
    """It is a problem of its own, and the next text is converted as ever."""
    deep = converted("\n".join(f"{'    ' * depth}- a" for depth in range(300)))
    assert [problem.rule for problem in deep.problems] == ["too-deep"]
    assert deep.html == ""
    assert converted("One [a](legs.md).\n\n- two").html == (
        '<p>One <a href="/articles/legs/">a</a>.</p>\n<ul>\n<li>two</li>\n</ul>'
    )


def test_a_card_that_cannot_be_drawn_leaves_nothing_behind() -> None:
    """After a template's mistake in a card, the next text is converted as ever."""

    def broken(name: str, view: Any, number: int) -> str:
        raise LookupError(f"{name} {number}: {view.title}")

    embeds = (Embed("care", "back", CareView("back", "Back", ())),)
    with pytest.raises(LookupError):
        convert(
            Body("content/articles/back.md", 1, "## A\n\n- /\n\n    /// care | back\n    ///", embeds=embeds), broken
        )
    assert converted("One *two*.\n\n- three").html == "<p>One <em>two</em>.</p>\n<ul>\n<li>three</li>\n</ul>"


def test_a_text_beyond_the_limits_has_no_headings() -> None:
    """A text that is not converted does not take over the headings of the one before."""
    assert converted("## Signs").headings != ()
    assert converted("x" * 10_001).headings == ()


def test_there_is_no_list_of_contents_in_a_text() -> None:
    """`[TOC]` is no part of the dialect: a page has its own list of contents."""
    assert converted("[TOC]\n\n## A").html == '<p>[TOC]</p>\n<h2 id="a">A</h2>'


def test_what_the_library_cannot_resolve_is_not_published() -> None:
    """A text in which marks cross each other so that the library's own signs come out is a problem, and not shown."""
    result = converted("*<**}*&amp;", first_line=7)
    assert [str(problem) for problem in result.problems] == [
        "content/articles/back.md:7:1: error: the marks of emphasis in this text cannot be told apart [markup]"
    ]
    assert result.html == ""


@given(first=TEXTS, second=TEXTS)
@settings(deadline=None, max_examples=60)
def test_one_text_leaves_nothing_behind_for_the_next(first: str, second: str) -> None:
    """A text becomes the same whatever was converted before it: headings, footnotes, references and blocks."""
    alone = converted(second)
    converted(first)
    assert converted(second) == alone
