"""What a file is, told by its first bytes. Its name may say something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from healthsite.imaging.flaw import Flaw

ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "jpeg": (".jpg", ".jpeg"),
    "png": (".png",),
    "webp": (".webp",),
    "avif": (".avif",),
    "gif": (".gif",),
    "svg": (".svg",),
}
"""The kinds of picture that can be used, each with the endings of its files."""

_SIGNS: Final = (
    ("jpeg", b"\xff\xd8\xff"),
    ("png", b"\x89PNG\r\n\x1a\n"),
    ("gif", b"GIF87a"),
    ("gif", b"GIF89a"),
    ("tiff", b"II*\x00"),
    ("tiff", b"MM\x00*"),
    ("jxl", b"\xff\x0a"),
    ("jxl", b"\x00\x00\x00\x0cJXL "),
    ("bmp", b"BM"),
    ("psd", b"8BPS"),
    ("pdf", b"%PDF-"),
    ("zip", b"PK\x03\x04"),
    ("zip", b"\x1f\x8b"),
)
_BRANDS: Final = (
    ("avif", (b"avif", b"avis")),
    ("heic", (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")),
)
_NAMES: Final = {
    "jpeg": "a JPEG picture",
    "png": "a PNG picture",
    "webp": "a WebP picture",
    "avif": "an AVIF picture",
    "gif": "a GIF picture",
    "svg": "an SVG drawing",
    "heic": "a HEIC picture",
    "tiff": "a TIFF picture",
    "jxl": "a JPEG XL picture",
    "bmp": "a BMP picture",
    "psd": "a Photoshop file",
    "pdf": "a PDF document",
    "zip": "an archive",
    "html": "a web page",
    "video": "a video",
}
_UNSHOWN: Final = ("heic", "tiff", "jxl", "bmp", "psd")
"""Pictures that not every browser shows."""
_HTML: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_SVG: Final = re.compile(rb"<(?:\w+:)?svg[\s>/]")
_START: Final = 4096
"""In so many bytes a text must show what it is."""


def kind_of(content: bytes) -> str:
    """The kind of file that *content* is, by its first bytes: ``jpeg``, ``svg``, ``html`` …; empty for unknown ones."""
    for kind, sign in _SIGNS:
        if content.startswith(sign):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp":
        brands = content[8 : min(64, int.from_bytes(content[:4], "big"))]
        listed = {brands[at : at + 4] for at in range(0, len(brands), 4)}
        return next((kind for kind, known in _BRANDS if listed.intersection(known)), "video")
    return _kind_of_text(content[:_START].removeprefix(b"\xef\xbb\xbf").lstrip())


def disguise(content: bytes, kind: str, name: str) -> Flaw | None:
    """Why *content*, of that *kind*, cannot be the picture that its *name* says."""
    stem, dot, ending = name.rpartition(".")
    if not content:
        return Flaw("this file is empty", "save the picture again")
    if f"{dot}{ending}".lower() in ENDINGS.get(kind, ()):
        return None
    if kind in ENDINGS:
        hint = f"rename it to `{stem.rpartition('/')[2]}{ENDINGS[kind][0]}`"
        return Flaw(f"this is {_NAMES[kind]}, and its ending `.{ending}` says something else", hint)
    if kind in _UNSHOWN:
        return Flaw(f"this is {_NAMES[kind]}, which browsers do not show", "save it as JPEG, or as PNG if it is drawn")
    what = f"{_NAMES[kind]}, not a picture" if kind else "not a picture"
    return Flaw(f"this is {what}", "save the picture itself, as JPEG or PNG, and put it here")


def _kind_of_text(start: bytes) -> str:
    if not start.startswith(b"<"):
        return ""
    page, drawing = _HTML.search(start), _SVG.search(start)
    if page and (not drawing or page.start() < drawing.start()):
        return "html"
    return "svg" if drawing else ""
