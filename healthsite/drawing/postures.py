"""The base postures: how the body lies or stands, and the angles it has when a pose says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from healthsite.drawing.skeleton import Angles
from healthsite.model.joints import Reach


@dataclass(frozen=True, slots=True)
class Posture:
    """A base posture.

    *pitch* tips the upright body forwards. *angles* are by joint and axis, those of both sides as in ``hip bend``.
    *reaches* are by limb, as in ``hand`` or ``right foot``. *ball* is how far ahead of the hips a ball usually is.
    """

    pitch: float = 0
    angles: Angles = field(default_factory=dict)
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    ball: float = 58
    stands: bool = False
    hangs: bool = False


_FLOOR: Final = Reach(at="floor")
_ARMS: Final = {"hand": Reach(at="floor", ahead=57, out=14)}
"""Arms beside a body that lies on its back."""
_BACK: Final = {
    "hip bend": -3,
    "hip out": 4,
    "hip turn": 14,
    "ankle bend": -22,
    "resting upper_back bend": -12,
    "resting lower_back bend": 5,
    "resting neck bend": -13,
}
_FRONT: Final = {
    "hip out": 4,
    "hip bend": 5,
    "ankle bend": -78,
    "resting upper_back bend": -8,
    "resting neck bend": 13,
}


def _on_side(lower: str) -> Posture:
    """Lying on the *lower* side with bent legs, both hands in front."""
    sign, upper = (-1, "right") if lower == "left" else (1, "left")
    angles = {"hip bend": 40, "knee bend": 60, "ankle bend": -15, "body turn": 90 * sign, "neck side": 8 * sign}
    lying = Reach(at="floor", ahead=32, bend="ahead")
    return Posture(-90, angles, {f"{lower} hand": lying, f"{upper} hand": Reach(at="floor", ahead=30, out=-6)})


POSTURES: Final[Mapping[str, Posture]] = {
    "standing": Posture(
        angles={"shoulder out": 7, "elbow bend": 12, "hip out": 2},
        reaches={"foot": Reach(at="floor", out=1)},
        stands=True,
    ),
    "sitting": Posture(
        angles={"hip bend": 88, "hip out": 5, "knee bend": 88},
        reaches={"hand": Reach(at="thigh", ahead=6), "foot": Reach(at="floor", ahead=46, out=3)},
        ball=0,
    ),
    "sitting-on-floor": Posture(
        -6, {"hip bend": 83, "hip out": 4, "spine bend": 8, "ankle bend": -10}, {"hand": Reach(at="thigh")}
    ),
    "reclining": Posture(
        -42,
        {"hip bend": 50, "hip out": 4, "knee bend": 8, "spine bend": 10, "ankle bend": -15, "neck bend": 12},
        {"hand": Reach(at="floor", ahead=20, out=8)},
    ),
    "kneeling": Posture(angles={"knee bend": 90, "ankle bend": -78, "hip out": 4, "shoulder out": 7, "elbow bend": 12}),
    "half-kneeling": Posture(
        angles={
            "left knee bend": 90,
            "left ankle bend": -78,
            "right hip bend": 90,
            "right knee bend": 90,
            "shoulder out": 7,
            "elbow bend": 14,
            "hip out": 2,
        },
        reaches={"right foot": Reach(at="floor", ahead=42)},
    ),
    "hands-and-knees": Posture(
        78,
        {"hip bend": 78, "hip out": 2, "knee bend": 90, "ankle bend": -78, "neck bend": -6},
        {"hand": Reach(at="floor", ahead=4, out=1)},
    ),
    "lying-on-back": Posture(-90, _BACK, _ARMS, ball=60),
    "lying-knees-bent": Posture(
        -90, {**_BACK, "hip out": 2, "hip turn": 0}, {**_ARMS, "foot": Reach(at="floor", ahead=46, out=1)}, ball=60
    ),
    "lying-face-down": Posture(90, _FRONT, {"hand": Reach(at="floor", ahead=-57, out=13, palm="up")}),
    "lying-on-left-side": _on_side("left"),
    "lying-on-right-side": _on_side("right"),
    "over-a-ball": Posture(
        56,
        {"spine bend": 82, "hip bend": 0, "hip out": 4, "neck bend": 4},
        {"hand": Reach(at="floor"), "foot": Reach(at="floor", ahead=-78, heel_up=62)},
        ball=15,
    ),
    "back-over-a-ball": Posture(
        -78,
        {"spine bend": -34, "neck bend": -18, "hip out": 6, "shoulder out": 40, "elbow bend": 20},
        {"foot": Reach(at="floor", ahead=44, out=6)},
        ball=-26,
    ),
    "hanging": Posture(
        angles={"shoulder bend": 176, "shoulder out": 6, "elbow bend": 4, "knee bend": 12, "ankle bend": -25},
        reaches={"hand": Reach(at="bar")},
        hangs=True,
    ),
}
"""By name."""


def both_sides(values: Mapping[str, float]) -> dict[str, float]:
    """Angles of joints, with those of both sides written out for left and right; a side's own angle wins."""
    joints = ("hip", "knee", "ankle", "shoulder", "elbow", "wrist", "palm")
    found: dict[str, float] = {}
    for key, value in values.items():
        if key.split()[0] in joints:
            found = {f"left {key}": value, f"right {key}": value} | found
        else:
            found[key] = value
    return found
