"""Links: relative paths to ``.md`` files become the addresses of their pages; what leads nowhere is a problem."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from healthsite.pages.body import Body
from healthsite.problems import did_you_mean
from healthsite.text.own import marked
from healthsite.text.place import Finder

_SCHEME: Final = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
NOWHERE: Final = "#"
"""What a link that leads nowhere becomes, once it is reported."""
_MAIL: Final = "\x02amp\x03"
"""Begins the address of ``<name@example.org>``, which Python-Markdown writes in codes."""
_FOOTNOTE: Final = re.compile(r"#fn(?:ref\d*)?:")
"""Begins the addresses with which Python-Markdown links footnotes."""
_ALLOWED: Final = ("https", "http", "mailto", "tel")


def resolve_links(root: Element, finder: Finder) -> tuple[tuple[str, int], ...]:
    """Turn the links below *root* into addresses of pages; the addresses with an ``#anchor``, each with its offset."""
    anchored: list[tuple[str, int]] = []
    for link in root.iter("a"):
        written = link.get("href", "")
        address = _page_of(written, finder.body)
        if not address:
            offset = _offset(link, written, finder)
            address = _resolved(written, finder, offset)
            if _has_anchor(address):
                anchored.append((address, offset))
        link.set("href", address)
    return tuple(anchored)


def _page_of(written: str, body: Body) -> str:
    """The address of the page in the file *written*; empty where it is something else, or needs a look at its place."""
    return next((target.href for target in body.links if target.written == written), "") if written else ""


def _offset(link: Element, written: str, finder: Finder) -> int:
    """Where the address of *link* stands, or the name of the source that it cites."""
    if marked(link) == "citation":
        name = written.removeprefix("#source-")
        return max(0, finder.offset_of(f"[^{name}]") + len("[^"))
    return 0 if _FOOTNOTE.match(written) else max(0, finder.offset_of_link(written))


def _has_anchor(address: str) -> bool:
    """Whether *address* leads to a place on a page of the site; footnotes lead where Python-Markdown made them to."""
    if address == NOWHERE or address.startswith(_MAIL) or _FOOTNOTE.match(address) or _SCHEME.match(address):
        return False
    return "#" in address


def _resolved(written: str, finder: Finder, at: int) -> str:
    if written.startswith(_MAIL):
        return written
    scheme = _SCHEME.match(unquote(written).replace("\t", "").replace("\n", ""))
    if scheme:
        return written if _is_safe(written, scheme[1].lower(), finder, at) else NOWHERE
    if written.startswith("#") and len(written) > 1:
        return written
    path, hash_mark, anchor = written.partition("#")
    for target in finder.body.links:
        if target.written == path:
            if target.href:
                return target.href + hash_mark + anchor
            finder.problem_at(at, "broken-link", f"there is no page `{path}`", target.hint, length=len(path))
            return NOWHERE
    for image in finder.body.images:
        if image.written == path.removeprefix("./"):
            return image.href
    finder.problem_at(at, "broken-link", _not_a_page(written), _better(finder.body, path), length=max(1, len(written)))
    return NOWHERE


def _is_safe(written: str, scheme: str, finder: Finder, at: int) -> bool:
    """Whether an address with a scheme may be linked; if not, that is recorded."""
    if scheme not in _ALLOWED:
        hint = "link to a page with `https://`, or to a `.md` file of this site"
        finder.problem_at(at, "unsafe-link", f"a link cannot begin with `{scheme}:`", hint, length=len(written))
        return False
    if not re.fullmatch(r"(?:https?://[^/\s]|mailto:.|tel:.).*", written, re.IGNORECASE | re.DOTALL):
        finder.problem_at(
            at, "broken-link", f"`{written}` is not a whole address", "write it as in a browser", length=len(written)
        )
        return False
    return True


def _not_a_page(written: str) -> str:
    if not written or written == "#":
        return "this link leads nowhere"
    if written.startswith("//"):
        return f"`{written}` is an address without `https:`"
    return f"`{written}` is not the path of a Markdown file"


def _better(body: Body, path: str) -> str:
    hint = did_you_mean(path, [target.written for target in body.links])
    return hint or "link to another page by the path of its file, as in `../conditions/sciatica.md`"
