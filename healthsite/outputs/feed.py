"""The Atom feed (RFC 4287) of the articles that changed last."""

from __future__ import annotations

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from healthsite.artifact import Artifact
from healthsite.model.article import Article
from healthsite.model.site import Site

ENTRIES_AT_MOST: Final = 20
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NEVER: Final = date(2000, 1, 1)


def feed(site: Site) -> Artifact:
    """``feed.xml``."""
    config = site.config
    articles = sorted(site.library.articles, key=lambda article: (-_changed(article).toordinal(), article.slug))
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": config.language})
    SubElement(root, "id").text = site.absolute("/")
    SubElement(root, "title").text = config.title
    if config.tagline or config.description:
        SubElement(root, "subtitle").text = config.tagline or config.description
    SubElement(root, "updated").text = _moment(max(map(_changed, articles), default=_NEVER))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.absolute("/feed.xml")})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.absolute("/")})
    author = SubElement(root, "author")
    SubElement(author, "name").text = config.publisher or config.title
    for article in articles[:ENTRIES_AT_MOST]:
        root.append(_entry(site, article))
    return Artifact.of("feed.xml", b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root) + b"\n")


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
    for slug in article.meta.topic:
        term = site.library.find("topics", slug)
        if term is not None:
            SubElement(entry, "category", {"term": slug, "label": term.meta.title})
    SubElement(entry, "summary").text = article.meta.summary
    return entry


def _changed(article: Article) -> date:
    return max(day for day in (article.meta.updated, article.meta.reviewed) if day is not None)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
