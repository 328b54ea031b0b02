"""The poses of a figure, one after the other: what each says is laid over its posture or over the pose before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from healthsite.drawing.postures import POSTURES, Posture, both_sides
from healthsite.drawing.skeleton import SIDES, Angles
from healthsite.drawing.vectors import Vec
from healthsite.model.figure import Posed
from healthsite.model.figure_words import SURFACES
from healthsite.model.joints import Limbs, Reach

_BALL_JOINTS: Final = {"hip": ("bend", "out", "turn"), "shoulder": ("lift", "out", "turn")}
LIMB_JOINTS: Final = {"hand": ("shoulder", "elbow"), "foot": ("hip", "knee")}
"""The joints that follow where a hand or a foot is put."""
_HINGES: Final = ("knee", "ankle", "elbow", "wrist")


@dataclass(frozen=True, slots=True)
class Posing:
    """A pose with nothing left open.

    *reaches* are by limb, as in ``left hand``; a limb without one keeps to its *angles*. *shift* moves the whole body.
    """

    posture: Posture
    angles: Angles
    reaches: Mapping[str, Reach]
    shift: Vec = (0.0, 0.0, 0.0)


def posing(pose: Posed, before: Posing | None = None) -> Posing:
    """What *pose* says, over its posture or over the pose *before* it: there, hands and feet stay where they rest.

    In the first pose, nothing stays: such a reach is as good as none.
    """
    nowhere = ("free",) if before else ("free", "stays")
    if pose.posture or before is None:
        posture = POSTURES[pose.posture or "standing"]
        reaches = {limb: reach for name, reach in posture.reaches.items() for limb in _limbs(name)}
        before = Posing(posture, both_sides(posture.angles), reaches)
    else:
        before = replace(before, reaches={limb: _kept(reach) for limb, reach in before.reaches.items()})
    angles, reaches = dict(before.angles), dict(before.reaches)
    for name in ("spine", "lower_back", "upper_back", "neck"):
        part = getattr(pose, name)
        if part is not None:
            _set(angles, name, {axis: getattr(part, axis) for axis in ("bend", "side", "turn")})
    _set(angles, "body", {"lean": pose.lean, "turn": pose.turn})
    for side in SIDES:
        for limbs in (pose.both, getattr(pose, side)):
            if limbs is not None:
                _move_limbs(angles, reaches, side, limbs)
    shift = before.shift
    if pose.move is not None:
        shift = (float(pose.move.ahead), float(pose.move.up), float(pose.move.right))
    kept = {limb: reach for limb, reach in reaches.items() if reach.at not in nowhere}
    return Posing(before.posture, angles, kept, shift)


def _kept(reach: Reach) -> Reach:
    """What becomes of a reach that the next pose says nothing of."""
    return reach.model_copy(update={"at": "stays"}) if reach.at in SURFACES else reach


def _move_limbs(angles: dict[str, float], reaches: dict[str, Reach], side: str, limbs: Limbs) -> None:
    """Lay what is said about an arm and a leg over the *angles* and *reaches* so far."""
    for joint, axes in _BALL_JOINTS.items():
        part = getattr(limbs, joint)
        if part is not None:
            _set(angles, f"{side} {joint}", {axis.replace("lift", "bend"): getattr(part, axis) for axis in axes})
    for joint in _HINGES:
        _set(angles, f"{side} {joint}", {"bend": getattr(limbs, joint)})
    _set(angles, f"{side} palm", {"turn": limbs.palm})
    for limb, joints in LIMB_JOINTS.items():
        reach = getattr(limbs, limb)
        if reach is not None:
            reaches[f"{side} {limb}"] = reach
        elif any(bends(limbs, joint) for joint in joints):
            reaches.pop(f"{side} {limb}", None)


def bends(limbs: Limbs, joint: str) -> bool:
    """Whether the bend of a *joint* is set; a hip alone may also say to which side its knee points."""
    value = getattr(limbs, joint)
    return value is not None and not (joint == "hip" and value.bend is None)


def _set(angles: dict[str, float], joint: str, values: Mapping[str, int | None]) -> None:
    for axis, value in values.items():
        if value is not None:
            angles[f"{joint} {axis}"] = value


def _limbs(name: str) -> tuple[str, ...]:
    """The limbs that a posture's reach is for: ``hand`` means both hands."""
    return (name,) if " " in name else tuple(f"{side} {name}" for side in SIDES)
