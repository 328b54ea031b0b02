"""Which feeds there are: one of all articles, and one for each topic and condition that has any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.graph import key_of
from healthsite.model.site import Site
from healthsite.model.term import Term

FEED: Final = "/feed.xml"
"""Where the feed of all articles is."""
WITH_FEEDS: Final = ("topics", "conditions")
"""The taxonomies whose terms have feeds."""


def feed_url(site: Site, term: Term) -> str:
    """Where the feed of *term* is; empty where it has none."""
    if term.kind not in WITH_FEEDS:
        return ""
    members = site.graph.members.get(key_of(term), ())
    return f"{term.url}feed.xml" if any(member.kind == "articles" for member in members) else ""


def feed_urls(site: Site) -> Iterator[str]:
    """Where all the feeds are."""
    yield FEED
    for taxonomy in WITH_FEEDS:
        yield from filter(None, (feed_url(site, term) for term in site.library.of_kind(taxonomy)))
