"""The head: one sees where it looks."""

from __future__ import annotations

import pytest
from drawing.posed_figures import body

from healthsite.drawing.camera import Camera, camera
from healthsite.drawing.head import ear, face_lines, hair
from healthsite.drawing.skeleton import Body
from healthsite.drawing.vectors import plus, scaled


@pytest.fixture(scope="module")
def standing() -> Body:
    """Somebody who stands and looks ahead."""
    return body("poses: [{posture: standing}]")


def views(*names: str) -> list[Camera]:
    """Viewers at eye level."""
    return [camera(name) for name in names]


def test_the_face_has_eyes_and_a_mouth_where_they_are_seen(standing: Body) -> None:
    """Two eyes from the front, one from the side, none from behind and from above."""
    front, side, back = (face_lines(standing, viewer) for viewer in views("front", "side", "back"))
    assert front.count("M") == 3
    assert 1 <= side.count("M") <= 2
    assert back == ""


def test_an_ear_is_seen_from_its_side(standing: Body) -> None:
    """The near one from the side, none from the front; from the other side, the other."""
    right, left = ear(standing, camera("side")), ear(standing, camera("side", 180))
    assert ear(standing, camera("front")) is None
    assert right is not None
    assert left is not None
    assert right.at[2] > 5
    assert left.at[2] < -5


def test_hair_is_what_lies_behind_the_hairline(standing: Body) -> None:
    """All of the head from behind, a part of it from the side, and a rim around the face that looks straight up."""
    back, side = (hair(standing, viewer) for viewer in views("back", "side"))
    assert back.count("A") == 2
    assert side.count("A") == 2
    assert side != back
    towards_face = hair(standing, camera("front", 0, -36))
    assert towards_face.count("A") in (2, 4)


@pytest.mark.parametrize(("round_", "up"), [(at, up) for at in range(-180, 181, 15) for up in (-10, 20, 50, 90)])
def test_hair_is_drawn_from_everywhere(standing: Body, round_: int, up: int) -> None:
    """Whoever looks from wherever: the outline is whole, and its numbers are near the head."""
    path = hair(standing, camera("side", round_, up))
    assert path == "" or (path.startswith("M") and path.endswith("Z"))


def test_who_looks_along_the_hairline_sees_a_rim_or_nothing_but_hair(standing: Body) -> None:
    """Straight into the face there is hair all round it; straight from behind there is nothing else."""
    front, up, _ = standing.bones["head"].frame
    faceward = plus(scaled(front, 8.0), up, -6.72)
    ahead = camera("front")._replace(towards=faceward)
    behind = camera("front")._replace(towards=scaled(faceward, -1))
    assert hair(standing, ahead).count("M") == 2
    assert hair(standing, behind).count("M") == 1
