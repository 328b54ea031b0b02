"""A last look at the finished tree, for markup that did not become what its author meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.place import Finder, without_code
from healthsite.text.plain import plain_text

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BEFORE: Final = " \t>"
"""What a line of a quotation or an item begins with."""
_LINE: Final = r"^[ \t>]*({})[ \t]*$"
_HINT: Final = "write a block's first and last line in columns of their own, with plain spaces"


def check_leftovers(root: Element, finder: Finder) -> None:
    """Record lines of slashes that are no block, links inside links, and citations in headings."""
    for line in [*_in_text(root), *_in_code(root, finder)] if "///" in finder.body.text else ():
        places = [
            match.start(1) for match in re.finditer(_LINE.format(re.escape(line)), finder.body.text, re.MULTILINE)
        ]
        message = "this line of slashes is not part of a block"
        finder.problem_at(places[-1] if places else 0, "block", message, _HINT, length=len(line))
    for link in root.iter("a"):
        if len(link) and any(below is not link for below in link.iter("a")):
            hint = "end the one before the other begins"
            words = (link.text or "").strip() or plain_text(link)
            finder.problem(words[:20], "nested-link", "a link stands inside a link", hint)
    for heading in (element for level in _HEADINGS for element in root.iter(level)) if finder.body.citations else ():
        if any(below.get("class") == "citation" for below in heading.iter("sup")):
            words = (heading.text or "").strip()
            hint = "put it behind the sentence that it supports"
            finder.problem(words or "[^", "citation", "a citation cannot stand in a heading", hint)


def _in_text(root: Element) -> Iterator[str]:
    """The lines of slashes that readers would see in the text."""
    for element in root.iter():
        if element.tag not in ("code", "pre"):
            for text in (element.text, *(child.tail for child in element)):
                yield from _slashed(text or "")


def _in_code(root: Element, finder: Finder) -> Iterator[str]:
    """The lines of slashes that became code, beyond those that were written as code."""
    whole, code_free = finder.body.text.split("\n"), without_code(finder.body.text).split("\n")
    written = Counter(line for line, left in zip(whole, code_free, strict=True) if not left.strip(_BEFORE))
    shown = Counter(line for code in root.iter("pre") for line in _slashed("".join(code.itertext())))
    yield from (shown - Counter(line for meant in written.elements() for line in _slashed(meant))).elements()


def _slashed(text: str) -> Iterator[str]:
    """The lines of *text* that begin with slashes as a block does."""
    bare = (line.strip(_BEFORE) for line in text.split("\n"))
    return (line for line in bare if line.startswith("///"))
