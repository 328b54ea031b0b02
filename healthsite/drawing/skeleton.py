"""The bones of an adult of 170 cm, and where they are for given joint angles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from healthsite.drawing.vectors import UPRIGHT, Frame, Vec, dot, placed, plus, rolled, tipped, turned, unit

Angles: TypeAlias = Mapping[str, float]
"""Degrees by joint and axis, as in ``left hip bend`` or ``neck turn``; what is missing is 0."""

SIDES: Final = {"left": -1, "right": 1}
THIGH: Final = 42.0
SHIN: Final = 41.0
UPPER_ARM: Final = 28.0
FOREARM: Final = 25.0
PALM: Final = 7.0
"""From the wrist to the middle of the palm."""
ANKLE: Final = 8.0
"""From the sole to the ankle."""
TOES: Final[Vec] = (16.0, -6.6, 0.0)
"""From the ankle to the middle of the toes."""

_TRUNK: Final = (
    ("lower", "pelvis", 9.0, -6.0, 0.55, 0.0),
    ("waist", "lower", 8.0, -4.0, 0.45, 0.0),
    ("ribs", "waist", 8.0, 4.0, 0.0, 0.35),
    ("chest", "ribs", 9.0, 6.0, 0.0, 0.35),
    ("yoke", "chest", 9.0, 6.0, 0.0, 0.3),
)
"""Each piece of the spine: below it, how far up, its natural bend, its share of the lower and of the upper back."""
_YOKE: Final = 9.0
_NECK: Final = 8.5
_SHOULDER: Final[Vec] = (-0.5, 3.2, 15.8)
_HIP: Final = 8.5


AXES: Final = ("bend", "side", "turn")
_SHARES: Final = {"lower_back": {"bend": 0.55, "turn": 0.25}, "upper_back": {"bend": 0.45, "turn": 0.75}}
"""What the lower and the upper back take of a movement of the whole spine."""


@dataclass(frozen=True, slots=True)
class Bone:
    """A bone begins at *at* and is turned as *frame* says; limbs run down from there."""

    at: Vec
    frame: Frame

    def point(self, local: Vec) -> Vec:
        """Where a point of the bone's own terms is in the world."""
        return plus(self.at, placed(self.frame, local))


Bones: TypeAlias = Mapping[str, Bone]
"""Bones by name, as in ``chest`` or ``left thigh``."""


@dataclass(frozen=True, slots=True)
class Body:
    """A figure that has taken a pose. *curl* is how far the fingers of each hand are bent, in degrees."""

    bones: Bones
    curl: tuple[float, float] = (12.0, 12.0)

    def with_bones(self, bones: Bones) -> Body:
        """The same body with some of its bones elsewhere."""
        return replace(self, bones={**self.bones, **bones})

    def moved(self, way: Vec) -> Body:
        """The same body somewhere else."""
        return replace(self, bones={name: Bone(plus(bone.at, way), bone.frame) for name, bone in self.bones.items()})

    def curled(self, side: str, degrees: float) -> Body:
        """The same body with the fingers of one hand bent by *degrees*."""
        return replace(self, curl=(degrees, self.curl[1]) if side == "left" else (self.curl[0], degrees))


def posed(angles: Angles, pitch: float) -> Body:
    """The body with these *angles*, its hips at the world's origin; *pitch* tips it whole, forwards where positive.

    The bone ``legs`` is how the pelvis was turned before it leaned: legs keep to it.
    """
    root = turned(tipped(UPRIGHT, -pitch), angles.get("body turn", 0))
    middle = (0.0, 0.0, 0.0)
    bones = {"legs": Bone(middle, root), "pelvis": Bone(middle, tipped(root, -angles.get("body lean", 0)))}
    for name, below, rise, natural, low, high in _TRUNK:
        under = bones[below]
        amount = {
            axis: low * _part(angles, "lower_back", axis) + high * _part(angles, "upper_back", axis) for axis in AXES
        }
        bones[name] = _jointed(under, rise, natural + amount["bend"], amount["side"], amount["turn"])
    bend, side, turn = (angles.get(f"neck {axis}", 0) for axis in AXES)
    bend += angles.get("resting neck bend", 0)
    bones["neck"] = _jointed(bones["yoke"], _YOKE, 14 + bend * 0.5, side * 0.5, turn * 0.35)
    bones["head"] = _jointed(bones["neck"], _NECK, -20 + bend * 0.5, side * 0.5, turn * 0.65)
    for name, sign in SIDES.items():
        bones.update(_leg(bones["pelvis"], bones["legs"], angles, name, sign))
        bones.update(_arm(bones["yoke"], angles, name, sign))
    return Body(bones)


def _part(angles: Angles, part: str, axis: str) -> float:
    """Degrees by which the lower or upper back moves: by itself, by its share of the spine's, and by how it rests."""
    share = _SHARES[part]["turn" if axis == "turn" else "bend"]
    return (
        angles.get(f"{part} {axis}", 0)
        + angles.get(f"spine {axis}", 0) * share
        + angles.get(f"resting {part} {axis}", 0)
    )


def shoulder(yoke: Bone, sign: int, towards: Vec) -> Vec:
    """Where a shoulder is when its arm points *towards*: a raised arm lifts it and draws it in."""
    raised = max(0.0, dot(unit(towards), yoke.frame[1]) + 0.3)
    x, y, z = _SHOULDER
    return yoke.point(
        (x + 2.5 * max(0.0, dot(unit(towards), yoke.frame[0])), y + 4.0 * raised, sign * (z - 2.5 * raised))
    )


def hip(pelvis: Bone, sign: int) -> Vec:
    """Where a hip is."""
    return pelvis.point((0.0, 0.0, sign * _HIP))


def below(bone: Bone, reach: float) -> Vec:
    """The far end of a limb's bone that is *reach* long."""
    return bone.point((0.0, -reach, 0.0))


def limb_frame(frame: Frame, angles: Angles, joint: str, sign: int) -> Frame:
    """*frame* moved in a ball joint: forwards first, then out, then about itself."""
    raised = tipped(frame, angles.get(f"{joint} bend", 0))
    return turned(rolled(raised, -sign * angles.get(f"{joint} out", 0)), sign * angles.get(f"{joint} turn", 0))


def _jointed(under: Bone, rise: float, bend: float, side: float, turn: float) -> Bone:
    """The piece of the spine above *under*."""
    frame = turned(rolled(tipped(under.frame, -bend), side), turn)
    return Bone(under.point((0.0, rise, 0.0)), frame)


def _leg(pelvis: Bone, legs: Bone, angles: Angles, name: str, sign: int) -> dict[str, Bone]:
    thigh = Bone(hip(pelvis, sign), limb_frame(legs.frame, angles, f"{name} hip", sign))
    shin = Bone(below(thigh, THIGH), tipped(thigh.frame, -angles.get(f"{name} knee bend", 0)))
    foot = Bone(below(shin, SHIN), tipped(shin.frame, angles.get(f"{name} ankle bend", 0)))
    return {f"{name} thigh": thigh, f"{name} shin": shin, f"{name} foot": foot}


def _arm(yoke: Bone, angles: Angles, name: str, sign: int) -> dict[str, Bone]:
    frame = limb_frame(yoke.frame, angles, f"{name} shoulder", sign)
    upper = Bone(shoulder(yoke, sign, (-frame[1][0], -frame[1][1], -frame[1][2])), frame)
    bent = tipped(frame, angles.get(f"{name} elbow bend", 0))
    fore = Bone(below(upper, UPPER_ARM), turned(bent, sign * angles.get(f"{name} palm turn", 0)))
    hand = Bone(below(fore, FOREARM), rolled(fore.frame, sign * angles.get(f"{name} wrist bend", 0)))
    return {f"{name} upper arm": upper, f"{name} forearm": fore, f"{name} hand": hand}
