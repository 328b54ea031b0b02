"""What makes the site an app for those who want it on their home screen: the web app manifest (W3C)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from healthsite.artifact import Artifact
from healthsite.model.site import Site
from healthsite.outputs.icons import ICONS
from healthsite.pages.frame import Theme

PURPOSES: Final = {"icons/icon-": "any", "icons/maskable-": "maskable"}
"""How the names of its icons begin. Of a maskable one, phones cut off everything outside of a circle."""
LONGEST_NAME: Final = 12
"""How many letters of a name phones show below an icon."""


def manifest(site: Site, assets: Mapping[str, str], theme: Theme) -> Artifact:
    """``manifest.webmanifest``; *assets* tells where the static files are published, and *theme* their colours."""
    config = site.config
    plain = {
        "id": site.href("/"),
        "name": config.title,
        "short_name": config.short_title or _short(config.title),
        "description": config.description or config.tagline or "",
        "lang": config.language,
        "start_url": site.href("/"),
        "scope": site.href("/"),
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": theme.ground,
        "theme_color": theme.light,
        "categories": ["health"],
        "icons": [
            {"src": assets[name], "sizes": f"{width}x{height}", "type": "image/png", "purpose": purpose}
            for begin, purpose in PURPOSES.items()
            for name, (width, height) in ICONS.items()
            if name.startswith(begin)
        ],
        "shortcuts": list(_shortcuts(site)),
    }
    text = json.dumps({key: value for key, value in plain.items() if value}, ensure_ascii=False, indent=1)
    return Artifact.of("manifest.webmanifest", text.encode() + b"\n")


def _shortcuts(site: Site) -> Iterator[dict[str, Any]]:
    """What phones offer at a long press on the icon."""
    help_page = site.library.find("pages", "get-help")
    if help_page:
        yield {"name": help_page.meta.short_title or help_page.meta.title, "url": site.link_to(help_page)}
    if site.library.exercises:
        yield {"name": "My routine", "url": site.href("/my-routine/")}
    yield {"name": "Search", "url": site.href("/search/")}


def _short(title: str) -> str:
    """The first words of *title*, as many as fit; or nothing, and then phones shorten it as they see fit."""
    words = title.split()
    fitting = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    return next((name for name in fitting if len(name) <= LONGEST_NAME), "")
