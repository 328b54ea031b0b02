"""The head: skull, jaw, nose, ears, short hair and a calm face, so that nobody doubts where it looks."""

from __future__ import annotations

from math import acos, cos, sin, sqrt
from typing import Final

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Lump, Part, lump
from healthsite.drawing.paths import Disc, Spot, arc, ellipse, joined
from healthsite.drawing.skeleton import Body, Bone
from healthsite.drawing.vectors import Vec, cross, dot, minus, placed, plus, scaled, unit

SKULL: Final[Vec] = (1.6, 8.6, 0.0)
"""The middle of the skull, from the top of the neck."""
_SIZE: Final[Vec] = (9.3, 10.6, 7.6)
_HAIR: Final[Vec] = (10.0, 11.2, 8.2)
_FACEWARD: Final[Vec] = (0.8, -0.6, 0.0)
"""Across the hairline, towards the face."""
_HAIRLINE: Final = 0.04
"""How far the hairline is from the middle of the skull, as a share of its size."""
_EYES: Final = ((9.9, 8.9, 3.3), (9.9, 7.5, 3.3))
_MOUTH: Final = ((9.5, 1.5, -1.7), (10.2, 0.8, 0.0), (9.5, 1.5, 1.7))


def head_part(body: Body) -> Part:
    """The head without hair and ears."""
    bone = body.bones["head"]
    jaw = lump(bone, (4.6, 2.4, 0.0), (5.4, 5.4, 5.2))
    nose = (lump(bone, (9.6, 7.2, 0.0), (1.2, 1.2, 1.2)), lump(bone, (11.4, 5.0, 0.0), (1.3, 1.1, 1.4)))
    return Part("head", "skin", ((lump(bone, (2.0, 8.4, 0.0), (8.8, 9.8, 7.3)), jaw), nose))


def ear(body: Body, viewer: Camera) -> Lump | None:
    """The ear that this viewer sees."""
    bone = body.bones["head"]
    side = dot(bone.frame[2], viewer.towards)
    near = 1 if side > 0 else -1
    return lump(bone, (0.4, 6.6, near * 7.6), (1.7, 2.6, 0.9)) if abs(side) > 0.22 else None


def hair(body: Body, viewer: Camera) -> str:
    """The outline of the hair as this viewer sees it: what of the skull lies behind the hairline."""
    bone = body.bones["head"]
    towards = _towards(bone, viewer, _HAIR)
    facing = dot(towards, _FACEWARD)
    across = unit(plus(towards, _FACEWARD, -facing), (0.0, 0.0, 1.0))
    radius = sqrt(1 - _HAIRLINE * _HAIRLINE)
    whole = viewer.seen(lump(bone, SKULL, _HAIR))
    beside = cross(_FACEWARD, across)
    section = _section(bone, viewer, across, beside, radius)
    level = radius * dot(across, towards)
    if level <= _HAIRLINE * abs(facing):
        return ellipse(whole) + (ellipse(section) if facing > 0 else "")
    half = acos(-_HAIRLINE * facing / level)

    def spot(angle: float) -> Spot:
        on = plus(scaled(across, radius * cos(angle)), beside, radius * sin(angle))
        return _spot(bone, viewer, plus(on, _FACEWARD, _HAIRLINE))

    rim = unit(minus(scaled(towards, facing), _FACEWARD))
    away = sqrt(1 - facing * facing)
    back = acos(max(-1.0, min(1.0, -_HAIRLINE / away)))
    start, end = spot(-half), spot(half)
    return (
        f"M{joined(start)}{_curve(section, start, spot(0.0), end, half)}"
        f"{_curve(whole, end, _spot(bone, viewer, rim), start, back)}Z"
    )


def face_lines(body: Body, viewer: Camera) -> str:
    """The eyes and the mouth, as far as this viewer sees them: the data of one path."""
    bone = body.bones["head"]
    lines = [
        f"M{joined(viewer.spot(bone.point(top)))}L{joined(viewer.spot(bone.point(low)))}"
        for sign in (-1, 1)
        for top, low in [tuple((x, y, z * sign) for x, y, z in _EYES)]
        if _is_seen(bone, viewer, top)
    ]
    if _is_seen(bone, viewer, _MOUTH[1]):
        start, middle, end = (viewer.spot(bone.point(point)) for point in _MOUTH)
        control = (2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2)
        lines.append(f"M{joined(start)}Q{joined((*control, *end))}")
    return "".join(lines)


def _is_seen(bone: Bone, viewer: Camera, point: Vec) -> bool:
    """Whether the skin of the face looks at the viewer at *point*."""
    outwards = unit(((point[0] - 2.0) / 75, (point[1] - SKULL[1]) / 140, point[2] / 55))
    return dot(placed(bone.frame, outwards), viewer.towards) > 0.12


def _towards(bone: Bone, viewer: Camera, size: Vec) -> Vec:
    """The direction of the viewer, for a head that were a ball."""
    return unit(
        (
            dot(bone.frame[0], viewer.towards) / size[0],
            dot(bone.frame[1], viewer.towards) / size[1],
            dot(bone.frame[2], viewer.towards) / size[2],
        )
    )


def _spot(bone: Bone, viewer: Camera, on: Vec) -> Spot:
    """Where a point of the hair is on the paper, given on a ball of radius 1."""
    return viewer.spot(
        bone.point((SKULL[0] + on[0] * _HAIR[0], SKULL[1] + on[1] * _HAIR[1], SKULL[2] + on[2] * _HAIR[2]))
    )


def _section(bone: Bone, viewer: Camera, across: Vec, beside: Vec, radius: float) -> Disc:
    """The ellipse that is seen of the whole hairline."""
    x, y = _spot(bone, viewer, scaled(_FACEWARD, _HAIRLINE))
    a = b = c = 0.0
    for way in (across, beside):
        px, py = _spot(bone, viewer, plus(scaled(_FACEWARD, _HAIRLINE), way, radius))
        a, b, c = a + (px - x) ** 2, b + (px - x) * (py - y), c + (py - y) ** 2
    return Disc(x, y, a, b, c)


def _curve(disc: Disc, start: Spot, middle: Spot, end: Spot, half: float) -> str:
    """The arc of an ellipse from *start* over *middle* to *end*; *half* is half its angle."""
    way = (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0])
    return f"A{arc(disc)} {int(half > 1.5708)} {int(way > 0)} {joined(end)}"
