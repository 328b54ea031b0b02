"""A body comes to rest: on the floor, a seat, a ball, its feet, or hanging from a bar."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot, sqrt
from typing import Final

from healthsite.drawing.flesh import Lump, Part, body_parts
from healthsite.drawing.head import head_part
from healthsite.drawing.posing import Posing
from healthsite.drawing.scene import GRIP, Scene
from healthsite.drawing.skeleton import ANKLE, FOREARM, PALM, SHIN, SIDES, THIGH, UPPER_ARM, Body, hip, posed, shoulder
from healthsite.drawing.vectors import UP, Vec, length, minus, unit

STRAIGHT: Final = 0.997
"""How straight a standing leg is, of its whole length."""
HANGING: Final = 0.985
"""How straight hanging arms are, of their whole length."""
FURTHEST: Final = 70.0
"""Centimetres by which a foot may stand away from below its hip."""
SOFT: Final = 0.6
"""Centimetres by which flesh gives way to what it rests on."""
_BESIDE: Final = ("shin", "foot", "upper arm", "forearm", "hand")
"""Parts that hang beside what one sits on."""
_LAID: Final = ("trunk", "pelvis")
"""Parts that can lie on a ball, beside the thighs."""


def settled(posing: Posing, scene: Scene, before: Body | None = None) -> Body:
    """The body of *posing* at rest in the *scene*; limbs that reach for something follow later.

    *before* is the body of the pose before, for feet that stay.
    """
    body = posed(posing.angles, posing.posture.pitch)
    body = body.moved((posing.shift[0], 0.0, posing.shift[2]))
    return body.moved((0.0, _rise(body, posing, scene, before) + posing.shift[1], 0.0))


def _rise(body: Body, posing: Posing, scene: Scene, before: Body | None) -> float:
    """How far *body*, with its hips at height 0, must rise to rest on what is under it."""
    bar = scene.find("bar")
    if bar and posing.posture.hangs:
        x, y, z = shoulder(body.bones["yoke"], 1, UP)
        arm = (UPPER_ARM + FOREARM) * HANGING
        aside = min(arm, hypot(bar.at[0] - x, GRIP - z))
        return bar.height - PALM - sqrt(arm * arm - aside * aside) - y
    rises = list(_contacts(body, posing, scene))
    legs = [rise for side in SIDES if (rise := _leg_rise(body, posing, scene, side, before)) is not None]
    if legs:
        rises.append(min(legs))
    return max(rises)


def _contacts(body: Body, posing: Posing, scene: Scene) -> Iterator[float]:
    """The rise at which each lump of flesh touches what is under it."""
    ball = scene.ball()
    pillowed = any(prop.under in ("back-of-head", "forehead", "left-ear", "right-ear") for prop in scene.props)
    if not pillowed:
        for lump in (lump for row in head_part(body).rows for lump in row):
            yield scene.floor_under(lump.at) + lump.reach(UP) - lump.at[1] - SOFT
    for part in body_parts(body):
        if _reaching(part, posing):
            continue
        sits = 0.0 if part.name.endswith(_BESIDE) and not posing.posture.pitch else 1.0
        for lump in (lump for row in part.rows for lump in row):
            yield sits * scene.floor_under(lump.at) + lump.reach(UP) - lump.at[1] - SOFT
            if ball and (part.name in _LAID or part.name.endswith("thigh")):
                yield _ball_rise(lump, *ball)


def _reaching(part: Part, posing: Posing) -> bool:
    """Whether *part* belongs to a limb that reaches for something, and so carries nothing."""
    limb = "foot" if part.name.endswith(("thigh", "shin", "foot")) else "hand"
    return bool(part.side) and f"{part.side} {limb}" in posing.reaches


def _ball_rise(lump: Lump, middle: Vec, radius: float) -> float:
    """The rise at which *lump* lies on a ball; far down where it is beside it."""
    away = minus(lump.at, middle)
    reach = radius + lump.reach(unit((away[0], abs(away[1]) + radius, away[2]))) - 2.5
    beside = sqrt(away[0] * away[0] + away[2] * away[2])
    if beside >= reach or length(away) > radius * 6:
        return -1e9
    return middle[1] - lump.at[1] + sqrt(reach * reach - beside * beside)


def _leg_rise(body: Body, posing: Posing, scene: Scene, side: str, before: Body | None) -> float | None:
    """The rise at which the leg that stands on its reach is straight, or none where the foot is put elsewhere."""
    reach = posing.reaches.get(f"{side} foot")
    if not posing.posture.stands or reach is None:
        return None
    x, y, z = hip(body.bones["pelvis"], SIDES[side])
    if reach.at == "stays" and before:
        ankle = before.bones[f"{side} foot"].at
    elif reach.at in ("floor", "step"):
        step = scene.find("step") if reach.at == "step" else None
        ankle = (x + reach.ahead, (step.height if step else 0.0) + ANKLE, z + reach.out)
    else:
        return None
    away = min(hypot(ankle[0] - x, ankle[2] - z), FURTHEST)
    leg = (THIGH + SHIN) * STRAIGHT
    return ankle[1] + sqrt(leg * leg - away * away) - y
