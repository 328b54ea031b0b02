"""Arrows that show a movement: from the pose before to this one, or in a direction."""

from __future__ import annotations

from math import hypot
from typing import Final

from healthsite.drawing.camera import Camera
from healthsite.drawing.paths import Spot, joined
from healthsite.drawing.points import sided, skin_point
from healthsite.drawing.skeleton import Body
from healthsite.drawing.targets import way
from healthsite.drawing.vectors import Vec, dot, length, minus, plus, scaled, unit
from healthsite.model.figure import Arrow

CLEAR: Final = 6.0
"""Centimetres between the skin and an arrow."""
HEAD: Final = 5.0
"""The length of an arrow's head."""
_JOINTS: Final = {
    "hand": "{} upper arm",
    "wrist": "{} upper arm",
    "elbow": "{} upper arm",
    "shoulder": "ribs",
    "ear": "neck",
    "waist": "pelvis",
    "chin": "neck",
}
"""The bone at whose beginning a point of the body turns; for others, the hip, or for the middle the ribs."""
WIDEST: Final = 20.0
"""Centimetres by which an arrow bends away from the straight way at most."""
SHORTEST: Final = 4.5
"""Centimetres below which a movement shows no arrow."""
PRESSED: Final = -0.3
"""How much an arrow points into the skin before it stands outside and ends there."""


def arrow(wanted: Arrow, body: Body, before: Body | None, viewer: Camera) -> tuple[Spot, ...]:
    """An arrow on *body* as its start, its middle and its tip; *before* is the body that it comes from.

    Empty where nothing moved.
    """
    at, outwards = skin_point(body, wanted.at)
    if wanted.towards:
        sign = -1 if wanted.at.startswith("left") else 1
        direction = way(wanted.towards, body, sign)
        pressed = dot(direction, outwards) < PRESSED
        base = plus(at, outwards, CLEAR + wanted.length if pressed else CLEAR)
        tip = plus(base, direction, float(wanted.length))
        if wanted.both_ways:
            base, tip = plus(base, direction, -wanted.length / 2), plus(tip, direction, -wanted.length / 2)
        return viewer.spot(base), viewer.spot(scaled(plus(base, tip), 0.5)), viewer.spot(tip)
    if before is None:
        return ()
    old, old_outwards = skin_point(before, wanted.at)
    start, end = plus(old, old_outwards, CLEAR), plus(at, outwards, CLEAR)
    spots = viewer.spot(start), viewer.spot(end)
    if hypot(spots[1][0] - spots[0][0], spots[1][1] - spots[0][1]) < SHORTEST:
        return ()
    middle = _nearer(viewer.spot(_halfway(start, end, body, wanted.at)), *spots)
    return spots[0], middle, spots[1]


def _nearer(middle: Spot, start: Spot, end: Spot) -> Spot:
    """The middle of an arc, brought nearer to the straight way where it would lead too far round."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    away = hypot(middle[0] - x, middle[1] - y)
    share = min(1.0, WIDEST / away) if away else 1.0
    return x + (middle[0] - x) * share, y + (middle[1] - y) * share


def _halfway(start: Vec, end: Vec, body: Body, name: str) -> Vec:
    """Where a point of the body is halfway, as it swings about its joint."""
    side, point = sided(name, "right")
    joint = body.bones[_JOINTS.get(point, "{} thigh" if side else "ribs").format(side)].at
    one, two = minus(start, joint), minus(end, joint)
    opposite = max(0.0, -dot(unit(one), unit(two)))
    out = unit(plus(plus(unit(one), unit(two)), body.bones["chest"].frame[0], opposite))
    return plus(joint, out, (length(one) + length(two)) / 2)


def arrow_path(points: tuple[Spot, ...], *, both: bool) -> str:
    """The path of an arrow, with a head at its tip or at both ends."""
    start, middle, end = points
    control = (2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2)
    path = f"M{joined(start)}Q{joined((*control, *end))}{_head(control, end)}"
    return path + _head(control, start) if both else path


def _head(come: Spot, tip: Spot) -> str:
    dx, dy = tip[0] - come[0], tip[1] - come[1]
    away = hypot(dx, dy) or 1.0
    ux, uy = dx / away * HEAD, dy / away * HEAD
    one = (tip[0] - ux + uy * 0.75, tip[1] - uy - ux * 0.75)
    two = (tip[0] - ux - uy * 0.75, tip[1] - uy + ux * 0.75)
    return f"M{joined(one)}L{joined(tip)}L{joined(two)}"
