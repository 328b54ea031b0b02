"""Blocks that can only be paragraphs, headings or lists are not offered to the processors that would refuse them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from pymdownx.blocks import BlocksProcessor

from healthsite.swift.tree_processing import Signs

_PLAIN: Final = re.compile(r"[^\W\d_][^\n|]*(?:\n[^\W\d_][^\n|]*)*")
"""Lines that all begin with a letter and hold no bar."""
_HEADING: Final = re.compile(r"(#{1,6}) +([^\W_][^\n|#\\]*)")
"""A line that is a heading, and nothing else."""
_ITEMS: Final = re.compile(
    r"[-*+] [^\W\d_][^\n|]*(?:\n[-*+] [^\W\d_][^\n|]*)*|1\. [^\W\d_][^\n|]*(?:\n\d+\. [^\W\d_][^\n|]*)*"
)
"""Lines that are items of a list, each beginning with a letter."""
_LISTS: Final = ("ul", "ol", "li")
_REFUSING: Final = (
    *(EmptyBlockProcessor, ListIndentProcessor, CodeBlockProcessor, HashHeaderProcessor, SetextHeaderProcessor),
    *(HRProcessor, OListProcessor, UListProcessor, BlockQuoteProcessor, ReferenceProcessor),
    *(DefListIndentProcessor, DefListProcessor, FootnoteBlockProcessor, TableProcessor),
    *(SaneOListProcessor, SaneUListProcessor),
)
"""The processors that refuse such a block, whatever it stands in: each looks for another first sign, or for a bar."""


def _is_made(parent: Element, block: str) -> bool:
    """Whether *block* is a plain heading or list, which then stands below *parent*, where no list may be continued."""
    sign = block[:1]
    if sign == "#":
        heading = _HEADING.fullmatch(block)
        if heading:
            SubElement(parent, f"h{len(heading[1])}").text = heading[2].strip()
            return True
    elif sign and sign in "-*+1" and _ITEMS.fullmatch(block) and not (len(parent) and parent[-1].tag in _LISTS):
        items = SubElement(parent, "ol" if sign == "1" else "ul")
        for line in block.split("\n"):
            SubElement(items, "li").text = line.partition(" ")[2]
        return True
    return False


class BlockParsing:
    """Stands in for the method ``parseBlocks`` of *parser*; *slashes* tells whether a text has blocks of its own."""

    def __init__(self, parser: BlockParser, slashes: Signs) -> None:
        self._parser, self._slashes = parser, slashes

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        """Turn *blocks* into elements below *parent*, taking each from the list."""
        all_of_them, wary = self._with_blocks if self._slashes.found else self._without_blocks
        last = self._paragraph
        alone = last is not None and not wary and not self._parser.state and parent.tag not in _LISTS
        while blocks:
            block = blocks[0]
            if alone and _is_made(parent, block):
                del blocks[0]
                continue
            plain = last is not None and _PLAIN.fullmatch(block)
            for processor in wary if plain else all_of_them:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
            else:
                if plain and last:
                    last.run(parent, blocks)

    @cached_property
    def _all(self) -> tuple[BlockProcessor, ...]:
        return tuple(self._parser.blockprocessors)

    @cached_property
    def _paragraph(self) -> BlockProcessor | None:
        """The processor of paragraphs, if it is the last one."""
        return self._all[-1] if self._all and type(self._all[-1]) is ParagraphProcessor else None

    @cached_property
    def _with_blocks(self) -> tuple[tuple[BlockProcessor, ...], tuple[BlockProcessor, ...]]:
        """All processors, and those that may want a plain block, the last one apart."""
        return self._all, tuple(processor for processor in self._all[:-1] if type(processor) not in _REFUSING)

    @cached_property
    def _without_blocks(self) -> tuple[tuple[BlockProcessor, ...], tuple[BlockProcessor, ...]]:
        """The same for texts without a line of slashes, in which no block can begin."""
        every, wary = ([one for one in some if type(one) is not BlocksProcessor] for some in self._with_blocks)
        return tuple(every), tuple(wary)
