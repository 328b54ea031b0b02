"""Hands and feet that are put somewhere get there, with the real length of their limbs, or say what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import dist
from typing import Final

import pytest
from drawing.posed_figures import LENGTHS, body, flaws, limb_lengths, lowest, person

from healthsite.drawing.points import skin_point
from healthsite.drawing.skeleton import Body
from healthsite.drawing.vectors import Vec, plus
from healthsite.model.figure_words import SURFACES

STANDING: Final = "poses: [{{posture: standing, {}}}]"
ON: Final = {
    "floor": ("mat", "posture: hands-and-knees, both: {hand: floor}"),
    "wall": ("wall", "posture: standing, both: {hand: wall}"),
    "corner": ("corner", "posture: standing, both: {hand: corner}"),
    "door-frame": ("door-frame", "posture: standing, both: {hand: door-frame}"),
    "bar": ("bar", "posture: hanging, both: {hand: bar}"),
    "ball": ("{name: ball, ahead: 40}", "posture: kneeling, both: {hand: ball}"),
    "seat": ("chair", "posture: sitting, lean: 24, both: {hand: {at: seat, ahead: -6, out: 6}}"),
    "chair-back": ("{name: chair, ahead: 50}", "posture: standing, lean: 20, both: {hand: chair-back}"),
    "table": ("table", "posture: sitting, both: {hand: {at: table, ahead: 40}}"),
    "bed": ("bed", "posture: lying-on-back, both: {hand: {at: bed, ahead: 50, out: 8}}"),
    "step": ("{name: step, ahead: 50, height: 40}", "posture: kneeling, lean: 50, both: {hand: {at: step, ahead: 20}}"),
    "bath": ("bath", "posture: reclining, both: {hand: bath}"),
    "hoop": ("hoop", "posture: standing, both: {hand: hoop}"),
}
"""For each surface, the prop that it belongs to, and a pose in which both hands rest on it."""
PLACES: Final[Mapping[str, Callable[[Vec], bool]]] = {
    "floor": lambda palm: palm[1] == pytest.approx(0, abs=0.6),
    "wall": lambda palm: palm[0] == pytest.approx(52, abs=0.6),
    "corner": lambda palm: palm[0] + 30 == pytest.approx(abs(palm[2]), abs=0.6),
    "door-frame": lambda palm: palm[0] == pytest.approx(12, abs=0.6) and abs(palm[2]) == pytest.approx(47, abs=0.6),
    "bar": lambda palm: palm[1] == pytest.approx(221, abs=0.6),
    "ball": lambda palm: dist(palm, (40, 30, 0)) == pytest.approx(30, abs=0.6),
    "seat": lambda palm: palm[1] == pytest.approx(45, abs=0.6),
    "chair-back": lambda palm: palm[1] == pytest.approx(90, abs=0.6) and palm[0] == pytest.approx(29, abs=0.6),
    "table": lambda palm: palm[1] == pytest.approx(74, abs=0.6),
    "bed": lambda palm: palm[1] == pytest.approx(46, abs=0.6),
    "step": lambda palm: palm[1] == pytest.approx(40, abs=0.6),
    "bath": lambda palm: palm[1] == pytest.approx(50, abs=0.6) and abs(palm[2]) == pytest.approx(34, abs=0.6),
    "hoop": lambda palm: dist(palm, (0, 98, 0)) == pytest.approx(44, abs=0.6),
}
"""For each surface, whether a palm is on it."""


def palm(of: Body, side: str) -> Vec:
    """The middle of the skin of a palm."""
    hand = of.bones[f"{side} hand"]
    return plus(hand.point((0.0, -7.0, 0.0)), hand.frame[2], -2.0 if side == "right" else 2.0)


@pytest.mark.parametrize("surface", SURFACES)
def test_hands_rest_on_each_surface(surface: str) -> None:
    """Both palms are on it, and the arms have their lengths."""
    prop, pose = ON[surface]
    found = body(f"props: [{prop}]\nposes: [{{{pose}}}]")
    assert [PLACES[surface](palm(found, side)) for side in ("left", "right")] == [True, True]
    assert limb_lengths(found) == pytest.approx(LENGTHS, abs=1e-3)


@pytest.mark.parametrize(
    "at", ["right-knee", "behind-thigh", "opposite-shoulder", "waist", "forehead", "belly", "back-of-head"]
)
def test_hands_rest_on_the_body(at: str) -> None:
    """A palm is where the point of the body is, and not inside."""
    found = body(
        f"poses: [{{posture: lying-knees-bent, both: {{hip: {{bend: 122}}, knee: 130}}, left: {{hand: {at}}}}}]"
    )
    place, _ = skin_point(found, at, "left")
    assert dist(palm(found, "left"), place) < 5.5
    assert dist(found.bones["left hand"].at, place) > 5


def test_a_reach_is_moved_by_centimetres() -> None:
    """Ahead, out to the own side, and up."""
    here = body(STANDING.format("lean: 60, both: {hand: {at: thigh}}"))
    there = body(STANDING.format("lean: 60, both: {hand: {at: thigh, ahead: 5, out: 3, up: 4}}"))
    for side, sign in (("left", -1), ("right", 1)):
        assert palm(there, side) == pytest.approx(plus(palm(here, side), (5.0, 4.0, 3.0 * sign)), abs=1.5)


def test_ahead_is_where_a_turned_figure_looks() -> None:
    """Turned to the right, ahead is to the world's right, and out to its side is behind or before."""
    found = body("poses: [{posture: standing, turn: 90 right, right: {foot: {at: floor, ahead: 30}}}]")
    assert found.bones["right foot"].at[2] > 25
    assert found.bones["right foot"].frame[0] == pytest.approx((0.0, 0.0, 1.0), abs=1e-6)


@pytest.mark.parametrize(
    ("bend", "axis", "sign"), [("up", 1, 1), ("down", 1, -1), ("out", 2, 1), ("ahead", 0, 1), ("back", 0, -1)]
)
def test_an_elbow_points_where_it_is_told(bend: str, axis: int, sign: int) -> None:
    """`bend` says to which side of the straight way from shoulder to hand the elbow lies."""
    found = body(STANDING.format(f"right: {{hand: {{at: chest, ahead: 8, bend: {bend}}}}}"))
    upper, fore, hand = (found.bones[f"right {bone}"].at for bone in ("upper arm", "forearm", "hand"))
    assert (fore[axis] - (upper[axis] + hand[axis]) / 2) * sign > 4


def test_a_knee_points_where_it_is_told() -> None:
    """`bend` for a foot; and without it, the hip says to which side the knee falls."""
    knee = "props: [mat]\nposes: [{{posture: lying-knees-bent, right: {{{}}}}}]"
    up = body(knee.format("foot: {at: floor, ahead: 46}")).bones["right shin"].at
    out = body(knee.format("foot: {at: floor, ahead: 46, bend: out}")).bones["right shin"].at
    fallen = body(knee.format("hip: {out: 60, turn: 50}, foot: {at: floor, ahead: 46}")).bones["right shin"].at
    assert up[1] > 35
    assert out[2] > up[2] + 25
    assert fallen[2] > up[2] + 25


def test_a_bent_knee_has_its_front_outside() -> None:
    """However a foot is put, the front of thigh and shin look away from the bend of the knee."""
    found = body("poses: [{posture: lying-knees-bent}]")
    assert found.bones["right thigh"].frame[0][1] > 0.3
    assert found.bones["right shin"].frame[0][0] > 0.3


def test_palms_turn_up_and_fingers_point() -> None:
    """The back of the hand rests, or the palm; fingers point where they are told."""
    text = "poses: [{{posture: lying-on-back, right: {{hand: {{at: floor, ahead: 50, out: 16, {}}}}}}}]"
    down, up = (body(text.format(f"palm: {way}")).bones["right hand"].frame[2] for way in ("down", "up"))
    assert down == pytest.approx((0.0, 1.0, 0.0))
    assert up == pytest.approx((0.0, -1.0, 0.0))
    out = body(text.format("fingers: out")).bones["right hand"].frame[1]
    assert out == pytest.approx((0.0, 0.0, -1.0))


def test_a_heel_is_raised_about_the_toes() -> None:
    """The toes stay on the floor, and the ankle rises."""
    foot = "poses: [{{posture: standing, move: {{up: -10}}, right: {{foot: {{at: floor, heel_up: {}}}}}}}]"
    flat, raised = person(foot.format(0)), person(foot.format(40))
    assert lowest(raised, "right foot") == pytest.approx(lowest(flat, "right foot"), abs=0.8)
    assert raised.body.bones["right foot"].at[1] > flat.body.bones["right foot"].at[1] + 5


def test_soles_touch() -> None:
    """Sole to sole, the feet mirror each other on their outer edges."""
    found = body("poses: [{posture: lying-knees-bent, both: {foot: opposite-sole, hip: {out: 60, turn: 50}}}]")
    left, right = (skin_point(found, f"{side}-sole")[0] for side in ("left", "right"))
    assert dist(left, right) < 4
    assert found.bones["right foot"].frame[2][1] < -0.9
    assert found.bones["left foot"].frame[2][1] > 0.9


def test_a_foot_on_the_other_thigh_hangs_free() -> None:
    """A foot that rests on the body is turned as its shin, and its ankle bends as told."""
    pose = "posture: sitting, right: {hip: {out: 55, turn: 40}, foot: {at: left-thigh, up: 4}, ankle: -20}"
    found = body(f"props: [chair]\nposes: [{{{pose}}}]")
    assert dist(found.bones["right foot"].at, skin_point(found, "left-thigh")[0]) < 9


def test_what_stays_stays() -> None:
    """Hands and feet of the pose before, while the body moves."""
    text = "props: [mat]\nposes: [{posture: hands-and-knees}, {lean: -20, spine: 30, both: {foot: stays}}]"
    before, after = body(text, 0), body(text)
    for limb in ("left hand", "right hand", "left foot", "right foot"):
        assert after.bones[limb].at == pytest.approx(before.bones[limb].at, abs=0.01)
        assert after.bones[limb].frame == before.bones[limb].frame
    assert after.curl == before.curl


def test_elbows_do_not_sink_into_the_floor() -> None:
    """An elbow that would lie below the floor is lifted, even where nothing can lift it far enough."""
    low = person("poses: [{posture: lying-on-back, both: {hand: {at: floor, ahead: 30, out: 10, bend: down}}}]")
    assert lowest(low, "forearm", "upper arm") > -1.6
    lower = person("poses: [{posture: lying-on-back, move: {up: -40}, both: {hand: {at: floor, ahead: 40}}}]")
    assert limb_lengths(lower.body) == pytest.approx(LENGTHS, abs=1e-3)


def test_a_limb_that_is_too_short_says_so() -> None:
    """By how many centimetres, and where it was said."""
    assert flaws("props: [{name: wall, ahead: 120}]\nposes: [{posture: standing, left: {hand: wall}}]") == [
        "poses.0.left.hand: the left hand falls 62 centimetres short of `wall`"
    ]


def test_a_limb_that_cannot_fold_so_far_says_so() -> None:
    """A hand beside its own shoulder, nearer than an elbow bends."""
    assert flaws("poses: [{posture: standing, right: {hand: {at: right-shoulder, up: -8, ahead: 6}}}]") == [
        "poses.0.right.hand: `right-shoulder` is 11 centimetres nearer than the right limb can fold"
    ]
