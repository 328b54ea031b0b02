"""The entries of ``content/glossary.yaml``, and how their words are found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.schema import Described, Schema, Slug, Slugs, Text, Texts

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class GlossaryEntry(Schema):
    """A word that readers may not know, in plain words."""

    slug: Slug = Described(description="The entry's key.")
    term: Text = Described(description="The plain word.")
    definition: Text = Described(description="What it means, in 1 or 2 sentences of at most 40 words.")
    medical_term: Text | None = Described(None, description="The medical word for the same thing.")
    forms: Texts = Described((), description="Other spellings, plurals and older names to recognise in a text.")
    see: Slugs = Described((), description="Related entries.")
    not_same_as: Slugs = Described((), description="Entries that are easily confused with it.")
    sources: Slugs = Described((), description="Keys of content/sources.yaml.")

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that a text may call it."""
        return (self.term, *((self.medical_term,) if self.medical_term else ()), *self.forms)


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary word found in a text, from *start* up to *end*."""

    slug: str
    start: int
    end: int


class WordIndex:
    """Finds known words in a text by their first word, so that a long glossary costs no more than a short one."""

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """*entries* are pairs of a slug and its spellings."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for slug, spellings in entries:
            for spelling in spellings:
                words = tuple(_WORD.findall(spelling.lower()))
                if words:
                    self._by_first.setdefault(words[0], []).append((words, slug))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate))

    def mentions(self, text: str) -> Iterator[Mention]:
        """The mentions in *text*, in order; of two that overlap, the one that starts first, then the longer."""
        tokens = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
        position = 0
        while position < len(tokens):
            found = self._at(tokens, position)
            if found:
                slug, length = found
                yield Mention(slug, tokens[position][1], tokens[position + length - 1][2])
                position += length
            else:
                position += 1

    def _at(self, tokens: list[tuple[str, int, int]], position: int) -> tuple[str, int] | None:
        """The slug whose words stand at *position*, and how many they are."""
        for words, slug in self._by_first.get(tokens[position][0], ()):
            if all(
                position + offset < len(tokens) and tokens[position + offset][0] == word
                for offset, word in enumerate(words)
            ):
                return slug, len(words)
        return None
