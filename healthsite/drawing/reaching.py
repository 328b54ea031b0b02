"""Hands and feet that are put somewhere: the rest of the limb follows, with its real length."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, atan2, cos, radians, remainder, sin, sqrt, tau
from typing import Final, NamedTuple

from healthsite.drawing.posing import Posing
from healthsite.drawing.skeleton import FOREARM, SHIN, SIDES, THIGH, UPPER_ARM, Body, Bone, hip, shoulder
from healthsite.drawing.targets import Here, Target, foot_target, hand_target, way
from healthsite.drawing.vectors import Frame, Vec, across, cross, length, minus, placed, plus, scaled, tipped, unit

GIRDLE: Final = 4.0
"""Centimetres by which a shoulder follows its hand."""
STRETCHED: Final = 0.999
"""How straight a limb gets at most, of its whole length: its hinge can still be told."""
ELBOW: Final = 3.4
KNEE: Final = 5.0
"""Centimetres above the ground at which the joints lie when elbow and knee rest on it."""
NEAR_ENOUGH: Final = 1.5
"""Centimetres by which a limb may miss before it counts."""


class Miss(NamedTuple):
    """A limb that does not get where it was put: too short by so many centimetres, or too long where below 0."""

    limb: str
    target: str
    centimetres: float


def reached(body: Body, posing: Posing, here: Here) -> tuple[Body, tuple[Miss, ...]]:
    """*body* with its hands and feet where *posing* puts them, and the limbs that fall short."""
    misses: list[Miss] = []
    for limb in _in_order(posing):
        side, end = limb.split()
        reach = posing.reaches[limb]
        if end == "hand":
            ground = here.scene.floor_under(body.bones["yoke"].at) if posing.posture.pitch else 0.0
            body, missed = _arm(body, side, hand_target(body, reach, side, here), ground)
        else:
            body, missed = _leg(body, posing, side, foot_target(body, posing, reach, side, here))
        if abs(missed) > NEAR_ENOUGH:
            misses.append(Miss(limb, reach.at, missed))
    return body, tuple(misses)


def _in_order(posing: Posing) -> Iterator[str]:
    """Limbs that rest on a surface come before those that rest on limbs, and feet before hands."""
    on_limbs = ("hand", "wrist", "elbow", "thigh", "knee", "shin", "calf", "ankle", "foot", "sole", "toes")

    def rank(limb: str) -> tuple[bool, bool, str]:
        return limb.endswith("hand"), posing.reaches[limb].at.split("-")[-1] in on_limbs, limb

    yield from sorted(posing.reaches, key=rank)


def _arm(body: Body, side: str, target: Target, ground: float) -> tuple[Body, float]:
    """*body* with the hand of *side* at its target, its elbow above the *ground*, and how far it falls short."""
    sign, yoke = SIDES[side], body.bones["yoke"]
    wrist = target.at
    start = shoulder(yoke, sign, minus(wrist, yoke.at))
    excess = length(minus(wrist, start)) - (UPPER_ARM + FOREARM)
    if excess > -2:
        start = plus(start, unit(minus(wrist, start)), min(GIRDLE, excess + 2))
    pole = way(target.bend, body, sign) if target.bend else _elbow(body, target.on, sign)
    elbow, end, missed = _two_bones(start, wrist, (UPPER_ARM, FOREARM), pole, 14, ground + ELBOW)
    upper = _bone(start, elbow, minus(end, elbow))
    fore = Bone(elbow, _hinged(unit(minus(elbow, end)), target.frame[2]))
    hand = Bone(end, target.frame)
    bones = {f"{side} upper arm": upper, f"{side} forearm": fore, f"{side} hand": hand}
    return body.with_bones(bones).curled(side, target.curl), missed


def _elbow(body: Body, on: str, sign: int) -> Vec:
    """The direction in which an elbow points when nobody says."""
    front, up, right = body.bones["yoke"].frame
    if on == "floor":
        if front[1] < -0.2:
            return plus(plus(scaled(up, -1.0), (0.0, 0.5, 0.0)), right, 0.5 * sign)
        return plus(scaled(right, float(sign)), (0.0, -0.5, 0.0))
    return placed(body.bones["yoke"].frame, _elbow_of(on.removeprefix("reader-"), sign))


def _elbow_of(on: str, sign: int) -> Vec:
    """The same in the terms of the chest, by what the hand rests on."""
    if on in ("back-of-head", "forehead", "ear", "left-ear", "right-ear"):
        return (0.4, 0.1, 1.0 * sign)
    if on in ("hip", "waist", "lower-back", "upper-back", "buttock"):
        return (-0.8, 0.0, 0.9 * sign)
    if on.endswith("shoulder"):
        return (0.5, -0.7, 0.4 * sign)
    if on in ("wall", "table", "chair-back", "ball"):
        return (-0.2, -0.8, 0.5 * sign)
    return (-0.4, -0.6, 0.7 * sign)


def _leg(body: Body, posing: Posing, side: str, target: Target) -> tuple[Body, float]:
    """*body* with the foot of *side* at its target, and by how many centimetres it falls short."""
    sign, pelvis = SIDES[side], body.bones["pelvis"]
    start = hip(pelvis, sign)
    out, turn = (radians(posing.angles.get(f"{side} hip {axis}", 0)) for axis in ("out", "turn"))
    pole = placed(body.bones["legs"].frame, (cos(turn) * cos(out), 0.15 * cos(out), sign * (sin(turn) + sin(out))))
    if target.bend:
        pole = way(target.bend, body, sign)
    knee, end, missed = _two_bones(start, target.at, (THIGH, SHIN), pole, 24, KNEE)
    hinge = cross(minus(end, knee), minus(knee, start))
    thigh = Bone(start, _hinged(unit(minus(start, knee)), hinge))
    shin = Bone(knee, _hinged(unit(minus(knee, end)), hinge))
    frame = target.frame if target.fixed else tipped(shin.frame, posing.angles.get(f"{side} ankle bend", -10))
    return body.with_bones({f"{side} thigh": thigh, f"{side} shin": shin, f"{side} foot": Bone(end, frame)}), missed


def _two_bones(
    start: Vec, wanted: Vec, bones: tuple[float, float], pole: Vec, least: float, ground: float
) -> tuple[Vec, Vec, float]:
    """The joint between two *bones* and their end, and how far *wanted* is beyond them (below 0: how much too near).

    The joint points to the *pole*, but not below the *ground*.
    """
    first, second = bones
    direct = minus(wanted, start)
    away = length(direct)
    reach = min(max(away, least), (first + second) * STRETCHED)
    along = unit(direct)
    share = (first * first - second * second + reach * reach) / (2 * reach)
    aside = sqrt(max(0.0, first * first - share * share))
    middle = plus(start, along, share)
    bent = across(pole, along, (0.0, 0.0, 1.0))
    joint = plus(middle, bent, aside)
    if joint[1] < ground:
        other = cross(along, bent)
        joint = plus(middle, _lifted(bent, other, (ground - middle[1]) / max(aside, 0.01)), aside)
    return joint, plus(start, along, reach), away - reach


def _lifted(bent: Vec, other: Vec, height: float) -> Vec:
    """The direction nearest to *bent* in the plane of both that rises by *height*, as far as it can."""
    steep = sqrt(bent[1] * bent[1] + other[1] * other[1])
    top = atan2(other[1], bent[1])
    turn = acos(max(-1.0, min(1.0, height / max(steep, 0.01))))
    angle = min((top - turn, top + turn), key=lambda found: abs(remainder(found, tau)))
    return plus(scaled(bent, cos(angle)), other, sin(angle))


def _bone(start: Vec, end: Vec, ahead: Vec) -> Bone:
    """A limb's bone from *start* to *end* whose front looks *ahead* as far as it can."""
    up = unit(minus(start, end))
    front = across(ahead, up, (1.0, 0.0, 0.0))
    return Bone(start, (front, up, cross(front, up)))


def _hinged(up: Vec, hinge: Vec) -> Frame:
    """The frame of a bone that runs down from *up*, and turns about a *hinge* on its right."""
    right = across(hinge, up, (0.0, 0.0, 1.0))
    return cross(up, right), up, right
