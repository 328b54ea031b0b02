"""No two things claim one address.

Two files for one URL would overwrite each other. Addresses that differ only in upper and lower case do so too, on
many servers and disks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.site import Site
from healthsite.pages.feeds import feed_urls
from healthsite.pages.redirect import old_url
from healthsite.problems import Location, Problem, Severity

RULE: Final = "duplicate-address"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"

RESERVED: Final = (
    *("assets", "pagefind", "sitemap.xml", "robots.txt", "sw.js", "manifest.webmanifest"),
    ".healthsite-manifest.json",
)
"""Names at the top of public/ that the site needs for itself."""
LONGEST_NAME: Final = 200
"""How many bytes one part of an address may have; disks take 255."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A file of public/ that something wants to be; *place* is ``None`` for what the site makes itself."""

    path: str
    owner: str
    place: Location | None


def check(site: Site, paths: Iterable[str], static: Iterable[str]) -> Iterator[Problem]:
    """A problem for each address that is claimed a second time.

    *paths* are those of the files of all pages, and *static* those of static files at the top.
    """
    claims = [_Claim(name, "the site's own files", None) for name in RESERVED]
    written = list(_written(site))
    ours = Counter(paths) - Counter(claim.path for claim in written)
    claims += [_Claim(path, "a page that the site makes itself", None) for path in sorted(ours)]
    claims += [_Claim(url.removeprefix("/"), "the site's own files", None) for url in feed_urls(site)]
    claims += sorted(written, key=lambda claim: (claim.owner.startswith("`redirect_from`"), claim.owner))
    claims += [_Claim(path, f"static/root/{path}", Location(f"static/root/{path}")) for path in sorted(static)]
    owners: dict[str, _Claim] = {}
    folders: dict[str, _Claim] = {}
    for claim in claims:
        key = claim.path.lower()
        above = ["/".join(key.split("/")[:depth]) for depth in range(1, key.count("/") + 1)]
        other = owners.get(key) or folders.get(key) or next((owners[part] for part in above if part in owners), None)
        if claim.place and other:
            message = f"the address /{claim.path.removesuffix('index.html')} is claimed by {other.owner} as well"
            yield Problem(claim.place, RULE, message, "give one of them another name", SEVERITY)
        elif claim.place and any(len(part.encode()) > LONGEST_NAME for part in claim.path.split("/")):
            hint = f"use at most {LONGEST_NAME} characters between two slashes"
            yield Problem(claim.place, RULE, "this address is too long", hint, SEVERITY)
        owners.setdefault(key, claim)
        for part in above:
            folders.setdefault(part, claim)
    yield from _unfit(site)


def _written(site: Site) -> Iterator[_Claim]:
    """What authors claim: the address of each document, and its old ones."""
    for document in site.library.documents:
        yield _Claim(_file(document.url), document.path, Location(document.path))
        for written in document.meta.redirect_from:
            if _is_plain(written):
                place = document.place("redirect_from", written)
                yield _Claim(_file(old_url(written)), f"`redirect_from` in {document.path}", place)


def _unfit(site: Site) -> Iterator[Problem]:
    for document in site.library.documents:
        for written in document.meta.redirect_from:
            if not _is_plain(written):
                place = document.place("redirect_from", written)
                hint = "write the old address without the host, as in `/articles/old-name/`"
                yield Problem(place, RULE, f"`{written}` is not an address of this site", hint, SEVERITY, len(written))


def _file(url: str) -> str:
    """The file of public/ that holds the page at *url*."""
    return (f"{url}index.html" if url.endswith("/") else url).removeprefix("/")


def _is_plain(written: str) -> bool:
    parts = written.strip("/").split("/")
    fit = all(part and not part.startswith(".") for part in parts)
    return fit and written.isascii() and all(sign.isalnum() or sign in "/-_.~" for sign in written)
