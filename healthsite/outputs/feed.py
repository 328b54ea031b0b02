"""The Atom feeds (RFC 4287) of the articles that changed last: of all, and of each topic and condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from healthsite.artifact import Artifact
from healthsite.model.article import Article
from healthsite.model.graph import Key, key_of
from healthsite.model.related import terms_of
from healthsite.model.site import Site
from healthsite.pages.feeds import FEED, WITH_FEEDS, feed_url

ENTRIES_AT_MOST: Final = 20
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NEVER: Final = date(2000, 1, 1)
_END: Final = b"</feed>"


def feeds(site: Site) -> Iterator[Artifact]:
    """Every feed of *site*. Each article is written once, whichever feeds it is in."""
    by_slug = {article.slug: article for article in site.library.articles}

    @cache
    def entry(slug: str) -> bytes:
        return tostring(_entry(site, by_slug[slug]))

    articles = sorted(by_slug.values(), key=lambda article: (-_changed(article).toordinal(), article.slug))
    newest = _newest(articles)
    for channel in _channels(site):
        chosen = articles[:ENTRIES_AT_MOST] if channel.of is None else newest[channel.of]
        head = tostring(_head(site, channel, chosen))
        text = head.removesuffix(_END) + b"".join(entry(article.slug) for article in chosen) + _END
        yield Artifact.of(channel.url.removeprefix("/"), b'<?xml version="1.0" encoding="utf-8"?>\n' + text + b"\n")


@dataclass(frozen=True, slots=True)
class _Channel:
    """A feed: where it is and what page shows the same. *of* is its term, or ``None`` for that of all articles."""

    url: str
    page: str
    title: str
    subtitle: str
    of: Key | None


def _channels(site: Site) -> Iterator[_Channel]:
    config = site.config
    yield _Channel(FEED, "/", config.title, config.tagline or config.description or "", None)
    for taxonomy in WITH_FEEDS:
        for term in site.library.of_kind(taxonomy):
            url = feed_url(site, term)
            if url:
                yield _Channel(url, term.url, f"{term.meta.title} – {config.title}", term.meta.summary, key_of(term))


def _newest(articles: Iterable[Article]) -> Mapping[Key, Sequence[Article]]:
    """The first of *articles* that are filed under each term."""
    found: defaultdict[Key, list[Article]] = defaultdict(list)
    for article in articles:
        for taxonomy in WITH_FEEDS:
            for slug in terms_of(article, taxonomy):
                chosen = found[taxonomy, slug]
                if len(chosen) < ENTRIES_AT_MOST:
                    chosen.append(article)
    return found


def _head(site: Site, channel: _Channel, articles: Sequence[Article]) -> Element:
    """The feed without its entries."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.config.language})
    SubElement(root, "id").text = site.absolute(channel.page)
    SubElement(root, "title").text = channel.title
    if channel.subtitle:
        SubElement(root, "subtitle").text = channel.subtitle
    SubElement(root, "updated").text = _moment(max(map(_changed, articles), default=_NEVER))
    own = {"rel": "self", "type": "application/atom+xml", "href": site.absolute(channel.url)}
    SubElement(root, "link", own)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.absolute(channel.page)})
    author = SubElement(root, "author")
    SubElement(author, "name").text = site.config.publisher or site.config.title
    return root


def _entry(site: Site, article: Article) -> Element:
    address = site.absolute(article.url)
    entry = Element("entry")
    SubElement(entry, "id").text = address
    SubElement(entry, "title").text = article.meta.title
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
    if article.meta.published:
        SubElement(entry, "published").text = _moment(article.meta.published)
    SubElement(entry, "updated").text = _moment(_changed(article))
    for name in article.meta.authors:
        SubElement(SubElement(entry, "author"), "name").text = name
    for slug in terms_of(article, "topics"):
        term = site.library.find("topics", slug)
        if term is not None:
            SubElement(entry, "category", {"term": slug, "label": term.meta.title})
    SubElement(entry, "summary").text = article.meta.summary
    return entry


def _changed(article: Article) -> date:
    return max(day for day in (article.meta.updated, article.meta.reviewed) if day is not None)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
