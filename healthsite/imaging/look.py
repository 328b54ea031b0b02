"""Looks at a picture's first bytes: whether it can be used, and how large it is. Nothing is decoded."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from healthsite.imaging.flaw import Flaw
from healthsite.imaging.kinds import disguise, kind_of
from healthsite.imaging.plan import Look

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS: Final = 80_000_000
"""How many pixels a picture may have: more than the cameras of telephones give. Decoded, they take 320 MB."""
MOST_SIDE: Final = 16_000
"""How wide or high a picture may be, in pixels; WebP ends a little above."""

_FORMATS: Final = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}
_ORIENTATION: Final = 0x0112
_SIDEWAYS: Final = (5, 6, 7, 8)
DAMAGED: Final = Flaw("this picture is damaged", "save it again, or copy it once more from where it came")


def look_at(content: bytes, name: str) -> Look | Flaw:
    """What the picture in *content* is, whose file is called *name*; or why it cannot be used."""
    kind = kind_of(content)
    flaw = disguise(content, kind, name)
    if flaw:
        return flaw
    if kind == "svg":
        from healthsite.imaging.drawing import look_at_drawing  # noqa: PLC0415 - few sites have drawings of their own

        return look_at_drawing(content)
    try:
        with opened(content, kind) as picture:
            return _size_flaw(*picture.size) or _look(picture, kind)
    except Exception as error:  # noqa: BLE001 - what a decoder makes of broken data can be any exception
        return flaw_of(error)


@contextmanager
def opened(content: bytes, kind: str) -> Iterator[Image.Image]:
    """The picture in *content*, read by the decoder of its *kind* and by no other."""
    from PIL import Image  # noqa: PLC0415 - the import takes longer than a build with nothing to do, which needs none

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(content), formats=(_FORMATS[kind],)) as picture:
            yield picture


def orientation_of(picture: Image.Image) -> int:
    """How the camera was held, from 1 (upright) to 8, as the picture's own metadata says."""
    from PIL import Image  # noqa: PLC0415 - as above

    exif = Image.Exif()
    try:
        exif.load(picture.info.get("exif") or b"")
        found: object = exif.get(_ORIENTATION)
    except Exception:  # noqa: BLE001 - metadata that cannot be read says nothing
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def flaw_of(error: Exception) -> Flaw:
    """What *error*, raised by a decoder, says about a picture."""
    if type(error).__name__ == "DecompressionBombError":
        return _too_large("far too many pixels")
    if isinstance(error, MemoryError):
        return _too_large("more pixels than this machine has memory for")
    if "truncated" in str(error).lower() or isinstance(error, EOFError):
        return Flaw("this picture ends too early: a part of the file is missing", DAMAGED.hint)
    return DAMAGED


def _look(picture: Image.Image, kind: str) -> Look | Flaw:
    if kind != "jpeg" and getattr(picture, "is_animated", False):
        hint = "save one of its frames as PNG, or several beside each other: readers cannot stop what moves by itself"
        return Flaw("this picture moves by itself", hint)
    width, height = picture.size
    if orientation_of(picture) in _SIDEWAYS:
        width, height = height, width
    return Look(kind, width, height, picture.has_transparency_data)


def _size_flaw(width: int, height: int) -> Flaw | None:
    if min(width, height) < 1:
        return DAMAGED
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        return _too_large(f"{width:,} × {height:,} pixels")
    return None


def _too_large(much: str) -> Flaw:
    most = f"{MOST_PIXELS // 10**6} million in all and {MOST_SIDE:,} a side are the most"
    hint = f"make it smaller: {most}, and 2,400 across are plenty"
    return Flaw(f"this picture has {much}", hint)
