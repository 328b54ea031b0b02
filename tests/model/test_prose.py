"""The text of a page as rules read it: words, sentences, passages, and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.article import ArticleFrontMatter
from healthsite.model.places import find_words, words_of
from healthsite.model.plain_page import PlainPageFrontMatter
from healthsite.model.prose import PageText, Passage, sentences_of
from healthsite.problems import Location, Severity

SOURCE = "title: Legs\n\n## Tired legs\n\nYour legs are *very* tired. Rest\nyour legs.\n"
HEADING = Passage("heading", "Tired legs", SOURCE.index("Tired"), 2)
PARAGRAPH = Passage("paragraph", "Your legs are very tired. Rest your legs.", SOURCE.index("Your"))
TITLE = Passage("title", "Legs", SOURCE.index("Legs"))


def page(meta: object = None) -> PageText:
    """A page of one heading and one paragraph."""
    return PageText("content/pages/legs.md", "pages", "legs", meta, SOURCE, (TITLE, HEADING, PARAGRAPH))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rest for 30 seconds.", ["Rest", "for", "30", "seconds"]),
        ("Don’t over-stretch the baker's cyst", ["Don’t", "over-stretch", "the", "baker's", "cyst"]),
        ("1.5 kg, e.g. flour", ["1.5", "kg", "e.g", "flour"]),
        ("_bold_ – and (more)", ["bold", "and", "more"]),
        ("…", []),
    ],
)
def test_words_are_what_readers_count(text: str, words: list[str]) -> None:
    """Numbers are words, hyphens and apostrophes join, and signs are none."""
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It takes 1.5 hours. Rest.", ["It takes 1.5 hours.", "Rest."]),
        ("See Dr. Example. Rest.", ["See Dr. Example.", "Rest."]),
        ("Move, e.g. Walk. Rest", ["Move, e.g. Walk.", "Rest"]),
        ("He said “Rest.” Then he left.", ["He said “Rest.", "Then he left."]),
        ("Lower case follows. and goes on.", ["Lower case follows. and goes on."]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, sentences: list[str]) -> None:
    """Neither an abbreviation nor a decimal ends one, and an unfinished one counts."""
    assert sentences_of(text) == sentences


@given(st.lists(st.sampled_from(["Rest.", "Move your leg!", "Why?", "It is 1.5 km.", "Stop"]), min_size=1))
def test_no_word_is_lost_between_sentences(parts: list[str]) -> None:
    """All words of a passage are in its sentences, in order."""
    text = " ".join(parts)
    assert words_of(text) == [word for sentence in sentences_of(text) for word in words_of(sentence)]


@pytest.mark.parametrize("source", ["are very tired", "are *very* tired", "Are **very**\ntired", "are _very_ tired"])
def test_words_are_found_through_markup(source: str) -> None:
    """Emphasis and line ends between words do not hide them."""
    assert find_words(source, "are very tired", 0)


@pytest.mark.parametrize("source", ["bare very tired", "are very tiredness", "are tired"])
def test_only_whole_words_are_found(source: str) -> None:
    """A piece of a longer word is another word."""
    assert not find_words(source, "are very tired", 0)


def test_passages_are_chosen_by_their_kind() -> None:
    """The body is all but the front matter."""
    assert list(page().of_kind("title", "paragraph")) == [TITLE, PARAGRAPH]
    assert list(page().body()) == [HEADING, PARAGRAPH]


def test_only_articles_have_a_type() -> None:
    """Everything else has none."""
    assert page(PlainPageFrontMatter(title="Legs", summary="Legs.")).type == ""
    assert page(ArticleFrontMatter.model_construct(type="guide")).type == "guide"


@pytest.mark.parametrize(
    ("at", "words", "line", "column", "length"),
    [
        (HEADING, "", 3, 4, 5),
        (PARAGRAPH, "", 5, 1, 4),
        (PARAGRAPH, "very tired", 5, 16, 11),
        (PARAGRAPH, "rest your", 5, 29, 9),
        (PARAGRAPH, "not there", 5, 1, 1),
        (SOURCE.index("##"), "", 3, 1, 1),
        (SOURCE.index("##"), "legs", 3, 10, 4),
    ],
)
def test_a_problem_stands_where_its_words_do(
    at: Passage | int, words: str, line: int, column: int, length: int
) -> None:
    """The words that are meant, or the first of the passage; where they cannot be found, its beginning."""
    problem = page().problem(at, "tired", Severity.WARNING, "this is tired", "rest", words=words)
    assert (problem.location, problem.length) == (Location("content/pages/legs.md", line, column), length)
    assert (problem.rule, problem.severity, problem.message, problem.hint) == (
        "tired",
        Severity.WARNING,
        "this is tired",
        "rest",
    )
