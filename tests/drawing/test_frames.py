"""A figure as it is drawn: its pictures, their size, what is painted in them and in which order."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from drawing.posed_figures import drawing, figure, flaws, tones

from healthsite.drawing.frames import drawn
from healthsite.model.figure import ASPECTS
from healthsite.model.figure_words import PROPS

ROOT: Final = Path(__file__).resolve().parents[2]
TWO: Final = "props: [mat]\nposes: [{posture: lying-knees-bent}, {upper_back: 30, arrows: [crown]}]"


def box(view_box: str) -> list[int]:
    """The numbers of a view box."""
    return [int(number) for number in view_box.split()]


def test_every_pose_has_its_picture() -> None:
    """One frame for each, with its label, and all of one size."""
    frames = drawing(TWO).frames
    assert [frame.label for frame in frames] == ["A pose", "A pose"]
    assert frames[0].view_box == frames[1].view_box
    assert frames[0].shapes != frames[1].shapes


def test_a_label_may_be_left_out_of_a_single_picture() -> None:
    """Where there is one picture only, it needs no label."""
    only = figure("poses: [{posture: standing}]")
    assert (
        drawn(only.model_copy(update={"poses": (only.poses[0].model_copy(update={"label": None}),)})).frames[0].label
        == ""
    )


@pytest.mark.parametrize(
    ("posture", "shape"),
    [("standing", "tall"), ("sitting", "square"), ("lying-on-back", "long"), ("hands-and-knees", "wide")],
)
def test_a_picture_has_the_shape_of_its_posture(posture: str, shape: str) -> None:
    """Tall, square, long or wide, or what the editor says."""
    usual = figure(f"poses: [{{posture: {posture}}}]")
    assert usual.shape == shape
    for wanted, one in ((shape, usual), ("square", usual.model_copy(update={"format": "square"}))):
        _, _, width, height = box(drawn(one).frames[0].view_box)
        assert width / height == pytest.approx(ASPECTS[wanted][0] / ASPECTS[wanted][1], abs=0.02)


def test_everything_is_inside_the_picture() -> None:
    """No point of a path lies outside, arrows included."""
    for frame in drawing("poses: [{posture: standing}, {both: {shoulder: 175}, arrows: [right-hand]}]").frames:
        left, top, width, height = box(frame.view_box)
        for shape in frame.shapes:
            for x, y in re.findall(r"[ML](-?\d+)[ ]?(-?\d+)", shape.path):
                assert left <= int(x) <= left + width
                assert top <= int(y) <= top + height


def test_a_small_movement_can_be_shown_large() -> None:
    """With the upper or the lower body only, the same picture is larger."""
    widths = [
        box(drawing(f"shows: {shown}\nformat: wide\nposes: [{{posture: lying-knees-bent}}]").frames[0].view_box)[2]
        for shown in ("all", "upper-body", "lower-body")
    ]
    assert widths[1] < widths[0] * 0.8
    assert widths[2] < widths[0] * 0.8


def test_a_picture_may_be_seen_from_elsewhere() -> None:
    """A pose has its own view; the scale stays."""
    frames = drawing("poses: [{posture: sitting}, {view: front}, {view: front, view_round: 30, view_up: 20}]").frames
    assert len({frame.view_box for frame in frames}) == 3
    assert len({tuple(box(frame.view_box)[2:]) for frame in frames}) == 1


def test_far_limbs_are_paler() -> None:
    """From the side the left ones, from the other side the right ones, and from the front none."""
    far = {
        view: {tone for tone in tones(f"{view}\nposes: [{{posture: standing}}]") if tone.endswith("-far")}
        for view in ("view: side", "view_round: 180", "view: front", "view: above")
    }
    assert far["view: side"] == far["view_round: 180"] == {"legs-far", "skin-far", "top-far"}
    assert far["view: front"] == far["view: above"] == set()


def test_what_is_far_stays_far() -> None:
    """A trunk that turns does not change the tone of its arms; a new posture may."""
    turned = "view: corner\nposes: [{posture: standing}, {spine: {turn: 60 left}}]"
    assert tones(turned, 0).count("top-far") == tones(turned, 1).count("top-far") == 1
    facing = "view_round: -14\nposes: [{posture: standing, turn: 40 left}, {posture: standing, turn: 90 right}]"
    assert tones(facing, 0).count("legs-far") > 0
    assert tones(facing, 1).count("legs-far") == 0


def test_near_limbs_are_painted_over_far_ones() -> None:
    """The near thigh comes after the far one, and the trunk covers the top of a straight thigh."""
    order = tones("poses: [{posture: standing}]")
    assert order.index("legs-far") < order.index("legs", order.index("legs-far"))
    assert max(index for index, tone in enumerate(order) if tone == "legs") > order.index("top") - 12


def test_bare_legs_have_shorts() -> None:
    """Skin from the shorts down, and no cloth over the knees."""
    covered, bare = (tones(f"legs: {legs}\nposes: [{{posture: standing}}]") for legs in ("covered", "bare"))
    assert bare.count("skin") > covered.count("skin")
    assert "legs" in bare


def test_a_floor_is_shown_where_there_is_no_mat() -> None:
    """A mat, a bed and water show themselves what is below; else there is a floor, and shade where the body rests."""
    for text, expected in (
        ("", True),
        ("props: [mat]\n", False),
        ("props: [bed]\n", False),
        ("props: [water]\n", False),
    ):
        assert ("ground" in tones(f"{text}poses: [{{posture: standing}}]")) is expected
    assert "shade" in tones("poses: [{posture: standing}]")
    assert "shade" not in tones("poses: [{posture: standing, move: {up: 50}, both: {foot: free}}]")


@pytest.mark.parametrize("prop", PROPS)
def test_every_prop_is_drawn(prop: str) -> None:
    """It adds shapes to the picture, in every view, and hides nothing of the body that stands on it."""
    for view in ("side", "front", "back", "above", "corner"):
        text = f"view: {view}\nprops: [{{}}]\nposes: [{{{{posture: standing}}}}]"
        with_it, without = drawing(text.format(prop)), drawing(text.format(""))
        assert with_it.flaws == ()
        assert len(with_it.frames[0].shapes) >= len(without.frames[0].shapes)
        assert {shape.tone for shape in with_it.frames[0].shapes} - {shape.tone for shape in without.frames[0].shapes}


@pytest.mark.parametrize(
    ("prop", "point"), [("pillow", "back-of-head"), ("towel", "right-ankle"), ("roller", "left-calf")]
)
def test_some_props_lie_against_a_point_of_the_body(prop: str, point: str) -> None:
    """A pillow, a towel and a roller go with what lies on them."""
    text = f"props: [mat, {{{{name: {prop}, under: {point}}}}}]\nposes: [{{{{posture: lying-on-back{{}}}}}}]"
    here, there = (drawing(text.format(more)) for more in ("", ", move: {ahead: 30}"))
    assert here.flaws == there.flaws == ()
    tone = "ball" if prop == "roller" else "soft"
    paths = [[shape.path for shape in found.frames[0].shapes if shape.tone == tone] for found in (here, there)]
    assert paths[0] != paths[1]


def test_a_wall_may_stand_behind() -> None:
    """Behind the figure, its other face is reached for."""
    assert flaws("props: [{name: wall, ahead: -40}]\nposes: [{posture: standing, both: {hand: wall}}]") == []


def test_a_partner_is_drawn_in_other_colours() -> None:
    """Beside the reader, from the picture on in which they come, in the pose that was last said."""
    text = (
        "props: [mat]\nposes: [{posture: lying-face-down}, "
        "{partner: {posture: kneeling, turn: 90 right, move: {ahead: 20, right: -46}, lean: 40, spine: 20,"
        " both: {hand: reader-lower-back}}}, {neck: 10}, {partner: {neck: 30, arrows: [crown]}}]"
    )
    assert flaws(text) == []
    counts = [sum(tone.startswith("partner-") for tone in tones(text, number)) for number in range(4)]
    assert counts[0] == 0
    assert counts[1] == counts[2] > 15
    assert tones(text, 3).count("arrow") == 1


def test_a_partner_stands_until_told_otherwise() -> None:
    """Without a posture, a partner stands."""
    assert flaws("poses: [{posture: sitting, partner: {move: {ahead: -60}}}]") == []


def test_the_same_figure_is_the_same_drawing_in_every_process() -> None:
    """No order depends on hashing, and no number on where it is calculated: two processes draw the same bytes."""
    code = f"import sys; sys.path.insert(0, 'tests');from drawing.posed_figures import drawing;print(drawing({TWO!r}))"
    outputs = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        outputs.add(done.stdout)
    assert outputs == {f"{drawing(TWO)}\n".encode()}


def test_a_figure_is_drawn_once() -> None:
    """Its page and its file are made next to each other, and share one drawing."""
    one = figure(TWO)
    assert drawn(one) is drawn(figure(TWO))
    drawn.cache_clear()
    assert drawn(one) is drawn(one)
