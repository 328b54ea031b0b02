"""A body becomes shapes on the paper, in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Part, Person, Row, is_stretched, seams
from healthsite.drawing.furniture import Furnished
from healthsite.drawing.head import ear, face_lines, hair
from healthsite.drawing.ordering import Solid, in_order, overlap, solid
from healthsite.drawing.paths import row
from healthsite.drawing.pieces import Piece, Shape
from healthsite.drawing.skeleton import SIDES, Body
from healthsite.drawing.vectors import dot

FAR: Final = 0.22
"""How much a side must look away from the viewer before its limbs are painted paler."""


BETWEEN: Final = 3.0
"""Centimetres by which something covers a joint before it lies between."""


class Joint(NamedTuple):
    """A shape that is painted as soon as both its pieces are, unless something lies between them."""

    first: str
    second: str
    solid: Solid
    shape: Shape


class Painted(NamedTuple):
    """The pieces of a body, which come before which in any case, and its joints."""

    pieces: tuple[Piece, ...]
    fixed: tuple[tuple[str, str], ...]
    joints: tuple[Joint, ...]
    lows: dict[str, float]


def painted_body(person: Person, viewer: Camera, first: Body) -> Painted:
    """Someone as pieces; *first* is the body in whose pose it is settled which limbs are far, and so paler."""
    body, who = person.body, person.who
    far = {bone: _far_side(first, bone, viewer) for bone in ("pelvis", "yoke")}

    def tone(plain: str, side: str, name: str) -> str:
        bone = "pelvis" if name.endswith(("foot", "shin", "thigh")) else "yoke"
        return f"{who}{plain}-far" if side and side == far[bone] else f"{who}{plain}"

    pieces = []
    for part in person.parts:
        flesh = Shape(tone(part.tone, part.side, part.name), _path(part.rows, viewer))
        rest = list(_on_head(body, viewer, who)) if part.name == "head" else []
        if part.worn:
            rest.append(Shape(tone(part.cloth, part.side, part.name), _path([part.worn], viewer)))
        pieces.append(Piece(who + part.name, solid(part.rows, viewer), (flesh, *rest)))
    fixed = [
        ("pelvis", "trunk"),
        ("neck", "head"),
    ]
    fixed += [(f"{side} thigh", "trunk") for side in SIDES if is_stretched(body, side)]
    joints = [
        Joint(
            who + seam.first,
            who + seam.second,
            solid([seam.row], viewer),
            Shape(tone(seam.tone, seam.side, seam.second), _path([seam.row], viewer), seam=True),
        )
        for seam in seams(body, bare=person.bare)
        if not (seam.first == "pelvis" and seam.side == far["pelvis"])
        and not (seam.first == "trunk" and seam.side == far["yoke"])
    ]
    lows = {who + part.name: _lowest(part) for part in person.parts}
    return Painted(tuple(pieces), tuple((who + a, who + b) for a, b in fixed), tuple(joints), lows)


def painted(bodies: Sequence[Painted], furniture: Furnished) -> Iterator[Shape]:
    """The shapes of *bodies* and of the furniture among and over them, the hindmost first."""
    pieces = [*furniture.among, *(piece for body in bodies for piece in body.pieces)]
    numbers = {piece.name: number for number, piece in enumerate(pieces)}
    fixed = [(numbers[a], numbers[b]) for body in bodies for a, b in body.fixed]
    lows = {name: low for body in bodies for name, low in body.lows.items()}
    fixed += [
        (number, numbers[name])
        for number, piece in enumerate(furniture.among)
        if piece.top is not None
        for name, low in lows.items()
        if low > piece.top - 5.0
    ]
    joints = [joint for body in bodies for joint in body.joints]
    done: list[Piece] = []
    for number in in_order([piece.solid for piece in pieces], fixed):
        yield from pieces[number].shapes
        yield from (joint.shape for joint in joints if _meets(joint, done, pieces[number].name))
        done.append(pieces[number])
    for piece in furniture.over:
        yield from piece.shapes


def _meets(joint: Joint, done: Sequence[Piece], name: str) -> bool:
    """Whether the piece of that *name* completes a *joint*, and nothing that is *done* lies between its pieces."""
    if name not in (joint.first, joint.second):
        return False
    other = joint.second if name == joint.first else joint.first
    begun = next((number for number, piece in enumerate(done) if piece.name == other), None)
    if begun is None:
        return False
    return not any(overlap(piece.solid, joint.solid, BETWEEN) for piece in done[begun + 1 :])


def _lowest(part: Part) -> float:
    return min(lump.at[1] - lump.reach((0.0, 1.0, 0.0)) for one in part.rows for lump in one)


def _path(rows: Sequence[Row], viewer: Camera) -> str:
    return "".join(row([viewer.seen(lump) for lump in one]) for one in rows)


def _on_head(body: Body, viewer: Camera, who: str) -> Iterator[Shape]:
    """What is painted on a head: hair, face and an ear."""
    yield Shape(f"{who}hair", hair(body, viewer))
    lines = face_lines(body, viewer)
    if lines:
        yield Shape("face", lines)
    seen = ear(body, viewer)
    if seen:
        yield Shape(f"{who}skin", row([viewer.seen(seen)]))


def _far_side(body: Body, bone: str, viewer: Camera) -> str:
    """The side whose limbs are further from the viewer, where that can be told."""
    right = dot(body.bones[bone].frame[2], viewer.towards)
    return "left" if right > FAR else "right" if right < -FAR else ""
