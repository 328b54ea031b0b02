"""Takes a converted text apart into the passages that rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from healthsite.model.block_lines import block_lines
from healthsite.model.prose import LinkText, PageText, Passage, Picture, find_words, words_of
from healthsite.pages.body import Body
from healthsite.text.attributes import written_ids
from healthsite.text.blocks import HEADING
from healthsite.text.footnotes import FOOTNOTES
from healthsite.text.own import marked
from healthsite.text.place import without_code
from healthsite.text.plain import plain_text

_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS: Final = {
    "p": "paragraph",
    "dd": "paragraph",
    "figcaption": "paragraph",
    "li": "item",
    "td": "cell",
    "th": "header",
    "dt": "term",
}
_FRONT: Final = (
    ("title", "title"),
    ("summary", "summary"),
    ("evidence_note", "note"),
    ("feel", "note"),
    ("variations", "note"),
    ("cautions", "caution"),
    ("steps", "step"),
)
"""The front matter keys that hold prose, and the kind of their passages."""
_NOT_PROSE: Final = re.compile(
    r"(?<=\])\((?:[^()\s]|\([^()]*\))*\)|(?<=\])\[[^\]]*\]|\[\^[^\]]+\]|\{[:][^}]*\}|^[ ]*/{3,}[^\n|]*\|?",
    re.MULTILINE,
)
_FOOTNOTE: Final = re.compile(r"#fn(?:ref\d*)?:")
_WORDLESS: Final = re.compile(r"\[(?:!\[[^\]]*\]\([^)]*\))?\s*\](?=\()")
"""A link without words: empty, or around a picture."""
_CITED: Final = re.compile(r"\[\^([^\]\s]+)\]")


def page_text(body: Body, root: Element) -> PageText:
    """The passages of *body*, whose text was parsed into the tree below *root*."""
    above = body.head + "\n" * (body.first_line - 1 - body.head.count("\n"))
    code_free = without_code(body.text)
    source = above + _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), code_free)
    reader = _Reader(source, len(above))
    passages = (*_front_matter(body, source), *reader.passages(root))
    return PageText(
        path=body.path,
        kind=body.kind,
        slug=body.slug,
        meta=body.meta,
        source=source,
        passages=passages,
        links=tuple(_links(root, above + code_free, len(above))),
        pictures=tuple(_pictures(body, root, above + code_free, len(above))),
        unused=tuple(_unused(body, root)),
        care=tuple(embed.view.slug for embed in body.embeds if embed.name == "care" and embed.view is not None),
        blocks=tuple((line.name, len(above) + line.at) for line in block_lines(code_free) if line.name),
        cited=tuple(dict.fromkeys(_CITED.findall(code_free))),
        asked=body.asked,
        ids=tuple((name, len(above) + at) for name, at in written_ids(code_free)),
    )


def _front_matter(body: Body, source: str) -> Iterator[Passage]:
    for key, kind in _FRONT:
        value: Any = getattr(body.meta, key, None) or ()
        start = re.search(rf"^{key}\s*:", body.head, re.MULTILINE)
        at = start.end() if start else 0
        for text in (value,) if isinstance(value, str) else value:
            found, at = _found(source, text, at)
            yield Passage(kind, text, found)


class _Reader:
    """Walks the tree in reading order and looks each passage up in the source."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._start = self._at = start
        self._section = ""
        self._groups = 0

    def passages(self, root: Element) -> Iterator[Passage]:
        yield from self._below(root, block="", group=0, ordered=False)

    def _below(self, parent: Element, *, block: str, group: int, ordered: bool) -> Iterator[Passage]:
        for element in parent:
            classes = element.get("class", "").split()
            if marked(element) == "embed":
                continue
            if marked(element) == FOOTNOTES:
                yield from self._footnotes(element)
                continue
            inside = next((name.removeprefix("callout--") for name in classes if name.startswith("callout--")), block)
            if element.tag in _HEADINGS:
                yield from self._heading(element, inside)
            elif element.tag in ("ul", "ol", "table"):
                self._groups += 1
                yield from self._below(element, block=inside, group=self._groups, ordered=element.tag == "ol")
            else:
                if element.tag in _KINDS and not (element.tag == "p" and parent.tag in ("li", "dd")):
                    yield from self._passage(element, _KINDS[element.tag], inside, group, ordered=ordered)
                yield from self._below(element, block=inside, group=group, ordered=ordered)

    def _heading(self, element: Element, block: str) -> Iterator[Passage]:
        text, level = plain_text(element), _HEADINGS[element.tag]
        own = marked(element) == HEADING
        if level <= 2 and not own:
            self._section = text
        found = self._at
        if not (own and block in ("do", "dont")):  # those headings are the site's words, and stand in no source
            found, self._at = _found(self._source, text, self._at) if text else self._empty(level)
        yield Passage("heading", text, found, level, self._section, block or ("block" if own else ""))

    def _empty(self, level: int) -> tuple[int, int]:
        """Where a heading without words begins, and where to go on."""
        match = re.compile(rf"^[ ]{{0,3}}(#{{{level}}})(?!#)", re.MULTILINE).search(self._source, self._at)
        return (match.start(1), match.end(1)) if match else (self._at, self._at)

    def _footnotes(self, part: Element) -> Iterator[Passage]:
        """Footnotes stand below the text, but may be written anywhere in it."""
        self._section = ""
        for note in part.iterfind("ol/li"):
            self._at = self._start
            yield from self._passage(note, "paragraph", "", 0, ordered=False)
            yield from self._below(note, block="", group=0, ordered=False)

    def _passage(self, element: Element, kind: str, block: str, group: int, *, ordered: bool) -> Iterator[Passage]:
        text = plain_text(element, own_only=True)
        if text:
            searched = text.removeprefix("do not ") if block == "dont" and kind == "item" else text
            found, self._at = _found(self._source, searched, self._at)
            yield Passage(kind, text, found, 0, self._section, block, group, ordered)


def _found(source: str, text: str, start: int) -> tuple[int, int]:
    """Where *text* begins in *source* at or behind *start*, and where to go on; *start* where it cannot be told."""
    words = words_of(text)
    for length in (4, 2, 1):
        found = find_words(source, " ".join(words[:length]), start) if words else None
        if found:
            return found
    return start, start


def _links(root: Element, source: str, start: int) -> Iterator[LinkText]:
    at = start
    for link in root.iter("a"):
        if marked(link) != "citation" and not _FOOTNOTE.match(link.get("href", "")):
            text = plain_text(link)
            empty = None if text else _WORDLESS.search(source, at)
            found, at = empty.span() if empty else _found(source, text, at)
            yield LinkText(text, link.get("href", ""), found)


def _pictures(body: Body, root: Element, source: str, start: int) -> Iterator[Picture]:
    at = start
    sizes = {image.written: (image.width, image.height) for image in body.images if image.sources}
    for image in root.iter("img"):
        found = source.find("![", at)
        at = found + 2 if found >= 0 else at
        src = image.get("src", "")
        yield Picture(image.get("alt", ""), src, at, *sizes.get(src.removeprefix("./"), (0, 0)))


def _unused(body: Body, root: Element) -> Iterator[str]:
    """The files of the pictures beside *body* that its text neither shows nor links to.

    None, where the text shows one that is not there: that may be one of them, misspelt.
    """
    known = {image.written for image in body.images}
    shown = {image.get("src", "").removeprefix("./") for image in root.iter("img")}
    linked = {link.get("href", "").partition("#")[0].removeprefix("./") for link in root.iter("a")}
    return (image.path for image in body.images if shown <= known and image.written not in shown | linked)
