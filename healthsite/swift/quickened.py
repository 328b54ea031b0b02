"""Puts the faster parts in the places of their models."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import TocTreeprocessor
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
    parts.parser.parseBlocks = BlockParsing(md.parser)
    if parts.serializer is to_html_string:
        parts.serializer = to_html
    braces = Signs(md, "{&")
    parts.preprocessors.register(braces, "signs_of_attribute_lists", 1000)
    _replace(parts.preprocessors, "fenced_code_block", FencedBlockPreprocessor, lambda model: _Fenced(md, model))
    processors = parts.treeprocessors
    _replace(processors, "inline", InlineProcessor, lambda _: InlinePatterns(md))
    _replace(processors, "prettify", PrettifyTreeprocessor, lambda _: Prettify(md))
    _replace(processors, "attr_list", AttrListTreeprocessor, lambda model: OnlyWith(md, model, braces))
    _replace(processors, "toc", TocTreeprocessor, Headings)
    _replace(processors, "unescape", UnescapeTreeprocessor, lambda _: Unescape(md))
    return md


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
