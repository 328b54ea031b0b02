"""Pictures for tests, made as they are needed: none lies in the repository."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageDraw

from healthsite.pages.pictures import Picture

GPS: Final = 0x8825
MAKER: Final = "Camera of Jane Doe"
"""What the metadata of `camera_photo` names."""


def painted(width: int, height: int, mode: str = "RGB", tint: int = 90) -> Image.Image:
    """A picture with something in it: a gradient, a red corner at the top left, and a line; *tint* makes others."""
    picture = Image.linear_gradient("L").resize((width, height))
    red, green = picture, picture.point(lambda value: 255 - value)
    colours = Image.merge("RGB", (red, green, Image.new("L", (width, height), tint)))
    draw = ImageDraw.Draw(colours)
    draw.rectangle((0, 0, max(1, width // 4), max(1, height // 4)), fill=(220, 20, 20))
    draw.line((0, height, width, 0), fill=(10, 10, 40), width=max(1, width // 60))
    return colours if mode == "RGB" else colours.convert(mode)


def clear(width: int = 40, height: int = 30) -> Image.Image:
    """A picture that fades away towards its lower edge."""
    picture = painted(width, height)
    picture.putalpha(Image.linear_gradient("L").resize((width, height)).point(lambda value: 255 - value))
    return picture


def saved(picture: Image.Image, kind: str, **settings: Any) -> bytes:
    """*picture* as a file of that *kind*, such as ``jpeg``."""
    file = BytesIO()
    picture.save(file, kind.upper(), **settings)
    return file.getvalue()


def photo(width: int = 40, height: int = 30, kind: str = "jpeg", *, tint: int = 90, **settings: Any) -> bytes:
    """A file of that *kind*, with a small picture in it unless told otherwise."""
    return saved(painted(width, height, tint=tint), kind, **settings)


def png(width: int = 40, height: int = 30, tint: int = 90) -> bytes:
    """A PNG file."""
    return photo(width, height, "png", tint=tint)


def camera_photo(width: int, height: int, orientation: int = 1) -> bytes:
    """A JPEG file with all that a camera writes into it: its name, where it was, how it was held, a comment."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = MAKER
    exif.get_ifd(GPS).update({1: "N", 2: (48.0, 8.0, 14.0), 3: "E", 4: (11.0, 34.0, 31.0)})
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>{MAKER}</rdf></x:xmpmeta>'.encode()
    picture = painted(width, height)
    return saved(picture, "jpeg", quality=90, exif=exif.tobytes(), xmp=xmp, comment=MAKER)


def drawing(inside: str = '<path d="M0 0h9" stroke="teal"/>', **attributes: str) -> bytes:
    """An SVG drawing; *attributes* are those of its root."""
    said = "".join(f' {name}="{value}"' for name, value in {"viewBox": "0 0 60 40", **attributes}.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{said}>{inside}</svg>'.encode()


def shown(written: str, href: str = "", **more: Any) -> Picture:
    """A picture as texts know it, in one size; *href* is where it is."""
    return Picture(written, f"content/articles/back/{written}", href, href, 40, 30, **more)


def addresses_in(html: str) -> list[str]:
    """The addresses of all copies that a piece of HTML names, in order, each once."""
    return list(dict.fromkeys(re.findall(r"/assets/pictures/[\w.-]+", html)))
