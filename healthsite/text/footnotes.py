"""Footnotes, marked as such, so that rules read each as a paragraph and not as an item of a list."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FootnoteExtension

from healthsite.text.own import mark

FOOTNOTES: Final = "footnotes"
"""The mark of the part that holds them."""


class Footnotes(FootnoteExtension):
    """The footnotes of Python-Markdown."""

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 - the library's name
        part = super().makeFootnotesDiv(root)
        return None if part is None else mark(part, FOOTNOTES)
