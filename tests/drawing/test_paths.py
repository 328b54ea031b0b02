"""Shapes on the paper as SVG paths."""

from __future__ import annotations

import re
from math import hypot

import pytest

from healthsite.drawing.camera import camera
from healthsite.drawing.flesh import Lump
from healthsite.drawing.paths import Disc, arc, ellipse, joined, polygon, row


def circle(x: float, y: float, radius: float) -> Disc:
    """A circle."""
    return Disc(x, y, radius * radius, 0.0, radius * radius, radius)


def oval(x: float, y: float, long: float, short: float) -> Disc:
    """An ellipse that lies level."""
    return Disc(x, y, long * long, 0.0, short * short)


def numbers(path: str) -> list[int]:
    """The numbers of a path."""
    return [int(number) for number in re.findall(r"-?\d+", path)]


def test_numbers_are_millimetres_and_short() -> None:
    """Whole millimetres; a minus sign parts numbers, and nothing is minus zero."""
    assert joined((1.0, -2.34, -0.01)) == "10-23 0"


def test_a_polygon_is_closed() -> None:
    """Its corners in order."""
    assert polygon([(0, 0), (1, 0), (1, 1)]) == "M0 0L10 0L10 10Z"


def test_an_ellipse_is_two_arcs() -> None:
    """From its right to its left and back."""
    assert ellipse(circle(5, 0, 2)) == "M70 0A20 20 0 0 1 30 0A20 20 0 0 1 70 0Z"
    assert ellipse(oval(0, 0, 3, 1)) == "M30 0A30 10 0 0 1-30 0A30 10 0 0 1 30 0Z"


def test_an_arc_knows_its_slant() -> None:
    """A lump that is tilted to the viewer is a slanted ellipse; the slant of a round one says nothing."""
    tilted = Lump((0.0, 0.0, 0.0), 4, ((3.0, 3.0, 0.0), (-0.7, 0.7, 0.0), (0.0, 0.0, 1.0)), (4.2, 1.0, 1.0))
    seen = camera("side", -14, -10).seen(tilted)
    assert arc(seen) == "42 10-45"
    assert arc(Disc(0, 0, 4, 0, 4.0001)) == "20 20 0"


def test_two_circles_are_tied_by_their_tangents() -> None:
    """Straight sides touch both, and the larger one shows its larger arc."""
    assert row([circle(0, 0, 1), circle(10, 0, 1)]) == "M0 10A10 10 0 1 1 0-10L100-10A10 10 0 0 1 100 10Z"
    path = row([circle(0, 0, 3), circle(10, 0, 1)])
    start_x, start_y = numbers(path)[:2]
    assert hypot(start_x, start_y) == pytest.approx(30, abs=1)
    assert "A30 30 0 1 1" in path
    assert "A10 10 0 0 1" in path


def test_ellipses_are_tied_as_circles_are() -> None:
    """Where both are as good as round, the outline is the same."""
    ovals = row([oval(0, 0, 3.0, 2.9999), oval(10, 4, 1.0, 0.9999)])
    circles = row([circle(0, 0, 3), circle(10, 4, 1)])
    assert [abs(a - b) <= 1 for a, b in zip(numbers(ovals), numbers(circles), strict=True)].count(False) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (circle(0, 0, 5), circle(1, 0, 1)),
        (circle(1, 0, 1), circle(0, 0, 5)),
        (circle(0, 0, 5), circle(0, 0, 1)),
        (oval(0, 0, 5, 4.9), oval(0.5, 0, 1, 0.9)),
        (oval(0.5, 0, 1, 0.9), oval(0, 0, 5, 4.9)),
    ],
)
def test_what_is_hidden_by_its_neighbour_is_not_drawn(first: Disc, second: Disc) -> None:
    """Of a circle inside another, only the other is seen."""
    larger = first if first.a > second.a else second
    assert row([first, second]) == ellipse(larger)


def test_a_row_of_one_is_that_one_and_nothing_is_drawn_twice() -> None:
    """A single ellipse; and pieces that are alike are drawn once."""
    assert row([circle(0, 0, 1)]) == ellipse(circle(0, 0, 1))
    assert row([circle(0, 0, 5), circle(1, 0, 1), circle(0, 0, 5)]) == ellipse(circle(0, 0, 5))
