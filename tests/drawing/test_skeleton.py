"""Bones: their lengths never change, and their joints bend as those of living people do."""

from __future__ import annotations

from math import dist
from typing import Final

import pytest
from drawing.posed_figures import LENGTHS, limb_lengths
from hypothesis import given, settings
from hypothesis import strategies as st

from healthsite.drawing.skeleton import SIDES, Body, below, hip, posed, shoulder
from healthsite.drawing.vectors import UP

JOINTS: Final = ("spine", "lower_back", "upper_back", "neck", *(f"{s} {j}" for s in SIDES for j in ("hip", "shoulder")))
HINGES: Final = [f"{side} {joint} bend" for side in SIDES for joint in ("knee", "elbow", "ankle", "wrist")]
KEYS: Final = [f"{joint} {axis}" for joint in JOINTS for axis in ("bend", "side", "turn", "out")]


def bent(**angles: float) -> Body:
    """A standing body with some *angles*, written with underscores."""
    return posed({key.replace("__", " "): value for key, value in angles.items()}, 0)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*KEYS, *HINGES, "body lean", "body turn"]), st.integers(-180, 180)))
def test_limbs_keep_their_lengths(angles: dict[str, int]) -> None:
    """Whatever angles its joints have, no limb gets longer or shorter."""
    assert limb_lengths(posed(angles, 0)) == pytest.approx(LENGTHS)


def test_an_adult_has_the_height_of_an_adult() -> None:
    """From the soles to the crown it is about 170 centimetres, and the arms end at the middle of the thighs."""
    body = bent()
    crown = body.bones["head"].point((1.6, 19.2, 0.0))[1]
    sole = body.bones["left foot"].at[1] - 8
    assert crown - sole == pytest.approx(170, abs=2)
    fingertips = body.bones["left hand"].point((0.0, -17.0, 0.0))[1] - sole
    assert 55 < fingertips < 75


@pytest.mark.parametrize(
    ("joint", "bone", "axis", "sign"),
    [
        ("right__knee__bend", "right foot", 0, -1),
        ("right__hip__bend", "right foot", 0, 1),
        ("right__hip__out", "right foot", 2, 1),
        ("left__hip__out", "left foot", 2, -1),
        ("right__elbow__bend", "right hand", 0, 1),
        ("right__shoulder__bend", "right hand", 0, 1),
        ("left__shoulder__out", "left hand", 2, -1),
        ("spine__bend", "head", 0, 1),
        ("lower_back__bend", "head", 0, 1),
        ("upper_back__bend", "head", 0, 1),
        ("spine__side", "head", 2, 1),
        ("body__lean", "head", 0, 1),
    ],
)
def test_joints_bend_the_right_way(joint: str, bone: str, axis: int, sign: int) -> None:
    """A knee bends back and an elbow forwards; hips and shoulders lift limbs forwards; a spine bends forwards."""
    moved = bent(**{joint: 40}).bones[bone].at[axis] - bent().bones[bone].at[axis]
    assert moved * sign > 5


def test_a_lean_leaves_the_legs_where_they_are() -> None:
    """The trunk tips over the hips; legs stand as before."""
    still, leaning = bent(), bent(body__lean=60)
    assert leaning.bones["left foot"] == still.bones["left foot"]
    assert leaning.bones["head"].at[1] < still.bones["head"].at[1] - 20


def test_a_turned_thigh_turns_the_foot() -> None:
    """Turned outwards, the toes of each foot look to its own side."""
    body = bent(left__hip__turn=40, right__hip__turn=40)
    assert body.bones["right foot"].frame[0][2] > 0.5
    assert body.bones["left foot"].frame[0][2] < -0.5


def test_a_raised_arm_lifts_its_shoulder() -> None:
    """The girdle moves with the arm, on both sides alike."""
    yoke = bent().bones["yoke"]
    assert shoulder(yoke, 1, UP)[1] > shoulder(yoke, 1, (0.0, -1.0, 0.0))[1] + 3
    left, right = shoulder(yoke, -1, UP), shoulder(yoke, 1, UP)
    assert left == pytest.approx((right[0], right[1], -right[2]))


def test_a_bone_ends_below_its_beginning() -> None:
    """Limbs run down from where they begin."""
    body = bent()
    thigh = body.bones["left thigh"]
    assert thigh.at == hip(body.bones["pelvis"], -1)
    assert dist(below(thigh, 10), thigh.at) == pytest.approx(10)
    assert below(thigh, 10)[1] < thigh.at[1]
