"""The surfaces that a hand or a foot can rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.scene import DIAGONAL, GRIP, Scene, Standing, on_ball
from healthsite.drawing.vectors import AHEAD, UP, Vec, minus, plus, scaled, unit
from healthsite.model.joints import Reach

_BACKWARD: Final[Vec] = scaled(AHEAD, -1.0)


class Wanted(NamedTuple):
    """What a limb reaches for: the joint it hangs on, its *reach*, where ahead and its own side are, and the props."""

    start: Vec
    reach: Reach
    ahead: Vec
    out: Vec
    scene: Scene

    @property
    def side(self) -> float:
        """1 for the world's right, -1 for its left."""
        return 1.0 if self.out[2] >= 0 else -1.0

    def place(self, height: float) -> Vec:
        """The place at a *height* under the joint, moved as the reach says."""
        x, _, z = plus(plus(self.start, self.ahead, self.reach.ahead), self.out, self.reach.out)
        return (x, height + self.reach.up, z)


Rest: TypeAlias = tuple[Vec, Vec]
"""A place on a surface, and the direction that leads away from the surface there."""


def _floor(wanted: Wanted) -> Rest:
    return wanted.place(wanted.scene.floor_under(wanted.place(0.0))), UP


def _top(name: str) -> Callable[[Wanted], Rest]:
    """The level top of the prop *name*."""
    return lambda wanted: (wanted.place(wanted.scene.get(name).height), UP)


def _seat(wanted: Wanted) -> Rest:
    return wanted.place((wanted.scene.seat() or wanted.scene.get("chair")).height), UP


def _wall(wanted: Wanted) -> Rest:
    wall = wanted.scene.get("wall")
    _, y, z = wanted.place(wanted.start[1])
    return (wall.at[0], y, z), _BACKWARD if wall.at[0] >= 0 else AHEAD


def _door_frame(wanted: Wanted) -> Rest:
    """The jamb on the own side, its face that looks at the figure."""
    frame = wanted.scene.get("door-frame")
    z = frame.at[2] + wanted.side * (frame.wide + 4.0 + wanted.reach.out)
    return (frame.at[0], wanted.start[1] + wanted.reach.up, z), _BACKWARD


def _corner(wanted: Wanted) -> Rest:
    """The wall on the own side of a corner behind the figure; *ahead* leads along it."""
    along = (DIAGONAL, 0.0, DIAGONAL * wanted.side)
    x, _, z = plus(wanted.scene.get("corner").at, along, 62.0 + wanted.reach.ahead)
    return (x, wanted.start[1] + wanted.reach.up, z), (DIAGONAL, 0.0, -along[2])


def _ball(wanted: Wanted) -> Rest:
    ball = wanted.scene.get("ball")
    middle = (ball.at[0], ball.height / 2, ball.at[2])
    x, _, z = plus(plus(middle, wanted.ahead, wanted.reach.ahead), wanted.out, 9.0 + wanted.reach.out)
    at = on_ball((middle, ball.height / 2), x, z)
    return at, unit(minus(at, middle))


def _bar(wanted: Wanted) -> Rest:
    bar = wanted.scene.get("bar")
    return (bar.at[0] + 1.5, bar.height - 1.0, bar.at[2] + wanted.side * (GRIP + wanted.reach.out)), _BACKWARD


def _chair_back(wanted: Wanted) -> Rest:
    chair = wanted.scene.get("chair")
    _, y, z = wanted.place(chair.height * 2.0)
    return (_back_of(chair), y, z), UP


def _back_of(chair: Standing) -> float:
    return chair.at[0] - chair.long * chair.facing


def _bath(wanted: Wanted) -> Rest:
    """The rim beside the figure."""
    bath = wanted.scene.get("bath")
    return (wanted.place(0.0)[0], bath.height, bath.at[2] + wanted.side * bath.wide), UP


def _hoop(wanted: Wanted) -> Rest:
    hoop = wanted.scene.get("hoop")
    away = unit(plus(scaled(wanted.ahead, 0.35 + wanted.reach.ahead / 50), wanted.out))
    return plus((hoop.at[0], hoop.height, hoop.at[2]), away, hoop.wide), away


SURFACES: Final[Mapping[str, Callable[[Wanted], Rest]]] = {
    "floor": _floor,
    "wall": _wall,
    "corner": _corner,
    "door-frame": _door_frame,
    "bar": _bar,
    "ball": _ball,
    "seat": _seat,
    "chair-back": _chair_back,
    "table": _top("table"),
    "bed": _top("bed"),
    "step": _top("step"),
    "bath": _bath,
    "hoop": _hoop,
}
"""By the words of `healthsite.model.figure_words.SURFACES`."""
