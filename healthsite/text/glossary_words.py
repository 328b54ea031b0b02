"""The first mention of a glossary word in each section links to its entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

from healthsite.model.glossary import WordIndex
from healthsite.pages.body import Word

_SKIPPED: Final = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "sup", "dt", "th"})
_STASH: Final = "\x02"
"""Begins the marks that Python-Markdown leaves for what it puts back later."""


def link_words(root: Element, words: Iterable[Word]) -> None:
    """Link the glossary *words* in the text below *root*; a section begins at each second-level heading."""
    known = {word.slug: word for word in words}
    if known:
        index = WordIndex((word.slug, word.spellings) for word in known.values())
        _Linker(index, known).visit(root)


class _Linker:
    def __init__(self, index: WordIndex, known: dict[str, Word]) -> None:
        self._index = index
        self._known = known
        self._met: set[str] = set()

    def visit(self, element: Element) -> None:
        """Link words in the text of *element* and in all below it, in reading order."""
        if element.text and element.tag not in _SKIPPED:
            element.text, links = self._linked(element.text)
            for position, link in enumerate(links):
                element.insert(position, link)
            children = list(element)[len(links) :]
        else:
            children = list(element)
        for child in children:
            if child.tag == "h2":
                self._met.clear()
            if child.tag not in _SKIPPED and "visually-hidden" not in child.get("class", ""):
                self.visit(child)
            if child.tail and element.tag not in _SKIPPED:
                child.tail, links = self._linked(child.tail)
                at = list(element).index(child) + 1
                for position, link in enumerate(links):
                    element.insert(at + position, link)

    def _linked(self, text: str) -> tuple[str, list[Element]]:
        """*text* up to its first new word, and the links with what follows each."""
        links: list[Element] = []
        first, done = text, 0
        for mention in self._index.mentions(text):
            if mention.slug in self._met or _STASH in text[mention.start : mention.end]:
                continue
            self._met.add(mention.slug)
            if links:
                links[-1].tail = text[done : mention.start]
            else:
                first = text[: mention.start]
            link = Element("a", {"class": "term", "href": self._known[mention.slug].href})
            link.text = text[mention.start : mention.end]
            links.append(link)
            done = mention.end
        if links:
            links[-1].tail = text[done:]
        return first, links
