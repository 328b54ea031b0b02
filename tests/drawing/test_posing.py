"""Poses say what differs: from their posture, or from the pose before."""

from __future__ import annotations

from drawing.posed_figures import figure

from healthsite.drawing.posing import Posing, posing


def posings(text: str) -> list[Posing]:
    """Every pose of a figure with nothing left open."""
    found: list[Posing] = []
    for pose in figure(text).poses:
        found.append(posing(pose, found[-1] if found else None))
    return found


def test_a_pose_goes_on_from_the_one_before() -> None:
    """What it does not mention stays as it was."""
    first, second = posings("poses: [{posture: standing, neck: 20, right: {elbow: 90}}, {left: {knee: 30}}]")
    assert second.angles == {**first.angles, "left knee bend": 30}
    assert first.angles["neck bend"] == 20
    assert first.angles["right elbow bend"] == 90


def test_a_posture_begins_anew() -> None:
    """A pose that names its posture forgets what was before."""
    *_, last = posings("poses: [{posture: standing, neck: 20, move: {ahead: 9}}, {posture: kneeling}]")
    assert "neck bend" not in last.angles
    assert last.shift == (0.0, 0.0, 0.0)


def test_both_means_left_and_right_and_a_side_says_more() -> None:
    """What is said of one side goes before what is said of both."""
    (only,) = posings("poses: [{posture: standing, both: {knee: 10, shoulder: {raise: 30, out: 5}}, left: {knee: 50}}]")
    assert (only.angles["left knee bend"], only.angles["right knee bend"]) == (50, 10)
    assert (only.angles["left shoulder bend"], only.angles["left shoulder out"]) == (30, 5)


def test_hands_and_feet_stay_where_they_rest() -> None:
    """On a surface they stay where they are; on the body they go with it."""
    *_, last = posings("poses: [{posture: standing, both: {hand: waist, foot: {at: floor, ahead: 9}}}, {neck: 5}]")
    assert {limb: reach.at for limb, reach in last.reaches.items()} == {
        "left hand": "waist",
        "right hand": "waist",
        "left foot": "stays",
        "right foot": "stays",
    }


def test_angles_free_a_limb() -> None:
    """Who bends a knee or an elbow takes the foot or the hand away; to which side a knee points is another matter."""
    first = "{posture: lying-knees-bent}"
    (_, knee) = posings(f"poses: [{first}, {{left: {{knee: 50}}}}]")
    (_, out) = posings(f"poses: [{first}, {{left: {{hip: {{out: 30}}}}}}]")
    (_, free) = posings(f"poses: [{first}, {{left: {{foot: free}}}}]")
    assert "left foot" not in knee.reaches
    assert "left foot" in out.reaches
    assert "left foot" not in free.reaches
    assert all("right foot" in found.reaches for found in (knee, out, free))


def test_a_body_moves_turns_and_leans() -> None:
    """The whole body is shifted, turned and tipped; a palm is turned."""
    (only,) = posings(
        "poses: [{posture: standing, lean: 20, turn: 30 left, move: {ahead: 4, right: 5, up: -6}, right: {palm: 90}}]"
    )
    assert only.shift == (4.0, -6.0, 5.0)
    assert (only.angles["body lean"], only.angles["body turn"], only.angles["right palm turn"]) == (20, -30, 90)
