"""The ids of headings without a table of contents that nobody asked for."""

from __future__ import annotations

import html
import re
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown.extensions import toc
from markdown.extensions.toc import TocTreeprocessor

_UNUSUAL: Final = re.compile(r"[&<>\x02\x03]")
_LEVELS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


class Headings(TocTreeprocessor):
    """Stands in for the tree processor of *model*, where every heading is plain text and the table has no place."""

    def __init__(self, model: TocTreeprocessor) -> None:
        self.__dict__.update(model.__dict__)

    def run(self, doc: Element) -> None:
        """Give each heading its id, and the converter its list of headings."""
        headings = [element for element in doc.iter() if element.tag in _LEVELS]
        if not all(map(_is_plain, headings)) or self.marker or self.base_level or self._adds_links:
            super().run(doc)
            return
        used = {element.attrib["id"] for element in doc.iter() if "id" in element.attrib}
        counters: dict[str, int] = {}
        stock: Any = toc  # whose types are those of an older release
        tokens: list[dict[str, Any]] = []
        for heading in headings:
            text = " ".join((heading.text or "").split())
            if "id" not in heading.attrib:
                heading.attrib["id"] = stock.unique(self.slugify(html.unescape(text), self.sep), used, counters)
            level = int(heading.tag[-1])
            if self.toc_top <= level <= self.toc_bottom:
                name = {"level": level, "id": heading.attrib["id"], "name": text}
                tokens.append({**name, "html": (heading.text or "").strip(), "data-toc-label": ""})
        md: Any = self.md
        md.toc_tokens, md.toc = stock.nest_toc_tokens(tokens), ""

    @property
    def _adds_links(self) -> bool:
        return bool(self.use_anchors or self.use_permalinks not in (False, None))


def _is_plain(heading: Element) -> bool:
    """Whether all that a heading shows is its text, as it is."""
    odd = len(heading) or _UNUSUAL.search(heading.text or "") or "data-toc-label" in heading.attrib
    return not odd and not _UNUSUAL.search(heading.attrib.get("id", ""))
