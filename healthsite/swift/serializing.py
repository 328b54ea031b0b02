"""Writes a tree as HTML, for trees of plain elements."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import serializers
from markdown.serializers import to_html_string

_STOCK: Final[Any] = serializers  # whose types are those of an older release
_BOOLEAN: Final[frozenset[str]] = _STOCK.BOOLEAN_ATTRIBUTES["html"]
_PLAIN: Final = frozenset(("p", "li", "ul", "ol", "td", "th", "tr", "a", "em", "strong", "h2", "h3", "dd", "dt"))
"""Frequent elements that have an end tag."""
_SPECIAL: Final = re.compile("[&<>]")
_SPECIAL_IN_ATTRIBUTE: Final = re.compile(r'[&<>"]')
_AMPERSAND: Final = re.compile(r"&(?!(?:\#[0-9]+|\#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_VERBATIM: Final = ("script", "style")


def to_html(root: Element) -> str:
    """*root* and all below it as HTML; what is no plain element is left to the serializer of Python-Markdown."""
    parts: list[str] = []
    try:
        _write(parts, root)
    except (_UnusualError, RecursionError):
        return to_html_string(root)
    return "".join(parts)


class _UnusualError(Exception):
    """Something else than a plain element with plain attributes."""


def _write(parts: list[str], element: Element) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    if type(tag) is not str:
        raise _UnusualError
    parts.append(f"<{tag}{_attributes(element)}>" if element.attrib else f"<{tag}>")
    if text:
        special = "&" in text or "<" in text or ">" in text
        parts.append(_escaped(text) if special and tag.lower() not in _VERBATIM else text)
    for child in element:
        if child.tag in _PLAIN and not child.attrib and not len(child):
            text, after = child.text or "", child.tail or ""
            if not _SPECIAL.search(text + after):
                parts.append(f"<{child.tag}>{text}</{child.tag}>{after}")
                continue
        _write(parts, child)
    if tag in _PLAIN or tag.lower() not in HTML_EMPTY:
        parts.append(f"</{tag}>")
    if tail:
        parts.append(_escaped(tail) if "&" in tail or "<" in tail or ">" in tail else tail)


def _attributes(element: Element) -> str:
    written = []
    for name, value in sorted(element.attrib.items()) if len(element.attrib) > 1 else element.attrib.items():
        if type(name) is not str or not isinstance(value, str):
            raise _UnusualError
        shown = _escaped_attribute(value) if _SPECIAL_IN_ATTRIBUTE.search(value) else value
        written.append(f" {shown}" if name == shown and name in _BOOLEAN else f' {name}="{shown}"')
    return "".join(written)


def _escaped(text: str) -> str:
    return _AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _escaped_attribute(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")
