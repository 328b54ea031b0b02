"""No two things claim one address.

Two files for one URL would overwrite each other. Addresses that differ only in upper and lower case do so too, on
many servers and disks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.pages.every import every_page
from healthsite.pages.redirect import old_url
from healthsite.problems import Location, Problem, Severity

RULE: Final = "duplicate-address"
SEVERITY: Final = Severity.ERROR

_RESERVED: Final = ("assets", "feed.xml", "sitemap.xml", "robots.txt")


def check(site: Site) -> Iterator[Problem]:
    """A problem for each address that is claimed a second time."""
    owners: dict[str, str] = {f"/{name}": "the site's own files" for name in _RESERVED}
    claims = [(document.url, document.path, Location(document.path)) for document in site.library.documents]
    for document in site.library.documents:
        for written in document.meta.redirect_from:
            place = document.place("redirect_from", written)
            if not _is_plain(written):
                hint = "write the old address without the host, as in `/articles/old-name/`"
                yield Problem(place, RULE, f"`{written}` is not an address of this site", hint, SEVERITY, len(written))
            else:
                claims.append((old_url(written), f"`redirect_from` in {document.path}", place))
    claimed = {url for url, _, _ in claims}
    for page in every_page(site):
        if page.url not in claimed:
            owners.setdefault(_key(page.url), "a page that the site makes itself")
    for url, owner, place in sorted(claims, key=lambda claim: ("redirect_from" in claim[1], claim[1])):
        other = owners.setdefault(_key(url), owner)
        if other != owner:
            yield Problem(
                place, RULE, f"the address {url} is claimed by {other} as well", "give one of them another name"
            )


def _key(url: str) -> str:
    return url.lower().rstrip("/") or "/"


def _is_plain(written: str) -> bool:
    parts = list(written.strip("/").split("/"))
    fit = all(part and part not in (".", "..") and not part.startswith(".") for part in parts)
    return fit and written.isascii() and all(sign.isalnum() or sign in "/-_.~" for sign in written)
