"""How an editor describes the joints of a figure: clinical angles, and where hands and feet are put."""

from __future__ import annotations

from typing import Annotated, Literal

from healthsite.model.figure_words import DIRECTIONS, degrees, short_for, sideways, target, word
from healthsite.model.schema import Checked, Described, Schema


class Spine(Schema):
    """The whole spine, or its lower or upper part."""

    bend: Annotated[int | None, degrees(-75, 100, "a spine")] = Described(
        None, description="Forwards, into a round back; below 0 arches."
    )
    side: Annotated[int | None, sideways(45, "a spine")] = Described(None, description="To a side, as in `20 left`.")
    turn: Annotated[int | None, sideways(60, "a spine")] = Described(None, description="Twisted, as in `30 right`.")


class Neck(Schema):
    """The joints of the neck together."""

    bend: Annotated[int | None, degrees(-60, 60, "a neck")] = Described(
        None, description="Forwards, chin to chest; below 0 looks up."
    )
    side: Annotated[int | None, sideways(45, "a neck")] = Described(None, description="An ear towards its shoulder.")
    turn: Annotated[int | None, sideways(80, "a neck")] = Described(None, description="The face to a side.")


class Hip(Schema):
    """One hip."""

    bend: Annotated[int | None, degrees(-30, 135, "a hip")] = Described(
        None, description="The thigh forwards and up; below 0 backwards."
    )
    out: Annotated[int | None, degrees(-40, 80, "a hip")] = Described(
        None, description="The thigh out to its side; below 0 across the body."
    )
    turn: Annotated[int | None, degrees(-45, 80, "a hip")] = Described(
        None, description="The thigh turned outwards about itself; below 0 inwards."
    )


class Shoulder(Schema):
    """One shoulder."""

    lift: Annotated[int | None, degrees(-60, 190, "a shoulder")] = Described(
        None, alias="raise", description="The arm forwards and up; below 0 backwards."
    )
    out: Annotated[int | None, degrees(-50, 180, "a shoulder")] = Described(
        None, description="The arm out to its side; below 0 across the body."
    )
    turn: Annotated[int | None, degrees(-100, 100, "a shoulder")] = Described(
        None, description="The arm turned outwards about itself; below 0 inwards."
    )


class Reach(Schema):
    """Where a hand or a foot is put; the limb follows, with its real length."""

    at: Annotated[str, Checked(target)] = Described(
        description="What it rests on: a surface, a point of the body, `stays` (where it was) or `free`."
    )
    ahead: int = Described(0, ge=-200, le=200, description="Centimetres further ahead.")
    out: int = Described(0, ge=-100, le=100, description="Centimetres further out to its own side.")
    up: int = Described(0, ge=-200, le=200, description="Centimetres further up.")
    bend: Annotated[str | None, word("a direction", DIRECTIONS)] = Described(
        None, description="Where the elbow or knee points."
    )
    palm: Literal["down", "up"] = Described("down", description="Whether the palm or the back of the hand rests there.")
    fingers: Annotated[str | None, word("a direction", DIRECTIONS)] = Described(
        None, description="Where the fingers point on a surface."
    )
    heel_up: Annotated[int, degrees(0, 90, "a foot")] = Described(
        0, description="Degrees by which the heel is raised, with the toes down."
    )


class Limbs(Schema):
    """An arm and a leg: of one side, or of both alike."""

    shoulder: Annotated[Shoulder | None, short_for("raise")] = Described(
        None, description="`raise`, `out`, `turn`; a number alone is `raise`."
    )
    elbow: Annotated[int | None, degrees(0, 150, "an elbow")] = Described(None, description="0 is straight.")
    palm: Annotated[int | None, degrees(-90, 90, "a forearm")] = Described(
        None, description="The palm turned forwards; below 0 backwards."
    )
    wrist: Annotated[int | None, degrees(-80, 80, "a wrist")] = Described(
        None, description="Towards the palm; below 0 towards the back of the hand."
    )
    hand: Annotated[Reach | None, short_for("at")] = Described(
        None, description="Where the hand is put; then shoulder and elbow follow."
    )
    hip: Annotated[Hip | None, short_for("bend")] = Described(
        None, description="`bend`, `out`, `turn`; a number alone is `bend`."
    )
    knee: Annotated[int | None, degrees(0, 150, "a knee")] = Described(None, description="0 is straight.")
    ankle: Annotated[int | None, degrees(-80, 35, "an ankle")] = Described(
        None, description="Toes up; below 0 pointed."
    )
    foot: Annotated[Reach | None, short_for("at")] = Described(
        None, description="Where the foot is put; then hip and knee follow."
    )
