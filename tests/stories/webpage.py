"""A published page as browsers and search engines read it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit


class WebPage(HTMLParser):
    """What one HTML page holds: its language, title, ids, the addresses that it links, and those that it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lang = ""
        self.title = ""
        self.h1 = 0
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.indexed = True
        self.things: list[dict[str, Any]] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag brings with it."""
        given = {name: value or "" for name, value in attrs}
        self._inside = "json-ld" if given.get("type") == "application/ld+json" else tag
        self.h1 += tag == "h1"
        self.lang = given["lang"] if tag == "html" else self.lang
        self.indexed = self.indexed and given.get("content") != "noindex"
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loads.append(given["href"])
        self.loads += [given[name] for name in ("src", "data", "poster") if name in given]
        self.loads += [choice.split()[0] for choice in given.get("srcset", "").split(",") if choice]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the library's name
        """Leave the element."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Note the title and the JSON-LD."""
        if self._inside == "title":
            self.title += data
        elif self._inside == "json-ld":
            self.things += json.loads(data)["@graph"]

    def thing(self, kind: str) -> dict[str, Any]:
        """The one schema.org thing of that *kind* in the page's JSON-LD."""
        (found,) = (thing for thing in self.things if thing["@type"] == kind)
        return found


def part(html: str, label: str) -> str:
    """The section of *html* labelled by the id *label*, or by ``page-`` and *label*; empty where there is none."""
    found = re.search(rf'(?s)<section[^>]* aria-labelledby="(?:page-)?{label}">.*?</section>', html)
    return found.group() if found else ""


def links_in(html: str) -> list[str]:
    """The addresses that a piece of HTML links, in order."""
    return WebPage(html).links


def dead_links(published: dict[str, bytes], base_path: str) -> list[str]:
    """Every address of the published pages that leads out of *base_path*, to no file, or to an id that is not there."""
    pages = {path: WebPage(content.decode()) for path, content in published.items() if path.endswith(".html")}
    dead = []
    for path, page in pages.items():
        for address in [*page.links, *page.loads]:
            parts = urlsplit(urljoin(f"{base_path}/{path}", address))
            if not parts.scheme:
                target = unquote(parts.path).removeprefix(f"{base_path}/")
                target = f"{target}index.html" if not target or target.endswith("/") else target
                lost = target not in published or not parts.path.startswith(f"{base_path}/")
                if lost or (parts.fragment and parts.fragment not in pages[target].ids):
                    dead.append(f"{path}: {address}")
    return dead


def url_of(path: str) -> str:
    """Where readers find the published file *path*."""
    return f"/{path}".removesuffix("index.html") if PurePosixPath(path).name == "index.html" else f"/{path}"
