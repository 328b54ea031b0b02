"""What is painted in one go: shapes on the paper, and the space that they take up; boxes and bars as such pieces."""

from __future__ import annotations

from typing import Final, NamedTuple

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Lump
from healthsite.drawing.ordering import Solid, solid
from healthsite.drawing.paths import polygon, row
from healthsite.drawing.vectors import Vec, plus, scaled

COARSE: Final = 8.0
"""Centimetres between the bits of a box that tell what is before it and what behind."""
MOST: Final = 4
"""How many such bits there are at most along each edge."""
EDGE_ON: Final = 0.02
"""How much a face must look at the viewer to be seen."""


_CLEAR: Final = ("water", "glass")
"""Tones that one sees through, which have one brightness."""


class Shape(NamedTuple):
    """A path of one *tone*; the tones are those of the style sheet. A *seam* has no outline."""

    tone: str
    path: str
    seam: bool = False


class Piece(NamedTuple):
    """Shapes that belong together. *top* is the height of a level top: what rests on it is painted later."""

    name: str
    solid: Solid
    shapes: tuple[Shape, ...]
    top: float | None = None


def box(name: str, middle: Vec, half: Vec, viewer: Camera, tone: str = "prop") -> Piece:
    """A box around its *middle*, with the faces that this viewer sees; the upper one, or a wall's own, is brighter."""
    shapes = []
    for axis in (0, 2, 1):
        if abs(viewer.towards[axis]) > EDGE_ON:
            face = polygon([viewer.spot(at) for at in _corners(middle, half, axis, viewer.towards[axis] > 0)])
            bright = (axis == 1) is (tone != "wall") or tone in _CLEAR
            shapes.append(Shape(tone if bright else f"{tone}-side", face))
    return Piece(name, _space(middle, half, viewer), tuple(shapes))


def level_top(piece: Piece, height: float) -> Piece:
    """The same piece, on whose top at that *height* things can rest."""
    return piece._replace(top=height)


def bar(name: str, start: Vec, end: Vec, radius: float, viewer: Camera, tone: str = "prop-side") -> Piece:
    """A round bar."""
    middle = scaled(plus(start, end), 0.5)
    lumps = (Lump(start, radius), Lump(middle, radius), Lump(end, radius))
    path = row([viewer.seen(lumps[0]), viewer.seen(lumps[2])])
    return Piece(name, solid([lumps], viewer), (Shape(tone, path),))


def _corners(middle: Vec, half: Vec, axis: int, positive: bool) -> list[Vec]:  # noqa: FBT001 - which of two faces
    """The corners of the face of a box across an *axis*, one after the other."""
    one, two = (other for other in range(3) if other != axis)
    found = []
    for a, b in ((-1, -1), (-1, 1), (1, 1), (1, -1)):
        ways = [0, 0, 0]
        ways[axis], ways[one], ways[two] = 1 if positive else -1, a, b
        found.append((middle[0] + half[0] * ways[0], middle[1] + half[1] * ways[1], middle[2] + half[2] * ways[2]))
    return found


def _space(middle: Vec, half: Vec, viewer: Camera) -> Solid:
    """The space that a box takes up."""
    small = max(1.0, min(half))
    xs, ys, zs = (_along(middle[axis], half[axis], small) for axis in range(3))
    return solid([[Lump((x, y, z), small)] for x in xs for y in ys for z in zs], viewer)


def _along(middle: float, half: float, small: float) -> list[float]:
    """Where the bits of a box are along one of its edges."""
    count = min(MOST, round(half / max(small, COARSE)) + 1) if half > small else 1
    if count == 1:
        return [middle]
    return [middle + (half - small) * (2 * step / (count - 1) - 1) for step in range(count)]
