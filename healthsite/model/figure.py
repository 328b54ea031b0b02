"""How an editor describes the drawing of an exercise: postures, joints, props and arrows."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from healthsite.model.figure_words import DIRECTIONS, POSTURES, PROPS, degrees, point, short_for, sideways, word
from healthsite.model.joints import Limbs, Neck, Spine
from healthsite.model.schema import Checked, Described, Listed, Schema, Text, wrong

LONGEST_ALT: Final = 125
"""Characters of a text that stands for a drawing; more than that, and screen readers lose the thread."""
LONGEST_LABEL: Final = 30
"""Characters of the words under a picture, so that they fit beside its number on one line."""
View: TypeAlias = Literal["side", "front", "back", "above", "corner"]
"""Where a figure is seen from: its right side, its face, its back, straight above, or between side and face."""
Format: TypeAlias = Literal["long", "wide", "square", "tall"]
"""The shape of each picture of a figure."""


Shown: TypeAlias = Literal["all", "upper-body", "lower-body"]
"""What of a figure is shown; the rest is cut off at the edge of the picture."""
ASPECTS: Final[dict[str, tuple[int, int]]] = {
    "long": (330, 130),
    "wide": (330, 210),
    "square": (240, 240),
    "tall": (180, 300),
}
"""The width and the height of the shapes of a picture, in pixels where it is shown at its own size."""
_USUAL: Final[dict[str, Format]] = {
    "standing": "tall",
    "hanging": "tall",
    "sitting": "square",
    "kneeling": "square",
    "half-kneeling": "square",
    "lying-on-back": "long",
    "lying-knees-bent": "long",
    "lying-face-down": "long",
    "lying-on-left-side": "long",
    "lying-on-right-side": "long",
}


class Move(Schema):
    """A shift of the whole body from its usual place, in centimetres."""

    ahead: int = Described(0, ge=-200, le=200, description="To where a standing figure looks; below 0 back.")
    right: int = Described(0, ge=-200, le=200, description="To the figure's right; below 0 left.")
    up: int = Described(0, ge=-80, le=120, description="Up; below 0 down, as in a squat.")


class Arrow(Schema):
    """An arrow in the accent colour."""

    at: Annotated[str, Checked(point)] = Described(description="The point of the body that moves.")
    towards: Annotated[str | None, word("a direction", DIRECTIONS)] = Described(
        None, description="Where to; left out, the arrow runs from the pose before to this one."
    )
    from_pose: int | None = Described(
        None, ge=1, le=6, description="The number of the pose it runs from, where that is not the one before."
    )
    length: int = Described(16, ge=6, le=60, description="Centimetres, where `towards` is given.")
    both_ways: bool = Described(default=False, description="A head at each end, for rocking.")


class Posed(Schema):
    """A body. It says what differs from its posture or, without one, from the pose before."""

    posture: Annotated[str | None, word("a posture", POSTURES)] = Described(None, description="Where the pose begins.")
    lean: Annotated[int | None, degrees(-120, 120, "a body")] = Described(
        None, description="The trunk tipped forwards over the hips, while the legs stay; below 0 back."
    )
    turn: Annotated[int | None, sideways(180, "a body")] = Described(
        None, description="The whole body turned about its long axis, as in `45 left`."
    )
    move: Move | None = Described(None, description="The whole body shifted: `ahead`, `right`, `up`.")
    spine: Annotated[Spine | None, short_for("bend")] = Described(None, description="All of the spine, evenly.")
    lower_back: Annotated[Spine | None, short_for("bend")] = Described(None, description="Added in the lower back.")
    upper_back: Annotated[Spine | None, short_for("bend")] = Described(None, description="Added in the upper back.")
    neck: Annotated[Neck | None, short_for("bend")] = Described(None, description="`bend`, `side`, `turn`.")
    both: Limbs | None = Described(None, description="Both arms and legs alike.")
    left: Limbs | None = Described(None, description="The left arm and leg.")
    right: Limbs | None = Described(None, description="The right arm and leg.")
    arrows: Annotated[tuple[Annotated[Arrow, short_for("at")], ...], Listed] = Described(
        (), description="What moves, as in `[right-knee]`."
    )


class Prop(Schema):
    """A thing in the drawing. Its name alone is enough where it stands in its usual place."""

    name: Annotated[str, word("a prop", PROPS)] = Described(description="What it is.")
    ahead: int | None = Described(
        None, ge=-200, le=200, description="Centimetres ahead of the figure's hips at the start."
    )
    right: int | None = Described(None, ge=-200, le=200, description="Centimetres to the figure's right.")
    height: int | None = Described(None, ge=1, le=260, description="Centimetres, where it is not the usual height.")
    facing: Literal["ahead", "back"] = Described("ahead", description="Where a chair looks.")
    under: Annotated[str | None, Checked(point)] = Described(
        None, description="The point of the body that it lies against: pillow, towel, roller."
    )


Props: TypeAlias = Annotated[tuple[Annotated[Prop, short_for("name")], ...], Listed]


def _short(value: str) -> str:
    if len(value) > LONGEST_LABEL:
        raise wrong(f"this has {len(value)} characters", f"say it in at most {LONGEST_LABEL}")
    return value


class Pose(Posed):
    """One picture."""

    label: Annotated[Text, Checked(_short)] | None = Described(None, description="2 to 5 words under the picture.")
    partner: Posed | None = Described(None, description="A second person, in another colour.")
    props: Props | None = Described(None, description="All things in the drawing from this picture on.")
    view: View | None = Described(None, description="Where this picture is seen from, if not as the figure.")
    view_round: int | None = Described(None, ge=-180, le=180, description="As in the figure, for this picture.")
    view_up: int | None = Described(None, ge=-30, le=90, description="As in the figure, for this picture.")


def _alternative(value: str) -> str:
    if len(value) > LONGEST_ALT:
        raise wrong(f"this has {len(value)} characters", f"say what the drawing shows in at most {LONGEST_ALT}")
    return value


def _in_order(poses: tuple[Pose, ...]) -> tuple[Pose, ...]:
    if poses and poses[0].posture is None:
        raise wrong("the first pose has no posture", f"begin with one of: {', '.join(POSTURES)}")
    if len(poses) > 1 and not all(pose.label for pose in poses):
        raise wrong("a pose has no label", "where there are several poses, each has a `label` of 2 to 5 words")
    return poses


class Figure(Schema):
    """The drawing of an exercise."""

    alt: Annotated[Text, Checked(_alternative)] = Described(
        description="What the drawing shows, at most 125 characters."
    )
    poses: Annotated[tuple[Pose, ...], Listed, Checked(_in_order)] = Described(
        min_length=1, max_length=6, description="The pictures, in order."
    )
    view: View = Described("side", description="Where it is seen from.")
    view_round: int = Described(0, ge=-180, le=180, description="Degrees by which the viewer walks further round.")
    view_up: int = Described(0, ge=-30, le=90, description="Degrees by which the viewer looks further from above.")
    legs: Literal["covered", "bare"] = Described("covered", description="`bare` below shorts, as for a bath.")
    shows: Shown = Described("all", description="How much of the figure is shown, so that small movements are large.")
    format: Format | None = Described(None, description="The shape of each picture, if not the posture's usual one.")
    props: Props = Described((), description="Things in the drawing, as in `[mat]` or `[{name: wall, ahead: 50}]`.")

    @property
    def shape(self) -> Format:
        """The shape of each picture."""
        return self.format or _USUAL.get(self.poses[0].posture or "", "wide")
