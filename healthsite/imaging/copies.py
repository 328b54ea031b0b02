"""Makes the copies of a picture: upright, in the colours of the web, and without a word of its metadata.

The same picture gives the same bytes, in any process and on any number of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from healthsite.imaging.drawing import plain_drawing
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.kinds import kind_of
from healthsite.imaging.look import DAMAGED, flaw_of, opened, orientation_of
from healthsite.imaging.plan import DRAWN, LARGE, WIDTHS, Copy

if TYPE_CHECKING:
    from PIL import Image

MOST_SCANS: Final = 100
"""How many passes over the whole picture a JPEG file may make: cameras and programs make about 10."""
NARROW: Final = 720
"""Up to this width the pixels of a copy are seen one by one; those of wider ones stand closer on a screen."""

_MARKER: Final = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
_SCAN: Final = b"\xda"
_DEEP: Final = ("I", "I;16", "I;16L", "I;16B", "I;16N")
_TURNS: Final = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def pixel_flaw(content: bytes) -> Flaw | None:
    """What is wrong with the pixels of the picture in *content*, if anything is."""
    found = make_copies(content, ())
    return found if isinstance(found, Flaw) else None


def make_copies(content: bytes, wanted: Sequence[Copy]) -> tuple[bytes, ...] | Flaw:
    """The *wanted* copies of the picture in *content*, in that order; or what is wrong with it."""
    kind = kind_of(content)
    if kind == "svg":
        drawing = plain_drawing(content)
        return drawing if isinstance(drawing, Flaw) else tuple(drawing for _ in wanted)
    if kind == "jpeg" and _scans(content) > MOST_SCANS:
        return Flaw("this picture is made to keep a computer busy: its file goes over it again and again", DAMAGED.hint)
    try:
        bases = {width: _decoded(content, kind, width) for width in {_base_of(copy) for copy in wanted} or {1}}
        return tuple(_encoded(bases[_base_of(copy)], copy, drawn=kind in DRAWN) for copy in wanted)
    except _UnwritableError as error:
        hint = "install Pillow as its makers build it: that one writes every format"
        return Flaw(f"no copies of this picture can be written as {error} by this machine", hint)
    except Exception as error:  # noqa: BLE001 - what a decoder makes of broken data can be any exception
        return flaw_of(error)


def _base_of(copy: Copy) -> int:
    """How wide the picture is from which *copy* is made: the same for it whichever others are made beside it."""
    return WIDTHS[-1] if copy.width <= WIDTHS[-1] else LARGE


class _UnwritableError(Exception):
    """The library refuses to write a format."""


def _scans(content: bytes) -> int:
    """How often a JPEG file begins to go over its picture. What stands inside its other segments is passed over."""
    at, scans = 2, 0
    while marker := _MARKER.search(content, at):
        scans += marker[1] == _SCAN
        length = int.from_bytes(content[marker.end() : marker.end() + 2], "big")
        at = marker.end() + (length if marker[1] not in b"\x01\xd8\xd9" else 0)
        if marker[1] == b"\xd9" or scans > MOST_SCANS:
            break
    return scans


def _decoded(content: bytes, kind: str, width: int) -> Image.Image:
    """The picture, upright, at most *width* wide, in the colours of the web, and with nothing else about it."""
    if kind == "png":
        with opened(content, kind) as picture:
            picture.verify()
    with opened(content, kind) as picture:
        turn = _TURNS.get(orientation_of(picture))
        profile = picture.info.get("icc_profile")
        across = picture.height if turn and orientation_of(picture) > 4 else picture.width
        size = _scaled(picture.size, min(1, width / across))
        picture.draft("", size)
        picture.load()
        plain = _plain(picture)
    plain = _in_srgb(_resized(plain, size), profile)
    if turn:
        from PIL import Image  # noqa: PLC0415 - where this is reached, it is loaded

        plain = plain.transpose(Image.Transpose[turn])
    plain.info.clear()
    return plain


def _scaled(size: tuple[int, int], factor: float) -> tuple[int, int]:
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _plain(picture: Image.Image) -> Image.Image:
    """*picture* with 8 bits a channel, no palette, and an alpha channel only if it says that it is see-through."""
    if picture.mode in _DEEP:
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("L" if picture.mode == "1" else "RGB")


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image  # noqa: PLC0415 - where this is reached, it is loaded

    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """*picture* in sRGB. A profile that cannot be used is passed over, as browsers do."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        from PIL import ImageCms  # noqa: PLC0415 - few pictures need it

        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            turned = None
        if turned is not None:
            return turned
    return picture if picture.mode in ("L", mode) else picture.convert(mode)


def _encoded(picture: Image.Image, copy: Copy, *, drawn: bool) -> bytes:
    picture = _resized(picture, (copy.width, copy.height))
    if copy.format != "png" and picture.mode == "L":
        picture = picture.convert("RGB")
    narrow = copy.width <= NARROW
    if copy.format == "avif":
        quality = 75 if drawn else 58 if narrow else 52
        parts = "4:4:4" if drawn else "4:2:0"
        settings = {"codec": "aom", "speed": 8, "max_threads": 1, "autotiling": False, "range": "full"}
        return _saved(picture, "AVIF", quality=quality, subsampling=parts, **settings)
    if copy.format == "webp":
        lossy = _saved(picture, "WEBP", quality=86 if drawn else 74 if narrow else 68, method=4)
        exact = [_saved(picture, "WEBP", lossless=True, quality=60, method=4)] if drawn else []
        return min((*exact, lossy), key=len)
    if copy.format == "jpeg":
        return _saved(picture, "JPEG", quality=76, progressive=True, optimize=True)
    return _saved(picture, "PNG", compress_level=9)


def _saved(picture: Image.Image, name: str, **settings: Any) -> bytes:
    file = BytesIO()
    try:
        picture.save(file, name, **settings)
    except (KeyError, OSError, ValueError, RuntimeError) as error:
        raise _UnwritableError(name) from error
    return file.getvalue()
