"""What every page of a site shares. It is kept small and stable: a change here renders every page again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.feeds import FEED
from healthsite.pages.page import Link


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours around the site, such as ``#0b5f63``, for light and for dark; *ground* is that of its pages."""

    light: str = ""
    dark: str = ""
    ground: str = ""


NO_THEME: Final = Theme()
SAVED_PAGES: Final = "/offline/"
"""Where the page is that lists what is kept on the reader's device, and that stands in for what is not."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The site's name, its navigation and its footer. *origin* stands before addresses that need a host."""

    title: str
    language: str
    locale: str
    origin: str
    theme: Theme
    publisher: str
    contact: Link | None
    home: str
    feed: str
    manifest: str
    search: str
    saved_pages: str
    my_routine: str
    navigation: tuple[Link, ...]
    help: Link | None
    footer: tuple[Link, ...]


def frame_of(site: Site, theme: Theme = NO_THEME) -> Frame:
    """The frame of *site*; it links only to what the site has."""
    library, config = site.library, site.config
    sections = (
        ("Topics", "/topics/", library.topics),
        ("Conditions", "/conditions/", library.conditions),
        ("Body regions", "/body-regions/", library.body_regions),
        ("Exercises", "/exercises/", library.exercises),
        ("Routines", "/routines/", library.routines),
        ("A to Z", "/a-to-z/", (*library.articles, *library.conditions)),
    )
    help_page = library.find("pages", "get-help")
    return Frame(
        title=config.title,
        language=config.language,
        locale=_locale(config.language),
        origin=site.origin,
        theme=theme,
        publisher=config.publisher or "",
        contact=_contact(config.contact),
        home=site.href("/"),
        feed=site.href(FEED),
        manifest=site.href("/manifest.webmanifest"),
        search=site.href("/search/") if config.search else "",
        saved_pages=site.href(SAVED_PAGES) if config.offline else "",
        my_routine=site.href("/my-routine/") if library.exercises else "",
        navigation=tuple(Link(title, site.href(url)) for title, url, documents in sections if documents),
        help=Link(help_page.meta.title, site.link_to(help_page)) if help_page else None,
        footer=(*_plain_pages(site), *_reference_pages(site)),
    )


def _locale(language: str) -> str:
    """*language* as Open Graph writes it, as in ``en_GB``; empty where it names no country."""
    parts = language.split("-")
    country = next((part for part in parts[1:] if len(part) == 2), "")
    return f"{parts[0]}_{country.upper()}" if country else ""


def _contact(contact: str | None) -> Link | None:
    if not contact:
        return None
    return Link(contact, contact if contact.startswith(("https://", "http://")) else f"mailto:{contact}")


def _plain_pages(site: Site) -> tuple[Link, ...]:
    pages: tuple[AnyDocument, ...] = site.library.pages
    chosen = site.config.footer
    by_slug = {page.slug: page for page in pages if page.slug not in ("index", "get-help")}
    slugs = [slug for slug in chosen if slug in by_slug] if chosen else sorted(by_slug)
    return tuple(
        Link(by_slug[slug].meta.short_title or by_slug[slug].meta.title, site.link_to(by_slug[slug])) for slug in slugs
    )


def _reference_pages(site: Site) -> tuple[Link, ...]:
    glossary = (Link("Glossary", site.href("/glossary/")),) if site.library.glossary else ()
    sources = (Link("Sources", site.href("/sources/")),) if site.library.sources else ()
    return (*glossary, *sources)
