"""Attribute lists may name and class things; they cannot bring in style or behaviour."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.place import Finder

_ALLOWED: Final = frozenset(
    {"id", "class", "href", "src", "alt", "title", "lang", "dir", "start", "loading", "scope", "role", "tabindex"}
    | {"aria-label", "rel", "colspan", "rowspan"}
)


def check_attributes(root: Element, finder: Finder) -> None:
    """Take every attribute that may not be there off the elements below *root*, and record it."""
    for element in root.iter():
        for name in [name for name in element.attrib if name not in _ALLOWED]:
            del element.attrib[name]
            message = f"the attribute `{name}` cannot be set here"
            finder.problem(name, "attribute", message, "remove it; `id`, `class`, `lang` and `title` are allowed")
