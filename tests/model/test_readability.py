"""Reading grade and length of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.prose import Passage
from healthsite.model.readability import FEWEST_WORDS, Readability, readability, syllables_of


def passages(sentence: str, count: int, kind: str = "paragraph") -> list[Passage]:
    """*count* passages of one *sentence* each."""
    return [Passage(kind, sentence, 0)] * count


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("leg", 1),
        ("rest", 1),
        ("hold", 1),
        ("breathe", 1),
        ("moves", 1),
        ("moved", 1),
        ("rested", 2),
        ("shoulder", 2),
        ("table", 2),
        ("middle", 2),
        ("gentle", 2),
        ("people", 2),
        ("idea", 3),
        ("Sciatica", 4),
        ("video", 3),
        ("caution", 2),
        ("don’t", 1),
        ("mm", 1),
        ("1.5", 1),
    ],
)
def test_syllables_are_counted_by_ear(word: str, syllables: int) -> None:
    """A silent e does not count, a voiced one does, and every word has at least one."""
    assert syllables_of(word) == syllables


@given(st.text())
def test_every_word_has_a_syllable(word: str) -> None:
    """Whatever a word is made of, it is counted."""
    assert syllables_of(word) >= 1


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """0.39 for each word of a sentence, 11.8 for each syllable of a word, less 15.59; told in tenths."""
    ten = "The leg can rest on a soft mat each day."
    assert readability(passages(ten, 10)) == Readability(100, 10, 10, round((3.9 + 11.8 - 15.59) * 10))
    longer = "The shoulder and the middle rest on a table."
    found = readability(passages(longer, 12))
    assert (found.words, found.sentences, found.longest) == (108, 12, 9)
    assert found.grade == round((0.39 * 9 + 11.8 * 12 / 9 - 15.59) * 10)


def test_a_short_text_is_not_graded() -> None:
    """Under 100 words a grade would be an accident."""
    one = passages("Rest.", FEWEST_WORDS)
    assert readability(one[1:]).grade is None
    assert readability(one).grade is not None


def test_nothing_has_no_length() -> None:
    """A page without prose is no mistake here."""
    assert readability([]) == Readability(0, 0, 0, None)


@pytest.mark.parametrize("kind", ["heading", "title", "summary", "note", "header", "term"])
def test_only_prose_is_measured(kind: str) -> None:
    """Headings and front matter are read differently, and numbers are no words here."""
    assert readability(passages("Rest your legs.", 9, kind)).words == 0
    assert readability(passages("Rest for 30 seconds.", 1)).words == 3
    assert readability(passages("30.", 1)).sentences == 0


@pytest.mark.parametrize("kind", ["paragraph", "item", "cell", "step", "caution"])
def test_each_item_is_a_sentence(kind: str) -> None:
    """A list without full stops is not one long sentence."""
    found = readability(passages("your legs", 60, kind))
    assert (found.words, found.sentences, found.longest) == (120, 60, 2)
