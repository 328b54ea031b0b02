"""The text of an element as readers see it."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

_STASHED: Final = re.compile("\x02[^\x03]*\x03")
"""What Python-Markdown puts back later, such as code and entities."""


def plain_text(element: Element, *, own_only: bool = False) -> str:
    """The text of *element* without markup and numbers of sources; with *own_only*, without inner lists and tables."""
    if not len(element) and not element.attrib and element.tag != "sup":
        return _tidied(element.text or "")
    parts: list[str] = []

    def collect(part: Element) -> None:
        if part.tag == "sup" or "visually-hidden" in part.get("class", ""):
            return
        parts.append(part.text or "")
        for child in part:
            if not (own_only and child.tag in ("ul", "ol", "table")):
                collect(child)
            parts.append(child.tail or "")

    collect(element)
    return _tidied("".join(parts))


def _tidied(text: str) -> str:
    odd = "\n" in text or "  " in text or "\t" in text or "\x02" in text or text[:1] == " " or text[-1:] == " "
    if text.isascii() and not odd:  # as most texts are
        return text
    return " ".join(_STASHED.sub("", text).replace("\u00ad", "").split())
