"""The viewer: what is right, up and near in each view."""

from __future__ import annotations

import pytest

from healthsite.drawing.camera import VIEWS, Camera, camera
from healthsite.drawing.vectors import AHEAD, RIGHT, UP, Vec, cross, dot, length


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_not_distorted(view: str) -> None:
    """Right, up and towards the viewer are at right angles, and of length 1."""
    right, up, towards = camera(view, 17, 5)
    assert [length(axis) for axis in (right, up, towards)] == pytest.approx([1, 1, 1])
    assert cross(right, up) == pytest.approx(towards)


@pytest.mark.parametrize(
    ("view", "near", "to_the_right"),
    [
        ("side", RIGHT, AHEAD),
        ("front", AHEAD, (0.0, 0.0, -1.0)),
        ("back", (-1.0, 0.0, 0.0), RIGHT),
        ("above", UP, AHEAD),
    ],
)
def test_each_view_looks_from_where_it_says(view: str, near: Vec, to_the_right: Vec) -> None:
    """What is nearest to the viewer, and what is to the right on the paper."""
    seen = camera(view)
    assert seen.depth(near) > 0.9
    assert seen.spot(to_the_right)[0] > 0.9


def test_a_viewer_walks_round_and_rises() -> None:
    """Round to the figure's face and further; up to straight above, and down to the floor's own level."""
    assert dot(camera("side", 76).towards, AHEAD) > 0.9
    assert camera("side", 0, 200).towards == camera("side", 0, 90).towards
    assert camera("side", 0, -90).towards[1] < 0


def test_down_on_paper_is_down() -> None:
    """What is higher in the world is higher on the paper, whose numbers grow downwards."""
    assert isinstance(camera("corner"), Camera)
    assert camera("corner").spot((0.0, 10.0, 0.0))[1] < camera("corner").spot((0.0, 0.0, 0.0))[1]
