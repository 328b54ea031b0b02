"""Arrows show what moves."""

from __future__ import annotations

import re
from math import dist

import pytest
from drawing.posed_figures import drawing, flaws, staged, tones

from healthsite.drawing.arrows import CLEAR, WIDEST, arrow, arrow_path
from healthsite.drawing.camera import camera
from healthsite.drawing.paths import Spot
from healthsite.drawing.points import skin_point

SIDE = camera("side")


def points(text: str) -> tuple[Spot, ...]:
    """The start, the middle and the tip of the first arrow of the last pose."""
    stage = staged(text)
    last = stage.poses[-1]
    before = stage.poses[-2].body if len(stage.poses) > 1 else None
    return arrow(last.pose.arrows[0], last.body, before, SIDE)


@pytest.mark.parametrize(("towards", "axis", "sign"), [("up", 1, -1), ("down", 1, 1), ("ahead", 0, 1), ("back", 0, -1)])
def test_an_arrow_points_where_it_is_told(towards: str, axis: int, sign: int) -> None:
    """Up, down, ahead and back, as the figure would say it; as long as it is told."""
    start, _, tip = points(
        f"poses: [{{posture: standing, arrows: [{{at: right-hand, towards: {towards}, length: 20}}]}}]"
    )
    assert (tip[axis] - start[axis]) * sign > 18


def test_out_is_out_on_both_sides() -> None:
    """For a point on the left, out leads to the left."""
    front = camera("front")
    stage = staged(
        "poses: [{posture: standing, arrows: [{at: left-hand, towards: out}, {at: right-hand, towards: out}]}]"
    )
    left, right = (arrow(wanted, stage.poses[0].body, None, front) for wanted in stage.poses[0].pose.arrows)
    assert left[2][0] - left[0][0] > 10
    assert right[2][0] - right[0][0] < -10


def test_an_arrow_that_presses_stands_outside() -> None:
    """One that points into the skin begins further away, and ends before it."""
    text = "poses: [{posture: lying-on-back, arrows: [{at: belly, towards: down, length: 15}]}]"
    start, _, tip = points(text)
    belly = SIDE.spot(skin_point(staged(text).poses[0].body, "belly")[0])
    assert dist(tip, belly) == pytest.approx(CLEAR, abs=1)
    assert start[1] < tip[1] < belly[1]


def test_an_arrow_runs_from_the_pose_before() -> None:
    """From where the point was to where it is, round its joint."""
    text = "poses: [{posture: standing}, {right: {shoulder: 80}, arrows: [right-hand]}]"
    start, middle, tip = points(text)
    assert tip[1] < start[1] - 30
    assert tip[0] > start[0] + 30
    straight = ((start[0] + tip[0]) / 2, (start[1] + tip[1]) / 2)
    assert 3 < dist(middle, straight) <= WIDEST + 0.01


def test_a_wide_arc_is_drawn_flatter() -> None:
    """An arm that goes over the head would need more room than the figure; its arrow bends less."""
    start, middle, tip = points("poses: [{posture: standing}, {right: {shoulder: 178}, arrows: [right-hand]}]")
    straight = ((start[0] + tip[0]) / 2, (start[1] + tip[1]) / 2)
    assert dist(middle, straight) == pytest.approx(WIDEST)
    assert middle[0] > straight[0]


def test_an_arrow_may_come_from_an_earlier_pose() -> None:
    """For the other side, it runs from the first pose again."""
    text = (
        "view: front\nposes: [{posture: standing}, {spine: {side: 30 left}}, "
        "{spine: {side: 30 right}, arrows: [{at: crown, from_pose: %s}]}]"
    )
    paths = {
        number: [shape.path for shape in drawing(text % number).frames[2].shapes if shape.tone == "arrow"]
        for number in (1, 2)
    }
    assert paths[1] != paths[2]
    assert len(paths[1]) == len(paths[2]) == 1


def test_an_arrow_has_one_head_or_two() -> None:
    """A head at its tip, or one at each end for rocking; around it, a halo parts it from what it crosses."""
    line: tuple[Spot, ...] = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0))
    assert len(re.findall("M", arrow_path(line, both=False))) == 2
    assert len(re.findall("M", arrow_path(line, both=True))) == 3
    order = tones("poses: [{posture: standing, arrows: [{at: crown, towards: up, both_ways: true}]}]")
    assert order[-2:] == ["halo", "arrow"]


def test_an_arrow_that_shows_nothing_is_a_flaw() -> None:
    """Where nothing moved, where there is no earlier pose, and where the pose that it names is not earlier."""
    nothing = "`crown` does not move here, as it is seen"
    nowhere = "this arrow has no earlier pose to come from"
    assert flaws("poses: [{posture: standing}, {arrows: [left-hand, crown], left: {shoulder: 90}}]") == [
        f"poses.1.arrows.1: {nothing}"
    ]
    assert flaws("poses: [{posture: standing, arrows: [crown]}]") == [f"poses.0.arrows.0: {nowhere}"]
    assert flaws("poses: [{posture: standing}, {neck: 40, arrows: [{at: crown, from_pose: 2}]}]") == [
        f"poses.1.arrows.0: {nowhere}"
    ]
    late = "poses: [{posture: sitting}, {partner: {move: {ahead: -60}, arrows: [crown]}}]"
    assert flaws(late) == [f"poses.1.partner.arrows.0: {nowhere}"]
