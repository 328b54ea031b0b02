"""The colours that browsers and phones show around the site. They are those of the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from healthsite.artifact import Artifact
from healthsite.pages.frame import Theme

BRAND: Final = "--brand"
GROUND: Final = "--paper"
_DARK: Final = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)")
_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


def theme_of(static: Iterable[Artifact]) -> Theme:
    """The theme that the style sheet among *static* sets; a colour that it does not set is left empty."""
    sheet = next((file.content for file in static if file.path.startswith("assets/css/") and file.content), b"")
    dark = _DARK.search(text := sheet.decode())
    return Theme(
        light=_token(text, BRAND),
        dark=_token(text[dark.end() :], BRAND) if dark else "",
        ground=_token(text, GROUND),
    )


def _token(text: str, name: str) -> str:
    """The first value of a token in *text*, if it is a plain colour."""
    found = re.search(rf"{name}:\s*([^;}}]+)", text)
    return found[1].strip() if found and _COLOUR.fullmatch(found[1].strip()) else ""
