"""The glossary, the sources, and the A to Z."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from healthsite.model.glossary import GlossaryEntry
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.cards import Pager, letter_of, page_url, pager, paginated, plain
from healthsite.pages.head import head_of
from healthsite.pages.lists import numbered, with_neighbours
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import SourceView, source_view, sources_of
from healthsite.pages.structured_data import defined_terms, web_page

_KINDS: Final = {
    "articles": "",
    "exercises": "exercise",
    "routines": "routine",
    "topics": "topic",
    "body-regions": "body region",
    "conditions": "condition",
    "pages": "",
}
"""What the A to Z calls the kinds of page."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A glossary entry as readers see it."""

    slug: str
    term: str
    medical_term: str
    definition: str
    see: tuple[Link, ...]
    not_same_as: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    mentioned_in: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The whole glossary."""

    title: str
    summary: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source, and the pages that cite it."""

    source: SourceView
    used_in: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source of the site."""

    title: str
    summary: str
    uses: tuple[SourceUse, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name under which a page can be found.

    *of* is the page's title where the name is another one; *kind* says what it is where it is no article.
    """

    name: str
    href: str
    of: str
    kind: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that begin with one letter."""

    letter: str
    id: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class AToZView:
    """One page of the A to Z. *letters* are those of this page; *index* leads to all of them."""

    title: str
    summary: str
    letters: tuple[Letter, ...]
    index: tuple[Link, ...]
    pager: Pager


def glossary_pages(site: Site, _: str = "") -> Iterator[Page]:
    """The glossary, if there is one."""
    if site.library.glossary:
        title, summary = "Glossary", "Words that health pages use, in plain language."
        view = GlossaryView(title, summary, tuple(_entry(site, entry) for entry in site.library.glossary))
        terms = defined_terms(site)
        page = {**web_page(site, "CollectionPage", title, summary, "/glossary/"), "mainEntity": {"@id": terms["@id"]}}
        head = head_of(site, url="/glossary/", title=title, description=summary, things=[page, terms])
        yield Page("/glossary/", "pages/glossary.html", head, view)


def _entry(site: Site, entry: GlossaryEntry) -> EntryView:
    mentions = site.graph.backlinks.get(("glossary", entry.slug), ())
    return EntryView(
        slug=entry.slug,
        term=entry.term,
        medical_term=entry.medical_term or "",
        definition=entry.definition,
        see=_entries(site, entry.see),
        not_same_as=_entries(site, entry.not_same_as),
        sources=sources_of(site, entry.sources),
        mentioned_in=_links(site, mentions[: site.config.page_size]),
        more=max(0, len(mentions) - site.config.page_size),
    )


def _entries(site: Site, slugs: tuple[str, ...]) -> tuple[Link, ...]:
    known = site.library.entry_by_slug
    return tuple(Link(known[slug].term, site.href(f"/glossary/#{slug}")) for slug in slugs if slug in known)


def sources_pages(site: Site, _: str = "") -> Iterator[Page]:
    """The list of sources, if there are any, each with the pages that cite it."""
    library = site.library
    if library.sources:
        used: dict[str, list[AnyDocument]] = {source.slug: [] for source in library.sources}
        for document in library.documents:
            doses = tuple(dose.source for dose in getattr(document.meta, "doses", ()))
            for slug in dict.fromkeys((*getattr(document.meta, "sources", ()), *doses)):
                if slug in used:
                    used[slug].append(document)
        title, summary = "Sources", "What the pages of this site rest on, and where each source is used."
        uses = tuple(
            SourceUse(
                source_view(source),
                _links(site, used[source.slug][: site.config.page_size]),
                max(0, len(used[source.slug]) - site.config.page_size),
            )
            for source in library.sources
        )
        head = head_of(site, url="/sources/", title=title, description=summary)
        yield Page("/sources/", "pages/sources.html", head, SourcesView(title, summary, uses))


def a_to_z_pages(site: Site, _: str = "") -> Iterator[Page]:
    """Every title and every other name of an article, exercise, term or glossary entry, by letter."""
    names = _names(site)
    if not names:
        return
    url, title, size = "/a-to-z/", "A to Z", site.config.page_size * 4
    summary = "Every page by its name, and by the other names that people use for it."
    first_page_of: dict[str, int] = {}
    for number, part in paginated(names, size):
        for name in part:
            first_page_of.setdefault(letter_of(name.name), number)
    index = tuple(
        Link(letter, f"{site.href(page_url(url, number))}#{_letter_id(letter)}")
        for letter, number in first_page_of.items()
    )
    for number, part in paginated(names, size):
        letters = tuple(
            Letter(letter, _letter_id(letter), tuple(name for name in part if letter_of(name.name) == letter))
            for letter in dict.fromkeys(letter_of(name.name) for name in part)
        )
        view = AToZView(title, summary, letters, index, pager(site, url, len(names), size, number))
        head = head_of(site, url=page_url(url, number), title=numbered(title, number), description=summary)
        yield Page(page_url(url, number), "pages/a_to_z.html", with_neighbours(head, view.pager), view)


def _names(site: Site) -> list[Name]:
    """All names, sorted. Where two pages share their title, their other names lead to the first of them only."""
    names: dict[tuple[str, str, str], Name] = {}
    for document in site.library.documents:
        if document.url != "/":
            title, href, kind = document.meta.title, site.link_to(document), _KINDS[document.kind]
            names[title, href, "title"] = Name(title, href, "", kind)
            others = [*document.meta.also_called, getattr(document.meta, "medical_name", None)]
            for other in (other[:1].upper() + other[1:] for other in others if other):
                if plain(other) != plain(title):
                    names.setdefault((plain(other), title, "other"), Name(other, href, title, kind))
    for entry in site.library.glossary:
        names[entry.term, "", "glossary"] = Name(entry.term, site.href(f"/glossary/#{entry.slug}"), "", "glossary")
    return sorted(names.values(), key=_order)


def _order(name: Name) -> tuple[bool, str, bool, str]:
    return letter_of(name.name) == "#", plain(name.name), name.of != "", name.href


def _letter_id(letter: str) -> str:
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"


def _links(site: Site, documents: Sequence[AnyDocument]) -> tuple[Link, ...]:
    """Links to *documents*, with what they are where two of them have the same title."""
    titles = Counter(document.meta.title for document in documents)
    return tuple(
        Link(
            f"{document.meta.title} ({kind})"
            if titles[document.meta.title] > 1 and (kind := _KINDS[document.kind])
            else document.meta.title,
            site.link_to(document),
        )
        for document in documents
    )
