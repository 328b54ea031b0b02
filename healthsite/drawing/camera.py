"""The viewer: from where the figure is seen, without perspective."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final, NamedTuple

from healthsite.drawing.flesh import Lump
from healthsite.drawing.paths import Disc, Spot
from healthsite.drawing.vectors import Vec, dot

VIEWS: Final = {"side": (14, 10), "front": (90, 6), "back": (-90, 6), "above": (0, 90), "corner": (48, 14)}
"""For each view, the degrees by which the viewer walks round from the figure's right side, and looks from above."""


class Camera(NamedTuple):
    """A viewer. *right* and *up* are those of the paper, *towards* points from the figure to the viewer."""

    right: Vec
    up: Vec
    towards: Vec

    def spot(self, at: Vec) -> Spot:
        """Where a point of the world is on the paper."""
        return dot(at, self.right), -dot(at, self.up)

    def depth(self, at: Vec) -> float:
        """How near to the viewer a point is, in centimetres."""
        return dot(at, self.towards)

    def seen(self, lump: Lump) -> Disc:
        """The ellipse that is seen of a lump."""
        x, y = dot(lump.at, self.right), -dot(lump.at, self.up)
        if not lump.axes:
            square = lump.radius * lump.radius
            return Disc(x, y, square, 0.0, square, lump.radius)
        a = b = c = 0.0
        for axis in lump.axes:
            dx, dy = dot(axis, self.right), -dot(axis, self.up)
            a, b, c = a + dx * dx, b + dx * dy, c + dy * dy
        return Disc(x, y, a, b, c)


def camera(view: str, walked: float = 0, raised: float = 0) -> Camera:
    """The viewer of a *view*, after walking further round and rising by so many degrees."""
    yaw, pitch = VIEWS[view]
    y, p = radians(yaw + walked), radians(max(-10, min(90, pitch + raised)))
    return Camera(
        (cos(y), 0.0, -sin(y)),
        (-sin(y) * sin(p), cos(p), -cos(y) * sin(p)),
        (sin(y) * cos(p), sin(p), cos(y) * cos(p)),
    )
