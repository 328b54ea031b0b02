"""A figure as it is drawn: a picture for each pose, all of one size and one scale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.flaws import Flaw
from healthsite.drawing.picture import picture_of
from healthsite.drawing.pieces import Shape
from healthsite.drawing.staging import stage_of
from healthsite.model.figure import ASPECTS, Figure

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom on the paper."""
MARGIN: Final = 7.0
"""Centimetres around what is drawn."""


class Frame(NamedTuple):
    """The picture of one pose: its label, the part of the paper that it shows, and what is painted there."""

    label: str
    view_box: str
    shapes: tuple[Shape, ...]


class Drawing(NamedTuple):
    """A drawn figure, and what is wrong with its description."""

    frames: tuple[Frame, ...]
    flaws: tuple[Flaw, ...]


@lru_cache(maxsize=16)
def drawn(figure: Figure) -> Drawing:
    """The drawing of *figure*: a pure function, whose last results are kept for the pages that show the same figure."""
    stage = stage_of(figure)
    pictures = [picture_of(figure, stage, number) for number in range(len(figure.poses))]
    boxes = {
        picture.seen: _around(other.box for other in pictures if other.seen == picture.seen) for picture in pictures
    }
    width, height = _size(boxes.values(), ASPECTS[figure.shape])
    frames = tuple(Frame(one.label, _view_box(boxes[one.seen], width, height), one.shapes) for one in pictures)
    return Drawing(frames, (*stage.flaws, *(flaw for one in pictures for flaw in one.flaws)))


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _size(boxes: Iterable[Box], aspect: tuple[int, int]) -> tuple[float, float]:
    """The width and height of that *aspect* into which each of *boxes* fits."""
    sizes = [(right - left + 2 * MARGIN, bottom - top + 2 * MARGIN) for left, top, right, bottom in boxes]
    unit = max(max(width / aspect[0], height / aspect[1]) for width, height in sizes)
    return unit * aspect[0], unit * aspect[1]


def _view_box(box: Box, width: float, height: float) -> str:
    """The part of the paper that shows *box* in the middle of its width, with its lower edge at the bottom."""
    left, _, right, bottom = box
    x, y = (left + right - width) / 2, bottom + MARGIN - height
    return f"{round(x * 10)} {round(y * 10)} {round(width * 10)} {round(height * 10)}"
