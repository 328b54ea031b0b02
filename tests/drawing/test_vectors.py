"""Points, directions and turns."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.drawing.vectors import (
    AHEAD,
    RIGHT,
    UP,
    UPRIGHT,
    Frame,
    Vec,
    across,
    cross,
    dot,
    length,
    level,
    minus,
    placed,
    plus,
    rolled,
    scaled,
    tipped,
    turned,
    unit,
)

ANGLES = st.floats(-360, 360)


def near(one: Vec, two: Vec) -> bool:
    """Whether two points are the same for all that can be seen."""
    return all(isclose(a, b, abs_tol=1e-9) for a, b in zip(one, two, strict=True))


@given(ANGLES, ANGLES, ANGLES)
def test_a_turned_frame_is_still_a_frame(a: float, b: float, c: float) -> None:
    """However a bone is turned, its ahead, up and right stay at right angles, of length 1, and not mirrored."""
    frame: Frame = turned(rolled(tipped(UPRIGHT, a), b), c)
    assert all(isclose(length(axis), 1) for axis in frame)
    assert near(cross(frame[0], frame[1]), frame[2])


def test_the_turns_go_where_their_names_say() -> None:
    """Tipping lifts what is ahead, turning leads it right, and rolling leads the top to the right."""
    assert near(tipped(UPRIGHT, 90)[0], UP)
    assert near(turned(UPRIGHT, 90)[0], RIGHT)
    assert near(rolled(UPRIGHT, 90)[1], RIGHT)


def test_ways_can_be_added_and_measured() -> None:
    """Adding, taking away, stretching, measuring along a direction, and through a frame."""
    assert plus(AHEAD, UP, 2) == (1.0, 2.0, 0.0)
    assert minus(AHEAD, UP) == (1.0, -1.0, 0.0)
    assert scaled(UP, 3) == (0.0, 3.0, 0.0)
    assert dot((3.0, 4.0, 5.0), UP) == 4.0
    assert placed(tipped(UPRIGHT, 90), (1.0, 0.0, 0.0)) == pytest.approx((0.0, 1.0, 0.0))


def test_what_has_no_direction_gets_one() -> None:
    """Directions that cannot be told are replaced by one that is given."""
    assert unit((0.0, 0.0, 0.0)) == UP
    assert unit((0.0, 0.0, 0.0), AHEAD) == AHEAD
    assert unit((0.0, 2.0, 0.0)) == UP
    assert across((0.0, 5.0, 0.0), UP, AHEAD) == AHEAD
    assert across((1.0, 5.0, 0.0), UP, RIGHT) == AHEAD
    assert level((0.0, 1.0, 0.0), RIGHT) == RIGHT
    assert level((2.0, 1.0, 0.0)) == AHEAD
