"""Every page of a site, in units: pages that are made together, and from the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from healthsite.model.library import TAXONOMIES, AnyDocument, Library
from healthsite.model.site import Site
from healthsite.pages.article import article_pages
from healthsite.pages.cards import by_title
from healthsite.pages.exercise import exercise_list, exercise_pages
from healthsite.pages.handout import handout_pages
from healthsite.pages.home import home_pages
from healthsite.pages.page import Page
from healthsite.pages.plain import not_found_pages, plain_pages
from healthsite.pages.redirect import redirect_pages
from healthsite.pages.reference import a_to_z_pages, glossary_pages, sources_pages
from healthsite.pages.routine import routine_list, routine_pages
from healthsite.pages.term import term_list, term_pages
from healthsite.pages.tools import my_routine_pages, offline_pages, search_pages

Unit = tuple[str, str]
"""A page type, and the name of one of its units: empty where there is but one."""


@dataclass(frozen=True, slots=True)
class PageType:
    """How the pages of a type are made: the *names* of its units, and the *pages* of one of them.

    *told* is the document whose text they show, if they show any: no page shows the text of two.
    """

    pages: Callable[[Site, str], Iterator[Page]]
    names: Callable[[Library], Iterable[str]] = lambda _: ("",)
    told: Callable[[Library, str], AnyDocument | None] = lambda _, __: None


def _slugs(kind: str) -> Callable[[Library], Iterable[str]]:
    return lambda library: (document.slug for document in library.of_kind(kind))


def _of(kind: str) -> Callable[[Library, str], AnyDocument | None]:
    return lambda library, slug: library.find(kind, slug)


def _term(library: Library, name: str) -> AnyDocument | None:
    taxonomy, _, slug = name.partition("/")
    return library.find(taxonomy, slug)


def _if_any(collection: str) -> Callable[[Library], Iterable[str]]:
    return lambda library: ("",) if getattr(library, collection) else ()


def _taxonomy(library: Library, taxonomy: str) -> Iterator[str]:
    return (f"{taxonomy}/{term.slug}" for term in by_title(library.of_kind(taxonomy)))


def _terms(library: Library) -> Iterator[str]:
    return (name for taxonomy in TAXONOMIES for name in _taxonomy(library, taxonomy))


def _plain(library: Library) -> Iterator[str]:
    return (page.slug for page in library.pages if page.slug != "index")


def _moved(library: Library) -> Iterator[str]:
    return (f"{document.kind}/{document.slug}" for document in library.documents if document.meta.redirect_from)


PAGE_TYPES: Final[Mapping[str, PageType]] = {
    "home": PageType(home_pages, told=lambda library, _: library.find("pages", "index")),
    "article": PageType(article_pages, _slugs("articles"), _of("articles")),
    "terms": PageType(term_list, lambda library: (name for name in TAXONOMIES if library.of_kind(name))),
    "term": PageType(term_pages, _terms, _term),
    "exercises": PageType(exercise_list, _if_any("exercises")),
    "exercise": PageType(exercise_pages, _slugs("exercises"), _of("exercises")),
    "routines": PageType(routine_list, _if_any("routines")),
    "routine": PageType(routine_pages, _slugs("routines"), _of("routines")),
    "handout": PageType(handout_pages, _slugs("routines")),
    "glossary": PageType(glossary_pages, _if_any("glossary")),
    "sources": PageType(sources_pages, _if_any("sources")),
    "a to z": PageType(a_to_z_pages),
    "plain": PageType(plain_pages, _plain, _of("pages")),
    "search": PageType(search_pages),
    "my routine": PageType(my_routine_pages, _if_any("exercises")),
    "offline": PageType(offline_pages),
    "not found": PageType(not_found_pages),
    "redirect": PageType(redirect_pages, _moved),
}
"""The page types. A new one is a file in this room and a line here."""


def every_unit(site: Site) -> Iterator[Unit]:
    """The units of all pages of *site*, in the order of its sitemap."""
    return ((name, unit) for name, kind in PAGE_TYPES.items() for unit in kind.names(site.library))


def pages_of(site: Site, unit: Unit) -> Iterator[Page]:
    """The pages of *unit*."""
    name, of = unit
    return PAGE_TYPES[name].pages(site, of)


def told_by(library: Library, unit: Unit) -> AnyDocument | None:
    """The document whose text the pages of *unit* show, if they show any."""
    name, of = unit
    return PAGE_TYPES[name].told(library, of)


def every_page(site: Site) -> Iterator[Page]:
    """Every page of *site*."""
    for unit in every_unit(site):
        yield from pages_of(site, unit)
