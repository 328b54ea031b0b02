"""What reading a file gave, kept between runs: a file that has not changed is not read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from zlib import crc32

from healthsite.model.document import Values
from healthsite.model.library import AnyDocument
from healthsite.packing import packed, unpacked
from healthsite.problems import Problem

_SHEAVES: Final = 64
"""What is remembered is bound into so many parts, of which only those are made again that have changed."""


@dataclass(frozen=True, slots=True)
class Reading(Values):
    """A document, or what kept its file from being one, and the digest of the file's bytes (SHA-256).

    *stamp* tells a file that has not changed without reading it; ``None`` while that is not certain.
    """

    file: str
    document: AnyDocument | None
    problems: tuple[Problem, ...] = ()
    stamp: list[int] | None = None


class Readings:
    """The readings of the last run, by the paths of their files, and those of this one.

    *kept* is what `bound` gave in an earlier run; it is of use only under the same *key*, the digest of all that
    readings depend on beside the files. What cannot be understood is forgotten.
    """

    def __init__(self, key: str = "", kept: bytes | None = None) -> None:
        self._key = key
        self._sheaves: list[bytes] = []
        self._stale: set[int] = set(range(_SHEAVES))
        self.known: dict[str, Reading] = {}
        self.seen: dict[str, Reading] = {}
        if kept:
            self._open(kept)

    def see(self, path: str, reading: Reading) -> None:
        """Remember what reading the file *path* gave."""
        if self.known.get(path) is not reading:
            self._stale.add(_sheaf_of(path))
        self.seen[path] = reading

    def bound(self) -> bytes | None:
        """What is to be kept for the next run; ``None`` where it is what was kept before."""
        self._stale |= {_sheaf_of(path) for path in self.known.keys() - self.seen.keys()}
        if not self._stale:
            return None
        sheaves: dict[int, dict[str, Reading]] = {number: {} for number in self._stale}
        for path in sorted(self.seen):
            if _sheaf_of(path) in sheaves:
                sheaves[_sheaf_of(path)][path] = self.seen[path]
        new = {number: packed(sheaf) for number, sheaf in sheaves.items()}
        old = dict(enumerate(self._sheaves))
        return packed((self._key, [{**old, **new}[number] for number in range(_SHEAVES)]))

    def _open(self, kept: bytes) -> None:
        try:
            key, sheaves = unpacked(kept)
            if key != self._key or len(sheaves) != _SHEAVES:
                return
            known: dict[str, Reading] = {}
            for sheaf in sheaves:
                known |= unpacked(sheaf, _MODEL)
            if not all(isinstance(reading, Reading) for reading in known.values()):
                return
        except (TypeError, ValueError):  # then the files are read
            return
        self._sheaves, self._stale, self.known = sheaves, set(), known


def _sheaf_of(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogatepass")) % _SHEAVES


_MODEL: Final = ("healthsite.model.", "healthsite.imaging.plan", "healthsite.problems", "healthsite.reading.readings")
"""The modules whose values readings consist of."""
