"""The words of a site, for a search that knows how a mistyped word was meant."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from html import unescape
from typing import Final

SHORTEST: Final = 3
"""How many letters a word has at least: shorter ones are seldom mistyped, and much alike."""

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’")
_TAG: Final = re.compile(r"<[^>]*>")


class Words:
    """Collects the words of names and of texts, text by text: no text is kept."""

    def __init__(self) -> None:
        self._of_names: Counter[str] = Counter()
        self._of_texts: Counter[str] = Counter()

    def add_names(self, names: Iterable[str]) -> None:
        """Add the words by which something is called."""
        for name in names:
            self._of_names.update(filter(str.isalpha, words_of(name)))

    def add_text(self, html: str) -> None:
        """Add the words of a text, each once."""
        self._of_texts.update(set(filter(str.isalpha, words_of(unescape(_TAG.sub(" ", html))))))

    def as_json(self) -> bytes:
        """All words as JSON: those of names, and those of texts only, the most frequent first."""
        for word in self._of_names:
            del self._of_texts[word]
        return json.dumps(
            {"names": _in_order(self._of_names), "texts": _in_order(self._of_texts)}, ensure_ascii=False
        ).encode()


def words_of(text: str, shortest: int = SHORTEST) -> list[str]:
    """The words of *text*, in lower case and without accents and apostrophes, of at least *shortest* letters."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    words = _WORD.findall(text.translate(_APOSTROPHES).lower())
    return [word for word in words if len(word) >= shortest]


def _in_order(words: Counter[str]) -> str:
    return " ".join(sorted(words, key=lambda word: (-words[word], word)))
