"""What RFC 4287 asks of an Atom feed, as far as feeds of plain texts go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

NS: Final = "{http://www.w3.org/2005/Atom}"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ONCE: Final = ("id", "title", "updated")
_FEED: Final = {*_ONCE, "subtitle", "generator", "icon", "logo", "rights", "author", "contributor", "category", "link"}
_ENTRY: Final = {*_ONCE, "published", "summary", "content", "rights", "source", "author", "category", "link"}
_MANY: Final = {"author", "contributor", "category", "link", "entry"}
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def faults(feed: bytes) -> list[str]:
    """What is wrong with *feed*."""
    root = ET.fromstring(feed)  # noqa: S314 - our own output
    if root.tag != f"{NS}feed":
        return [f"{root.tag} is no feed"]
    entries = root.findall(f"{NS}entry")
    found = [*_of_element(root, _FEED | {"entry"}), *(fault for entry in entries for fault in _of_entry(entry))]
    twice = [name for name, count in Counter(_text(entry, "id") for entry in entries).items() if count > 1]
    found += [f"the entry {name} stands twice" for name in twice]
    if root.find(f"{NS}author") is None and any(entry.find(f"{NS}author") is None for entry in entries):
        found.append("neither the feed nor each entry has an author")
    if [link.get("rel") for link in root.findall(f"{NS}link")].count("self") != 1:
        found.append("the feed does not say where it is")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", root.get(XML_LANG, "")):
        found.append("the feed has no language")
    return found


def _of_entry(entry: ET.Element) -> Iterator[str]:
    yield from _of_element(entry, _ENTRY)
    links = [link.get("rel", "alternate") for link in entry.findall(f"{NS}link")]
    if entry.find(f"{NS}content") is None and "alternate" not in links:
        yield f"{_text(entry, 'id')} has neither content nor a link to it"


def _of_element(element: ET.Element, known: set[str]) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(NS) for child in element)
    yield from (f"{name} is not known" for name in counts if name not in known)
    yield from (f"{name} stands {counts[name]} times" for name in _ONCE if counts[name] != 1)
    yield from (f"{name} stands {count} times" for name, count in counts.items() if name not in _MANY and count > 1)
    for child in element:
        yield from _of_child(child.tag.removeprefix(NS), child)
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in element.findall(f"{NS}link")
        if link.get("rel", "alternate") == "alternate"
    )
    yield from (f"{kind} is linked {count} times" for kind, count in alternates.items() if count > 1)


def _of_child(name: str, child: ET.Element) -> Iterator[str]:
    text = child.text or ""
    if name == "id" and not _is_whole(text):
        yield f"`{text}` is no whole address"
    elif name in ("updated", "published") and not _is_moment(text):
        yield f"`{text}` is no moment"
    elif name in ("title", "subtitle", "summary", "rights"):
        if child.get("type", "text") not in ("text", "html", "xhtml") or len(child):
            yield f"{name} is no plain text"
        if name == "title" and not text.strip():
            yield "a title is empty"
    elif name == "author" and not _text(child, "name").strip():
        yield "an author has no name"
    elif name == "category" and not child.get("term"):
        yield "a category has no term"
    elif name == "link" and not _is_whole(child.get("href", "")):
        yield f"`{child.get('href')}` is no whole address"


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{NS}{name}", "")


def _is_whole(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme and parts.netloc) and not re.search(r"\s", address)


def _is_moment(text: str) -> bool:
    return bool(_MOMENT.fullmatch(text)) and datetime.fromisoformat(text).tzinfo is not None
