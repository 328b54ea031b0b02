"""What Pagefind reads of each thing that can be found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from healthsite.outputs.search_document import MARK, as_one_word, search_document
from healthsite.outputs.search_entries import Entry, Passage

STATIC = Path(__file__).resolve().parents[2] / "static"
ENTRY = Entry(
    url="/conditions/cramp/",
    path="conditions/cramp/index.html",
    kind="Condition",
    group="Conditions",
    title="Leg cramp",
    names=("charley horse", "a <b> & c"),
    about=("Calves", "lower leg"),
    regions=("Calves", "Feet"),
    summary="It hurts.",
)
WORD = replace(ENTRY, url="/glossary/#cramp", path="", names=(), about=(), regions=(), summary="A tight muscle.")


def test_names_stand_apart_from_the_text() -> None:
    """They are fields, which weigh by themselves, and no part of what is quoted; the text follows the summary."""
    assert search_document(ENTRY, "<p>Rest.</p>", "en-gb") == (
        '<html lang="en-gb"><body>'
        '<p data-pagefind-ignore data-pagefind-meta="title">Leg cramp</p>'
        '<p data-pagefind-ignore data-pagefind-meta="is">zzlegcramp</p>'
        '<p data-pagefind-ignore data-pagefind-meta="names">charley horse; a &lt;b&gt; &amp; c</p>'
        '<p data-pagefind-ignore data-pagefind-meta="called">zzcharleyhorse zzabc</p>'
        '<p data-pagefind-ignore data-pagefind-meta="about">Calves; lower leg</p>'
        '<p data-pagefind-ignore data-pagefind-meta="kind">Condition</p>'
        '<p data-pagefind-ignore data-pagefind-filter="kind">Conditions</p>'
        '<p data-pagefind-ignore data-pagefind-filter="region">Calves</p>'
        '<p data-pagefind-ignore data-pagefind-filter="region">Feet</p>'
        '<p data-pagefind-weight="2">It hurts.</p>'
        '<div id="search-text"><p>Rest.</p></div></body></html>'
    )


def test_a_word_of_the_glossary_has_fields_of_its_own() -> None:
    """So that a page of that name comes before it."""
    assert search_document(WORD, "", "en") == (
        '<html lang="en"><body>'
        '<p data-pagefind-ignore data-pagefind-meta="term">Leg cramp</p>'
        '<p data-pagefind-ignore data-pagefind-meta="word">zzlegcramp</p>'
        '<p data-pagefind-ignore data-pagefind-meta="kind">Condition</p>'
        '<p data-pagefind-ignore data-pagefind-filter="kind">Conditions</p>'
        '<p data-pagefind-weight="2">A tight muscle.</p>'
        '<div id="search-text"></div></body></html>'
    )


def test_care_cards_are_parts_with_their_anchors() -> None:
    """A result can lead right to one of them."""
    entry = replace(
        ENTRY, signs=("cannot walk",), passages=(Passage("care-legs-urgent", "Call <now> if:", ("a", "b & c")),)
    )
    document = search_document(entry, "", "en")
    assert '<h3 id="care-legs-urgent">Call &lt;now&gt; if:</h3><ul><li>a</li><li>b &amp; c</li></ul>' in document
    assert '"called">zzcharleyhorse zzabc zzcannotwalk</p>' in document


@pytest.mark.parametrize(
    ("name", "word"), [("Slipped disc", "zzslippeddisc"), ("Ménière’s x2", "zzmenieresx2"), ("%", "")]
)
def test_a_name_is_one_word(name: str, word: str) -> None:
    """Without spaces, signs and accents; a name of signs only is no word."""
    assert as_one_word(name) == word


def test_the_search_page_asks_for_names_as_they_are_kept() -> None:
    """The mark before a name is the same on both sides."""
    assert f'const MARK = "{MARK}";' in (STATIC / "js/search-index.js").read_text("utf-8")
