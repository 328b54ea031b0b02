"""The shape of the body: rounded lumps on its bones, in rows that are drawn as one smooth piece."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin, sqrt
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.skeleton import SIDES, TOES, Body, Bone
from healthsite.drawing.vectors import Vec, dot, placed, scaled


class Lump(NamedTuple):
    """A rounded lump: its middle, its *radius* where it is a ball, or else its three half-axes and their *sizes*."""

    at: Vec
    radius: float
    axes: tuple[Vec, ...] = ()
    sizes: Vec = (0.0, 0.0, 0.0)

    def reach(self, way: Vec) -> float:
        """How far it goes from its middle in the direction *way*."""
        if not self.axes:
            return self.radius
        x, y, z = way
        return sqrt(sum((a[0] * x + a[1] * y + a[2] * z) ** 2 for a in self.axes))


Row: TypeAlias = tuple[Lump, ...]
"""Neighbours in a row are tied together."""


class Part(NamedTuple):
    """What is drawn as a whole. *tone* names its colour, *side* tells the limbs of the two sides apart.

    *worn* is a row of clothing over it, in the colour *cloth*.
    """

    name: str
    tone: str
    rows: tuple[Row, ...]
    side: str = ""
    worn: Row = ()
    cloth: str = ""


class Person(NamedTuple):
    """A body with its parts. *who* stands before the names of what is painted, to tell two people apart.

    *bare* are legs below shorts.
    """

    body: Body
    parts: tuple[Part, ...]
    who: str = ""
    bare: bool = False

    def lumps(self) -> Iterator[Lump]:
        """All its flesh."""
        return (lump for part in self.parts for row in part.rows for lump in row)


class Seam(NamedTuple):
    """The joint between two parts of one colour: it hides the outline of the nearer one where they meet."""

    first: str
    second: str
    tone: str
    row: Row
    side: str = ""


STRETCHED: Final = 0.45
"""The cosine of the bend of a hip below which the trunk covers the top of the thigh."""


def lump(bone: Bone, local: Vec, axes: Vec) -> Lump:
    """A lump on a *bone*, with its half-axes along the bone's own ahead, up and right."""
    f, u, r = bone.frame
    a, b, c = axes
    return Lump(bone.point(local), max(axes), (scaled(f, a), scaled(u, b), scaled(r, c)), axes)


def ball(bone: Bone, local: Vec, radius: float) -> Lump:
    """A round lump on a *bone*."""
    return Lump(bone.point(local), radius)


_TRUNK: Final = (
    ("pelvis", (0.2, 7.0, 0.0), (10.4, 5.0, 15.4)),
    ("waist", (0.8, 0.0, 0.0), (9.6, 6.0, 12.9)),
    ("ribs", (0.8, 4.0, 0.0), (10.6, 6.0, 13.8)),
    ("chest", (1.0, 4.0, 0.0), (11.2, 7.0, 14.8)),
    ("yoke", (0.2, 2.0, 0.0), (9.4, 5.5, 14.6)),
    ("yoke", (-0.6, 8.2, 0.0), (5.8, 3.0, 6.2)),
)
_PELVIS: Final = (("pelvis", (0.3, 7.0, 0.0), (10.2, 5.0, 15.2)), ("pelvis", (0.3, 1.0, 0.0), (10.2, 7.0, 16.6)))
_LEG: Final = ((0.0, 0.0, 9.0), (-0.5, -10.0, 8.9), (-0.2, -26.0, 7.2), (0.4, -42.0, 5.7))
_SHIN: Final = ((0.4, 0.0, 5.6), (-1.6, -11.0, 5.8), (-0.8, -24.0, 4.5), (0.0, -40.0, 3.5))
_ARM: Final = ((0.0, 5.0), (-9.0, 4.6), (-28.0, 3.7))
_FOREARM: Final = ((0.0, 3.7), (-7.0, 4.0), (-24.0, 2.7))


def body_parts(body: Body, *, bare: bool = False) -> tuple[Part, ...]:
    """Every part of *body* but the head, in no order of depth; with *bare* legs, it wears shorts."""
    bones = body.bones
    trunk = tuple(lump(bones[bone], at, axes) for bone, at, axes in _TRUNK)
    pelvis = tuple(lump(bones[bone], at, axes) for bone, at, axes in _PELVIS)
    seats = tuple(
        (pelvis[0], lump(bones["pelvis"], (-2.8, -2.5, sign * 7.0), (9.0, 8.0, 9.0))) for sign in SIDES.values()
    )
    neck = (
        lump(bones["neck"], (-0.4, -2.0, 0.0), (5.4, 3.0, 5.8)),
        lump(bones["neck"], (0.0, 7.5, 0.0), (5.0, 5.0, 5.0)),
    )
    parts = [Part("pelvis", "legs", (pelvis, *seats)), Part("neck", "skin", (neck,)), Part("trunk", "top", (trunk,))]
    for number, (side, sign) in enumerate(SIDES.items()):
        parts += [*_leg_parts(body, side, bare=bare), *_arm_parts(body, side, sign, body.curl[number])]
    return tuple(parts)


def is_stretched(body: Body, side: str) -> bool:
    """Whether the hip of *side* is so straight that the trunk covers the top of the thigh."""
    return dot(body.bones[f"{side} thigh"].frame[1], body.bones["pelvis"].frame[1]) > STRETCHED


def seams(body: Body, *, bare: bool = False) -> Iterator[Seam]:
    """Where parts of one colour run into each other."""
    bones = body.bones
    leg = "skin" if bare else "legs"
    for side, sign in SIDES.items():
        thigh, shin, foot, upper, fore, hand = (
            bones[f"{side} {name}"] for name in ("thigh", "shin", "foot", "upper arm", "forearm", "hand")
        )
        if is_stretched(body, side):
            hip = (ball(bones["pelvis"], (0.0, 1.0, sign * 7.5), 8.6), ball(thigh, (-0.3, -6.0, 0.0), 8.9))
        else:
            hip = (ball(bones["pelvis"], (-2.8, -2.5, sign * 7.0), 8.2), ball(thigh, (-0.6, -9.0, 0.0), 8.6))
        yield Seam("pelvis", f"{side} thigh", "legs", hip, side)
        knee = (
            ball(thigh, (0.3, -38.0, 0.0), 6.0),
            ball(thigh, (0.4, -42.0, 0.0), 5.6),
            ball(shin, (-0.6, -5.0, 0.0), 5.6),
        )
        yield Seam(f"{side} thigh", f"{side} shin", leg, knee, side)
        if bare:
            ankle = (ball(shin, (0.0, -36.0, 0.0), 3.7), ball(foot, (0.0, 0.0, 0.0), 3.3))
            yield Seam(f"{side} shin", f"{side} foot", leg, ankle, side)
        arm = (
            ball(bones["yoke"], (0.0, 2.5, sign * 8.0), 4.6),
            ball(upper, (0.0, 0.0, 0.0), 5.5),
            ball(upper, (0.0, -3.0, 0.0), 5.3),
        )
        yield Seam("trunk", f"{side} upper arm", "top", arm, side)
        elbow = (
            ball(upper, (0.0, -25.0, 0.0), 3.8),
            ball(upper, (0.0, -28.0, 0.0), 3.6),
            ball(fore, (0.0, -5.0, 0.0), 3.8),
        )
        yield Seam(f"{side} upper arm", f"{side} forearm", "skin", elbow, side)
        wrist = (ball(fore, (0.0, -21.0, 0.0), 2.8), ball(hand, (0.0, -1.0, 0.0), 2.4))
        yield Seam(f"{side} forearm", f"{side} hand", "skin", wrist, side)


def _leg_parts(body: Body, side: str, *, bare: bool) -> Iterator[Part]:
    thigh, shin, foot = (body.bones[f"{side} {bone}"] for bone in ("thigh", "shin", "foot"))
    heel, ball_of_foot = lump(foot, (-3.6, -4.8, 0.0), (3.4, 3.2, 3.2)), lump(foot, (10.5, -5.9, 0.0), (4.0, 2.1, 4.3))
    sole = (
        (ball(foot, (0.0, 0.0, 0.0), 3.4), heel),
        (ball(foot, (0.6, 0.0, 0.0), 3.2), lump(foot, (10.5, -5.7, 0.0), (4.0, 2.3, 4.3))),
        (heel, ball_of_foot),
        (ball_of_foot, lump(foot, TOES, (3.0, 1.4, 3.6))),
    )
    tone = "skin" if bare else "legs"
    shorts = (
        *(ball(thigh, (x, y, 0.0), r + 0.4) for x, y, r in _LEG[:2]),
        lump(thigh, (-0.4, -17.0, 0.0), (8.8, 6.0, 8.8)),
    )
    worn, cloth = (shorts, "legs") if bare else ((), "")
    yield Part(f"{side} thigh", tone, (tuple(ball(thigh, (x, y, 0.0), r) for x, y, r in _LEG),), side, worn, cloth)
    yield Part(f"{side} shin", tone, (tuple(ball(shin, (x, y, 0.0), r) for x, y, r in _SHIN),), side)
    yield Part(f"{side} foot", "skin", sole, side)


def _arm_parts(body: Body, side: str, sign: int, curl: float) -> Iterator[Part]:
    upper, fore, hand = (body.bones[f"{side} {bone}"] for bone in ("upper arm", "forearm", "hand"))
    sleeve = (ball(upper, (0.0, 0.0, 0.0), 5.6), lump(upper, (0.0, -12.0, 0.0), (5.4, 4.5, 5.4)))
    arm = tuple(ball(upper, (0.0, y, 0.0), r) for y, r in _ARM)
    yield Part(f"{side} upper arm", "skin", (arm,), side, sleeve, "top")
    yield Part(f"{side} forearm", "skin", (tuple(ball(fore, (0.0, y, 0.0), r) for y, r in _FOREARM),), side)
    c, s = cos(radians(curl)), sin(radians(curl))
    inner = -sign * s
    fingers = Lump(
        hand.point((-0.3, -8.0 - 4.2 * c, 4.2 * inner)),
        4.4,
        (
            scaled(hand.frame[0], 3.2),
            placed(hand.frame, (0.0, -4.4 * c, 4.4 * inner)),
            placed(hand.frame, (0.0, 1.4 * inner, 1.4 * c)),
        ),
        (3.2, 4.4, 1.4),
    )
    palm = (lump(hand, (0.0, 0.0, 0.0), (2.7, 2.7, 2.5)), lump(hand, (0.0, -4.5, 0.0), (3.7, 4.2, 1.9)), fingers)
    thumb = (ball(hand, (2.2, -3.0, 0.0), 1.6), ball(hand, (4.6, -8.0, -sign * 1.5), 1.2))
    yield Part(f"{side} hand", "skin", (palm, thumb), side)
