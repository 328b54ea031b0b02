"""What tests of drawings share: figures written as editors write them, and the bodies that they become."""

from __future__ import annotations

from math import dist
from typing import Final

from healthsite.drawing.flesh import Person
from healthsite.drawing.frames import Drawing, drawn
from healthsite.drawing.skeleton import FOREARM, SHIN, THIGH, UPPER_ARM, Body
from healthsite.drawing.staging import Stage, stage_of
from healthsite.model.figure import Figure
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse

LENGTHS: Final = {
    ("left thigh", "left shin"): THIGH,
    ("right thigh", "right shin"): THIGH,
    ("left shin", "left foot"): SHIN,
    ("right shin", "right foot"): SHIN,
    ("left upper arm", "left forearm"): UPPER_ARM,
    ("right upper arm", "right forearm"): UPPER_ARM,
    ("left forearm", "left hand"): FOREARM,
    ("right forearm", "right hand"): FOREARM,
}
"""How far it is from the beginning of one bone to that of the next."""


def figure(text: str) -> Figure:
    """The figure that an editor describes in *text*; `alt` and the labels of poses may be left out."""
    parsed = parse("figure.yaml", "alt: A person.\n" + text)
    assert isinstance(parsed, Parsed), parsed
    for pose in parsed.data["poses"]:
        pose.setdefault("label", "A pose")
    found = validated(Figure, parsed)
    assert isinstance(found, Figure), found
    return found


def staged(text: str) -> Stage:
    """That figure in its place."""
    return stage_of(figure(text))


def body(text: str, pose: int = -1) -> Body:
    """The body of one of its poses, the last unless told otherwise; nothing is wrong with it."""
    stage = staged(text)
    assert stage.flaws == ()
    return stage.poses[pose].body


def person(text: str, pose: int = -1) -> Person:
    """The first person of one of its poses."""
    return staged(text).poses[pose].people[0]


def drawing(text: str) -> Drawing:
    """Its drawing."""
    return drawn(figure(text))


def tones(text: str, pose: int = -1) -> list[str]:
    """The tones of what is painted in one of its pictures, in order."""
    return [shape.tone for shape in drawing(text).frames[pose].shapes]


def flaws(text: str) -> list[str]:
    """What is wrong with it, each with its keys."""
    return [f"{'.'.join(map(str, flaw.where))}: {flaw.message}" for flaw in drawing(text).flaws]


def limb_lengths(of: Body) -> dict[tuple[str, str], float]:
    """How long each piece of each limb is, as far as its bones lie."""
    return {pair: round(dist(of.bones[pair[0]].at, of.bones[pair[1]].at), 6) for pair in LENGTHS}


def lowest(someone: Person, *names: str) -> float:
    """The height of the lowest flesh of some parts, or of all."""
    return min(
        lump.at[1] - lump.reach((0.0, 1.0, 0.0))
        for part in someone.parts
        if not names or part.name.endswith(names)
        for row in part.rows
        for lump in row
    )
