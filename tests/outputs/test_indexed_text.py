"""What the search index knows of a page, and what is no reason to make it again."""

from __future__ import annotations

import pytest

from healthsite.outputs.indexed_text import indexed_digest, indexed_text


def page(main: str, frame: str = "") -> str:
    """A page with that main part, in that frame."""
    return (
        f'<html><body><header>{frame}</header><main id="main" class="page">{main}</main><footer></footer></body></html>'
    )


def test_only_the_main_part_is_indexed() -> None:
    """The frame is the same on every page, and would be found everywhere."""
    assert indexed_text(page("<p>Legs</p>", "<p>Every page</p>")) == "<p>Legs</p>"


def test_a_page_without_a_main_part_has_no_text() -> None:
    """A template of one's own may be anything."""
    assert indexed_text("<p>Legs</p>") == ""


@pytest.mark.parametrize(
    ("html", "indexed"),
    [
        ('<p class="a" data-x="1">Legs</p>', "<p>Legs</p>"),
        ('<h2 class="a" id="rest" tabindex="-1">Rest</h2>', '<h2 id="rest">Rest</h2>'),
        ("<h3>Rest</h3>", "<h3>Rest</h3>"),
        ('<p>See <a href="/x/">the <em>calf</em></a>.</p>', "<p>See the calf.</p>"),
        ('<p>It helps.<sup class="citation"><a href="#s">1</a></sup> Often.</p>', "<p>It helps. Often.</p>"),
        ("<p>a\n  b</p>\n\n<p>c</p>", "<p>a b</p> <p>c</p>"),
        ("<nav><ul><li>Contents</li></ul></nav><p>Legs</p><svg><title>A leg</title></svg>", "<p>Legs</p>"),
        ("<p>Press <button>Start</button> now</p>", "<p>Press now</p>"),
        ("<!-- a\nnote --><p>Legs</p>", "<p>Legs</p>"),
        ('<img src="a.png" alt="A leg"><p>Legs</p>', "<p>Legs</p>"),
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>"),
    ],
)
def test_tags_are_bare(html: str, indexed: str) -> None:
    """What is left is text, its blocks, and headings with their ids."""
    assert indexed_text(page(html)) == indexed


def test_what_a_template_marks_is_left_out_with_all_that_is_in_it() -> None:
    """Up to the end of that very element, and once only where one lies in another."""
    inner = '<div class="x" data-pagefind-ignore><div>a</div><p data-pagefind-ignore>b</p><nav>c</nav></div>'
    assert indexed_text(page(f"<div><p>one</p>{inner}<p>two</p></div>")) == "<div><p>one</p><p>two</p></div>"


def test_an_element_that_never_ends_is_left_out_to_the_end() -> None:
    """As a browser would see it."""
    assert indexed_text(page("<p>one</p><div data-pagefind-ignore><p>two</p>")) == "<p>one</p>"


def test_a_text_may_speak_of_the_mark() -> None:
    """It is a mark in a tag only."""
    assert indexed_text(page("<p>Write data-pagefind-ignore.</p>")) == "<p>Write data-pagefind-ignore.</p>"


def test_a_weight_is_kept() -> None:
    """It is for Pagefind to read."""
    html = '<div class="card" data-pagefind-weight="0.5"><p class="a">Legs</p><h3 id="x">Rest</h3></div>'
    assert indexed_text(page(html)) == '<div data-pagefind-weight="0.5"><p >Legs</p><h3 id="x">Rest</h3></div>'


def test_the_digest_is_that_of_the_text() -> None:
    """Other text is another digest; another look is not."""
    digest = indexed_digest(page('<p class="a">Legs</p>', "one"))
    assert digest == indexed_digest(page('<p class="b">Legs</p>', "two"))
    assert digest != indexed_digest(page("<p>Arms</p>"))
    assert len(digest) == 32
