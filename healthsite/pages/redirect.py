"""Pages at old addresses that lead on to where a page stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthsite.model.site import Site
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where the page stands now."""

    title: str
    target: Link


def redirect_pages(site: Site, name: str) -> Iterator[Page]:
    """A page for each address in the ``redirect_from`` of a document, whose *name* is as in ``articles/tired-legs``."""
    kind, _, slug = name.partition("/")
    document = site.library.find(kind, slug)
    if document is None:
        return
    for written in document.meta.redirect_from:
        url, title, href = old_url(written), document.meta.title, site.link_to(document)
        head = head_of(site, url=url, title=title, description="This page has moved.", kind="WebPage")
        head = replace(head, canonical=site.absolute(document.url), indexed=False, moved_to=href)
        yield Page(url, "pages/redirect.html", head, RedirectView(title, Link(title, href)))


def old_url(written: str) -> str:
    """The address in a ``redirect_from`` as pages have it: slashes around it, or a file's name at its end."""
    url = "/" + written.strip("/")
    return url if url.endswith((".html", ".htm")) or url == "/" else f"{url}/"
