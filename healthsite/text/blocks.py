"""``/// do``, ``/// dont``, ``/// warning | Title`` and ``/// inset``: what the page says with more weight."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from healthsite.text.own import mark

HEADING: Final = "block-heading"
"""The class and the mark of a block's own heading; its level is set once the whole page is known."""


class _Callout(Block):  # type: ignore[misc] # the library has no types
    """A box with a hidden word before its text, so that it is not told by colour alone."""

    def open_box(self, parent: Element, name: str, prefix: str, title: str) -> Element:
        box = SubElement(parent, "div", {"class": f"callout callout--{name}"})
        if title:
            heading = mark(SubElement(box, "h3", {"class": HEADING}), HEADING)
            if prefix:
                hidden = SubElement(heading, "span", {"class": "visually-hidden"})
                hidden.text = prefix
                hidden.tail = title
            else:
                heading.text = title
        else:
            SubElement(box, "span", {"class": "visually-hidden"}).text = prefix
        return box

    def on_markdown(self) -> str:
        return "block"


class _Warning(_Callout):
    NAME = "warning"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        return self.open_box(parent, "warning", "Warning: ", str(self.argument))


class _Inset(_Callout):
    NAME = "inset"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        return self.open_box(parent, "inset", "Information: ", "")


class _Do(_Callout):
    NAME = "do"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        return self.open_box(parent, "do", "", "Do")


class _Dont(_Callout):
    """Its items are written without "do not", which is added here, so that no item can be read as advice."""

    NAME = "dont"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        return self.open_box(parent, "dont", "", "Do not")

    def on_end(self, block: Element) -> None:
        for item in block.iter("li"):
            start = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            start.text = f"do not {(start.text or '').lstrip()}"


class CalloutBlocks(BlocksExtension):  # type: ignore[misc] # the library has no types
    """Registers the four blocks."""

    def extendMarkdownBlocks(self, md: object, block_mgr: BlocksProcessor) -> None:  # noqa: N802 - the library's name
        for block in (_Do, _Dont, _Warning, _Inset):
            block_mgr.register(block, {})
