"""The words in which an editor describes a drawing, and the checks of what is written in them."""

from __future__ import annotations

import re
from typing import Any, Final

from healthsite.model.schema import Checked, Parsed, wrong
from healthsite.problems import did_you_mean

POSTURES: Final = (
    "standing",
    "sitting",
    "sitting-on-floor",
    "reclining",
    "kneeling",
    "half-kneeling",
    "hands-and-knees",
    "lying-on-back",
    "lying-knees-bent",
    "lying-face-down",
    "lying-on-left-side",
    "lying-on-right-side",
    "over-a-ball",
    "back-over-a-ball",
    "hanging",
)
"""The base postures: each brings sensible angles, and a pose says only what differs."""
PROPS: Final = (
    "mat",
    "wall",
    "side-wall",
    "corner",
    "door-frame",
    "chair",
    "table",
    "bed",
    "step",
    "ball",
    "bar",
    "pillow",
    "towel",
    "roller",
    "bath",
    "basin",
    "water",
    "hoop",
)
"""The things that can stand in a drawing."""
SURFACES: Final = (
    "floor",
    "wall",
    "corner",
    "door-frame",
    "bar",
    "ball",
    "seat",
    "chair-back",
    "table",
    "bed",
    "step",
    "bath",
    "hoop",
)
"""Where a hand or a foot can rest, apart from the body itself."""
MIDDLE_POINTS: Final = (
    "crown",
    "forehead",
    "back-of-head",
    "chin",
    "neck",
    "chest",
    "belly",
    "upper-back",
    "lower-back",
)
"""Points of the body that there are once; a hand there keeps a little to its own side."""
SIDE_POINTS: Final = (
    "ear",
    "shoulder",
    "elbow",
    "wrist",
    "hand",
    "waist",
    "hip",
    "buttock",
    "thigh",
    "behind-thigh",
    "knee",
    "outer-knee",
    "shin",
    "calf",
    "ankle",
    "foot",
    "sole",
    "toes",
)
"""Points of the body that there are twice: ``left-knee``, ``right-knee``, ``opposite-knee``, or its own ``knee``."""
DIRECTIONS: Final = ("up", "down", "ahead", "back", "left", "right", "out", "in")
"""Where an arrow or an elbow points, as the figure itself would say."""
_SIDES: Final = ("left-", "right-", "opposite-")


def is_point(name: str) -> bool:
    """Whether *name* is a point of the body, with or without its side."""
    rest = next((name.removeprefix(side) for side in _SIDES if name.startswith(side)), name)
    return rest in SIDE_POINTS or name in MIDDLE_POINTS


def _every_point() -> tuple[str, ...]:
    return (*MIDDLE_POINTS, *SIDE_POINTS, *(side + point for side in _SIDES for point in SIDE_POINTS))


def word(what: str, known: tuple[str, ...]) -> Checked:
    """A check that a text is one of the *known* words for *what*."""

    def check(value: str | None) -> str | None:
        if value not in known:
            hint = did_you_mean(value or "", known) or f"use one of: {', '.join(known)}"
            raise wrong(f"`{value}` is not {what}", hint)
        return value

    return Checked(check)


def target(value: str) -> str:
    """What a hand or a foot can rest on, or an error; ``reader-`` before a point means the first person's."""
    own = value.removeprefix("reader-")
    if value in (*SURFACES, "free", "stays") or is_point(own):
        return value
    known = (*SURFACES, "free", "stays", *_every_point())
    raise wrong(
        f"`{value}` is nothing to reach for", did_you_mean(own, known) or f"use one of: {', '.join(known[:12])} …"
    )


def point(value: str | None) -> str | None:
    """A point of the body, or an error."""
    if value is None or not is_point(value):
        hint = did_you_mean(value or "", _every_point()) or "docs/figures.md lists them"
        raise wrong(f"`{value}` is not a point of the body", hint)
    return value


def degrees(least: int, most: int, joint: str) -> Checked:
    """A check that degrees lie in the range of a living *joint*."""

    def check(value: int | None) -> int | None:
        if value is None or not least <= value <= most:
            raise wrong(f"{value} is beyond what {joint} can do", f"write {least} to {most} degrees")
        return value

    return Checked(check)


def sideways(most: int, joint: str) -> Parsed:
    """Degrees to a side, as in ``30 left``; kept as a number that is positive to the right."""

    def parse(value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool) and (value == 0 or abs(value) <= most):
            return value
        match = re.fullmatch(r"(\d{1,3}) (left|right)", str(value).strip())
        if not match:
            raise wrong(f"`{value}` does not say to which side", "write for instance `30 left` or `30 right`")
        if int(match[1]) > most:
            raise wrong(f"{match[1]} is beyond what {joint} can do", f"write 0 to {most} degrees")
        return int(match[1]) * (1 if match[2] == "right" else -1)

    return Parsed(parse)


def short_for(key: str) -> Parsed:
    """Lets a bare value stand for a group with that *key* alone, as in ``hip: 90``."""

    def parse(value: Any) -> Any:
        return {key: value} if isinstance(value, int | str) and not isinstance(value, bool) else value

    return Parsed(parse)
