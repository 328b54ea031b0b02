"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.article import TYPES
from healthsite.model.site import Site
from healthsite.pages.body import body_of
from healthsite.pages.body_map import MapRegion, map_regions
from healthsite.pages.cards import Card, by_title, card, link
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import SourceView, sources_of
from healthsite.pages.structured_data import web_page, web_site

LATEST_AT_MOST: Final = 6
TERMS_AT_MOST: Final = 24


@dataclass(frozen=True, slots=True)
class HomeView:
    """Ways into the site: by place, by condition, by topic, and what was reviewed last."""

    title: str
    summary: str
    body_regions: tuple[MapRegion, ...]
    conditions: tuple[Link, ...]
    topics: tuple[Card, ...]
    latest: tuple[Card, ...]
    sources: tuple[SourceView, ...]


def home_pages(site: Site, _: str = "") -> Iterator[Page]:
    """The home page; its words come from ``content/pages/index.md`` where there is one."""
    library, config = site.library, site.config
    text = library.find("pages", "index")
    title = text.meta.title if text else config.title
    summary = text.meta.summary if text else (config.tagline or config.description or "")
    latest = sorted(library.articles, key=lambda article: (-article.meta.reviewed.toordinal(), article.slug))
    view = HomeView(
        title=title,
        summary=summary,
        body_regions=map_regions(site, by_title(library.body_regions)),
        conditions=tuple(link(site, term) for term in by_title(library.conditions)[:TERMS_AT_MOST]),
        topics=tuple(card(site, term) for term in by_title(library.topics)[:TERMS_AT_MOST]),
        latest=tuple(card(site, article, TYPES[article.meta.type]) for article in latest[:LATEST_AT_MOST]),
        sources=sources_of(site, text.meta.sources) if text else (),
    )
    page = web_page(site, "WebPage", config.title, config.description or summary, "/")
    things = [web_site(site), page]
    head = head_of(site, url="/", title=config.title, description=config.description or summary, things=things)
    yield Page("/", "pages/home.html", head, view, body_of(site, text) if text else None)
