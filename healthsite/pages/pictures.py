"""The pictures beside a text, as its page shows them: which copies a browser may choose from, and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from healthsite.imaging.plan import Copy, plan_of
from healthsite.model.document import Image
from healthsite.model.site import Site

FOLDER: Final = "assets/pictures/"
"""Where copies stand in public/. Their names are made of fingerprints, so that browsers may keep them for ever."""
_ENDINGS: Final = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png", "svg": "svg"}
_TEXT: Final = 42
_TALL: Final = 28
"""How wide text is at most, in rem, and how wide a picture that is higher than wide; as in the style sheets."""
_PART: Final = 0.92
_NARROW: Final = 400
_MARGINS: Final = 32
"""How much of a window its text takes; up to which width its margins are as narrow as they get; how wide those are."""
_REM: Final = 16


@dataclass(frozen=True, slots=True)
class Source:
    """Copies in one format, for `<source>`: its MIME *type*, and the address of each copy with its width."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it.

    *written* is its name in the text, *path* its file, *href* where a link to it leads. *src*, *width* and *height*
    are those of the copy for browsers that cannot choose; a drawing has no others. *clear* and *tall* tell how it
    looks: see-through in places, or higher than wide.
    """

    written: str
    path: str
    href: str
    src: str
    width: int
    height: int
    clear: bool = False
    tall: bool = False
    srcset: str = ""
    sizes: str = ""
    sources: tuple[Source, ...] = ()


def picture_of(site: Site, image: Image) -> Picture:
    """The picture *image* of *site*, as pages show it."""
    plan = plan_of(image.look)
    widest = plan.plain[-1]
    tall = image.look.tall
    several = image.look.kind != "svg"
    return Picture(
        written=image.name,
        path=image.path,
        href=_href(site, image, plan.large),
        src=_href(site, image, widest),
        width=widest.width,
        height=widest.height,
        clear=image.look.clear,
        tall=tall,
        srcset=_srcset(site, image, plan.plain) if several else "",
        sizes=_sizes(widest.width, _TALL if tall else _TEXT) if several else "",
        sources=tuple(Source(f"image/{group[0].format}", _srcset(site, image, group)) for group in plan.offered),
    )


def every_image(site: Site) -> Iterator[Image]:
    """Every picture beside a document of *site*; of those with the same content, the first."""
    seen: set[str] = set()
    for document in site.library.documents:
        for image in document.images:
            if image.fingerprint not in seen:
                seen.add(image.fingerprint)
                yield image


def path_of(image: Image, copy: Copy) -> str:
    """The file of public/ that holds the *copy* of a picture."""
    return f"{FOLDER}{image.fingerprint}{_suffix(copy)}"


@lru_cache(maxsize=4096)
def _suffix(copy: Copy) -> str:
    return f"-{copy.width}.{_ENDINGS[copy.format]}"


def _href(site: Site, image: Image, copy: Copy) -> str:
    return site.href(f"/{path_of(image, copy)}")


def _srcset(site: Site, image: Image, copies: Iterable[Copy]) -> str:
    return ", ".join(f"{_href(site, image, copy)} {copy.width}w" for copy in copies)


def _sizes(width: int, most: int) -> str:
    """How wide a picture of *width* pixels is shown, in windows of every width; *most* is in rem."""
    shown = f"{most}rem" if width >= most * _REM else f"{width}px"
    pixels = min(width, most * _REM)
    if pixels + _MARGINS <= _NARROW:
        return f"(min-width: {pixels + _MARGINS}px) {shown}, calc(100vw - 2rem)"
    return f"(min-width: {round(pixels / _PART)}px) {shown}, (min-width: {_NARROW}px) 92vw, calc(100vw - 2rem)"
