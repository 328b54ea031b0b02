"""The drawing of an exercise: how big it is, and how its pictures are laid out in its file."""

from __future__ import annotations

from dataclasses import dataclass

from healthsite.model.exercise import Exercise
from healthsite.model.figure import ASPECTS, Figure
from healthsite.model.site import Site

GAP = 10
"""Pixels between the pictures of a drawing."""
SMALL = 1.15
"""How much wider than high the box is that a small file fills."""
CAPTION = 30
"""Pixels for the number and the label above each picture."""


@dataclass(frozen=True, slots=True)
class FigureImage:
    """The drawing of an exercise as other pages show it: a file, its size in pixels, and its text."""

    href: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A drawing with all its pictures. *width* and *height* are those of one picture, in pixels."""

    title: str
    alt: str
    shape: str
    width: int
    height: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class FigureFile:
    """The file of a drawing: where in it each picture is, in pixels.

    *number* is the size of the numbers of its pictures where it has them instead of labels, to be shown small.
    """

    drawing: FigureView
    width: int
    height: int
    places: tuple[tuple[int, int], ...]
    number: int = 0


def figure_view(exercise: Exercise) -> FigureView | None:
    """The drawing of *exercise*, if it has one."""
    figure = exercise.meta.figure
    if figure is None:
        return None
    width, height = ASPECTS[figure.shape]
    return FigureView(exercise.meta.title, figure.alt, figure.shape, width, height, figure)


def figure_image(site: Site, exercise: Exercise) -> FigureImage | None:
    """The file of the drawing of *exercise*, for an ``<img>``."""
    view = figure_view(exercise)
    if view is None:
        return None
    file = figure_file(view)
    return FigureImage(site.href(figure_url(exercise)), file.width, file.height, view.alt)


def columns_of(shape: str, pictures: int) -> int:
    """How many pictures of a *shape* stand side by side, of so many in all."""
    if shape in ("long", "wide"):
        return 1 if pictures <= 3 else 2
    return pictures if pictures <= 3 else (pictures + 1) // 2


def figure_file(view: FigureView) -> FigureFile:
    """Where the pictures of *view* are in its file."""
    pictures = len(view.figure.poses)
    columns = columns_of(view.shape, pictures)
    caption = CAPTION if pictures > 1 else 0
    across, down = view.width + GAP, view.height + caption + GAP
    places = tuple((number % columns * across, number // columns * down + caption) for number in range(pictures))
    rows = -(-pictures // columns)
    return FigureFile(view, columns * across - GAP, rows * down - GAP, places)


def small_figure_image(site: Site, exercise: Exercise) -> FigureImage | None:
    """The small file of the drawing of *exercise*, for an ``<img>`` in a list or on paper."""
    view = figure_view(exercise)
    if view is None:
        return None
    file = small_figure_file(view)
    return FigureImage(site.href(small_figure_url(exercise)), file.width, file.height, view.alt)


def small_figure_file(view: FigureView) -> FigureFile:
    """Where the pictures of *view* are in its small file, which fills a box a little wider than high."""
    pictures = len(view.figure.poses)
    width, height = view.width + GAP, view.height + GAP

    def needed(columns: int) -> float:
        return max(columns * width, -(-pictures // columns) * height * SMALL)

    columns = min(range(1, pictures + 1), key=needed)
    places = tuple((number % columns * width, number // columns * height) for number in range(pictures))
    rows = -(-pictures // columns)
    number = round(needed(columns) / 13) if pictures > 1 else 0
    return FigureFile(view, columns * width - GAP, rows * height - GAP, places, number)


def figure_url(exercise: Exercise) -> str:
    """The address of the file of the drawing of *exercise*, below the base path."""
    return f"{exercise.url}figure.svg"


def small_figure_url(exercise: Exercise) -> str:
    """The address of the small file of the drawing of *exercise*, below the base path."""
    return f"{exercise.url}figure-small.svg"
