"""Remembers what the pages of each unit rest on, so that units are left alone of which nothing has changed."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from healthsite.model.facts import Facts
from healthsite.pages.every import Unit
from healthsite.rendering.unit import Made, Product

_NUMBER: Final = "I"
"""How the numbers of facts are packed: see `array`."""


class Ledger:
    """The products of the last run, as far as they are still good, and those of this one.

    *shared* is the digest of what all pages are made from beside the site, *facts* are those of the site, and *kept* is
    what `plain` gave in an earlier run. What cannot be understood is forgotten.
    """

    def __init__(self, shared: str, facts: Facts, kept: Mapping[str, Any]) -> None:
        self._shared, self._shape = shared, facts.shape
        self._entries: dict[str, Sequence[Any]] = {}
        self._facts: Sequence[str] = ()
        self._broken: set[int] | None = None
        self._new: dict[str, Any] = {}
        try:
            self._facts, self._entries = list(dict.fromkeys(kept["facts"])), dict(kept["units"])
            if kept["shared"] == shared:
                self._broken = set(facts.broken(self._facts, kept["shape"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            self._entries, self._facts, self._broken = {}, (), None

    def settled(self, unit: Unit) -> tuple[Made, ...] | None:
        """The pages of *unit*, if everything that they rest on is as it was."""
        if self._broken is None:
            return None
        try:
            entry = self._entries["|".join(unit)]
            numbers, pages = _numbers_in(entry[0]), entry[1]
            if not self._broken.isdisjoint(numbers) or max(numbers, default=-1) >= len(self._facts):
                return None
            made = tuple(Made(str(url), str(path), str(key), bool(listed)) for url, path, key, listed in pages)
        except (KeyError, TypeError, ValueError, IndexError):
            return None
        self._new["|".join(unit)] = entry
        return made

    def known(self, unit: Unit) -> tuple[str, ...]:
        """The keys of the pages that were last made for *unit*."""
        try:
            return tuple(key for _, _, key, _ in self._entries["|".join(unit)][1])
        except (KeyError, TypeError, ValueError, IndexError):
            return ()

    def enter(self, unit: Unit, product: Product) -> None:
        """Remember what *unit* gave."""
        known = self._numbers
        numbers = array(_NUMBER, [known.setdefault(fact, len(known)) for fact in product.facts])
        pages = [(page.url, page.path, page.key, page.listed) for page in product.pages]
        self._new["|".join(unit)] = (numbers.tobytes(), pages)

    def plain(self) -> Mapping[str, Any]:
        """What is to be kept for the next run: plain data."""
        facts, entries = _without_spare(list(self._numbers), self._new)
        return {"shared": self._shared, "shape": self._shape, "facts": facts, "units": entries}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The facts that anything rests on, with their numbers. Each is held once, whoever rests on it."""
        return {fact: number for number, fact in enumerate(self._facts)}


def _without_spare(facts: list[str], entries: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """The same entries without the *facts* that none of them rests on any more, once those are many."""
    used: set[int] = set()
    for packed, _ in entries.values():
        used.update(_numbers_in(packed))
    if len(facts) <= len(used) * 5 // 4:
        return facts, entries
    new = {number: place for place, number in enumerate(sorted(used))}
    kept = {
        name: (array(_NUMBER, [new[number] for number in _numbers_in(packed)]).tobytes(), pages)
        for name, (packed, pages) in entries.items()
    }
    return [facts[number] for number in sorted(used)], kept


def _numbers_in(packed: bytes) -> array[int]:
    """The numbers that were packed as those of a unit's facts: four bytes each. Raises `TypeError` or `ValueError`."""
    numbers = array(_NUMBER)
    numbers.frombytes(packed)
    return numbers
