"""The pages that scripts bring to life: search, and the reader's own routine. Each is of use without its script too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from healthsite.model.site import Site
from healthsite.pages.cards import Card, by_title, card, link
from healthsite.pages.exercise_card import stop_signs
from healthsite.pages.frame import SAVED_PAGES
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page

INDEX: Final = "/pagefind/"
"""Where the search index stands."""


@dataclass(frozen=True, slots=True)
class Danger:
    """What people may type who have the signs of a care profile, and where its cards stand."""

    href: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page for searching.

    *index* is where the search index stands; empty where none is built. *dangers* lead to help before they lead to
    anything else. *ways_in* are lists that lead to everything, for those without scripts.
    """

    title: str
    summary: str
    index: str
    dangers: tuple[Danger, ...]
    ways_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MyRoutineView:
    """The page for exercises that a reader has collected.

    *stop_if* are the signs to stop any of them, *routines* ready-made ones to begin with.
    """

    title: str
    summary: str
    stop_if: tuple[str, ...]
    routines: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The page that lists what is kept on the device; the list is its script's. *regions* are ways on from here."""

    title: str
    summary: str
    regions: tuple[Link, ...]


def search_pages(site: Site, _: str = "") -> Iterator[Page]:
    """``/search/``, unless the site does without."""
    if not site.config.search:
        return
    library = site.library
    lists = (
        ("A to Z", "/a-to-z/", (*library.articles, *library.conditions)),
        ("Topics", "/topics/", library.topics),
        ("Body regions", "/body-regions/", library.body_regions),
        ("Exercises", "/exercises/", library.exercises),
    )
    title, summary = "Search", "What you type stays on this device."
    view = SearchView(
        title=title,
        summary=summary,
        index=site.href(INDEX) if site.searchable else "",
        dangers=tuple(_dangers(site)),
        ways_in=tuple(Link(title, site.href(url)) for title, url, documents in lists if documents),
    )
    head = head_of(site, url="/search/", title=title, description=summary, kind="SearchResultsPage")
    yield Page("/search/", "pages/search.html", replace(head, indexed=False), view)


def _dangers(site: Site) -> Iterator[Danger]:
    """The signs of each care profile; they lead to its cards, if the page on getting help shows them."""
    page = site.library.find("pages", "get-help")
    for profile in site.library.care.profiles if page else ():
        if page and profile.searched:
            shown = ("care", profile.slug) in page.mentions.embeds
            anchor = f"#care-{profile.slug}-emergency" if shown else ""
            yield Danger(site.link_to(page) + anchor, profile.searched)


def my_routine_pages(site: Site, _: str = "") -> Iterator[Page]:
    """``/my-routine/``, where there are exercises to collect."""
    if site.library.exercises:
        title, summary = "My routine", "The exercises that you have chosen. They are kept on this device only."
        ready_made = tuple(card(site, routine) for routine in by_title(site.library.routines))
        view = MyRoutineView(title, summary, stop_signs(site), ready_made)
        head = head_of(site, url="/my-routine/", title=title, description=summary, kind="WebPage")
        yield Page("/my-routine/", "pages/my_routine.html", replace(head, indexed=False), view)


def offline_pages(site: Site, _: str = "") -> Iterator[Page]:
    """The list of the saved pages, which the service worker also shows in place of pages that are not among them."""
    if site.config.offline:
        url, title = SAVED_PAGES, "Saved pages"
        summary = "Pages that you visit are saved on this device. You can read them when there is no network."
        regions = tuple(link(site, region) for region in by_title(site.library.body_regions))
        head = head_of(site, url=url, title=title, description=summary, kind="WebPage")
        view = OfflineView(title, summary, regions)
        yield Page(url, "pages/offline.html", replace(head, indexed=False), view)
