"""Makes the head of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from healthsite.model.site import Site
from healthsite.pages.page import Head, Link
from healthsite.pages.structured_data import Thing, as_json, breadcrumb_list, web_page


def as_article(head: Head, meta: Any) -> Head:
    """*head* for a page that is read as one piece, with the days that its front matter *meta* gives."""
    published, updated = getattr(meta, "published", None), getattr(meta, "updated", None)
    return replace(
        head,
        is_article=True,
        published=published.isoformat() if published else "",
        modified=updated.isoformat() if updated else "",
    )


def head_of(
    site: Site,
    *,
    url: str,
    title: str,
    description: str,
    crumbs: Sequence[Link] = (),
    things: Sequence[Thing] = (),
    kind: str = "CollectionPage",
    short_title: str = "",
) -> Head:
    """The head of the page at *url*. *crumbs* lead from the section down to the page; *things* are its JSON-LD."""
    whole_way = (Link("Home", site.href("/")), *crumbs) if url != "/" else ()
    described = list(things) or [web_page(site, kind, title, description, url)]
    if whole_way:
        described.append(breadcrumb_list(site, whole_way, short_title or title, url))
    return Head(
        title=title,
        description=description,
        canonical=site.absolute(url),
        breadcrumbs=whole_way,
        json_ld=as_json(described),
        section=crumbs[0].href if crumbs else site.href(url),
    )
