"""Remembers what the pages of each unit rest on, so that units are left alone of which nothing has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from healthsite.model.facts import Facts
from healthsite.pages.every import Unit
from healthsite.rendering.unit import Made, Product


class Ledger:
    """The products of the last run, as far as they are still good, and those of this one.

    *shared* is the digest of what all pages are made from beside the site, *facts* are those of the site, and *kept* is
    what `plain` gave in an earlier run. What cannot be understood is forgotten.
    """

    def __init__(self, shared: str, facts: Facts, kept: Mapping[str, Any]) -> None:
        self._shared, self._shape = shared, facts.shape
        self._entries: dict[str, Sequence[Any]] = {}
        self._facts: Sequence[str] = ()
        self._good: list[bool] = []
        self._new: dict[str, Any] = {}
        self._numbers: dict[str, int] = {}
        try:
            self._facts, self._entries = list(kept["facts"]), dict(kept["units"])
            if kept["shared"] == shared:
                self._good = list(facts.holding(self._facts, kept["shape"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            self._entries, self._facts, self._good = {}, (), []

    def settled(self, unit: Unit) -> tuple[Made, ...] | None:
        """The pages of *unit*, if everything that they rest on is as it was."""
        good = self._good
        try:
            numbers, pages = self._entries["|".join(unit)]
            if not good or not all(good[number] for number in numbers):
                return None
            made = tuple(Made(str(url), str(path), str(key), bool(listed)) for url, path, key, listed in pages)
        except (KeyError, TypeError, ValueError, IndexError):
            return None
        self._enter(unit, [self._facts[number] for number in numbers], made)
        return made

    def known(self, unit: Unit) -> tuple[str, ...]:
        """The keys of the pages that were last made for *unit*."""
        try:
            return tuple(key for _, _, key, _ in self._entries["|".join(unit)][1])
        except (KeyError, TypeError, ValueError, IndexError):
            return ()

    def enter(self, unit: Unit, product: Product) -> None:
        """Remember what *unit* gave."""
        self._enter(unit, product.facts, product.pages)

    def _enter(self, unit: Unit, facts: Sequence[str], pages: Sequence[Made]) -> None:
        numbers = self._numbers
        entry = [numbers.setdefault(fact, len(numbers)) for fact in facts]
        self._new["|".join(unit)] = [entry, [[page.url, page.path, page.key, page.listed] for page in pages]]

    def plain(self) -> Mapping[str, Any]:
        """What is to be kept for the next run: plain data."""
        return {"shared": self._shared, "shape": self._shape, "facts": list(self._numbers), "units": self._new}
