"""Named points of the skin."""

from __future__ import annotations

from math import dist

import pytest
from drawing.posed_figures import body, person

from healthsite.drawing.points import APART, sided, skin_point, spread
from healthsite.drawing.vectors import dot, length
from healthsite.model import figure_words


@pytest.mark.parametrize("name", [*figure_words.MIDDLE_POINTS, *figure_words.SIDE_POINTS])
def test_a_point_is_on_the_skin(name: str) -> None:
    """It is near the flesh that it belongs to, and the way away from it leads out of that flesh."""
    someone = person("poses: [{posture: standing}]")
    at, away = skin_point(someone.body, name)
    assert length(away) == pytest.approx(1)
    near = min(dist(at, lump.at) - max(lump.sizes if lump.axes else (lump.radius,)) for lump in someone.lumps())
    assert near < 3


@pytest.mark.parametrize("name", figure_words.SIDE_POINTS)
def test_left_and_right_mirror_each_other(name: str) -> None:
    """A point that there is twice is as far to the left as to the right."""
    standing = body("poses: [{posture: standing}]")
    left, right = (skin_point(standing, f"{side}-{name}")[0] for side in ("left", "right"))
    assert left == pytest.approx((right[0], right[1], -right[2]), abs=1e-6)
    assert right[2] > 0


def test_a_name_says_its_side_or_means_its_own() -> None:
    """Left, right, the opposite of the limb that reaches, or its own; points of the middle have none."""
    assert sided("left-knee", "right") == ("left", "knee")
    assert sided("right-knee", "right") == ("right", "knee")
    assert sided("opposite-knee", "right") == ("left", "knee")
    assert sided("opposite-knee", "left") == ("right", "knee")
    assert sided("knee", "left") == ("left", "knee")
    assert sided("belly", "left") == ("", "belly")


def test_hands_keep_apart_on_the_middle() -> None:
    """On a point that there is once, and around one limb, each hand keeps to its side; elsewhere they need not."""
    standing = body("poses: [{posture: standing}]")
    assert spread(standing, "belly", "left")[2] == pytest.approx(-APART, abs=0.1)
    assert spread(standing, "belly", "right")[2] == pytest.approx(APART, abs=0.1)
    assert spread(standing, "right-knee", "left")[2] == pytest.approx(-APART, abs=0.1)
    assert spread(standing, "right-knee", "right")[2] == pytest.approx(APART, abs=0.1)
    for name in ("knee", "opposite-knee", "right-ear"):
        assert spread(standing, name, "right") == (0.0, 0.0, 0.0)


def test_a_bent_elbow_points_out_of_the_bend() -> None:
    """Bent forwards, it points back; straight, it is behind the arm."""
    bent = body("poses: [{posture: standing, both: {elbow: 90}}]")
    straight = body("poses: [{posture: standing, both: {elbow: 0}}]")
    for found in (bent, straight):
        assert skin_point(found, "right-elbow")[1][0] < -0.5
    _, away = skin_point(bent, "left-elbow")
    assert dot(away, (0.0, -1.0, 0.0)) > 0.3
