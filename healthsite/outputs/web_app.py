"""What makes the site an app for those who want it on their home screen: the web app manifest (W3C)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from healthsite.artifact import Artifact
from healthsite.model.site import Site

ICONS: Final = (("icons/icon-192.png", "192x192"), ("icons/icon-512.png", "512x512"))


def manifest(site: Site, assets: Mapping[str, str]) -> Artifact:
    """``manifest.webmanifest``; *assets* tells where the static files are published."""
    config = site.config
    icons = [
        {"src": assets[name], "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, sizes in ICONS
        if name in assets
        for purpose in ("any", "maskable")
    ]
    plain = {
        "name": config.title,
        "short_name": config.title[:12],
        "description": config.description or config.tagline or "",
        "lang": config.language,
        "start_url": site.href("/"),
        "scope": site.href("/"),
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#0b5f63",
        "icons": icons,
    }
    text = json.dumps({key: value for key, value in plain.items() if value}, ensure_ascii=False, indent=1)
    return Artifact.of("manifest.webmanifest", text.encode() + b"\n")
