"""What is wrong with a description is said under the keys where it is written, and breaks no drawing."""

from __future__ import annotations

import pytest
from drawing.posed_figures import drawing, figure, flaws
from hypothesis import given, settings
from hypothesis import strategies as st

from healthsite.drawing.frames import drawn
from healthsite.model import figure_words
from healthsite.model.figure import Figure, Pose, Posed, Prop
from healthsite.model.figure_words import DIRECTIONS, MIDDLE_POINTS, POSTURES, PROPS, SIDE_POINTS, SURFACES

STANDING = "poses: [{{posture: standing, {}}}]"


@pytest.mark.parametrize("surface", [name for name in SURFACES if name != "floor"])
def test_what_is_not_there_cannot_be_reached(surface: str) -> None:
    """A hand rests on a prop only where there is one; how far away it would be is not said as well."""
    thing = {"seat": "chair or bed or step", "chair-back": "chair"}.get(surface, surface)
    assert flaws(STANDING.format(f"left: {{hand: {surface}}}")) == [
        f"poses.0.left.hand: there is no {thing} for this hand to rest on"
    ]


def test_nothing_stays_before_it_was_anywhere() -> None:
    """In the first pose there is nothing to stay."""
    assert flaws(STANDING.format("both: {foot: stays}")) == ["poses.0.both.foot: `stays` has no pose before it"]
    drawing(STANDING.format("both: {hand: stays, foot: stays}"))


def test_only_a_partner_reaches_for_the_reader() -> None:
    """For the reader, the reader's knee is their own."""
    assert flaws(STANDING.format("lean: 70, both: {hand: reader-knee}")) == [
        "poses.0.both.hand: `reader-knee` means the person that this is"
    ]


def test_a_limb_is_put_somewhere_or_bent_but_not_both() -> None:
    """A reach decides by itself how shoulder and elbow, hip and knee bend; to which side, one may say."""
    assert flaws(STANDING.format("left: {hand: waist, elbow: 90}, right: {foot: floor, hip: {bend: 10}}")) == [
        "poses.0.left.hand: `hand` decides by itself how the elbow bends",
        "poses.0.right.foot: `foot` decides by itself how the hip bends",
    ]
    assert flaws(STANDING.format("left: {hand: free, elbow: 90}, right: {foot: floor, hip: {turn: 10}}")) == []


def test_a_chair_lies_under_no_point_of_the_body() -> None:
    """Only pillows, towels and rollers do; in the figure and in a pose."""
    text = "props: [{name: chair, under: chin}]\nposes: [{posture: standing, props: [{name: wall, under: chin}]}]"
    assert flaws(text) == [
        "props.0.under: a chair lies under no point of the body",
        "poses.0.props.0.under: a wall lies under no point of the body",
    ]


def test_a_miss_is_said_where_the_reach_is_written() -> None:
    """Under `both` or the side; where the pose before wrote it, under the pose."""
    far = "props: [{name: wall, ahead: 90}]\nposes: [{posture: standing, both: {hand: wall}}]"
    assert [line.split(":")[0] for line in flaws(far)] == ["poses.0.both.hand"] * 2
    side = "props: [{name: wall, ahead: 90}]\nposes: [{posture: standing, both: {hand: waist}, left: {hand: wall}}]"
    assert [line.split(":")[0] for line in flaws(side)] == ["poses.0.left.hand"]
    later = "props: [wall]\nposes: [{posture: standing, both: {hand: wall}}, {move: {ahead: -60}}]"
    assert [line.split(":")[0] for line in flaws(later)] == ["poses.1"] * 2
    partner = "poses: [{posture: sitting, partner: {move: {ahead: -90}, both: {hand: reader-shoulder}}}]"
    assert [line.split(":")[0] for line in flaws(partner)] == ["poses.0.partner.both.hand"] * 2


POINTS = [*MIDDLE_POINTS, *SIDE_POINTS, *(f"opposite-{name}" for name in SIDE_POINTS)]
NUMBERS = st.integers(-60, 60)
REACHES = st.fixed_dictionaries(
    {"at": st.sampled_from([*SURFACES, "free", "stays", *POINTS, "reader-knee"])},
    optional={
        "ahead": NUMBERS,
        "out": NUMBERS,
        "up": NUMBERS,
        "bend": st.sampled_from(DIRECTIONS),
        "palm": st.sampled_from(["up", "down"]),
        "fingers": st.sampled_from(DIRECTIONS),
        "heel_up": st.integers(0, 90),
    },
)
LIMBS = st.fixed_dictionaries(
    {},
    optional={
        "shoulder": st.fixed_dictionaries(
            {}, optional={"raise": NUMBERS, "out": st.integers(-50, 180), "turn": NUMBERS}
        ),
        "hip": st.fixed_dictionaries({}, optional={"bend": st.integers(-30, 135), "out": st.integers(-40, 80)}),
        "knee": st.integers(0, 150),
        "elbow": st.integers(0, 150),
        "palm": NUMBERS,
        "hand": REACHES,
        "foot": REACHES,
    },
)
POSED = {
    "posture": st.sampled_from(POSTURES),
    "lean": st.integers(-120, 120),
    "turn": st.integers(-180, 180),
    "move": st.fixed_dictionaries({}, optional={"ahead": NUMBERS, "right": NUMBERS, "up": NUMBERS}),
    "spine": st.fixed_dictionaries({}, optional={"bend": NUMBERS, "side": st.integers(-45, 45), "turn": NUMBERS}),
    "neck": NUMBERS.map(lambda degrees: {"bend": degrees}),
    "both": LIMBS,
    "left": LIMBS,
    "right": LIMBS,
    "arrows": st.lists(
        st.fixed_dictionaries(
            {"at": st.sampled_from(POINTS)},
            optional={
                "towards": st.sampled_from(DIRECTIONS),
                "from_pose": st.integers(1, 6),
                "both_ways": st.booleans(),
            },
        ),
        max_size=2,
    ).map(tuple),
}
PROP = st.fixed_dictionaries(
    {"name": st.sampled_from(PROPS)},
    optional={"ahead": NUMBERS, "right": NUMBERS, "height": st.integers(1, 260), "under": st.sampled_from(POINTS)},
)
PROP_LISTS = st.lists(PROP, max_size=3).map(tuple)
POSE = st.fixed_dictionaries(
    {"label": st.just("A pose")},
    optional={
        **POSED,
        "partner": st.fixed_dictionaries({}, optional=POSED),
        "props": PROP_LISTS,
        "view": st.sampled_from(["side", "front", "back", "above", "corner"]),
        "view_up": st.integers(-30, 90),
    },
)
FIGURES = st.builds(
    lambda first, more, props, shown, legs: {
        "alt": "A person.",
        "poses": ({"posture": "standing", **first}, *more),
        "props": props,
        "shows": shown,
        "legs": legs,
    },
    POSE,
    st.lists(POSE, max_size=2),
    PROP_LISTS,
    st.sampled_from(["all", "upper-body", "lower-body"]),
    st.sampled_from(["covered", "bare"]),
)


@settings(deadline=None, max_examples=150)
@given(FIGURES)
def test_no_description_breaks_the_drawing(described: dict[str, object]) -> None:
    """Whatever is written, as long as it can be read, becomes pictures, whose paths hold numbers only."""
    found = Figure.model_validate(described)
    made = drawn(found)
    assert len(made.frames) == len(found.poses)
    for frame in made.frames:
        assert all("nan" not in shape.path and "inf" not in shape.path for shape in frame.shapes)
        assert frame.shapes
    assert all(flaw.where[0] in ("poses", "props") and flaw.message and flaw.hint for flaw in made.flaws)


def test_every_key_is_tried() -> None:
    """The descriptions above use every key that a pose has, but for its label and the turn of the viewer."""
    keys = set(Posed.model_fields) | set(Pose.model_fields)
    tried = {*POSED, "partner", "props", "view", "view_up", "label"}
    assert keys - tried == {"view_round", "lower_back", "upper_back"}
    assert set(Prop.model_fields) - {"name", "ahead", "right", "height", "under"} == {"facing"}
    assert set(figure_words.DIRECTIONS) == set(DIRECTIONS)
    assert figure("poses: [{posture: standing}]").view == "side"
