"""The sitemap (sitemaps.org) and robots.txt, which leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from healthsite.artifact import Artifact
from healthsite.model.site import Site

MOST_ADDRESSES: Final = 50_000
"""How many addresses one sitemap may hold; more are spread over several, which an index lists."""
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, urls: Iterable[str]) -> Iterator[Artifact]:
    """``sitemap.xml`` with *urls*, those of every page that search engines may list, and the day of its last review."""
    reviewed = {
        document.url: max(
            day for day in (document.meta.reviewed, getattr(document.meta, "updated", None)) if day is not None
        ).isoformat()
        for document in site.library.documents
        if document.meta.reviewed
    }
    entries = [(site.absolute(url), reviewed.get(url, "")) for url in urls]
    if len(entries) <= MOST_ADDRESSES:
        yield _file("sitemap.xml", "urlset", "url", entries)
        return
    parts: list[tuple[str, str]] = []
    for number, start in enumerate(range(0, len(entries), MOST_ADDRESSES), start=1):
        name = f"sitemap-{number}.xml"
        yield _file(name, "urlset", "url", entries[start : start + MOST_ADDRESSES])
        parts.append((site.absolute(f"/{name}"), ""))
    yield _file("sitemap.xml", "sitemapindex", "sitemap", parts)


def robots(site: Site) -> Artifact:
    """``robots.txt``: everything may be read."""
    return Artifact.of("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute('/sitemap.xml')}\n".encode())


def _file(path: str, root_name: str, item_name: str, entries: Sequence[tuple[str, str]]) -> Artifact:
    items = [
        f"<{item_name}><loc>{escape(address, quote=False)}</loc>"
        f"{f'<lastmod>{changed}</lastmod>' if changed else ''}</{item_name}>"
        for address, changed in entries
    ]
    text = f'<{root_name} xmlns="{_NAMESPACE}">{"".join(items)}</{root_name}>\n'
    return Artifact.of(path, b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode("ascii", "xmlcharrefreplace"))
