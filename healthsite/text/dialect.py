"""Markdown in, HTML out. The whole dialect is the two lists below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.text.attributes import check_attributes
from healthsite.text.block_headings import set_levels
from healthsite.text.blocks import CalloutBlocks
from healthsite.text.citations import Citations
from healthsite.text.embeds import EmbedBlocks
from healthsite.text.fences import check_fences
from healthsite.text.glossary_words import link_words
from healthsite.text.images import resolve_images
from healthsite.text.links import resolve_links
from healthsite.text.place import Finder
from healthsite.text.raw_html import NoRawHtml
from healthsite.text.tables import improve_tables

EXTENSIONS: Final[tuple[Callable[[], Extension], ...]] = (
    NoRawHtml,
    TableExtension,
    FootnoteExtension,
    DefListExtension,
    FencedCodeExtension,
    SaneListExtension,
    AttrListExtension,
    CalloutBlocks,
    EmbedBlocks,
    Citations,
    TocExtension,
)
"""What Markdown is extended by."""


def _finish(root: Element, page: Page) -> None:
    """What is done to the finished tree of a text, in this order."""
    improve_tables(root)
    check_attributes(root, page.finder)
    set_levels(root)
    page.anchored = resolve_links(root, page.finder)
    resolve_images(root, page.finder)
    link_words(root, page.finder.body.words)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: its *level*, its *id* for links, and its text as HTML."""

    level: int
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of a text, its headings in order, and what was found on the way.

    *anchored* are the links with an ``#anchor``, each with its line and column: whether the anchor is there is
    known only when all pages are.
    """

    html: str
    headings: tuple[Heading, ...]
    anchored: tuple[tuple[str, int, int], ...]
    problems: tuple[Problem, ...]


class Page:
    """What the constructs of the dialect know while one text is converted."""

    def __init__(self, body: Body, draw: Callable[[str, Any], str]) -> None:
        self.finder = Finder(body)
        self.anchored: tuple[tuple[str, int], ...] = ()
        self._draw = draw

    def embed(self, name: str, argument: str) -> str:
        """The HTML that stands in place of a block; empty where there is no such thing."""
        for embed in self.finder.body.embeds:
            if (embed.name, embed.argument) == (name, argument):
                if embed.view is not None:
                    return self._draw(name, embed.view)
                what = "care profile" if name == "care" else name
                message = f"there is no {what} `{argument}`" if argument else f"this block names no {what}"
                self.finder.problem(argument or name, "unknown-reference", message, embed.hint)
        return ""


def convert(body: Body, draw: Callable[[str, Any], str]) -> Converted:
    """The HTML of *body*; *draw* makes the HTML of an embed from its name and its view."""
    md, page = _markdown(), Page(body, draw)
    md.page = page
    check_fences(page.finder)
    html = md.reset().convert(body.text)
    return Converted(
        html=html,
        headings=tuple(_headings(md.toc_tokens)),
        anchored=tuple((address, *_line_and_column(body, offset)) for address, offset in page.anchored),
        problems=tuple(page.finder.problems),
    )


@cache
def _markdown() -> Any:
    """The converter of this process: setting one up costs as much as converting a page."""
    md = Markdown(extensions=[extension() for extension in EXTENSIONS], output_format="html")
    md.treeprocessors.register(_Finish(md), "finish", 1)
    return md


class _Finish(Treeprocessor):
    def run(self, root: Element) -> None:
        page: Page = self.md.page  # type: ignore[attr-defined]
        _finish(root, page)


def _headings(tokens: Any) -> list[Heading]:
    found = []
    for token in tokens:
        found.append(Heading(token["level"], token["id"], token["html"] if "html" in token else token["name"]))
        found += _headings(token["children"])
    return found


def _line_and_column(body: Body, offset: int) -> tuple[int, int]:
    line = body.first_line + body.text.count("\n", 0, offset)
    return line, offset - body.text.rfind("\n", 0, offset)
