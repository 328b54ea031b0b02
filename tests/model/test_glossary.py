"""Glossary entries, and how their words are found in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.glossary import GlossaryEntry, WordIndex

WORDS = ("back", "pain", "knee", "relief", "café", "x-ray", "baker’s")
SPELLINGS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
GLOSSARIES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]), st.lists(SPELLINGS, min_size=1, max_size=3).map(tuple), max_size=4
)
PIECES = st.sampled_from([*WORDS, "Back", "PAIN", "knees", "backpain", "deep", "7"])
GAPS = st.sampled_from([" ", " ", "\n", "  ", "-", "’", "'"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of the glossaries and others, apart or joined to longer ones."""
    return "".join(draw(PIECES) + draw(GAPS) for _ in range(draw(st.integers(0, 12))))


def naive(glossary: dict[str, tuple[str, ...]], text: str) -> list[tuple[str, int, int]]:
    """What a search with borders of words finds: the first, then the longest, then that of the first entry."""
    known = sorted(
        (-len(spelling.split()), order, spelling, slug)
        for order, slug in enumerate(glossary)
        for spelling in glossary[slug]
    )
    found: list[tuple[str, int, int]] = []
    for start in range(len(text)):
        for _, _, spelling, slug in known:
            pattern = r"\s+".join(map(re.escape, spelling.split()))
            whole = rf"(?<![^\W_])(?<![^\W_]['’-]){pattern}(?!['’-]?[^\W_])"
            match = re.compile(whole, re.IGNORECASE).match(text, start)
            if match and (not found or found[-1][2] <= start):
                found.append((slug, start, match.end()))
                break
    return found


@given(GLOSSARIES, texts())
def test_words_are_found_as_a_naive_search_finds_them(glossary: dict[str, tuple[str, ...]], text: str) -> None:
    """Whole words only, whatever their case and the white space between them, and never inside a longer word."""
    mentions = WordIndex(glossary.items()).mentions(text)
    assert [(mention.slug, mention.start, mention.end) for mention in mentions] == naive(glossary, text)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_two_entries_with_one_spelling_the_first_has_it(order: tuple[str, str]) -> None:
    """The same of them is found every time."""
    index = WordIndex((slug, ("back pain",)) for slug in order)
    assert [mention.slug for mention in index.mentions("Back pain and back pain")] == [order[0]] * 2


def test_a_text_may_end_within_a_longer_word() -> None:
    """The last word is found by itself where a longer one that begins with it is known as well."""
    index = WordIndex([("back-pain", ("back pain",)), ("back", ("back",))])
    assert [(found.slug, found.end) for found in index.mentions("On your back")] == [("back", 12)]


@pytest.mark.parametrize(
    "text", ["Mind your back. Pain is a sign.", "the back, pain", "# Back\n\nPain comes", "back (pain)", "back/pain"]
)
def test_words_on_two_sides_of_a_sign_are_not_one(text: str) -> None:
    """A full stop, a comma or a new paragraph ends what can be one word."""
    assert list(WordIndex([("back-pain", ("back pain",))]).mentions(text)) == []


def test_the_longer_of_two_words_wins() -> None:
    """A piece of a longer word is not found once more by itself."""
    index = WordIndex([("pain", ("pain",)), ("back-pain", ("back pain",)), ("relief", ("pain relief",))])
    assert [mention.slug for mention in index.mentions("back pain relief")] == ["back-pain"]


def test_a_spelling_without_letters_is_passed_over() -> None:
    """Signs alone are no word."""
    assert list(WordIndex([("odd", ("…", "?"))]).mentions("What … now?")) == []


@pytest.mark.parametrize(
    ("keys", "spellings"),
    [
        ({}, ("cartilage",)),
        ({"medical_term": "chondrus"}, ("cartilage", "chondrus")),
        ({"medical_term": "chondrus", "forms": ["cartilages"]}, ("cartilage", "chondrus", "cartilages")),
    ],
)
def test_an_entry_is_found_by_all_its_names(keys: dict[str, object], spellings: tuple[str, ...]) -> None:
    """The plain word, the medical one and the other forms all lead to it."""
    entry = GlossaryEntry.model_validate(
        {"slug": "cartilage", "term": "cartilage", "definition": "Smooth tissue.", **keys}
    )
    assert entry.spellings == spellings
