"""The file of the drawing of an exercise: a page that is a picture."""

from __future__ import annotations

from healthsite.model.exercise import Exercise
from healthsite.model.site import Site
from healthsite.pages.figure import figure_file, figure_url, figure_view
from healthsite.pages.page import Head, Page


def figure_page(site: Site, exercise: Exercise) -> Page | None:
    """The file of the drawing of *exercise*, if it has one."""
    view = figure_view(exercise)
    if view is None:
        return None
    url = figure_url(exercise)
    head = Head(view.title, view.alt, site.absolute(url), (), "", indexed=False)
    return Page(url, "pages/figure_file.html", head, figure_file(view))
