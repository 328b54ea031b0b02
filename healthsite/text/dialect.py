"""Markdown in, HTML out. The whole dialect is the two lists below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from healthsite.model.block_lines import block_lines
from healthsite.model.prose import PageText
from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.swift.quickened import quickened
from healthsite.text.attributes import check_attributes
from healthsite.text.block_headings import set_levels
from healthsite.text.block_starts import BlockStarts
from healthsite.text.blocks import CalloutBlocks
from healthsite.text.citations import Citations
from healthsite.text.definitions import check_definitions
from healthsite.text.embeds import EmbedBlocks
from healthsite.text.fences import check_fences
from healthsite.text.footnotes import Footnotes
from healthsite.text.glossary_words import link_words
from healthsite.text.heading_ids import slug_of_heading
from healthsite.text.images import resolve_images, set_captions
from healthsite.text.leftovers import check_leftovers
from healthsite.text.limits import within_limits
from healthsite.text.links import resolve_links
from healthsite.text.own import unmark
from healthsite.text.passages import outline, page_text
from healthsite.text.place import Finder, without_code
from healthsite.text.raw_html import NoRawHtml, check_raw_html
from healthsite.text.tables import improve_tables

EXTENSIONS: Final[tuple[Callable[[], Extension], ...]] = (
    NoRawHtml,
    TableExtension,
    Footnotes,
    DefListExtension,
    FencedCodeExtension,
    SaneListExtension,
    AttrListExtension,
    BlockStarts,
    CalloutBlocks,
    EmbedBlocks,
    Citations,
    lambda: TocExtension(slugify=slug_of_heading, marker=""),
)
"""What Markdown is extended by."""


def _finish(root: Element, page: Page) -> None:
    """What is done to the finished tree of a text, in this order."""
    text = page.finder.body.text
    set_captions(root)
    page.text = (outline if page.outlined else page_text)(page.finder.body, root)
    check_leftovers(root, page.finder)
    if "///" in text:
        set_levels(root)
    improve_tables(root)
    page.anchored = resolve_links(root, page.finder)
    if "///" in text or "[^" in text:
        unmark(root)
    if "{" in text or "&" in text:
        check_attributes(root, page.finder)
    resolve_images(root, page.finder)
    link_words(root, page.finder.body.words)


Draw = Callable[[str, Any, int], str]
"""Makes the HTML of an embed from its name, its view, and how often it has stood on the page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: its *level*, its *id* for links, and its plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of a text, its headings in order, and what was found on the way.

    *anchored* are the links with an ``#anchor``, each with its line and column: whether the anchor is there is
    known only when all pages are. *text* is what rules read.
    """

    html: str
    headings: tuple[Heading, ...]
    anchored: tuple[tuple[str, int, int], ...]
    problems: tuple[Problem, ...]
    text: PageText


class Page:
    """What the constructs of the dialect know while one text is converted."""

    def __init__(self, body: Body, draw: Draw, *, outlined: bool = False) -> None:
        self.outlined = outlined
        self.finder = Finder(body)
        self.anchored: tuple[tuple[str, int], ...] = ()
        self.text: PageText | None = None
        self._draw = draw
        self._drawn: dict[tuple[str, str], int] = {}

    def embed(self, name: str, argument: str) -> str:
        """The HTML that stands in place of a block; empty where there is no such thing."""
        self._drawn[name, argument] = number = self._drawn.get((name, argument), 0) + 1
        found = next((one for one in self.finder.body.embeds if (one.name, one.argument) == (name, argument)), None)
        if found and found.view is not None:
            return self._draw(name, found.view, number)
        what = "care profile" if name == "care" else name
        message = f"there is no {what} `{argument}`" if argument else f"this block names no {what}"
        hint = found.hint if found else "write the block's name and argument on a line of their own"
        self.finder.problem_at(
            self._place_of(name, argument), "unknown-reference", message, hint, length=len(argument or name)
        )
        return ""

    def _place_of(self, name: str, argument: str) -> int:
        """Where the block with that name and argument stands for the first time."""
        lines = block_lines(without_code(self.finder.body.text))
        found = next((line for line in lines if (line.name, line.argument) == (name, argument)), None)
        return (found.argument_at if argument else found.at) if found else 0


def convert(body: Body, draw: Draw, *, swift: bool = True, outlined: bool = False) -> Converted:
    """The HTML of *body*; *draw* makes the HTML of an embed from its name and its view.

    *swift* chooses the faster parts in place of stock ones; the outcome is the same. Where it is to be *outlined*, the
    text for rules need not be whole.
    """
    md, page = converter(swift=swift), Page(body, draw, outlined=outlined)
    md.page = page
    sound = within_limits(page.finder) and check_fences(page.finder)
    check_raw_html(page.finder)
    check_definitions(page.finder)
    html = _converted(md, page) if sound else ""
    return Converted(
        html=html,
        headings=tuple(_headings(md.toc_tokens)) if html else (),
        anchored=tuple((address, *_line_and_column(body, offset)) for address, offset in page.anchored),
        problems=tuple(page.finder.problems),
        text=page.text or page_text(body, Element("div")),
    )


def _converted(md: Any, page: Page) -> str:
    try:
        html: str = md.reset().convert(page.finder.body.text)
    except RecursionError:
        converter.cache_clear()
        page.finder.problem_at(0, "too-deep", "something here is nested too deeply", "write it with fewer levels")
        return ""
    except BaseException:
        converter.cache_clear()  # what was left half done must not reach the next text
        raise
    if "\x02" in html or "\x03" in html:
        converter.cache_clear()
        hint = "look for stray `*` and `_`, and write a backslash before those that are meant as they are"
        page.finder.problem_at(0, "markup", "the marks of emphasis in this text cannot be told apart", hint)
        return ""
    return html


@cache
def converter(*, swift: bool) -> Any:
    """The converter of this process: setting one up costs as much as converting a page."""
    md = Markdown(extensions=[extension() for extension in EXTENSIONS], output_format="html")
    fenced: Any = md.preprocessors["fenced_code_block"]
    fenced.checked_for_deps, fenced.use_attr_list = True, False  # a fence's header cannot set attributes
    md.treeprocessors.register(_Finish(md), "finish", 1)
    return quickened(md) if swift else md


class _Finish(Treeprocessor):
    def run(self, root: Element) -> None:
        page: Page = self.md.page  # type: ignore[attr-defined]
        _finish(root, page)


def _headings(tokens: Any) -> list[Heading]:
    found = []
    for token in tokens:
        found.append(Heading(token["level"], token["id"], unescape(token["name"])))
        found += _headings(token["children"])
    return found


def _line_and_column(body: Body, offset: int) -> tuple[int, int]:
    line = body.first_line + body.text.count("\n", 0, offset)
    return line, offset - body.text.rfind("\n", 0, offset)
