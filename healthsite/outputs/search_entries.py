"""What can be found on a site, by which names, and how results are sorted into kinds and body regions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.care import CareProfile
from healthsite.model.glossary import GlossaryEntry
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.care import care_view

KINDS: Final = {
    "condition": ("Condition explained", "Conditions"),
    "treatment": ("Treatment", "Treatments"),
    "guide": ("Guide", "Guides"),
    "routine": ("Exercise routine", "Routines"),
    "evidence": ("What the evidence says", "Evidence"),
    "help": ("Getting help", "Getting help"),
    "policy": ("How this site works", "About this site"),
    "exercises": ("Exercise", "Exercises"),
    "routines": ("Routine", "Routines"),
    "topics": ("Topic", "Topics"),
    "body-regions": ("Body region", "Body regions"),
    "conditions": ("Condition", "Conditions"),
    "pages": ("About this site", "About this site"),
    "glossary": ("Word explained", "Glossary"),
}
"""What a result is called, and the kind under which a reader can choose it, for types of article and other pages."""
HELP: Final = "get-help"
"""The plain page that is no page about the site."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page that the index takes from the data: its *anchor* on the page, its heading, and its text."""

    anchor: str
    heading: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    *path* is the page in public/ that its text comes from; empty for a word, whose *summary* is all of it. *names* are
    other names for it, *signs* what people type who need it at once, and *about* the names of the body regions and
    conditions that it is about.
    """

    url: str
    path: str
    kind: str
    group: str
    title: str
    names: tuple[str, ...]
    about: tuple[str, ...]
    regions: tuple[str, ...]
    summary: str
    signs: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


def search_entries(site: Site) -> Iterator[Entry]:
    """Everything that can be found on *site*: its documents, the home page apart, and the words of its glossary."""
    for document in site.library.documents:
        if document.url != "/":
            yield _document(site, document)
    for entry in site.library.glossary:
        yield _word(entry)


def _document(site: Site, document: AnyDocument) -> Entry:
    meta = document.meta
    key = meta.type if document.kind == "articles" else document.kind
    kind, group = KINDS["help" if (document.kind, document.slug) == ("pages", HELP) else key]
    named = _terms(site, "body-regions", getattr(meta, "body_region", ()))
    regions = [document] if document.kind == "body-regions" else [*named]
    conditions = _terms(site, "conditions", getattr(meta, "condition", ()))
    profiles = _profiles(site, document) if document.kind == "pages" else []
    return Entry(
        url=document.url,
        path=f"{document.url}index.html".removeprefix("/"),
        kind=kind,
        group=group,
        title=meta.title,
        names=_other_names(document),
        about=tuple(_names(term for term in (*regions, *conditions) if term is not document)),
        regions=tuple(region.meta.title for region in regions),
        summary=meta.summary,
        signs=tuple(sign for profile in profiles for sign in profile.searched),
        passages=tuple(_care(site, profiles)),
    )


def _terms(site: Site, taxonomy: str, slugs: Iterable[str]) -> Iterator[AnyDocument]:
    found = (site.library.find(taxonomy, slug) for slug in dict.fromkeys(slugs))
    return (term for term in found if term is not None)


def _names(terms: Iterable[AnyDocument]) -> Iterator[str]:
    """All names of *terms*."""
    for term in terms:
        yield from (term.meta.title, *_other_names(term))


def _other_names(document: AnyDocument) -> tuple[str, ...]:
    medical = getattr(document.meta, "medical_name", None)
    return (*document.meta.also_called, *((medical,) if medical else ()))


def _profiles(site: Site, document: AnyDocument) -> list[CareProfile]:
    """The care profiles whose cards *document* shows."""
    known = site.library.profile_by_slug
    return [known[slug] for name, slug in document.mentions.embeds if name == "care" and slug in known]


def _care(site: Site, profiles: Iterable[CareProfile]) -> Iterator[Passage]:
    """The care cards of a plain page. Elsewhere they are left out: they would make every page a page about them."""
    for profile in profiles:
        for card in care_view(site, profile).cards:
            yield Passage(f"care-{profile.slug}-{card.level}", card.heading, card.items)


def _word(entry: GlossaryEntry) -> Entry:
    kind, group = KINDS["glossary"]
    return Entry(
        url=f"/glossary/#{entry.slug}",
        path="",
        kind=kind,
        group=group,
        title=entry.term,
        names=entry.spellings[1:],
        about=(),
        regions=(),
        summary=entry.definition,
    )
