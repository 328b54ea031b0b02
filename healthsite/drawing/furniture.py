"""The props as pieces: what stands behind or under the body, what is sorted among its limbs, what lies over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import cos, pi, sin
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Lump
from healthsite.drawing.ordering import solid
from healthsite.drawing.paths import joined, polygon, row
from healthsite.drawing.pieces import Piece, Shape, bar, box, level_top
from healthsite.drawing.points import skin_point
from healthsite.drawing.scene import DIAGONAL, Scene, Standing
from healthsite.drawing.skeleton import Body
from healthsite.drawing.vectors import UP, plus


class Furnished(NamedTuple):
    """The pieces *behind* everything, those *among* the limbs, and those *over* everything."""

    behind: tuple[Piece, ...] = ()
    among: tuple[Piece, ...] = ()
    over: tuple[Piece, ...] = ()


class Room(NamedTuple):
    """What a prop is drawn in: who looks, the other props, and the *body*, for what lies under a point of it."""

    viewer: Camera
    scene: Scene
    body: Body


Maker: TypeAlias = Callable[[Standing, Room], Furnished]


def furnished(scene: Scene, viewer: Camera, body: Body) -> Furnished:
    """Every prop of *scene* as pieces."""
    found = [MAKERS[prop.name](prop, Room(viewer, scene, body)) for prop in scene.props]
    return Furnished(
        _all(one.behind for one in found), _all(one.among for one in found), _all(one.over for one in found)
    )


def _all(groups: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return tuple(piece for group in groups for piece in group)


def _mat(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    return Furnished(behind=(box("mat", (x, -0.6, z), (prop.long, 0.6, prop.wide), room.viewer, "mat"),))


def _wall(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    thick = 5.0 if x >= 0 else -5.0
    middle = (x + thick, prop.height / 2, z)
    return Furnished(behind=(box("wall", middle, (abs(thick), prop.height / 2, prop.wide), room.viewer, "wall"),))


def _side_wall(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    middle = (x, prop.height / 2, z - 3.0)
    return Furnished(behind=(box("side-wall", middle, (prop.long, prop.height / 2, 3.0), room.viewer, "wall"),))


def _corner(prop: Standing, room: Room) -> Furnished:
    pieces = []
    for sign, tone in ((-1, "wall-side"), (1, "wall")):
        far = plus(prop.at, (DIAGONAL, 0.0, DIAGONAL * sign), prop.long)
        corners = (prop.at, far, plus(far, UP, prop.height), plus(prop.at, UP, prop.height))
        path = polygon([room.viewer.spot(at) for at in corners])
        pieces.append(Piece("corner", solid([[Lump(prop.at, 1.0)]], room.viewer), (Shape(tone, path),)))
    return Furnished(behind=tuple(pieces))


def _door_frame(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    half = prop.height / 2
    jambs = [
        box("jamb", (x + 5.0, half, z + sign * (prop.wide + 5.0)), (5.0, half, 5.0), room.viewer, "wall")
        for sign in (-1, 1)
    ]
    lintel = box("lintel", (x + 5.0, prop.height + 4.0, z), (5.0, 4.0, prop.wide + 10.0), room.viewer, "wall")
    return Furnished(among=(*jambs, lintel))


def _chair(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    high, half, viewer = prop.height, prop.long, room.viewer
    seat = level_top(box("seat", (x, high - 2.0, z), (half, 2.0, prop.wide), viewer), high)
    legs = _legs("chair", prop, 1.6, viewer)
    back = x - prop.facing * (half - 1.5)
    posts = []
    for sign in (-1, 1):
        foot = (back, high, z + sign * (prop.wide - 2.0))
        posts.append(bar("chair post", foot, plus(foot, (-3.0 * prop.facing, high - 3.0, 0.0)), 1.6, viewer))
    rest = box("chair back", (back - prop.facing * 2.0, high * 1.75, z), (1.5, high / 4, prop.wide), viewer)
    return Furnished(among=(seat, *legs, *posts, rest))


def _table(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    top = box("table", (x, prop.height - 1.8, z), (prop.long, 1.8, prop.wide), room.viewer)
    return Furnished(among=(*_legs("table", prop, 1.8, room.viewer), level_top(top, prop.height)))


def _legs(name: str, prop: Standing, radius: float, viewer: Camera) -> list[Piece]:
    """The four legs of a piece of furniture, up to below its top."""
    x, _, z = prop.at
    feet = [(x + a * (prop.long - 2.0), radius, z + b * (prop.wide - 2.0)) for a in (-1, 1) for b in (-1, 1)]
    return [bar(f"{name} leg", foot, (foot[0], prop.height - 4.0, foot[2]), radius, viewer) for foot in feet]


def _bed(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    low, viewer = prop.height - 18.0, room.viewer
    frame = box("bed", (x, low / 2 + 4.0, z), (prop.long, low / 2 - 4.0, prop.wide), viewer)
    mattress = box("mattress", (x, prop.height - 9.0, z), (prop.long, 9.0, prop.wide), viewer, "soft")
    board = box("headboard", (x - prop.long - 2.0, prop.height * 0.85, z), (2.0, prop.height * 0.85, prop.wide), viewer)
    return Furnished(behind=(board, frame, mattress))


def _step(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    step = box("step", (x, prop.height / 2, z), (prop.long, prop.height / 2, prop.wide), room.viewer)
    return Furnished(among=(level_top(step, prop.height),))


def _ball(prop: Standing, room: Room) -> Furnished:
    radius = prop.height / 2
    lump = Lump((prop.at[0], radius, prop.at[2]), radius)
    return Furnished(
        among=(Piece("ball", solid([[lump]], room.viewer), (Shape("ball", row([room.viewer.seen(lump)])),)),)
    )


def _bar(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    ends = [(x, prop.height, z + sign * prop.wide) for sign in (-1, 1)]
    far, near = (bar("post", (x, 2.2, end[2]), end, 2.2, room.viewer) for end in ends)
    return Furnished(behind=(far,), among=(near, bar("bar", ends[0], ends[1], 1.8, room.viewer)))


def _cushion(prop: Standing, room: Room) -> Furnished:
    """A pillow or a folded towel: it fills the room between the ground and what lies on it."""
    at, _ = skin_point(room.body, prop.under or "back-of-head")
    ground = room.scene.floor_under(at)
    high = max(prop.height / 2, at[1] - ground)
    axes = ((prop.long, 0.0, 0.0), (0.0, high / 2, 0.0), (0.0, 0.0, 5.0))
    lumps = [
        Lump((at[0] + prop.at[0], ground + high / 2, at[2] + side), prop.long, axes, (prop.long, high / 2, 5.0))
        for side in (5.0 - prop.wide, prop.wide - 5.0)
    ]
    path = row([room.viewer.seen(lump) for lump in lumps])
    return Furnished(behind=(Piece(prop.name, solid([lumps], room.viewer), (Shape("soft", path),)),))


def _roller(prop: Standing, room: Room) -> Furnished:
    """A massage roller held against a point of the body, in two halves: a limb may be between them."""
    at, away = skin_point(room.body, prop.under or "calf")
    middle = plus(at, away, prop.height / 2)
    ends = [plus(middle, (0.0, 0.0, 1.0), z) for z in (-prop.wide, prop.wide)]
    halves = (bar(f"roller {n}", middle, end, prop.height / 2, room.viewer, "ball") for n, end in enumerate(ends))
    return Furnished(among=tuple(halves))


def _tub(prop: Standing, room: Room) -> Furnished:
    """A bath or a foot bath: its far walls, and over the body the water and the near wall."""
    x, _, z = prop.at
    half, thick, viewer = prop.height / 2, prop.height / 20, room.viewer
    far = box(prop.name, (x, half, z - prop.wide), (prop.long, half, thick), viewer, "soft")
    ends = [
        box(prop.name, (x + sign * prop.long, half, z), (thick, half, prop.wide), viewer, "soft") for sign in (-1, 1)
    ]
    water = box("water", (x, half * 0.75, z), (prop.long - thick, half * 0.75, prop.wide - thick), viewer, "water")
    near = box(prop.name, (x, half, z + prop.wide), (prop.long + thick, half, thick), viewer, "glass")
    return Furnished(behind=(far, *ends), over=(water, near))


def _water(prop: Standing, room: Room) -> Furnished:
    x, _, z = prop.at
    half = prop.height / 2
    return Furnished(over=(box("water", (x, half, z), (prop.long, half, prop.wide), room.viewer, "water"),))


def _hoop(prop: Standing, room: Room) -> Furnished:
    """A ring in two halves: the further one behind the body, the nearer one before it."""
    pieces = []
    for number, start in enumerate((0.0, pi)):
        angles = [start + pi * step / 14 for step in range(15)]
        ring = [plus((prop.at[0], prop.height, prop.at[2]), (cos(a), 0.0, sin(a)), prop.wide) for a in angles]
        path = "M" + "L".join(joined(room.viewer.spot(at)) for at in ring)
        pieces.append(
            Piece(f"hoop {number}", solid([[Lump(at, 1.5)] for at in ring], room.viewer), (Shape("hoop", path),))
        )
    return Furnished(among=tuple(pieces))


MAKERS: Final[Mapping[str, Maker]] = {
    "mat": _mat,
    "wall": _wall,
    "side-wall": _side_wall,
    "corner": _corner,
    "door-frame": _door_frame,
    "chair": _chair,
    "table": _table,
    "bed": _bed,
    "step": _step,
    "ball": _ball,
    "bar": _bar,
    "pillow": _cushion,
    "towel": _cushion,
    "roller": _roller,
    "bath": _tub,
    "basin": _tub,
    "water": _water,
    "hoop": _hoop,
}
"""By the words of `healthsite.model.figure_words.PROPS`."""
