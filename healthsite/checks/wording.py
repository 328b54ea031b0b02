"""Finds the wording of ``content/phrases.yaml`` in a text, at a cost that hardly grows with the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from healthsite.model.lexicon import Lexicon, Phrase
from healthsite.model.prose import sentences_of

_LONGEST: Final = 5
"""How many letters of its beginning a pattern is looked up by."""
_WORD_STARTS: Final = re.compile(rf"(?<!\w)(?=(\w.{{0,{_LONGEST - 1}}}))", re.DOTALL)
_CAPITAL: Final = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")
"""A capital letter in a pattern that is no sign as in ``\\S``."""
_LITERAL: Final = re.compile(r"[a-z0-9 -]*")


class Wording(NamedTuple):
    """An entry of the list, ready to search with."""

    entry: Phrase
    small: re.Pattern[str]
    """The pattern for a text in small letters: the engine is quicker where no letter has two forms."""
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


class Wordings:
    """All entries of a list, by how the wording that they mean begins."""

    def __init__(self, entries: tuple[Phrase, ...]) -> None:
        """*entries* are found in their order."""
        self._by_start: dict[str, list[int]] = {}
        self._all: list[Wording] = []
        self._met: dict[str, tuple[int, ...]] = {}
        for number, entry in enumerate(entries):
            unless = whole_words(entry.unless) if entry.unless else None
            small = _CAPITAL.sub(lambda match: match.group().lower(), entry.pattern)
            pattern = whole_words(entry.pattern)
            self._all.append(Wording(entry, re.compile(rf"(?<!\w)(?:{small})(?!\w)"), pattern, unless))
            for start in starts_of(small):
                self._by_start.setdefault(start, []).append(number)

    def broken_by(self, text: str) -> Iterator[tuple[Phrase, str]]:
        """The entries that *text* breaks, each with the wording found, sentence by sentence."""
        return broken(self.in_any([text]), text)

    def in_any(self, texts: Iterable[str]) -> tuple[Wording, ...]:
        """The entries whose wording may stand in one of *texts*: a whole page is looked through at once."""
        lower = "\n".join(texts).lower()
        found = {number for number in self._by_start.get("", ()) if self._all[number].small.search(lower)}
        for place in _WORD_STARTS.finditer(lower):
            start = place[1]
            for number in self._met[start] if start in self._met else self._beginning(start):
                if number not in found and self._all[number].small.match(lower, place.start()):
                    found.add(number)
        return tuple(self._all[number] for number in sorted(found))

    def _beginning(self, start: str) -> tuple[int, ...]:
        """The numbers of the entries that may begin with the letters *start*, kept for the next time."""
        lengths = range(1, len(start) + 1)
        self._met[start] = tuple({number for length in lengths for number in self._by_start.get(start[:length], ())})
        return self._met[start]


def broken(wordings: Iterable[Wording], text: str) -> Iterator[tuple[Phrase, str]]:
    """The entries of *wordings* that *text* breaks, each with the wording found, sentence by sentence."""
    for entry, _, pattern, unless in wordings:
        if pattern.search(text):
            for sentence in sentences_of(text):
                found = pattern.search(sentence)
                if found and not (unless and unless.search(sentence)):
                    yield entry, found.group()


@lru_cache(maxsize=2)
def wordings_of(lexicon: Lexicon) -> Wordings:
    """The wording that *lexicon* lists."""
    return Wordings(lexicon.phrases)


def message_of(entry: Phrase, words: str) -> str:
    """What is wrong with *words*, which break *entry*."""
    return f"`{words}`: {entry.why}"


def hint_of(entry: Phrase) -> str:
    """What to do about wording that breaks *entry*."""
    return f"write {entry.instead}" if entry.instead else "leave it out"


def whole_words(pattern: str) -> re.Pattern[str]:
    """*pattern* for whole words, in which upper and lower case are one."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def starts_of(pattern: str) -> set[str]:
    """The letters that a text matching *pattern* may begin with; an empty one where that cannot be told."""
    found: set[str] = set()
    for branch in _branches(pattern):
        if branch.startswith("(?:"):
            end = _end_of_group(branch)
            rest = branch[end + 1 :]
            if rest.startswith(("*", "+", "{")):
                found.add("")
                continue
            if rest.startswith("?"):
                rest = rest.lstrip("?")
                found |= starts_of(rest)
            for part in _branches(branch[3:end]):
                found |= starts_of(part + rest)
        else:
            match = _LITERAL.match(branch)
            literal = match.group() if match else ""
            if branch[len(literal) :].startswith(("?", "*", "{")):
                literal = literal[:-1]
            found.add(literal[:_LONGEST] if literal[:1].isalnum() else "")
    return found


def _branches(pattern: str) -> list[str]:
    """*pattern* cut at the ``|`` that stand in no group."""
    branches, start, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "(":
            at += _end_of_group(pattern[at:])
        elif pattern[at] == "[":
            at = _end_of_set(pattern, at)
        elif pattern[at] == "|":
            branches.append(pattern[start:at])
            start = at + 1
        at += 2 if pattern[at] == "\\" else 1
    return [*branches, pattern[start:]]


def _end_of_group(pattern: str) -> int:
    """Where the group that *pattern* begins with is closed."""
    depth, at = 0, 0
    while at < len(pattern):
        if pattern[at] == "[":
            at = _end_of_set(pattern, at)
        elif pattern[at] in "()":
            depth += 1 if pattern[at] == "(" else -1
            if not depth:
                return at
        at += 2 if pattern[at] == "\\" else 1
    return at


def _end_of_set(pattern: str, at: int) -> int:
    """Where the set of characters that begins at *at* is closed; a ``]`` may be its first character."""
    at += 2 if pattern[at + 1 : at + 2] == "^" else 1
    end = pattern.find("]", at + 1)
    return end if end >= 0 else len(pattern) - 1
