"""Every page of a site, in the order in which they are rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.pages.article import article_pages
from healthsite.pages.exercise import exercise_pages
from healthsite.pages.handout import handout_pages
from healthsite.pages.home import home_pages
from healthsite.pages.page import Page
from healthsite.pages.plain import not_found_pages, plain_pages
from healthsite.pages.redirect import redirect_pages
from healthsite.pages.reference import a_to_z_pages, glossary_pages, sources_pages
from healthsite.pages.routine import routine_pages
from healthsite.pages.term import term_pages
from healthsite.pages.tools import my_routine_pages, offline_pages, search_pages

PAGE_TYPES: Final[tuple[Callable[[Site], Iterator[Page]], ...]] = (
    home_pages,
    article_pages,
    term_pages,
    exercise_pages,
    routine_pages,
    handout_pages,
    glossary_pages,
    sources_pages,
    a_to_z_pages,
    plain_pages,
    search_pages,
    my_routine_pages,
    offline_pages,
    not_found_pages,
    redirect_pages,
)
"""The page types. A new one is a file in this room and a line here."""


def every_page(site: Site) -> Iterator[Page]:
    """Every page of *site*."""
    for pages in PAGE_TYPES:
        yield from pages(site)
