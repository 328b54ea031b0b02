"""What is nearer is painted later."""

from __future__ import annotations

from healthsite.drawing.camera import camera
from healthsite.drawing.flesh import Lump
from healthsite.drawing.ordering import Solid, in_order, solid
from healthsite.drawing.vectors import Vec

FRONT = camera("side", -14, -10)


def ball(x: float, y: float, near: float, radius: float = 5) -> Solid:
    """A ball, so near to the viewer."""
    return solid([[Lump((x, y, near), radius)]], FRONT)


def bar(start: Vec, end: Vec) -> Solid:
    """A bar."""
    return solid([[Lump(start, 2), Lump(end, 2)]], FRONT)


def test_the_hindmost_comes_first() -> None:
    """By how near they are where they overlap."""
    assert in_order([ball(0, 0, 9), ball(3, 0, 1), ball(6, 0, 5)], []) == [1, 2, 0]


def test_what_does_not_overlap_keeps_its_order() -> None:
    """Without overlap, nearer or not is no matter."""
    assert in_order([ball(0, 0, 9), ball(50, 0, 1)], []) == [0, 1]
    assert in_order([ball(0, 0, 9), ball(9.8, 0, 1)], []) == [0, 1]


def test_what_is_fixed_is_fixed() -> None:
    """Some pieces come before others in any case."""
    assert in_order([ball(0, 0, 9), ball(3, 0, 1)], [(0, 1)]) == [0, 1]


def test_pieces_that_hide_each_other_in_a_ring_are_all_painted() -> None:
    """Three bars, each before the next at one end and behind the last at the other."""
    ring = [
        bar((0.0, 0.0, -9.0), (40.0, 0.0, 9.0)),
        bar((40.0, 0.0, -9.0), (20.0, 30.0, 9.0)),
        bar((20.0, 30.0, -9.0), (0.0, 0.0, 9.0)),
    ]
    assert sorted(in_order(ring, [])) == [0, 1, 2]


def test_a_long_lump_is_near_and_far_at_its_ends() -> None:
    """A lump that runs towards the viewer hides what is beside its near end, and is hidden at its far end."""
    long = solid(
        [[Lump((0.0, 0.0, 0.0), 30, ((20.0, 0.0, 22.0), (0.0, 4.0, 0.0), (3.0, 0.0, -3.0)), (29.7, 4.0, 4.2))]], FRONT
    )
    assert in_order([long, ball(18, 0, 5, 4)], []) == [1, 0]
    assert in_order([long, ball(-18, 0, 5, 4)], []) == [0, 1]
