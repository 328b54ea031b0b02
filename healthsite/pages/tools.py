"""The pages that scripts bring to life: search, and the reader's own routine. Each is of use without its script too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthsite.model.site import Site
from healthsite.pages.cards import Card, by_title, card, link
from healthsite.pages.frame import SAVED_PAGES
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page for searching. *ways_in* are lists that lead to everything, for those without scripts."""

    title: str
    summary: str
    ways_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MyRoutineView:
    """The page for exercises that a reader has collected. *routines* are ready-made ones to begin with."""

    title: str
    summary: str
    routines: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The page that lists what is kept on the device; the list is its script's. *regions* are ways on from here."""

    title: str
    summary: str
    regions: tuple[Link, ...]


def search_pages(site: Site) -> Iterator[Page]:
    """``/search/``."""
    library = site.library
    lists = (
        ("A to Z", "/a-to-z/", (*library.articles, *library.conditions)),
        ("Topics", "/topics/", library.topics),
        ("Body regions", "/body-regions/", library.body_regions),
        ("Exercises", "/exercises/", library.exercises),
    )
    ways_in = tuple(Link(title, site.href(url)) for title, url, documents in lists if documents)
    summary = "What you type stays on this device."
    head = head_of(site, url="/search/", title="Search", description=summary, kind="SearchResultsPage")
    yield Page("/search/", "pages/search.html", replace(head, indexed=False), SearchView("Search", summary, ways_in))


def my_routine_pages(site: Site) -> Iterator[Page]:
    """``/my-routine/``, where there are exercises to collect."""
    if site.library.exercises:
        title, summary = "My routine", "The exercises that you have chosen. They are kept on this device only."
        view = MyRoutineView(title, summary, tuple(card(site, routine) for routine in by_title(site.library.routines)))
        head = head_of(site, url="/my-routine/", title=title, description=summary, kind="WebPage")
        yield Page("/my-routine/", "pages/my_routine.html", replace(head, indexed=False), view)


def offline_pages(site: Site) -> Iterator[Page]:
    """The list of the saved pages, which the service worker also shows in place of pages that are not among them."""
    if site.config.offline:
        url, title = SAVED_PAGES, "Saved pages"
        summary = "Pages that you visit are saved on this device. You can read them when there is no network."
        regions = tuple(link(site, region) for region in by_title(site.library.body_regions))
        head = head_of(site, url=url, title=title, description=summary, kind="WebPage")
        view = OfflineView(title, summary, regions)
        yield Page(url, "pages/offline.html", replace(head, indexed=False), view)
