"""The icons, and the picture for shared links: pages and the manifest tell their sizes, so they must have them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import Final

from healthsite.problems import Location, Problem

ICONS: Final[Mapping[str, tuple[int, int]]] = {
    "icons/icon-192.png": (192, 192),
    "icons/icon-512.png": (512, 512),
    "icons/maskable-192.png": (192, 192),
    "icons/maskable-512.png": (512, 512),
    "icons/apple-touch-icon.png": (180, 180),
    "icons/social.png": (1200, 630),
}
"""Their names below ``static/``, each with its width and height in pixels."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def icon_problems(contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """A problem for each icon that is no PNG, or of another size. *contents* are static files by their names."""
    for name, (width, height) in ICONS.items():
        if name in contents:
            found = _size(contents[name])
            if found != (width, height):
                message = f"this is {found[0]} by {found[1]} pixels" if found else "this is no PNG picture"
                hint = f"save a PNG picture of {width} by {height} pixels"
                yield Problem(Location(f"static/{name}"), "static", message, hint)


def _size(content: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG picture."""
    if not content.startswith(_PNG) or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height
