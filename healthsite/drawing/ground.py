"""The floor under a figure, and the shade where a body meets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Lump, Person
from healthsite.drawing.paths import ellipse
from healthsite.drawing.pieces import Shape
from healthsite.drawing.scene import Scene
from healthsite.drawing.vectors import UP, Vec

NEAR: Final = 2.6
"""Centimetres above the floor below which flesh darkens it."""
ROOM: Final = (16.0, 12.0)
"""Centimetres of floor around a figure: ahead and behind, and to its sides."""


def floor(places: Iterable[Vec], viewer: Camera) -> Shape:
    """The floor under all *places*."""
    xs, _, zs = zip(*places, strict=True)
    middle = ((min(xs) + max(xs)) / 2, 0.0, (min(zs) + max(zs)) / 2)
    long, wide = (max(xs) - min(xs)) / 2 + ROOM[0], (max(zs) - min(zs)) / 2 + ROOM[1]
    return Shape("ground", _flat(middle, long, wide, viewer))


def shade(people: Iterable[Person], scene: Scene, viewer: Camera) -> Iterator[Shape]:
    """The shade of all flesh that rests on the floor or on a level top."""
    path = "".join(dict.fromkeys(_shades(people, scene, viewer)))
    if path:
        yield Shape("shade", path)


def _shades(people: Iterable[Person], scene: Scene, viewer: Camera) -> Iterator[str]:
    for person in people:
        for lump in person.lumps():
            ground = scene.floor_under(lump.at)
            if lump.at[1] - lump.reach(UP) - ground < NEAR:
                long, wide = lump.reach((1.0, 0.0, 0.0)), lump.reach((0.0, 0.0, 1.0))
                yield _flat((lump.at[0], ground, lump.at[2]), long + 1.5, wide + 1.5, viewer)


def _flat(middle: Vec, long: float, wide: float, viewer: Camera) -> str:
    axes = ((long, 0.0, 0.0), (0.0, 0.05, 0.0), (0.0, 0.0, wide))
    return ellipse(viewer.seen(Lump(middle, max(long, wide), axes, (long, 0.05, wide))))
