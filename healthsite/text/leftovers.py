"""A last look at the finished tree, for markup that did not become what its author meant."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.place import Finder

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_leftovers(root: Element, finder: Finder) -> None:
    """Record lines of slashes that are no block, links inside links, and citations in headings."""
    for element in root.iter():
        if element.tag not in ("code", "pre"):
            for text in (element.text, *(child.tail for child in element)):
                for line in (text or "").split("\n"):
                    if line.strip().startswith("///"):
                        hint = "write a block's first and last line in columns of their own, with plain spaces"
                        finder.problem(line.strip()[:40], "block", "this line of slashes is not part of a block", hint)
        if element.tag == "a" and any(below is not element for below in element.iter("a")):
            words = " ".join("".join(element.itertext()).split())
            finder.problem(
                words[:20], "nested-link", "a link stands inside a link", "end the one before the other begins"
            )
        if element.tag in _HEADINGS and any(below.get("class") == "citation" for below in element.iter("sup")):
            words = (element.text or "").strip()
            hint = "put it behind the sentence that it supports"
            finder.problem(words or "[^", "citation", "a citation cannot stand in a heading", hint)
