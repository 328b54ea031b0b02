"""Marks what the dialect itself put into the tree, so that no author can pass for it by a class."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

_MARK: Final = "\x02own"
"""An attribute that cannot be written: Python-Markdown takes this sign out of every text."""


def mark(element: Element, what: str) -> Element:
    """Mark *element* as the dialect's own *what*; the element."""
    element.set(_MARK, what)
    return element


def marked(element: Element) -> str:
    """What *element* is marked as; empty for an author's."""
    return element.get(_MARK, "")


def unmark(root: Element) -> None:
    """Take the marks off *root* and all below it."""
    for element in root.iter():
        element.attrib.pop(_MARK, None)
