"""Puts the faster parts in the places of their models."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.serializers import to_html_string
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor

from healthsite.swift.block_parsing import BlockParsing
from healthsite.swift.headings import Headings
from healthsite.swift.inline_patterns import InlinePatterns
from healthsite.swift.serializing import to_html
from healthsite.swift.tree_processing import OnlyWith, Prettify, Signs, Unescape


def quickened(md: Markdown) -> Markdown:
    """*md* with faster parts for what is stock in it; whatever an extension has put in such a place stays."""
    parts: Any = md
    slashes = Signs(md, ("///",))
    parts.preprocessors.register(slashes, "signs_of_blocks", 1001)
    parts.parser.parseBlocks = BlockParsing(md.parser, slashes)
    for processor in parts.parser.blockprocessors:
        table: Any = processor
        if type(processor) is TableProcessor:
            table._split = _Cells(table)  # noqa: SLF001 - no other way in
    for pattern in parts.inlinePatterns:
        if getattr(type(pattern), "getText", None) is LinkInlineProcessor.getText:
            pattern.getText = _InBrackets(pattern)
    if parts.serializer is to_html_string:
        parts.serializer = to_html
    braces = Signs(md, ("{", "&"))
    parts.preprocessors.register(braces, "signs_of_attribute_lists", 1000)
    _replace(parts.preprocessors, "fenced_code_block", FencedBlockPreprocessor, lambda model: _Fenced(md, model))
    processors = parts.treeprocessors
    _replace(processors, "inline", InlineProcessor, lambda _: InlinePatterns(md))
    _replace(processors, "prettify", PrettifyTreeprocessor, lambda _: Prettify(md))
    _replace(processors, "attr_list", AttrListTreeprocessor, lambda model: OnlyWith(md, model, braces))
    _replace(processors, "toc", TocTreeprocessor, Headings)
    _replace(processors, "unescape", UnescapeTreeprocessor, lambda _: Unescape(md))
    return md


class _Cells:
    """Splits a row of the table processor *model*: at every bar, where none can be meant as it is."""

    def __init__(self, model: Any) -> None:
        self._stock = model._split  # noqa: SLF001 - as above

    def __call__(self, row: str) -> Any:
        """The cells of *row*."""
        return self._stock(row) if "`" in row or "\\" in row else row.split("|")


class _InBrackets:
    """Finds the words of a link for the pattern *model*: up to the first bracket, where that is the closing one."""

    def __init__(self, model: Any) -> None:
        self._stock = model.getText

    def __call__(self, data: str, index: int) -> Any:
        """The words from *index* on, where they end with their bracket, and whether they end."""
        end = data.find("]", index)
        if end < 0 or data.find("[", index, end) >= 0:
            return self._stock(data, index)
        return data[index:end], end + 1, True


class _Fenced(Preprocessor):
    """Looks for fences only where there is a sign of one."""

    def __init__(self, md: Markdown, model: Preprocessor) -> None:
        super().__init__(md)
        self.model = model

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self.model.run(lines) if "```" in text or "~~~" in text else lines


def _replace(registry: Any, name: str, kind: type, better: Any) -> None:
    """Put what *better* makes of the part called *name* in its place, if that part is exactly of the stock *kind*."""
    if name in registry and type(registry[name]) is kind:
        places = registry._priority  # noqa: SLF001 - no other way to keep its place
        priority = next(entry.priority for entry in places if entry.name == name)
        registry.register(better(registry[name]), name, priority)
