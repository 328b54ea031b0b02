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


def redirect_pages(site: Site) -> Iterator[Page]:
    """A page for each address in a document's ``redirect_from``."""
    for document in site.library.documents:
        for written in document.meta.redirect_from:
            url = old_url(written)
            title = document.meta.title
            head = head_of(site, url=url, title=title, description="This page has moved.", kind="WebPage")
            head = replace(head, canonical=site.absolute(document.url), indexed=False, moved_to=site.link_to(document))
            view = RedirectView(title, Link(title, site.link_to(document)))
            yield Page(url, "pages/redirect.html", head, view)


def old_url(written: str) -> str:
    """The address in a ``redirect_from`` as pages have it: slashes around it, or a file's name at its end."""
    url = "/" + written.strip("/")
    return url if url.endswith((".html", ".htm")) or url == "/" else f"{url}/"
