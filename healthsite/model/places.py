"""Where words stand in a source. They are looked for only when somebody asks, which for most pages nobody does."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ATOM: Final = re.compile(r"[^\W_]+")


class Places:
    """The places of a page's pieces, given in reading order and found together when the first is asked for.

    Each is looked for behind the one before; *start* is where the first may stand.
    """

    def __init__(self, source: str, start: int) -> None:
        self._source, self._start = source, start
        self._wanted: list[tuple[str, str]] = []
        self._offsets: list[int] = []

    def of_words(self, text: str) -> Spot:
        """Where *text* stands by its first words; where the piece before it ended, if it cannot be told."""
        return self._spot("words", text)

    def of_pattern(self, pattern: str) -> Spot:
        """Where the next match of *pattern* begins; where the piece before ended, if there is none."""
        return self._spot("pattern", pattern)

    def here(self) -> Spot:
        """Where the piece before ended."""
        return self._spot("here", "")

    def begin_again(self) -> None:
        """What follows may stand anywhere."""
        self._spot("start", "")

    def begin_behind_key(self, key: str) -> None:
        """What follows stands behind the first line that begins with *key* and a colon."""
        self._spot("key", key)

    def offset(self, number: int) -> int:
        """The offset of the piece with that *number*."""
        if len(self._offsets) <= number:
            self._find()
        return self._offsets[number]

    def _spot(self, how: str, what: str) -> Spot:
        self._wanted.append((how, what))
        return Spot(self, len(self._wanted) - 1)

    def _find(self) -> None:
        self._offsets.clear()
        at = self._start
        for how, what in self._wanted:
            found = at
            if how == "words":
                found, at = _found(self._source, what, at)
            elif how == "pattern":
                match = re.compile(what, re.MULTILINE).search(self._source, at)
                found, at = match.span() if match else (at, at)
            elif how == "key":
                key = re.search(rf"^{what}\s*:", self._source, re.MULTILINE)
                at = key.end() if key else 0
            elif how == "start":
                at = self._start
            self._offsets.append(found)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place that is found when it is needed, by `int`."""

    places: Places
    number: int

    def __int__(self) -> int:
        return self.places.offset(self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spot | int) and int(self) == int(other)

    def __hash__(self) -> int:
        return hash(int(self))


def _found(source: str, text: str, start: int) -> tuple[int, int]:
    """Where *text* begins in *source* at or behind *start*, and where to go on; *start* where it cannot be told."""
    words = words_of(text)
    for length in (4, 2, 1):
        found = find_words(source, " ".join(words[:length]), start) if words else None
        if found:
            return found
    return start, start


def find_words(source: str, words: str, start: int) -> tuple[int, int] | None:
    """Where the words of *words* stand in *source* at or behind *start*, whatever markup stands between them."""
    wanted = [atom.lower() for atom in _ATOM.findall(words)]
    atoms = _atoms(source)
    places = atoms.places.get(wanted[0], ()) if wanted else ()
    for place in places[bisect_left(places, bisect_left(atoms.starts, start)) :]:
        if atoms.words[place : place + len(wanted)] == wanted:
            return atoms.starts[place], atoms.ends[place + len(wanted) - 1]
    return None


@dataclass(frozen=True, slots=True)
class _Atoms:
    """The runs of letters and digits of a source: in order, where each begins and ends, and by their words."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    places: dict[str, list[int]]


@lru_cache(maxsize=4)
def _atoms(source: str) -> _Atoms:
    atoms = _Atoms([], [], [], {})
    for place, match in enumerate(_ATOM.finditer(source)):
        word = match.group().lower()
        atoms.words.append(word)
        atoms.starts.append(match.start())
        atoms.ends.append(match.end())
        atoms.places.setdefault(word, []).append(place)
    return atoms


def words_of(text: str) -> list[str]:
    """The words of *text*; a number is a word."""
    return _WORD.findall(text)
