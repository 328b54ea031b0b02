"""Takes a converted text apart into the passages that rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from healthsite.model.block_lines import block_lines
from healthsite.model.places import Places
from healthsite.model.prose import LinkText, PageText, Passage, Picture
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
_BEHIND: Final = r"(?:\[[^\]]*\])*(?:\((?:[^()\s]|\([^()]*\))*\))?"
"""The name or the address behind the words of a link."""
_NOT_PROSE: Final = re.compile(rf"\]{_BEHIND}|\[\^[^\]]+\]{_BEHIND}|\{{:[^}}]*\}}")
"""What is blanked out of a source; of an address, the bracket before it as well."""
_SLASHES: Final = re.compile(r"^[ ]*/{3,}[^\n|]*\|?", re.MULTILINE)
_FOOTNOTE: Final = re.compile(r"#fn(?:ref\d*)?:")
_WORDLESS: Final = r"\[(?:!\[[^\]]*\]\([^)]*\))?\s*\](?=\()"
"""A link without words: empty, or around a picture."""
_SIGN_OF_HEADING: Final = r"(?<![^\n ])#{{{}}}(?!#)"
"""The sign of a heading of a level."""
_CITED: Final = re.compile(r"\[\^([^\]\s]+)\]")


def page_text(body: Body, root: Element) -> PageText:
    """The passages of *body*, whose text was parsed into the tree below *root*."""
    above = body.head + "\n" * (body.first_line - 1 - body.head.count("\n"))
    code_free = without_code(body.text)
    prose = _SLASHES.sub(_blanked, code_free) if "///" in code_free else code_free
    source = above + _NOT_PROSE.sub(_blanked, prose)
    reader = _Reader(source, len(above))
    passages = (*_front_matter(body, reader.places), *reader.passages(root))
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
        signs=body.signs,
        ids=tuple((name, len(above) + at) for name, at in written_ids(code_free)),
    )


def outline(body: Body, root: Element) -> PageText:
    """The headings, links and pictures of *body*, as rules that read no more need them."""
    if "///" in body.text:
        return page_text(body, root)
    texts = [(element.tag, plain_text(element)) for element in root.iter() if element.tag in _HEADINGS]
    return PageText(
        path=body.path,
        kind=body.kind,
        slug=body.slug,
        meta=body.meta,
        source=body.text,
        passages=tuple([Passage("heading", text, 0, _HEADINGS[tag]) for tag, text in texts]),
        links=tuple([LinkText(plain_text(link), link.get("href", ""), 0) for link in _named_links(root)]),
        pictures=tuple(_pictures(body, root, body.text, 0)),
        unused=tuple(_unused(body, root)) if body.images else (),
        whole=False,
    )


def _blanked(match: re.Match[str]) -> str:
    text = match.group()
    kept = "]" if text[0] == "]" else " "
    return kept + (" " * (len(text) - 1) if "\n" not in text else re.sub(r"[^\n]", " ", text[1:]))


def _front_matter(body: Body, places: Places) -> Iterator[Passage]:
    written = getattr(body.meta, "__dict__", {})
    for key, kind in _FRONT:
        value: Any = written.get(key)
        if value:
            places.begin_behind_key(key)
            for text in (value,) if isinstance(value, str) else value:
                yield Passage(kind, text, places.of_words(text))
    places.begin_again()


class _Reader:
    """Walks the tree in reading order; *places* tells where in the source each passage stands."""

    def __init__(self, source: str, start: int) -> None:
        self.places = Places(source, start)
        self._section = ""
        self._groups = 0
        self._found: list[Passage] = []

    def passages(self, root: Element) -> list[Passage]:
        """The passages below *root*."""
        self._read_below(root, "", 0, ordered=False)
        return self._found

    def _read_below(self, parent: Element, block: str, group: int, *, ordered: bool) -> None:
        inner = parent.tag in ("li", "dd")
        for element in parent:
            inside, tag = block, element.tag
            if element.attrib:
                own = marked(element)
                if own == "embed":
                    continue
                if own == FOOTNOTES:
                    self._read_footnotes(element)
                    continue
                classes = element.get("class", "").split()
                inside = next((name.removeprefix("callout--") for name in classes if name[:9] == "callout--"), block)
            if tag in _HEADINGS:
                self._read_heading(element, inside)
            elif tag in ("ul", "ol", "table"):
                self._groups += 1
                self._read_below(element, inside, self._groups, ordered=tag == "ol")
            else:
                if tag in _KINDS and not (inner and tag == "p"):
                    self._read(element, _KINDS[tag], inside, group, ordered=ordered)
                if len(element):
                    self._read_below(element, inside, group, ordered=ordered)

    def _read_heading(self, element: Element, block: str) -> None:
        text, level = plain_text(element), _HEADINGS[element.tag]
        own = marked(element) == HEADING
        if level <= 2 and not own:
            self._section = text
        if own and block in ("do", "dont"):  # those headings are the site's words, and stand in no source
            at = self.places.here()
        else:
            at = self.places.of_words(text) if text else self.places.of_pattern(_SIGN_OF_HEADING.format(level))
        self._found.append(Passage("heading", text, at, level, self._section, block or ("block" if own else "")))

    def _read_footnotes(self, part: Element) -> None:
        """Footnotes stand below the text, but may be written anywhere in it."""
        self._section = ""
        for note in part.iterfind("ol/li"):
            self.places.begin_again()
            self._read(note, "paragraph", "", 0, ordered=False)
            self._read_below(note, "", 0, ordered=False)

    def _read(self, element: Element, kind: str, block: str, group: int, *, ordered: bool) -> None:
        text = plain_text(element, own_only=True)
        if text:
            searched = text.removeprefix("do not ") if block == "dont" and kind == "item" else text
            at = self.places.of_words(searched)
            self._found.append(Passage(kind, text, at, 0, self._section, block, group, ordered))


def _links(root: Element, source: str, start: int) -> Iterator[LinkText]:
    places = Places(source, start)
    for link in _named_links(root):
        text = plain_text(link)
        yield LinkText(text, link.get("href", ""), places.of_words(text) if text else places.of_pattern(_WORDLESS))


def _named_links(root: Element) -> Iterator[Element]:
    """The links that need words: those that are no citation and no footnote's."""
    for link in root.iter("a"):
        if marked(link) != "citation" and not _FOOTNOTE.match(link.get("href", "")):
            yield link


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
