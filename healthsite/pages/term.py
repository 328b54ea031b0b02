"""The pages of topics, body regions and conditions, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from healthsite.model.graph import key_of
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.model.term import Term
from healthsite.pages.article import links_to_terms
from healthsite.pages.body import body_of
from healthsite.pages.body_map import MapRegion, map_regions
from healthsite.pages.cards import (
    Card,
    Group,
    Pager,
    by_title,
    card,
    grouped_members,
    groups,
    letter_of,
    link,
    page_url,
    pager,
    paginated,
)
from healthsite.pages.feeds import feed_url
from healthsite.pages.head import head_of
from healthsite.pages.lists import list_pages, numbered, with_neighbours
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.structured_data import Thing, body_part, medical_condition, reviewed_page, web_page

_LISTS: Final = {
    "topics": ("Topics", "Everything on this site, by what it is about."),
    "body-regions": ("Body regions", "Everything on this site, by part of the body."),
    "conditions": ("Conditions A to Z", "Every condition on this site, by name."),
}
"""The title and summary of each taxonomy's list."""

_ONE: Final = {"topics": "Topic", "body-regions": "Body region", "conditions": "Condition"}


@dataclass(frozen=True, slots=True)
class TermView:
    """What the page of a term shows beside its introduction. Only the first page of several shows all of it."""

    title: str
    summary: str
    slug: str
    kind: str
    feed: Link | None
    also_called: tuple[str, ...]
    medical_name: str
    main_article: Card | None
    groups: tuple[Group, ...]
    pager: Pager
    body_regions: tuple[Link, ...]
    neighbours: tuple[Link, ...]
    body_map: tuple[MapRegion, ...]
    linked_from: tuple[Card, ...]
    linked_more: int
    sources: tuple[SourceView, ...]
    review: Review | None


def term_list(site: Site, taxonomy: str) -> Iterator[Page]:
    """The list of the terms of *taxonomy*."""
    terms = by_title(site.library.of_kind(taxonomy))
    title, summary = _LISTS[taxonomy]
    members = [
        (letter_of(term.meta.title), f"letter-{letter_of(term.meta.title).lower()}", term)
        if taxonomy == "conditions"
        else (title, "all", term)
        for term in terms
    ]
    body = map_regions(site, terms) if taxonomy == "body-regions" and len(terms) <= site.config.page_size else ()
    return list_pages(site, url=f"/{taxonomy}/", title=title, summary=summary, members=members, body_regions=body)


def term_pages(site: Site, name: str) -> Iterator[Page]:
    """The pages of a term, whose *name* is as in ``topics/legs``."""
    taxonomy, _, slug = name.partition("/")
    term = site.library.find(taxonomy, slug)
    if term is not None:
        yield from _pages(site, taxonomy, term)


def _pages(site: Site, taxonomy: str, term: Term) -> Iterator[Page]:
    size = site.config.page_size
    members = grouped_members(site.graph.members.get(key_of(term), ()))
    for number, part in paginated(members, size):
        view = _view(site, taxonomy, term, groups(site, part), pager(site, term.url, len(members), size, number))
        url = page_url(term.url, number)
        head = head_of(
            site,
            url=url,
            title=numbered(term.meta.title, number),
            description=term.meta.summary,
            crumbs=(Link(_LISTS[taxonomy][0], site.href(f"/{taxonomy}/")),),
            things=_things(site, taxonomy, term) if number == 1 else (),
        )
        body = body_of(site, term) if number == 1 else None
        window_title = f"{head.title} ({_ONE[taxonomy].lower()})"
        head = replace(with_neighbours(head, view.pager), window_title=window_title, feed=view.feed)
        yield Page(url, "pages/term.html", head, view, body)


def _view(site: Site, taxonomy: str, term: Term, shown: tuple[Group, ...], place: Pager) -> TermView:
    meta, first = term.meta, place.number == 1
    article = site.library.find("articles", getattr(meta, "article", None) or "")
    regions = (*getattr(meta, "body_region", ()), *getattr(meta, "adjacent", ()))
    backlinks = _linked_from(site, term) if first else []
    return TermView(
        title=meta.title,
        summary=meta.summary,
        slug=term.slug,
        kind=_ONE[taxonomy],
        feed=_feed(site, term),
        also_called=meta.also_called,
        medical_name=meta.medical_name or "",
        main_article=card(site, article) if article and first else None,
        groups=shown,
        pager=place,
        body_regions=links_to_terms(site, "body-regions", regions) if first else (),
        neighbours=tuple(link(site, other) for other in site.graph.neighbours.get(key_of(term), ())) if first else (),
        body_map=map_regions(site, by_title(site.library.body_regions)) if taxonomy == "body-regions" and first else (),
        linked_from=tuple(card(site, other) for other in backlinks[: site.config.page_size]),
        linked_more=max(0, len(backlinks) - site.config.page_size),
        sources=sources_of(site, meta.sources) if first else (),
        review=review_of(site, term) if taxonomy == "conditions" and first else None,
    )


def _linked_from(site: Site, term: Term) -> list[AnyDocument]:
    """The documents that mention *term* without being members of it."""
    members = {key_of(member) for member in site.graph.members.get(key_of(term), ())}
    return [other for other in site.graph.backlinks.get(key_of(term), ()) if key_of(other) not in members]


def _feed(site: Site, term: Term) -> Link | None:
    """The feed of *term*, if it has one."""
    url = feed_url(site, term)
    return Link(term.meta.title, site.href(url)) if url else None


def _things(site: Site, taxonomy: str, term: Term) -> list[Thing]:
    if taxonomy != "conditions":
        listing = web_page(site, "CollectionPage", term.meta.title, term.meta.summary, term.url)
        return [listing if taxonomy == "topics" else {**listing, "about": body_part(term)}]
    page = reviewed_page(site, term)
    page["about"] = medical_condition(site, term)
    return [page]
