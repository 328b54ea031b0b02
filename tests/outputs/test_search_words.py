"""The words that mistyped ones are compared with."""

from __future__ import annotations

import json

from healthsite.outputs.search_words import Words, words_of


def words(names: tuple[str, ...] = (), *texts: str) -> dict[str, str]:
    """The words of *names* and *texts* as the search page gets them."""
    collected = Words()
    collected.add_names(names)
    for text in texts:
        collected.add_text(text)
    plain: dict[str, str] = json.loads(collected.as_json())
    return plain


def test_words_are_plain() -> None:
    """Lower case, without accents, apostrophes and signs."""
    assert words_of("Ménière’s disease: don't run-up (x2)") == ["menieres", "disease", "dont", "run"]
    assert words_of("Ménière’s x2", shortest=1) == ["menieres", "x2"]


def test_the_most_frequent_words_come_first() -> None:
    """Of two words that are equally near, the search takes the first. Equally frequent ones stand in their order."""
    assert words(("sore back", "Back pain", "back")) == {"names": "back pain sore", "texts": ""}


def test_a_word_of_a_name_is_not_told_twice() -> None:
    """What is in a name as well as in texts, is a word of names."""
    assert words(("back",), "<p>back and hip</p>", "<li>hip</li>") == {"names": "back", "texts": "hip and"}


def test_a_word_counts_once_in_each_text() -> None:
    """A long page does not outweigh many."""
    assert words((), "<p>hip hip hip</p>", "<p>leg</p>", "<p>leg</p>")["texts"] == "leg hip"


def test_only_words_of_letters_are_told() -> None:
    """No tags, no entities, no numbers."""
    assert words((), '<h2 id="rest">rest &amp; play 1000 x2y</h2>')["texts"] == "play rest"
