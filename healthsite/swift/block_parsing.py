"""Blocks of text that can only be paragraphs are not offered to the processors that would refuse them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element

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

_PLAIN: Final = re.compile(r"[^\W\d_][^\n|]*(?:\n[^\W\d_][^\n|]*)*")
"""Lines that all begin with a letter and hold no bar."""
_REFUSING: Final = (
    *(EmptyBlockProcessor, ListIndentProcessor, CodeBlockProcessor, HashHeaderProcessor, SetextHeaderProcessor),
    *(HRProcessor, OListProcessor, UListProcessor, BlockQuoteProcessor, ReferenceProcessor),
    *(DefListIndentProcessor, DefListProcessor, FootnoteBlockProcessor, TableProcessor),
    *(SaneOListProcessor, SaneUListProcessor),
)
"""The processors that refuse such a block, whatever it stands in: each looks for another first sign, or for a bar."""


class BlockParsing:
    """Stands in for the method ``parseBlocks`` of *parser*."""

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        """Turn *blocks* into elements below *parent*, taking each from the list."""
        all_of_them, wary, last = self._all, self._wary, self._paragraph
        while blocks:
            block = blocks[0]
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
    def _wary(self) -> tuple[BlockProcessor, ...]:
        """The processors that may want a plain block, the last one apart."""
        return tuple(processor for processor in self._all[:-1] if type(processor) not in _REFUSING)
