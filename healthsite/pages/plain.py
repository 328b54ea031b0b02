"""The plain pages, such as "about" and "get help"; and the page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthsite.model.site import Site
from healthsite.pages.body import body_of
from healthsite.pages.cards import by_title, link
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.structured_data import reviewed_page


@dataclass(frozen=True, slots=True)
class PlainView:
    """What a plain page shows beside its text."""

    title: str
    summary: str
    sources: tuple[SourceView, ...]
    review: Review | None


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What stands in place of a page that is not there. *regions* are ways on from here."""

    title: str
    summary: str
    regions: tuple[Link, ...]


def plain_pages(site: Site, slug: str) -> Iterator[Page]:
    """The page of the file *slug* of content/pages/."""
    document = site.library.find("pages", slug)
    if document is not None:
        meta = document.meta
        view = PlainView(meta.title, meta.summary, sources_of(site, meta.sources), review_of(site, document))
        things = [reviewed_page(site, document, kind="WebPage")]
        head = head_of(site, url=document.url, title=meta.title, description=meta.summary, things=things)
        yield Page(document.url, "pages/plain.html", head, view, body_of(site, document))


def not_found_pages(site: Site, _: str = "") -> Iterator[Page]:
    """The page that a server shows for an address that leads nowhere."""
    title, summary = "Page not found", "There is no page at this address. It may have moved, or the link may be wrong."
    head = head_of(site, url="/404.html", title=title, description=summary, kind="WebPage")
    view = NotFoundView(title, summary, tuple(link(site, region) for region in by_title(site.library.body_regions)))
    yield Page("/404.html", "pages/not_found.html", replace(head, indexed=False), view)
