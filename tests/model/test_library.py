"""Everything that was read, found again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.care import Care
from healthsite.model.citation import Citation
from healthsite.model.document import Document
from healthsite.model.glossary import GlossaryEntry
from healthsite.model.lexicon import Lexicon
from healthsite.model.library import KINDS, TAXONOMIES, AnyDocument, Library

LEAST: dict[str, dict[str, Any]] = {
    "articles": {"type": "guide", "topic": "legs", "reviewed": date(2026, 11, 22)},
    "exercises": {"kind": "stretch", "steps": ["Stand."]},
    "routines": {"care": "legs", "items": [{"exercise": "bend"}]},
}


def document(kind: str, slug: str, **keys: Any) -> AnyDocument:
    """A document of which only these are of interest."""
    meta = KINDS[kind].model_validate({"title": slug, "summary": slug, **LEAST.get(kind, {}), **keys})
    return Document(kind, slug, f"content/{kind}/{slug}.md", "", "", 1, meta)


def entry(slug: str, term: str) -> GlossaryEntry:
    """A glossary entry."""
    return GlossaryEntry(slug=slug, term=term, definition="A word.")


ONE_OF_EACH = [document(kind, slug) for kind in KINDS for slug in ("b", "a")]


@given(st.permutations(ONE_OF_EACH))
def test_the_order_of_the_files_does_not_matter(documents: list[AnyDocument]) -> None:
    """A library is sorted by kind and slug, however its files were found."""
    assert Library.of(documents) == Library.of(ONE_OF_EACH)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_its_place(kind: str) -> None:
    """What is put in by its folder is found again by its folder, its slug and its path."""
    library = Library.of(ONE_OF_EACH)
    assert [found.slug for found in library.of_kind(kind)] == ["a", "b"]
    assert library.find(kind, "a") is library.at(f"content/{kind}/a.md") is library.of_kind(kind)[0]


def test_what_is_not_there_is_not_found() -> None:
    """A slug of another kind, or a path with another name, finds nothing."""
    library = Library.of([document("topics", "legs")])
    assert library.find("conditions", "legs") is None
    assert library.at("content/topics/leg.md") is None


def test_documents_are_all_kinds_and_terms_are_the_taxonomies() -> None:
    """Nothing is left out, and nothing comes twice."""
    library = Library.of(ONE_OF_EACH)
    assert sorted((found.kind, found.slug) for found in library.documents) == sorted(
        (found.kind, found.slug) for found in ONE_OF_EACH
    )
    assert {found.kind for found in library.terms} == set(TAXONOMIES)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_drafts_are_held_back(kind: str) -> None:
    """A draft of any kind is known as such and found nowhere else, unless drafts are asked for."""
    draft = document(kind, "secret", status="draft")
    library = Library.of([draft])
    assert (library.drafts, list(library.documents), library.find(kind, "secret")) == ((draft,), [], None)
    assert list(Library.of([draft], drafts=True).documents) == [draft]


def test_data_is_sorted_and_found_by_key() -> None:
    """The glossary is in the order of its words, whatever their case; sources are in the order of their keys."""
    sources = [Citation(slug=slug, kind="trial", title=slug, publisher="P") for slug in ("b", "a")]
    library = Library.of([], glossary=[entry("x", "Tendon"), entry("z", "disc"), entry("y", "tendon")], sources=sources)
    assert [found.slug for found in library.glossary] == ["z", "x", "y"]
    assert [found.slug for found in library.sources] == ["a", "b"]
    assert library.entry_by_slug["z"].term == "disc"
    assert library.source_by_slug["b"] is sources[0]


def test_care_and_lexicon_may_be_missing() -> None:
    """A site without them has empty ones."""
    empty = Library.of([])
    assert (empty.care, empty.lexicon) == (Care(), Lexicon())
    given_care, given_lexicon = Care(stop_if=("it hurts",)), Lexicon(remedies=("bay leaf",))
    full = Library.of([], care=given_care, lexicon=given_lexicon)
    assert (full.care, full.lexicon) == (given_care, given_lexicon)
