"""Named points on the skin, and the direction in which the body ends there."""

from __future__ import annotations

from typing import Final

from healthsite.drawing.skeleton import SIDES, Body
from healthsite.drawing.vectors import Vec, minus, placed, plus, scaled, unit

_MIDDLE: Final[dict[str, tuple[str, Vec, Vec]]] = {
    "crown": ("head", (1.0, 19.4, 0.0), (0.0, 1.0, 0.0)),
    "forehead": ("head", (9.8, 13.0, 0.0), (1.0, 0.45, 0.0)),
    "back-of-head": ("head", (-8.0, 7.5, 0.0), (-1.0, 0.0, 0.0)),
    "chin": ("head", (8.6, -1.5, 0.0), (0.8, -0.6, 0.0)),
    "neck": ("neck", (-5.0, 3.0, 0.0), (-1.0, 0.0, 0.0)),
    "chest": ("chest", (11.6, 4.0, 0.0), (1.0, 0.0, 0.0)),
    "belly": ("waist", (10.4, -2.0, 0.0), (1.0, 0.0, 0.0)),
    "upper-back": ("chest", (-10.2, 4.0, 0.0), (-1.0, 0.0, 0.0)),
    "lower-back": ("waist", (-8.8, -2.0, 0.0), (-1.0, 0.0, 0.0)),
}
_SIDE: Final[dict[str, tuple[str, Vec, Vec]]] = {
    "ear": ("head", (0.6, 7.0, 8.2), (0.0, 0.0, 1.0)),
    "shoulder": ("yoke", (1.0, 9.5, 16.0), (0.2, 1.0, 0.3)),
    "elbow": ("{} forearm", (-3.6, 0.0, 0.0), (-1.0, 0.0, 0.0)),
    "wrist": ("{} hand", (0.0, 0.0, 2.6), (0.0, 0.0, 1.0)),
    "hand": ("{} hand", (0.0, -6.0, -1.9), (0.0, 0.0, -1.0)),
    "waist": ("waist", (2.0, -3.0, 13.0), (0.1, 0.0, 1.0)),
    "hip": ("pelvis", (2.0, 2.0, 16.5), (0.1, 0.0, 1.0)),
    "buttock": ("pelvis", (-11.5, -3.0, 8.0), (-1.0, 0.0, 0.0)),
    "thigh": ("{} thigh", (7.8, -20.0, 0.0), (1.0, 0.0, 0.0)),
    "behind-thigh": ("{} thigh", (-6.8, -31.0, 0.0), (-1.0, 0.0, 0.0)),
    "knee": ("{} shin", (6.2, -1.0, 0.0), (1.0, 0.2, 0.0)),
    "outer-knee": ("{} thigh", (1.0, -39.0, 6.2), (0.2, 0.0, 1.0)),
    "shin": ("{} shin", (4.2, -16.0, 0.0), (1.0, 0.0, 0.0)),
    "calf": ("{} shin", (-7.4, -13.0, 0.0), (-1.0, 0.0, 0.0)),
    "ankle": ("{} shin", (3.4, -37.0, 0.0), (1.0, 0.0, 0.0)),
    "foot": ("{} foot", (9.0, -2.6, 0.0), (0.3, 1.0, 0.0)),
    "sole": ("{} foot", (5.0, -8.0, 0.0), (0.0, -1.0, 0.0)),
    "toes": ("{} foot", (18.6, -6.6, 0.0), (1.0, 0.0, 0.0)),
}
APART: Final = 4.0
"""How far from the middle a hand keeps where both may lie."""
_AROUND: Final = ("thigh", "behind-thigh", "knee", "shin", "calf", "foot")
"""Points of a limb that two hands hold together, as in ``hand: right-knee`` for both."""


def sided(name: str, own: str) -> tuple[str, str]:
    """The side and the point that *name* means for a limb of the side *own*; no side for points of the middle."""
    other = "left" if own == "right" else "right"
    for prefix, side in (("left-", "left"), ("right-", "right"), ("opposite-", other)):
        if name.startswith(prefix):
            return side, name.removeprefix(prefix)
    return ("" if name in _MIDDLE else own), name


def skin_point(body: Body, name: str, own: str = "right") -> tuple[Vec, Vec]:
    """Where the point *name* is, and the direction that leads away from the body there."""
    side, point = sided(name, own)
    if side:
        bone, (x, y, z), (f, u, r) = _SIDE[point]
        sign = SIDES[side]
        at, way = (x, y, z * sign), (f, u, r * sign)
    else:
        bone, at, way = _MIDDLE[point]
    found = body.bones[bone.format(side)]
    if point == "elbow":
        way_out = _outside_elbow(body, side)
        return plus(found.at, way_out, 3.6), way_out
    return found.point(at), unit(placed(found.frame, way))


def _outside_elbow(body: Body, side: str) -> Vec:
    """The direction in which an elbow points: away from both bones of the arm."""
    upper, fore, hand = (body.bones[f"{side} {bone}"] for bone in ("upper arm", "forearm", "hand"))
    inwards = plus(unit(minus(upper.at, fore.at)), unit(minus(hand.at, fore.at)))
    return unit(scaled(inwards, -1.0), scaled(upper.frame[0], -1.0))


def spread(body: Body, name: str, own: str) -> Vec:
    """The way by which a hand keeps to its own side where both hands may lie: on the middle, or around one limb."""
    side, point = sided(name, own)
    if side and not (point in _AROUND and name.startswith(f"{side}-")):
        return (0.0, 0.0, 0.0)
    bone = _SIDE[point][0].format(side) if side else _MIDDLE[point][0]
    return placed(body.bones[bone].frame, (0.0, 0.0, SIDES[own] * APART))
