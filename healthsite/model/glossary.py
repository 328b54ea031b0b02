"""The entries of ``content/glossary.yaml``, and how their words are found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.schema import Described, Schema, Slug, Slugs, Text, Texts

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEXT: Final = re.compile(rf"(?!\s*\n\s*\n)\s*({_WORD.pattern})")
"""The word that follows another with nothing but white space between, and that no empty line."""


class GlossaryEntry(Schema):
    """A word that readers may not know, in plain words."""

    slug: Slug = Described(description="The entry's key.")
    line: int = Described(0, description="The line of its file on which it begins.")
    column: int = Described(0, description="The column in which it begins.")
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
        """*entries* are pairs of a slug and its spellings; of two entries with one spelling, the first has it."""
        self._slugs: dict[tuple[str, ...], str] = {}
        lengths: dict[str, set[int]] = {}
        for slug, spellings in entries:
            for spelling in spellings:
                words = tuple(_folded(word) for word in _WORD.findall(spelling))
                if words:
                    self._slugs.setdefault(words, slug)
                    lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def mentions(self, text: str) -> Iterator[Mention]:
        """The mentions in *text*, in order; of two that overlap, the one that starts first, then the longer."""
        end, lengths = 0, self._lengths
        for match in _WORD.finditer(text) if lengths else ():
            word = match.group().lower()
            if (word in lengths or "’" in word) and match.start() >= end:
                found = self._at(text, _folded(word), match)
                if found:
                    yield found
                    end = found.end

    def _at(self, text: str, word: str, first: re.Match[str]) -> Mention | None:
        """The mention that begins with the match of its *first* word."""
        words, ends = [word], [first.end()]
        for length in self._lengths.get(word, ()):
            while len(words) < length:
                following = _NEXT.match(text, ends[-1])
                if not following:
                    break
                words.append(_folded(following[1]))
                ends.append(following.end())
            slug = self._slugs.get(tuple(words[:length])) if len(words) >= length else None
            if slug is not None:
                return Mention(slug, first.start(), ends[length - 1])
        return None


def _folded(word: str) -> str:
    """*word* as it is compared: in lower case, with a plain apostrophe."""
    return word.lower().replace("’", "'")
