"""What the attributes and styles of a drawing may say."""

from __future__ import annotations

import re
from typing import Final

_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
"""What browsers may pass over inside an address."""
_STARTS_A_PROGRAM: Final = (
    "javascript:",
    "vbscript:",
    "livescript:",
    "data:text",
    "data:application",
    "data:image/svg",
)
_URL: Final = re.compile(r"url\((?!['\"]?#)", re.IGNORECASE)
_AT: Final = re.compile(r"@(?!media\b)", re.IGNORECASE)
_MOVES: Final = re.compile(r"\b(?:animation|transition|offset-path)\b|@(?:-\w+-)?keyframes", re.IGNORECASE)
_ACTS: Final = re.compile(r"expression\s*\(|\bbehavior\s*:|-moz-binding|image-set\s*\(|\bsrc\s*\(", re.IGNORECASE)


def attribute_flaw(name: str, value: str) -> str:
    """What is wrong with an attribute of that local *name*; empty if nothing is."""
    name = name.lower()
    bare = _IGNORED.sub("", value).lower()
    if name.startswith("on"):
        return f"this drawing carries a program (`{name}`)"
    if any(start in bare for start in _STARTS_A_PROGRAM):
        return f"this drawing starts a program (`{name}`)"
    if (name == "href" and not bare.startswith("#")) or (name in ("src", "base", "srcset", "data") and bare):
        return f"this drawing loads something from elsewhere (`{name}`)"
    return style_flaw(value) if name == "style" or "url" in bare or "\\" in value else ""


def style_flaw(css: str) -> str:
    """What is wrong with a piece of style in a drawing; empty if nothing is."""
    if _MOVES.search(css):
        return "this drawing moves by itself (its style)"
    if "\\" in css:
        return "the style of this drawing hides signs behind `\\`"
    if _URL.search(css) or _AT.search(css):
        return "this drawing loads something from elsewhere (its style)"
    if _ACTS.search(css):
        return "this drawing carries a program (its style)"
    return ""
