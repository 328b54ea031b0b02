"""Which piece hides which: pieces are put in order from the hindmost to the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.camera import Camera
from healthsite.drawing.flesh import Lump
from healthsite.drawing.vectors import dot, plus

Drop: TypeAlias = tuple[float, float, float, float]
"""A round bit of a piece: its place on the paper, its radius, and how near it is."""
CLEAR: Final = 0.8
"""Centimetres by which two bits overlap before one can hide the other."""
_LONG: Final = 1.2
"""A lump with an axis so many times as long as its shortest is cut into three bits along it."""
_SURE: Final = 1e9


class Solid(NamedTuple):
    """What takes up space: its bits, and the box around them."""

    drops: tuple[Drop, ...]
    left: float
    top: float
    right: float
    bottom: float


def solid(rows: Iterable[Sequence[Lump]], viewer: Camera) -> Solid:
    """The space that *rows* of lumps take up."""
    drops: list[Drop] = []
    for row in rows:
        before: Drop | None = None
        for lump in row:
            x, y = viewer.spot(lump.at)
            found = (x, y, min(lump.sizes) if lump.axes else lump.radius, viewer.depth(lump.at))
            if before:
                drops.append(
                    ((before[0] + x) / 2, (before[1] + y) / 2, (before[2] + found[2]) / 2, (before[3] + found[3]) / 2)
                )
            drops.append(found)
            if lump.axes:
                drops += _ends(lump, viewer, found[2])
            before = found
    xs, ys, rs, _ = zip(*drops, strict=True)
    most = max(rs)
    return Solid(tuple(drops), min(xs) - most, min(ys) - most, max(xs) + most, max(ys) + most)


def in_order(solids: Sequence[Solid], fixed: Iterable[tuple[int, int]]) -> list[int]:
    """The numbers of *solids*, the hindmost first; of each pair in *fixed*, the first comes before the second."""
    behind: list[dict[int, float]] = [{} for _ in solids]
    decided = set(fixed)
    for first, second in decided:
        behind[second][first] = _SURE
    for one, a in enumerate(solids):
        for two in range(one + 1, len(solids)):
            b = solids[two]
            if a.left > b.right or b.left > a.right or a.top > b.bottom or b.top > a.bottom:
                continue
            if (one, two) in decided or (two, one) in decided:
                continue
            nearer = _nearer(a, b)
            if nearer > 0:
                behind[one][two] = nearer
            elif nearer < 0:
                behind[two][one] = -nearer
    return _sorted(behind)


def overlap(a: Solid, b: Solid, clear: float) -> bool:
    """Whether *a* and *b* overlap on the paper by more than *clear* centimetres."""
    if a.left > b.right or b.left > a.right or a.top > b.bottom or b.top > a.bottom:
        return False
    return any(
        (ax - bx) ** 2 + (ay - by) ** 2 < max(0.0, ar + br - clear) ** 2
        for ax, ay, ar, _ in a.drops
        for bx, by, br, _ in b.drops
    )


def _ends(lump: Lump, viewer: Camera, small: float) -> Iterable[Drop]:
    """The bits at the two ends of each long axis of *lump*."""
    for axis, size in zip(lump.axes, lump.sizes, strict=True):
        if size > small * _LONG:
            for way in (-1.0, 1.0):
                at = plus(lump.at, axis, way * (size - small) / size)
                yield dot(at, viewer.right), -dot(at, viewer.up), small, dot(at, viewer.towards)


def _sorted(behind: Sequence[dict[int, float]]) -> list[int]:
    """The numbers in order; where all wait for each other, the one that hides least of the others goes first."""
    order: list[int] = []
    waits = [sum(others.values()) for others in behind]
    waiting = list(range(len(behind)))
    while waiting:
        following = min(waiting, key=waits.__getitem__)
        waiting.remove(following)
        order.append(following)
        for other in waiting:
            waits[other] -= behind[other].get(following, 0.0)
    return order


def _nearer(a: Solid, b: Solid) -> float:
    """By how much *a* is nearer than *b* where they overlap; 0 where they do not."""
    total = 0.0
    for ax, ay, ar, az in a.drops:
        if ax + ar < b.left or ax - ar > b.right or ay + ar < b.top or ay - ar > b.bottom:
            continue
        for bx, by, br, bz in b.drops:
            reach = ar + br - CLEAR
            dx, dy = ax - bx, ay - by
            if -reach < dx < reach and dx * dx + dy * dy < reach * reach:
                total += (reach - sqrt(dx * dx + dy * dy)) * (az - bz)
    return total
