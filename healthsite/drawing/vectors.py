"""Points, directions and turns in space.

The world's axes: x is ahead (where a standing figure looks), y is up, z is the figure's right. Centimetres and degrees.
"""

from __future__ import annotations

from math import cos, hypot, radians, sin, sqrt
from typing import Final, TypeAlias

Vec: TypeAlias = tuple[float, float, float]
"""A point or a direction."""
Frame: TypeAlias = tuple[Vec, Vec, Vec]
"""How a bone is turned: where its own ahead, up and right point in the world."""

AHEAD: Final[Vec] = (1.0, 0.0, 0.0)
UP: Final[Vec] = (0.0, 1.0, 0.0)
RIGHT: Final[Vec] = (0.0, 0.0, 1.0)
UPRIGHT: Final[Frame] = (AHEAD, UP, RIGHT)


def plus(a: Vec, b: Vec, times: float = 1.0) -> Vec:
    """*a* and *times* *b*."""
    return (a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times)


def minus(a: Vec, b: Vec) -> Vec:
    """The way from *b* to *a*."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, times: float) -> Vec:
    """*a*, *times* as long."""
    return (a[0] * times, a[1] * times, a[2] * times)


def dot(a: Vec, b: Vec) -> float:
    """How far *a* goes along *b*, where *b* has length 1."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The direction at right angles to both: ahead and up give right."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """How long *a* is."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec, instead: Vec = UP) -> Vec:
    """*a* with length 1; *instead* where *a* has no direction."""
    size = length(a)
    return scaled(a, 1 / size) if size > 1e-6 else instead


def across(a: Vec, axis: Vec, instead: Vec) -> Vec:
    """The direction of the part of *a* that is at right angles to *axis*, of length 1."""
    rest = plus(a, axis, -dot(a, axis))
    if length(rest) < 1e-3:
        rest = plus(instead, axis, -dot(instead, axis))
    return unit(rest)


def level(a: Vec, instead: Vec = AHEAD) -> Vec:
    """The level direction nearest to *a*; *instead* where *a* is almost upright."""
    size = hypot(a[0], a[2])
    return (a[0] / size, 0.0, a[2] / size) if size > 0.3 * length(a) else instead


def placed(frame: Frame, local: Vec) -> Vec:
    """A direction given in a bone's own terms, in the world's."""
    (a, b, c), (x, y, z) = frame, local
    return (
        a[0] * x + b[0] * y + c[0] * z,
        a[1] * x + b[1] * y + c[1] * z,
        a[2] * x + b[2] * y + c[2] * z,
    )


def tipped(frame: Frame, degrees: float) -> Frame:
    """*frame* turned about its own right, from ahead towards up."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    f, u, r = frame
    return plus(scaled(f, c), u, s), plus(scaled(u, c), f, -s), r


def turned(frame: Frame, degrees: float) -> Frame:
    """*frame* turned about its own up, from ahead towards right."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    f, u, r = frame
    return plus(scaled(f, c), r, s), u, plus(scaled(r, c), f, -s)


def rolled(frame: Frame, degrees: float) -> Frame:
    """*frame* turned about its own ahead, from up towards right."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    f, u, r = frame
    return f, plus(scaled(u, c), r, s), plus(scaled(r, c), u, -s)
