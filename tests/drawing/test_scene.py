"""Props stand in their usual places, or where the editor puts them, and bodies rest on them."""

from __future__ import annotations

from math import dist

import pytest
from drawing.posed_figures import body, figure, lowest, person, staged

from healthsite.drawing.furniture import MAKERS
from healthsite.drawing.scene import USUAL, Scene, on_ball, scene_of
from healthsite.drawing.surfaces import SURFACES
from healthsite.model import figure_words


def scene(props: str, posture: str = "standing") -> Scene:
    """A scene with *props*."""
    return scene_of(figure(f"props: [{props}]\nposes: [{{posture: {posture}}}]").props, posture)


def test_every_word_has_its_thing() -> None:
    """Each prop has its usual place and its drawing; each surface can be reached for; and nothing else is there."""
    assert set(USUAL) == set(MAKERS) == set(figure_words.PROPS)
    assert set(SURFACES) == set(figure_words.SURFACES)


@pytest.mark.parametrize("name", figure_words.PROPS)
def test_a_prop_stands_where_it_is_put(name: str) -> None:
    """Ahead, to the right, and as high as the editor says."""
    (prop,) = scene(f"{{name: {name}, ahead: 70, right: -20, height: 40}}").props
    assert (prop.at, prop.height) == ((70.0, 0.0, -20.0), 40.0)


def test_a_ball_stands_where_its_posture_needs_it() -> None:
    """Under the tummy, under the back, or under the seat."""
    places = [scene("ball", name).props[0].at[0] for name in ("over-a-ball", "back-over-a-ball", "sitting")]
    assert places == [15.0, -26.0, 0.0]


def test_what_is_missing_is_where_it_would_be() -> None:
    """Who reaches for what is not there reaches for its usual place; that it is not there is said elsewhere."""
    empty = scene("")
    assert empty.find("wall") is None
    assert empty.get("wall").at[0] == USUAL["wall"].ahead
    assert (empty.ball(), empty.seat()) == (None, None)
    middle, radius = scene("{name: ball, ahead: 5, height: 50}").ball() or ((0.0, 0.0, 0.0), 0.0)
    assert (middle, radius) == ((5.0, 25.0, 0.0), 25.0)


def test_a_mat_lies_under_all_poses_but_not_through_a_wall() -> None:
    """It reaches from behind the head to beyond the feet, and ends at a wall."""
    free = staged("props: [mat]\nposes: [{posture: lying-on-back}, {posture: kneeling}]").poses[1].scene.get("mat")
    assert free.at[0] - free.long < -80
    assert free.at[0] + free.long > 85
    stage = staged("props: [mat, {name: wall, ahead: 30}]\nposes: [{posture: lying-on-back, both: {hip: 60}}]")
    mat = stage.poses[0].scene.get("mat")
    assert mat.at[0] + mat.long == pytest.approx(29)


def test_the_floor_is_higher_where_a_seat_stands() -> None:
    """On a chair, a bed or a step, and nowhere beside it."""
    bed = scene("bed")
    assert bed.floor_under((0.0, 0.0, 0.0)) == 46
    assert bed.floor_under((0.0, 0.0, 60.0)) == 0
    assert scene("mat").floor_under((0.0, 0.0, 0.0)) == 0


def test_a_ball_is_round() -> None:
    """Every point on it has the same distance from its middle; beyond it, its rim is meant."""
    ball = ((10.0, 30.0, 0.0), 30.0)
    for x, z in ((10, 0), (25, 10), (-80, 30)):
        assert dist(on_ball(ball, x, z), ball[0]) == pytest.approx(30)
    assert on_ball(ball, 400, 0) == (40.0, 30.0, 0.0)


@pytest.mark.parametrize(("prop", "height"), [("chair", 45), ("{name: chair, height: 40}", 40), ("bed", 46)])
def test_one_sits_on_a_seat(prop: str, height: int) -> None:
    """The pelvis rests on it, and the feet on the floor before it."""
    pose = "posture: sitting" if "chair" in prop else "posture: lying-on-back"
    someone = person(f"props: [{prop}]\nposes: [{{{pose}, both: {{hand: free}}}}]")
    assert lowest(someone, "pelvis", "trunk") == pytest.approx(height, abs=1)


def test_one_sits_and_lies_on_a_ball() -> None:
    """The flesh touches the ball and does not sink in by more than it gives way."""
    for text in (
        "props: [ball]\nposes: [{posture: sitting}]",
        "props: [ball]\nposes: [{posture: over-a-ball}]",
        "props: [ball]\nposes: [{posture: back-over-a-ball}]",
    ):
        stage = staged(text)
        middle, radius = stage.poses[0].scene.ball() or ((0.0, 0.0, 0.0), 0.0)
        someone = stage.poses[0].people[0]
        near = min(
            dist(lump.at, middle) - radius - min(lump.sizes if lump.axes else (lump.radius,))
            for part in someone.parts
            if part.name in ("trunk", "pelvis")
            for row in part.rows
            for lump in row
        )
        assert -6 < near < 6


def test_one_stands_on_a_step_and_hangs_from_a_bar() -> None:
    """The soles are on the step; hanging, the arms are straight and the feet in the air."""
    low, high = (
        body(f"props: [step]\nposes: [{{posture: standing, both: {{foot: {to}}}}}]") for to in ("floor", "step")
    )
    assert high.bones["left foot"].at[1] - low.bones["left foot"].at[1] == pytest.approx(18)
    assert high.bones["head"].at[1] - low.bones["head"].at[1] == pytest.approx(18, abs=0.5)
    hanging = person("props: [bar]\nposes: [{posture: hanging}]")
    assert lowest(hanging) > 10
    arm = hanging.body.bones["left upper arm"].at, hanging.body.bones["left hand"].at
    assert dist(*arm) == pytest.approx(53, abs=2)


def test_who_squats_or_steps_keeps_the_feet_on_the_floor() -> None:
    """A body that goes down bends its knees; one that steps far comes down by itself."""
    upright = person("poses: [{posture: standing}]")
    squat = person("poses: [{posture: standing, move: {up: -30}}]")
    step = person("poses: [{posture: standing}, {right: {foot: {at: floor, ahead: 60}}, move: {ahead: 30}}]")
    far = person("poses: [{posture: standing, both: {foot: {at: floor, ahead: 90}}}]")
    for someone in (upright, squat, step):
        assert lowest(someone, "foot") == pytest.approx(-0.1, abs=0.3)
    assert upright.body.bones["head"].at[1] - squat.body.bones["head"].at[1] == pytest.approx(30, abs=1)
    assert upright.body.bones["head"].at[1] - step.body.bones["head"].at[1] > 4
    assert far.body.bones["pelvis"].at[1] > 40


def test_a_foot_in_the_air_leaves_the_other_to_stand() -> None:
    """Standing on one leg, the body is as high as on two."""
    one = person("poses: [{posture: standing, right: {hip: 60, knee: 90}}]")
    assert lowest(one, "left foot") == pytest.approx(-0.1, abs=0.8)
    assert lowest(one, "right foot") > 15


def test_a_pillow_takes_the_head() -> None:
    """With something under the head, the head carries nothing, and the rest of the body stays on the floor."""
    someone = person("props: [{name: pillow, under: back-of-head}]\nposes: [{posture: lying-on-back, neck: 20}]")
    assert lowest(someone, "trunk", "pelvis") == pytest.approx(-0.6, abs=0.6)
    assert lowest(someone, "head") > 3


def test_props_move_from_picture_to_picture() -> None:
    """A pose that lists props replaces those before it, from there on."""
    stage = staged(
        "props: [mat, ball]\nposes: [{posture: kneeling}, {props: [{name: ball, ahead: 90}]}, {neck: 9}, {props: []}]"
    )
    assert [[(p.name, p.at[0]) for p in one.scene.props if p.name != "mat"] for one in stage.poses] == [
        [("ball", 58.0)],
        [("ball", 90.0)],
        [("ball", 90.0)],
        [],
    ]
