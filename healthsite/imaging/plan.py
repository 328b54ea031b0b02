"""Which copies of a picture there are: in each format some widths, none wider than the picture itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

WIDTHS: Final = (360, 720, 1080, 1440)
"""How wide the copies are, in pixels: from a small phone to text as wide as it gets, on a screen of double density."""
TALL_WIDTHS: Final = WIDTHS[:-1]
"""How wide the copies of a picture are that is higher than wide, and shown less wide than the text."""
LARGE: Final = 2400
"""How wide the copy is that a link leads to."""
STEP: Final = 1.2
"""A copy that is not narrower than the next one by this factor saves nothing."""
SMALL_FORMATS: Final = ("avif", "webp")
"""The formats that browsers are offered first, the smallest one before the others."""
DRAWN: Final = ("png", "gif")
"""The kinds of file in which people keep what is drawn, written or cut out."""


@dataclass(frozen=True, slots=True)
class Look:
    """What can be told of a picture without decoding it.

    *width* and *height* are in pixels, as the picture is to be seen: turned as its camera says. *clear* tells whether
    parts of it may be see-through.
    """

    kind: str
    width: int
    height: int
    clear: bool

    @property
    def tall(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a picture: its format, and its size in pixels."""

    format: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The copies of one picture. *offered* are those of smaller formats, *plain* those that every browser shows.

    Each group is in one format, the narrowest first. *large* is the one that a link leads to.
    """

    offered: tuple[tuple[Copy, ...], ...]
    plain: tuple[Copy, ...]
    large: Copy

    @property
    def shown(self) -> tuple[Copy, ...]:
        """Those from which the browser of a reader chooses."""
        return (*(copy for group in self.offered for copy in group), *self.plain)


@lru_cache(maxsize=1024)
def plan_of(look: Look) -> Plan:
    """The copies of the picture that looks like *look*. A drawing has one, as large as one likes."""
    if look.kind == "svg":
        drawing = Copy("svg", look.width, look.height)
        return Plan((), (drawing,), drawing)
    plain = "png" if look.clear or look.kind in DRAWN else "jpeg"
    steps = TALL_WIDTHS if look.tall else WIDTHS
    widest = min(look.width, steps[-1])
    widths = dict.fromkeys([*(width for width in steps if width * STEP < look.width), widest])
    groups = [tuple(_copy(look, name, width) for width in widths) for name in (*SMALL_FORMATS, plain)]
    return Plan(tuple(groups[:-1]), groups[-1], _copy(look, plain, min(look.width, LARGE)))


def _copy(look: Look, name: str, width: int) -> Copy:
    return Copy(name, width, max(1, round(look.height * width / look.width)))
