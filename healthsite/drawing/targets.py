"""Where exactly a hand or a foot is put, and how it lies there."""

from __future__ import annotations

from math import radians, sin
from typing import Final, NamedTuple

from healthsite.drawing.points import skin_point, spread
from healthsite.drawing.posing import Posing
from healthsite.drawing.scene import Scene
from healthsite.drawing.skeleton import ANKLE, PALM, SIDES, TOES, Body, hip, shoulder
from healthsite.drawing.surfaces import SURFACES, Wanted
from healthsite.drawing.vectors import (
    UP,
    UPRIGHT,
    Frame,
    Vec,
    across,
    cross,
    length,
    level,
    minus,
    placed,
    plus,
    scaled,
    tipped,
    turned,
    unit,
)
from healthsite.model.joints import Reach

THICK: Final = 2.0
"""Half the thickness of a hand."""
FLAT: Final = 4.0
"""Degrees by which the fingers of a hand that lies flat are bent."""
SOFT: Final = 30.0
"""The same for a hand on a body."""
THICK_TOES: Final = 1.6
"""Centimetres by which toes are higher when a foot stands on their tips."""
FAR: Final = 22.0
"""Centimetres from its shoulder beyond which a hand on the floor points away from it."""
_CURLS: Final = {"bar": 100.0, "chair-back": 60.0, "ball": 16.0, "hoop": 90.0, "bath": 70.0}
_UPRIGHT_FACES: Final = ("wall", "door-frame", "bar", "hoop")


class Target(NamedTuple):
    """The place of a wrist or an ankle. *fixed* says whether *frame* is that of the hand or foot in any case."""

    on: str
    at: Vec
    frame: Frame
    curl: float = 12.0
    bend: str | None = None
    fixed: bool = True


class Here(NamedTuple):
    """What there is to reach for: the *scene*, the body of the pose *before*, and the first person's for a partner."""

    scene: Scene
    before: Body | None = None
    reader: Body | None = None


def heading(body: Body) -> Vec:
    """The level direction that is ahead of a body; for one that lies, where it would look if it stood up."""
    front, up, _ = body.bones["legs"].frame
    if abs(front[1]) > 0.7:
        return level(scaled(up, -1.0 if front[1] > 0 else 1.0))
    return level(front)


def way(direction: str, body: Body, sign: int) -> Vec:
    """A direction in words, as a way in the world; *sign* is the side of the limb that speaks."""
    if direction in ("up", "down"):
        return (0.0, 1.0 if direction == "up" else -1.0, 0.0)
    ahead = heading(body)
    right = cross(ahead, UP)
    return {
        "ahead": ahead,
        "back": scaled(ahead, -1.0),
        "right": right,
        "left": scaled(right, -1.0),
        "out": scaled(right, sign),
        "in": scaled(right, -sign),
    }[direction]


def hand_target(body: Body, reach: Reach, side: str, here: Here) -> Target:
    """Where the wrist of *side* goes, and how the hand lies on what it rests on."""
    sign = SIDES[side]
    if reach.at == "stays" and here.before:
        old = here.before.bones[f"{side} hand"]
        return Target(reach.at, old.at, old.frame, here.before.curl[sign > 0], reach.bend)
    start = shoulder(body.bones["yoke"], sign, (0.0, -1.0, 0.0))
    if reach.at in SURFACES:
        place, normal = SURFACES[reach.at](_wanted(body, start, reach, sign, here.scene))
        fingers = _fingers(body, reach, minus(place, start), sign)
        curl = _CURLS.get(reach.at, FLAT)
    else:
        whose = here.reader if reach.at.startswith("reader-") and here.reader else body
        name = reach.at.removeprefix("reader-")
        place, normal = skin_point(whose, name, side)
        place = plus(plus(place, spread(whose, name, side)), _offset(body, reach, sign))
        fingers = _fingers_on_body(body, name, minus(place, start), normal, sign)
        curl = SOFT
    fingers = across(fingers, normal, UP)
    wrist = plus(plus(place, normal, THICK), fingers, -PALM)
    right = scaled(normal, -sign if reach.palm == "up" else sign)
    up = scaled(fingers, -1)
    return Target(reach.at, wrist, (cross(up, right), up, right), curl, reach.bend)


def foot_target(body: Body, posing: Posing, reach: Reach, side: str, here: Here) -> Target:
    """Where the ankle of *side* goes, and how the foot stands or lies."""
    sign = SIDES[side]
    if reach.at == "stays" and here.before:
        old = here.before.bones[f"{side} foot"]
        return Target(reach.at, old.at, old.frame, bend=reach.bend)
    start = hip(body.bones["pelvis"], sign)
    if reach.at == "opposite-sole":
        return _sole_to_sole(body, reach, sign)
    if reach.at in SURFACES:
        place, normal = SURFACES[reach.at](_wanted(body, start, reach, sign, here.scene))
        ahead = UP if reach.at in _UPRIGHT_FACES else heading(body)
        frame: Frame = (ahead, normal, cross(ahead, normal))
        frame = turned(frame, sign * min(35.0, max(-20.0, posing.angles.get(f"{side} hip turn", 0))))
        return Target(reach.at, *_with_heel_up(place, frame, reach.heel_up), bend=reach.bend)
    whose = here.reader if reach.at.startswith("reader-") and here.reader else body
    place, normal = skin_point(whose, reach.at.removeprefix("reader-"), side)
    place = plus(place, _offset(body, reach, sign))
    return Target(reach.at, plus(place, normal, 3.5), UPRIGHT, bend=reach.bend, fixed=False)


def _with_heel_up(place: Vec, frame: Frame, degrees: float) -> tuple[Vec, Frame]:
    """The ankle and the frame of a foot whose heel is above *place*, raised by *degrees* about the toes."""
    x, y, z = TOES
    toes = plus(plus(place, frame[0], x), frame[1], ANKLE + y + THICK_TOES * sin(radians(degrees)))
    raised = tipped(frame, -degrees)
    return plus(toes, placed(raised, (-x, -y, -z))), raised


def _wanted(body: Body, start: Vec, reach: Reach, sign: int, scene: Scene) -> Wanted:
    return Wanted(start, reach, heading(body), way("out", body, sign), scene)


def _offset(body: Body, reach: Reach, sign: int) -> Vec:
    """The way that a reach says beside its point."""
    return plus(plus(scaled(UP, reach.up), heading(body), reach.ahead), way("out", body, sign), reach.out)


def _fingers(body: Body, reach: Reach, towards: Vec, sign: int) -> Vec:
    """The direction in which fingers point on a surface."""
    if reach.fingers:
        return way(reach.fingers, body, sign)
    if reach.at in _UPRIGHT_FACES:
        return UP
    front, up, _ = body.bones["chest"].frame
    if reach.at == "floor" and length((towards[0], 0.0, towards[2])) > FAR and abs(up[1]) < 0.8:
        return level(towards)
    forth = level(up, level(front))
    return plus(forth, way("in", body, sign), 0.3) if reach.at == "ball" else forth


def _fingers_on_body(body: Body, name: str, towards: Vec, normal: Vec, sign: int) -> Vec:
    """The direction in which fingers point on a body: on from the arm, or up the head and to its middle."""
    if name == "back-of-head":
        return plus(placed(body.bones["head"].frame, (0.0, 0.4, 0.0)), body.bones["head"].frame[2], -sign)
    return across(towards, normal, placed(body.bones["chest"].frame, (0.0, 1.0, 0.0)))


def _sole_to_sole(body: Body, reach: Reach, sign: int) -> Target:
    """A foot on its outer edge, its sole against that of the other foot."""
    ahead, out = heading(body), way("out", body, sign)
    right = unit(plus(scaled(UP, -1.0 * sign), out, 0.25 * sign))
    frame: Frame = (ahead, cross(right, ahead), right)
    x, _, z = plus(plus(body.bones["pelvis"].at, ahead, float(reach.ahead or 46)), out, ANKLE - 0.6)
    return Target(reach.at, (x, 4.4 + reach.up, z), frame, bend=reach.bend or "out")
