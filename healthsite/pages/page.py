"""A page: everything that it may show, as one frozen value. What is not in it cannot be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from healthsite.pages.body import Body

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date for machines (*iso*) and for readers (*text*)."""

    iso: str
    text: str

    @classmethod
    def of(cls, day: date) -> Day:
        """*day*, as in ``22 November 2026``."""
        return cls(day.isoformat(), f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a page's content, and what machines read of it.

    *json_ld* is JSON text, safe inside HTML. *feed* is that of what the page lists. *published* and
    *modified* are days of an article, as in ``2026-11-22``.
    """

    title: str
    description: str
    canonical: str
    breadcrumbs: tuple[Link, ...]
    json_ld: str
    section: str = ""
    previous: str = ""
    next: str = ""
    indexed: bool = True
    moved_to: str = ""
    window_title: str = ""
    is_article: bool = False
    published: str = ""
    modified: str = ""
    feed: Link | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. *url* is where it stands below the site's base path; *view* is one of this room's frozen values."""

    url: str
    template: str
    head: Head
    view: Any
    body: Body | None = None

    @property
    def path(self) -> str:
        """The file in public/ that holds it."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).removeprefix("/")
