"""The headings of blocks take the level that fits where they stand."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.blocks import HEADING
from healthsite.text.own import marked

_LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def set_levels(root: Element) -> None:
    """Give each block heading below *root* the level below the last ``h2``, or ``h2`` where there is none before."""
    level = 1
    for element in root.iter():
        if marked(element) == HEADING:
            element.tag = f"h{min(level, 2) + 1}"
        elif element.tag in _LEVELS:
            level = _LEVELS[element.tag]
