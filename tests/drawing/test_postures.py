"""Every posture rests on what is under it: nothing floats, nothing sinks, and hands and feet get where they belong."""

from __future__ import annotations

from typing import Final

import pytest
from drawing.posed_figures import LENGTHS, limb_lengths, lowest, person, staged

from healthsite.model.figure_words import POSTURES

PROPS: Final = {
    "sitting": "chair",
    "over-a-ball": "ball",
    "back-over-a-ball": "ball",
    "hanging": "bar",
    "lying-on-left-side": "{name: pillow, under: left-ear}",
    "lying-on-right-side": "{name: pillow, under: right-ear}",
}
"""What a posture rests on or needs, where it is not the floor alone."""
RESTS: Final = {
    "standing": ("foot",),
    "sitting": ("foot",),
    "sitting-on-floor": ("pelvis", "thigh"),
    "reclining": ("pelvis", "foot", "hand"),
    "kneeling": ("shin",),
    "half-kneeling": ("left shin", "right foot"),
    "hands-and-knees": ("shin", "hand"),
    "lying-on-back": ("head", "trunk", "pelvis", "foot", "hand", "upper arm"),
    "lying-knees-bent": ("head", "trunk", "pelvis", "foot", "hand", "upper arm"),
    "lying-face-down": ("head", "trunk", "pelvis", "shin", "foot", "hand"),
    "lying-on-left-side": ("left thigh",),
    "lying-on-right-side": ("right thigh",),
    "over-a-ball": ("hand", "foot"),
    "back-over-a-ball": ("foot",),
}
"""The parts of the body that are on the floor."""
SINKS: Final = -1.6
FLOATS: Final = 2.2
"""Centimetres below and above the floor that nobody sees."""


def text(posture: str) -> str:
    """A figure in *posture*, with what it needs."""
    return f"props: [{PROPS.get(posture, 'mat')}]\nposes: [{{posture: {posture}}}]"


@pytest.mark.parametrize("posture", POSTURES)
def test_a_posture_is_possible(posture: str) -> None:
    """Its limbs have their lengths, and nothing is wrong with it."""
    stage = staged(text(posture))
    assert stage.flaws == ()
    assert limb_lengths(stage.poses[0].body) == pytest.approx(LENGTHS, abs=1e-3)


@pytest.mark.parametrize("posture", POSTURES)
def test_nothing_sinks_into_the_floor(posture: str) -> None:
    """All flesh is above the floor, but for the shoulder that somebody lies on."""
    someone = person(text(posture))
    lain_on = "upper arm" if "side" in posture else "none"
    parts = [part.name for part in someone.parts if not part.name.endswith(lain_on)]
    assert {name: round(low, 1) for name in parts if (low := lowest(someone, name)) < SINKS} == {}


@pytest.mark.parametrize("posture", RESTS)
def test_a_posture_rests_on_the_floor(posture: str) -> None:
    """The parts that carry it touch the floor."""
    someone = person(text(posture))
    heights = {part: round(lowest(someone, part), 1) for part in RESTS[posture]}
    assert {part: height for part, height in heights.items() if not SINKS < height < FLOATS} == {}
