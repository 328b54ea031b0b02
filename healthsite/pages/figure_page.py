"""The files of the drawing of an exercise: pages that are pictures."""

from __future__ import annotations

from collections.abc import Iterator

from healthsite.model.exercise import Exercise
from healthsite.model.site import Site
from healthsite.pages.figure import figure_file, figure_url, figure_view, small_figure_file, small_figure_url
from healthsite.pages.page import Head, Page


def figure_pages(site: Site, exercise: Exercise) -> Iterator[Page]:
    """The files of the drawing of *exercise*, if it has one: with labels, and small with numbers only."""
    view = figure_view(exercise)
    if view is not None:
        for url, file in (
            (figure_url(exercise), figure_file(view)),
            (small_figure_url(exercise), small_figure_file(view)),
        ):
            head = Head(view.title, view.alt, site.absolute(url), (), "", indexed=False)
            yield Page(url, "pages/figure_file.html", head, file)
