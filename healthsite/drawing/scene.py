"""Where the props are, and what of them a body can rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, sqrt
from typing import Final, NamedTuple

from healthsite.drawing.postures import POSTURES
from healthsite.drawing.vectors import Vec
from healthsite.model.figure import Prop

DIAGONAL: Final = sqrt(0.5)
"""What a step along the wall of a corner leads ahead, and what it leads to the side."""
GRIP: Final = 20.0
"""Centimetres from the middle of a bar to each hand that grips it."""
SEATS: Final = ("chair", "bed", "step")
"""Props with a level top that one can sit on; a table's top is for hands."""


class Usual(NamedTuple):
    """Where a prop stands and how big it is, where nobody says: its height, and half its length and width."""

    ahead: float
    right: float
    height: float
    long: float
    wide: float


USUAL: Final = {
    "mat": Usual(0, 0, 1, 92, 33),
    "wall": Usual(52, 0, 190, 5, 62),
    "side-wall": Usual(0, -46, 150, 95, 3),
    "corner": Usual(-30, 0, 190, 128, 128),
    "door-frame": Usual(12, 0, 192, 5, 43),
    "chair": Usual(2, 0, 45, 21, 21),
    "table": Usual(52, 0, 74, 32, 50),
    "bed": Usual(0, 0, 46, 105, 45),
    "step": Usual(34, 0, 18, 20, 32),
    "ball": Usual(0, 0, 60, 30, 30),
    "bar": Usual(0, 0, 222, 2, 46),
    "pillow": Usual(0, 0, 9, 15, 20),
    "towel": Usual(0, 0, 7, 15, 18),
    "roller": Usual(0, 0, 8, 4, 25),
    "bath": Usual(26, 0, 50, 84, 34),
    "basin": Usual(46, 0, 16, 20, 22),
    "water": Usual(0, 0, 100, 125, 60),
    "hoop": Usual(0, 0, 98, 44, 44),
}


class Standing(NamedTuple):
    """A prop in its place: *at* on the floor, *height* high, *long* ahead and behind, *wide* to each side.

    *under* is the point of the body it lies under. *facing* is -1 for a chair that looks back at the figure.
    """

    name: str
    at: Vec
    height: float
    long: float
    wide: float
    under: str = ""
    facing: int = 1


class Scene(NamedTuple):
    """All props in their places."""

    props: tuple[Standing, ...] = ()

    def find(self, name: str) -> Standing | None:
        """The first prop of that name."""
        return next((prop for prop in self.props if prop.name == name), None)

    def get(self, name: str) -> Standing:
        """The prop of that name, or where one would usually be: what reaches for it is told that it is missing."""
        return self.find(name) or _standing(Prop(name=name), 0)

    def ball(self) -> tuple[Vec, float] | None:
        """The middle and the radius of the ball."""
        prop = self.find("ball")
        return ((prop.at[0], prop.height / 2, prop.at[2]), prop.height / 2) if prop else None

    def seat(self) -> Standing | None:
        """What one sits on, apart from a ball."""
        return next((prop for prop in self.props if prop.name in SEATS), None)

    def with_mat_under(self, xs: Sequence[float]) -> Scene:
        """The same scene with its mat under all of *xs*, places ahead and behind, but not through a wall."""
        wall = self.find("wall")
        back, front = min(xs) - 12.0, max(xs) + 12.0
        if wall and wall.at[0] > 0:
            front = min(front, wall.at[0] - 1.0)
        middle, long = (back + front) / 2, max(40.0, (front - back) / 2)
        return Scene(
            tuple(
                prop._replace(at=(middle + prop.at[0], 0.0, prop.at[2]), long=long) if prop.name == "mat" else prop
                for prop in self.props
            )
        )

    def floor_under(self, at: Vec) -> float:
        """The height of the highest level top under a point."""
        return max([0.0, *(prop.height for prop in self.props if prop.name in SEATS and _is_over(at, prop))])


def scene_of(props: Iterable[Prop], posture: str) -> Scene:
    """*props*, each where the editor or its use in a *posture* puts it."""
    return Scene(tuple(_standing(prop, POSTURES[posture].ball) for prop in props))


def on_ball(ball: tuple[Vec, float], x: float, z: float) -> Vec:
    """The point of the upper half of a *ball* at *x* and *z*, or its rim where they lie beyond it."""
    (bx, by, bz), radius = ball
    dx, dz = x - bx, z - bz
    away = hypot(dx, dz)
    if away > radius:
        dx, dz, away = dx * radius / away, dz * radius / away, radius
    return bx + dx, by + sqrt(max(0.0, radius * radius - away * away)), bz + dz


def _standing(prop: Prop, ball: float) -> Standing:
    usual = USUAL[prop.name]
    ahead = ball if prop.name == "ball" else usual.ahead
    place = (
        float(ahead if prop.ahead is None else prop.ahead),
        0.0,
        float(usual.right if prop.right is None else prop.right),
    )
    facing = -1 if prop.facing == "back" else 1
    height = float(prop.height or usual.height)
    if prop.name == "ball":
        usual = usual._replace(long=height / 2, wide=height / 2)
    return Standing(prop.name, place, height, float(usual.long), float(usual.wide), prop.under or "", facing)


def _is_over(at: Vec, prop: Standing) -> bool:
    return abs(at[0] - prop.at[0]) <= prop.long and abs(at[2] - prop.at[2]) <= prop.wide
