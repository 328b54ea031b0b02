"""Inline patterns are tried only where a sign that each of them needs is in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

_SIGNS: Final[Mapping[str, tuple[str, ...]]] = {
    "BacktickInlineProcessor": ("`",),
    "EscapeInlineProcessor": ("\\",),
    "ReferenceInlineProcessor": ("[",),
    "LinkInlineProcessor": ("[",),
    "ImageInlineProcessor": ("![",),
    "ImageReferenceInlineProcessor": ("![",),
    "ShortReferenceInlineProcessor": ("[",),
    "ShortImageReferenceInlineProcessor": ("![",),
    "AutolinkInlineProcessor": ("<",),
    "AutomailInlineProcessor": ("<",),
    "HtmlInlineProcessor": ("&", "<"),
    "AsteriskProcessor": ("*",),
    "UnderscoreProcessor": ("_",),
    "FootnoteInlineProcessor": ("[^",),
}
"""The signs of which one must be in a text that a pattern of Python-Markdown matches, by the pattern's class."""
_BRACKET: Final = "["
_LINKS: Final = ("ReferenceInlineProcessor", "LinkInlineProcessor", "ShortReferenceInlineProcessor")
"""The patterns that begin with a bracket and nothing else, in their order, if links are made by stock patterns only."""
_LINK: Final = re.compile(r"\[([^\[\]]+)\]\(([\w./#-]+)\)", re.ASCII)
"""A link of words to an address without any sign that may mean something else."""
_ROOMS: Final = ("markdown.inlinepatterns", "markdown.extensions.footnotes")


class InlinePatterns(InlineProcessor):
    """Stands in for the tree processor of inline patterns."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to every text below *tree*, as its model does."""
        self.stashed_nodes: dict[str, Element | str] = {}
        parents = [] if ancestors is None else ancestors[:]
        parents.append(tree.tag.lower())
        stack: list[tuple[Element, list[str]]] = [(tree, parents)]
        needs_work = self._needs_work
        for element, parents in stack:  # grows while it is walked through
            self.ancestors = parents
            if element is not tree:
                parents.append(element.tag.lower())
            inserted: list[tuple[Element, list[Any]]] = []
            for child in element:
                text, tail = child.text, child.tail
                if text and not isinstance(text, AtomicString) and needs_work(text):
                    links = self._links_in(child, text)
                    if links:
                        child[:0] = links
                    else:
                        found = self._text_of(child, text)
                        stack += found
                        inserted.append((child, found))
                if tail and needs_work(tail):
                    self._tail_of(element, child, tail)
                if len(child):
                    stack.append((child, parents[:]))
            for child, found in inserted:
                for position, (node, _) in enumerate(found):
                    child.insert(position, node)
        return tree

    def _links_in(self, child: Element, text: str) -> list[Element]:
        """The elements that the *text* of *child* holds, if these are plain links; the text keeps what is before them.

        Nothing is changed where there is anything else in the text.
        """
        if _BRACKET not in text or self._other_signs is None or self._other_signs.search(text):
            return []
        before, *parts = _LINK.split(text)
        if not parts or _BRACKET in before or any(_BRACKET in between for between in parts[2::3]):
            return []
        links = []
        for place in range(0, len(parts), 3):
            words, address, between = parts[place : place + 3]
            link = Element("a", {"href": address})
            link.text, link.tail = words, between or None
            links.append(link)
        child.text = before or None
        return links

    def _text_of(self, child: Element, text: str) -> list[tuple[Element, list[str]]]:
        """The elements that the text of *child* holds, each with its ancestors; the text keeps what is before them."""
        self.ancestors.append(child.tag.lower())
        child.text = None
        found: list[tuple[Element, list[str]]] = self._placed(self._handled(text), child, True)
        self.ancestors.pop()
        return found

    def _tail_of(self, element: Element, child: Element, tail: str) -> None:
        """Put the elements that the tail of *child* holds behind it."""
        handled = self._handled(tail)
        carrier = Element("d")
        child.tail = None
        found = self._placed(handled, carrier, False)
        if carrier.tail:
            child.tail = carrier.tail
        position = list(element).index(child) + 1
        for node, _ in reversed(found):
            element.insert(position, node)

    def _handled(self, data: str, pattern_index: int = 0) -> str:
        """*data* with placeholders for what the patterns find in it."""
        if isinstance(data, AtomicString):
            return data
        patterns, start = self._patterns, 0
        count = len(patterns)
        while pattern_index < count:
            pattern, signs = patterns[pattern_index]
            matched = False
            for sign in signs:
                if sign in data:
                    data, matched, start = self._applied(pattern, data, pattern_index, start)
                    break
            if not matched:
                pattern_index, start = pattern_index + 1, 0
        return data

    _InlineProcessor__handleInline = _handled

    @property
    def _applied(self) -> Any:
        return self._InlineProcessor__applyPattern  # type: ignore[attr-defined]

    @property
    def _placed(self) -> Any:
        return self._InlineProcessor__processPlaceholders  # type: ignore[attr-defined]

    @cached_property
    def _patterns(self) -> tuple[tuple[Any, tuple[str, ...]], ...]:
        """Each pattern, and the signs of which it needs one; an empty one, which is in every text, where it may not."""
        return tuple((pattern, _signs_of(pattern)) for pattern in self.inlinePatterns)

    @cached_property
    def _other_signs(self) -> re.Pattern[str] | None:
        """Finds a sign of any other pattern than those of links; ``None`` where that cannot be known."""
        links = [type(pattern) for pattern, signs in self._patterns if _BRACKET in signs]
        if tuple(kind.__name__ for kind in links) != _LINKS or not all(kind.__module__ in _ROOMS for kind in links):
            return None
        signs = {sign for _, signs in self._patterns for sign in signs} - {_BRACKET} | {STX}
        return None if "" in signs else re.compile("|".join(re.escape(sign) for sign in sorted(signs)))

    @cached_property
    def _needs_work(self) -> Any:
        """Tells whether a text has the last letter of a sign that a pattern needs, or that of a placeholder."""
        signs = {sign for _, signs in self._patterns for sign in signs}
        if "" in signs:
            return lambda _: True
        return re.compile("[" + re.escape("".join(sorted({STX, *(sign[-1] for sign in signs)}))) + "]").search


def _signs_of(pattern: Any) -> tuple[str, ...]:
    """The signs of which one must be in a text for *pattern* to match; the empty one where that is not known."""
    kind = type(pattern)
    if kind.__module__ in _ROOMS:
        if kind.__name__ == "DelimiterProcessor":
            return tuple(pattern.tokens)
        if kind.__name__ == "SubstituteTagInlineProcessor":
            return ("  \n",) if pattern.pattern == inlinepatterns.LINE_BREAK_RE else ("",)
        return _SIGNS.get(kind.__name__, ("",))
    return getattr(kind, "SIGNS", ("",))
