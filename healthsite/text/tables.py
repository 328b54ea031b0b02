"""Tables: a region that scrolls on narrow screens, header cells with their scope, alignment without styles."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.plain import plain_text

_ALIGNED: Final = {f"text-align: {side};": f"align-{side}" for side in ("left", "center", "right")}
"""What Python-Markdown writes for a column's alignment, and the class that stands for it."""


def improve_tables(root: Element) -> None:
    """Wrap each table below *root*, and mark its header cells."""
    tables = sum(1 for _ in root.iter("table"))
    if not tables:
        return
    all_at_top = sum(1 for child in root if child.tag == "table") == tables
    for parent in [root] if all_at_top else [element for element in root.iter() if len(element)]:
        for position, child in enumerate(list(parent)):
            if child.tag == "table":
                _mark(child)
                region = Element(
                    "div", {"class": "table", "tabindex": "0", "role": "region", "aria-label": _label(child)}
                )
                parent.remove(child)
                region.append(child)
                region.tail, child.tail = child.tail, None
                parent.insert(position, region)


def _mark(table: Element) -> None:
    for header in table.iter("th"):
        header.set("scope", "col")
    for cell in [*table.iter("th"), *table.iter("td")]:
        style = cell.attrib.pop("style", "")
        if style in _ALIGNED:
            cell.set("class", _ALIGNED[style])
        elif style:
            cell.set("style", style)


def _label(table: Element) -> str:
    heads = [plain_text(cell) for cell in table.iter("th")]
    return "Table: " + ", ".join(head for head in heads if head)
