"""``[^nice-ng59]``: a citation of one of the page's sources, shown as its number."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from healthsite.problems import did_you_mean
from healthsite.text.own import mark
from healthsite.text.place import without_code

_CITATION: Final = r"\[\^([^\]\[]*)\]"


class _Citation(InlineProcessor):
    SIGNS = ("[^",)

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        md: Any = self.md
        name = m.group(1)
        citations = md.page.finder.body.citations
        if name in citations:
            number = citations.index(name) + 1
            sign = Element("sup", {"class": "citation"})
            link = mark(SubElement(sign, "a", {"class": "citation-link", "href": f"#source-{name}"}), "citation")
            hidden = SubElement(link, "span", {"class": "visually-hidden"})
            hidden.text = "source "
            hidden.tail = str(number)
            return sign, m.start(0), m.end(0)
        if f"[^{name}]:" not in without_code(md.page.finder.body.text):
            message = f"`{name}` is not one of this page's sources" if name else "this citation names no source"
            hint = did_you_mean(name, citations) or "add it to `sources:` in the front matter"
            md.page.finder.problem(name or m.group(0), "citation", message, hint, within=m.group(0))
        return None, None, None


class Citations(Extension):
    """Registers the construct before footnotes, which share its brackets."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(_Citation(_CITATION, md), "citation", 176)
