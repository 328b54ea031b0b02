"""Links: relative paths to ``.md`` files become the addresses of their pages; what leads nowhere is a problem."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from healthsite.pages.body import Body
from healthsite.problems import did_you_mean
from healthsite.text.place import Finder

_SCHEME: Final = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED: Final = ("https", "http", "mailto", "tel")


def resolve_links(root: Element, finder: Finder) -> tuple[tuple[str, int], ...]:
    """Turn the links below *root* into addresses of pages; the addresses with an ``#anchor``, each with its offset.

    Links that the dialect made itself (footnotes, citations, glossary words) are marked with a class and left alone.
    """
    anchored: list[tuple[str, int]] = []
    for link in root.iter("a"):
        if "class" in link.attrib and ("footnote" in link.attrib["class"] or link.attrib["class"] == "citation-link"):
            continue
        written = link.get("href", "")
        address = _resolved(written, finder)
        link.set("href", address)
        if "#" in address and not _SCHEME.match(address):
            anchored.append((address, max(0, finder.offset_of(written))))
        else:
            finder.passed(written)
    return tuple(anchored)


def _resolved(written: str, finder: Finder) -> str:
    scheme = _SCHEME.match(unquote(written).replace("\t", "").replace("\n", ""))
    if scheme:
        if scheme[1].lower() in _ALLOWED:
            return written
        finder.problem(
            written,
            "unsafe-link",
            f"a link cannot begin with `{scheme[1].lower()}:`",
            "link to a page with `https://`, or to a `.md` file of this site",
        )
        return "#"
    if written.startswith("#") and len(written) > 1:
        return written
    path, hash_mark, anchor = written.partition("#")
    for target in finder.body.links:
        if target.written == path:
            if target.href:
                return target.href + hash_mark + anchor
            finder.problem(path, "broken-link", f"there is no page `{path}`", target.hint)
            return "#"
    for image in finder.body.images:
        if image.written == path.removeprefix("./"):
            return image.href
    finder.problem(written, "broken-link", _not_a_page(written), _better(finder.body, path))
    return "#"


def _not_a_page(written: str) -> str:
    if not written or written == "#":
        return "this link leads nowhere"
    if written.startswith("//"):
        return f"`{written}` is an address without `https:`"
    return f"`{written}` is not the path of a Markdown file"


def _better(body: Body, path: str) -> str:
    hint = did_you_mean(path, [target.written for target in body.links])
    return hint or "link to another page by the path of its file, as in `../conditions/sciatica.md`"
