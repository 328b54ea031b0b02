"""Finds the file that an address means, and never one outside of the folder that is served."""

from __future__ import annotations

import os
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from healthsite.publishing.manifest import NAME, STAGING

HTML: Final = "text/html; charset=utf-8"
_TYPES: Final = MimeTypes()
"""Those that Python knows itself: what else a machine knows, or believes to know, plays no part."""
_OURS: Final = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """There is a page, but at another *address*."""

    address: str


def found(out: Path, base_path: str, path: str) -> Path | Moved | None:
    """What the *path* of an address means in *out*, which is served below *base_path*: a file, if it means anything."""
    if base_path and path in ("/", base_path):
        return Moved(f"{base_path}/")
    if not path.startswith(f"{base_path}/"):
        return None
    parts = _parts(path.removeprefix(f"{base_path}/"))
    if parts is None:
        return None
    is_folder = path.endswith("/")
    file = _inside(out, [*parts, "index.html"] if is_folder else parts)
    if file is None and not is_folder and _inside(out, [*parts, "index.html"]):
        return Moved(f"{base_path}/{quote('/'.join(parts))}/")
    return file


def type_of(file: Path) -> str:
    """The media type of *file*, by the ending of its name."""
    ending = file.suffix.lower()
    return _OURS.get(ending) or _TYPES.guess_type(f"x{ending}")[0] or "application/octet-stream"


def _parts(path: str) -> list[str] | None:
    """The names in *path*; ``None`` where one of them could lead anywhere else than down, or is not published."""
    try:
        names = [unquote_to_bytes(name).decode() for name in path.removesuffix("/").split("/")] if path else []
    except UnicodeDecodeError:
        return None
    return names if all(map(_leads_down, names)) else None


def _leads_down(name: str) -> bool:
    return name not in ("", ".", "..", NAME) and not name.startswith(STAGING) and not set(name) & set("/\\:\0")


def _inside(out: Path, parts: list[str]) -> Path | None:
    """The regular file that *parts* lead to, unless a link on the way leads out of *out*."""
    try:
        real = Path(os.path.realpath(out.joinpath(*parts), strict=True))
        inside = real.is_relative_to(os.path.realpath(out))
        return real if inside and real.is_file() else None
    except (OSError, ValueError):
        return None
