"""``/// care | back`` and ``/// exercise | slug``: cards that are written once and shown where they are needed."""

from __future__ import annotations

from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from healthsite.text.own import mark

NAMES: Final = ("care", "exercise")


class _Embed(Block):  # type: ignore[misc] # the library has no types
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        md: Any = self.md
        argument = str(self.argument or "")
        box = mark(SubElement(parent, "div", {"class": f"embed embed--{self.NAME}"}), "embed")
        html = md.page.embed(self.NAME, argument)
        if html:
            box.text = md.htmlStash.store(html)
        return box


class _Care(_Embed):
    NAME = "care"


class _Exercise(_Embed):
    NAME = "exercise"


class EmbedBlocks(BlocksExtension):  # type: ignore[misc] # the library has no types
    """Registers the two blocks."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802 - the library's name
        for block in (_Care, _Exercise):
            block_mgr.register(block, {})
