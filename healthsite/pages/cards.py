"""Documents as lists show them, in groups, and cut into pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeVar

from healthsite.model.article import TYPES
from healthsite.model.exercise import EXERCISE_KINDS
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.figure import FigureImage, small_figure_image
from healthsite.pages.page import Link

T = TypeVar("T")

NEAR: Final = 2
"""A pager shows so many pages before and after the one that is open."""


@dataclass(frozen=True, slots=True)
class Card:
    """A document in a list. *note* is a word or two about it, such as its type; *figure* the drawing of an exercise."""

    title: str
    href: str
    summary: str
    note: str = ""
    figure: FigureImage | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading. *id* is for links to the group."""

    heading: str
    id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list, by its number, counted from 1."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where page *number* of a list of *count* pages stands among the others.

    *links* lead to the first page, the last, and those near; ``None`` stands for those left out between them.
    *previous* and *next* are addresses, empty where there is no such page.
    """

    number: int
    count: int
    links: tuple[PageLink | None, ...]
    previous: str
    next: str


def card(site: Site, document: AnyDocument, note: str = "") -> Card:
    """*document* as a list shows it."""
    figure = small_figure_image(site, document) if document.kind == "exercises" else None
    shown = replace(figure, alt="") if figure else None  # beside its title, the drawing says nothing more
    return Card(document.meta.title, site.link_to(document), document.meta.summary, note, shown)


def link(site: Site, document: AnyDocument) -> Link:
    """The title of *document*, and its address."""
    return Link(document.meta.title, site.link_to(document))


def by_title(documents: Iterable[AnyDocument]) -> list[AnyDocument]:
    """*documents* in the order of their titles."""
    return sorted(documents, key=lambda document: (plain(document.meta.title), document.kind, document.slug))


def grouped_members(documents: Iterable[AnyDocument]) -> list[tuple[str, str, AnyDocument]]:
    """The members of a term in reading order, each with its group's heading and id."""
    members = by_title(documents)
    found = [
        (heading, f"type-{kind}", document)
        for kind, heading in TYPES.items()
        for document in members
        if document.kind == "articles" and document.meta.type == kind
    ]
    for kind, heading in (("routines", "Routines"), ("exercises", "Exercises")):
        found += [(heading, f"group-{kind}", document) for document in members if document.kind == kind]
    return found


def grouped_exercises(documents: Iterable[AnyDocument]) -> list[tuple[str, str, AnyDocument]]:
    """Exercises by their kind, each with its group's heading and id."""
    members = by_title(documents)
    return [
        (heading, f"kind-{kind}", document)
        for kind, heading in EXERCISE_KINDS.items()
        for document in members
        if document.meta.kind == kind
    ]


def groups(site: Site, members: Iterable[tuple[str, str, AnyDocument]]) -> tuple[Group, ...]:
    """Groups of cards, in the order in which *members* bring them."""
    found: dict[tuple[str, str], list[Card]] = {}
    for heading, identifier, document in members:
        found.setdefault((heading, identifier), []).append(card(site, document))
    return tuple(Group(heading, identifier, tuple(cards)) for (heading, identifier), cards in found.items())


def paginated(items: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T]]]:
    """*items* in pages of *size*, counted from 1. There is always a first page."""
    for number, start in enumerate(range(0, max(1, len(items)), size), start=1):
        yield number, items[start : start + size]


def pager(site: Site, url: str, count: int, size: int, number: int) -> Pager:
    """The pager of page *number* of the list at *url*, which has *count* items."""
    pages = max(1, -(-count // size))
    near = range(max(1, number - NEAR), min(pages, number + NEAR) + 1)
    hrefs = {other: site.href(page_url(url, other)) for other in sorted({1, *near, pages})}
    links: list[PageLink | None] = []
    for before, other in pairwise((0, *hrefs)):
        if other > before + 1:
            links.append(None)
        links.append(PageLink(other, hrefs[other]))
    return Pager(number, pages, tuple(links), hrefs.get(number - 1, ""), hrefs.get(number + 1, ""))


def page_url(url: str, number: int) -> str:
    """Where page *number* of the list at *url* stands."""
    return url if number == 1 else f"{url}page/{number}/"


def letter_of(name: str) -> str:
    """The letter under which *name* is listed; ``#`` for digits and signs."""
    first = plain(name)[:1].upper()
    return first if first.isalpha() else "#"


def plain(name: str) -> str:
    """*name* for sorting: without accents and without regard to case."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
