"""Shapes on the paper as SVG paths, in whole millimetres and with nothing that is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, degrees, hypot, sqrt
from typing import NamedTuple, TypeAlias

Spot: TypeAlias = tuple[float, float]
"""A place on the paper: centimetres to the right and down."""


class Disc(NamedTuple):
    """What is seen of a lump: an ellipse around (*x*, *y*) of the form (*a*, *b*, *c*); *radius* where it is round."""

    x: float
    y: float
    a: float
    b: float
    c: float
    radius: float = 0.0


def joined(values: Iterable[float]) -> str:
    """Centimetres as millimetres, one after the other; a minus sign parts them as well as a space."""
    return " ".join([str(round(value * 10)) for value in values]).replace(" -", "-")


def polygon(spots: Sequence[Spot]) -> str:
    """A closed outline with straight edges."""
    return "M" + "L".join(joined(spot) for spot in spots) + "Z"


def row(discs: Sequence[Disc]) -> str:
    """The outline of a row of ellipses, each tied to the next by its outer tangents."""
    if len(discs) == 1:
        return ellipse(discs[0])
    return "".join(dict.fromkeys(_tied(first, second) for first, second in pairwise(discs)))


def ellipse(disc: Disc) -> str:
    """One whole ellipse."""
    (ax, ay), (bx, by) = _support(disc, (1.0, 0.0)), _support(disc, (-1.0, 0.0))
    bow = arc(disc)
    return f"M{joined((ax, ay))}A{bow} 0 1 {joined((bx, by))}A{bow} 0 1 {joined((ax, ay))}Z".replace(" -", "-")


def arc(disc: Disc) -> str:
    """The two radii and the slant of an ellipse, as an arc command begins."""
    if disc.radius:
        radius = round(disc.radius * 10)
        return f"{radius} {radius} 0"
    mean, half = (disc.a + disc.c) / 2, hypot((disc.a - disc.c) / 2, disc.b)
    long, short = sqrt(mean + half), sqrt(max(mean - half, 0.01))
    slant = 0 if long - short < 0.05 else round(degrees(atan2(2 * disc.b, disc.a - disc.c) / 2))
    return f"{round(long * 10)} {round(short * 10)} {slant}".replace(" -", "-")


def _tied(first: Disc, second: Disc) -> str:
    """The outline of two ellipses and of what lies between them."""
    dx, dy = second.x - first.x, second.y - first.y
    away = hypot(dx, dy)
    if away < 0.05:
        return ellipse(_larger(first, second))
    if first.radius and second.radius:
        return _tied_balls(first, second, dx / away, dy / away, away)
    along = (dx / away, dy / away)
    left, right = _tangent(first, second, along, away, 1), _tangent(first, second, along, away, -1)
    if left is None or right is None:
        return ellipse(_larger(first, second))
    turn = (left[0] * along[0] + left[1] * along[1]) + (right[0] * along[0] + right[1] * along[1])
    near, far = (0, 1) if turn < 0 else (1, 0)
    return (
        f"M{joined(_support(first, right))}A{arc(first)} {near} 1 {joined(_support(first, left))}"
        f"L{joined(_support(second, left))}A{arc(second)} {far} 1 {joined(_support(second, right))}Z"
    ).replace(" -", "-")


def _tied_balls(first: Disc, second: Disc, ux: float, uy: float, away: float) -> str:
    """The same for two circles, as most are: their tangents are known at once."""
    one, two = first.radius, second.radius
    cosine = (one - two) / away
    if abs(cosine) >= 0.999:
        return ellipse(_larger(first, second))
    sine = sqrt(1 - cosine * cosine)
    lx, ly, rx, ry = cosine * ux + sine * uy, cosine * uy - sine * ux, cosine * ux - sine * uy, cosine * uy + sine * ux
    near, far = (0, 1) if cosine < 0 else (1, 0)
    return (
        f"M{round((first.x + rx * one) * 10)} {round((first.y + ry * one) * 10)}"
        f"A{round(one * 10)} {round(one * 10)} 0 {near} 1"
        f" {round((first.x + lx * one) * 10)} {round((first.y + ly * one) * 10)}"
        f"L{round((second.x + lx * two) * 10)} {round((second.y + ly * two) * 10)}"
        f"A{round(two * 10)} {round(two * 10)} 0 {far} 1"
        f" {round((second.x + rx * two) * 10)} {round((second.y + ry * two) * 10)}Z"
    ).replace(" -", "-")


def _larger(first: Disc, second: Disc) -> Disc:
    return first if first.a + first.c > second.a + second.c else second


def _tangent(first: Disc, second: Disc, along: Spot, away: float, side: int) -> Spot | None:
    """The direction at right angles to an outer tangent, or none where one ellipse hides the other."""
    x, y = along[1] * side, -along[0] * side
    for _ in range(6):
        cosine = (_extent(first, x, y) - _extent(second, x, y)) / away
        if abs(cosine) >= 0.999:
            return None
        sine = side * sqrt(1 - cosine * cosine)
        x, y = cosine * along[0] + sine * along[1], cosine * along[1] - sine * along[0]
    return x, y


def _extent(disc: Disc, x: float, y: float) -> float:
    """How far an ellipse goes from its middle in a direction."""
    return disc.radius or sqrt(max(disc.a * x * x + 2 * disc.b * x * y + disc.c * y * y, 0.01))


def _support(disc: Disc, normal: Spot) -> Spot:
    """The point of an ellipse that lies furthest in a direction."""
    x, y = normal
    if disc.radius:
        return disc.x + x * disc.radius, disc.y + y * disc.radius
    size = _extent(disc, x, y)
    return disc.x + (disc.a * x + disc.b * y) / size, disc.y + (disc.b * x + disc.c * y) / size
