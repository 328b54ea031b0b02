"""Attribute lists may name and class things; they cannot bring in style or behaviour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from healthsite.text.place import Finder, without_code

_ALLOWED: Final = frozenset(
    {"id", "class", "href", "src", "alt", "title", "lang", "dir", "start", "loading", "scope", "role", "tabindex"}
    | {"aria-label", "rel", "colspan", "rowspan"}
)
_LIST: Final = re.compile(r"\{(?:(?<=\S\{)|(?=[^{}\n]*\}[ ]*#*[ ]*(?:\||$))):?([^{}\n]*)\}", re.MULTILINE)
"""An attribute list: right behind something, or at the end of a line or cell."""
_NAME: Final = re.compile(
    r"""=\s*(?:"[^"]*"|'[^']*'|[^\s}]*)|(?P<name>[^\s=}#.][^\s=}]*)|#(?P<id>[^\s=}]*)|\.[^\s=}]*"""
)


def check_attributes(root: Element, finder: Finder) -> None:
    """Take every attribute that may not be there off the elements below *root*, and record it."""
    if all(_ALLOWED.issuperset(element.attrib) for element in root.iter()):
        return
    written = list(_written(without_code(finder.body.text), "name"))
    for element in root.iter():
        for name in [name for name in element.attrib if name not in _ALLOWED]:
            del element.attrib[name]
            place = next((place for place in written if place[0] == name), (name, max(0, finder.offset_of(name))))
            written = [other for other in written if other is not place]
            message = f"the attribute `{name}` cannot be set here"
            hint = "remove it; `id`, `class`, `lang` and `title` are allowed"
            finder.problem_at(place[1], "attribute", message, hint, length=len(name))


def written_ids(text: str) -> Iterator[tuple[str, int]]:
    """The ids that the attribute lists of *text* set, each with its place."""
    return _written(text, "id")


def _written(text: str, part: str) -> Iterator[tuple[str, int]]:
    """The ids or names (*part*) in the attribute lists of *text*, each with its place."""
    for listed in _LIST.finditer(text) if "{" in text else ():
        for found in _NAME.finditer(text, listed.start(1), listed.end(1)):
            if found[part]:
                yield found[part], found.start(part)
