"""Every term, exercise, source, care profile and group that a page names exists.

A page that names the topic ``leg`` while there is only ``legs`` would quietly vanish from that topic's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity, did_you_mean

RULE: Final = "unknown-reference"
SEVERITY: Final = Severity.ERROR

_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "topic": ("topics", "topic"),
    "body_region": ("body-regions", "body region"),
    "adjacent": ("body-regions", "body region"),
    "part_of": ("body-regions", "body region"),
    "condition": ("conditions", "condition"),
    "exercises": ("exercises", "exercise"),
    "easier": ("exercises", "exercise"),
    "harder": ("exercises", "exercise"),
    "article": ("articles", "article"),
    "care": ("care", "care profile"),
    "ask_first": ("groups", "group of people"),
    "sources": ("sources", "source"),
}
"""The front matter keys that name other things: what they name, and what it is called."""

_FILES: Final = {"care": "content/care.yaml", "groups": "content/care.yaml", "sources": "content/sources.yaml"}


def check(site: Site) -> Iterator[Problem]:
    """A problem for each name that nothing answers to."""
    library = site.library
    known = {
        "care": {profile.slug for profile in library.care.profiles},
        "groups": {group.slug for group in library.care.groups},
        "sources": set(library.source_by_slug),
        **{
            kind: {document.slug for document in library.of_kind(kind)}
            for kind in ("articles", "exercises", "topics", "body-regions", "conditions")
        },
    }
    for document in library.documents:
        yield from _in_document(site, document, known)
    yield from _in_data(site, known["sources"])


def _in_document(site: Site, document: AnyDocument, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for key, (kind, name) in _KEYS.items():
        value = getattr(document.meta, key, None) or ()
        for slug in (value,) if isinstance(value, str) else value:
            if slug not in known[kind]:
                yield _unknown(site, document.place(key, slug), kind, name, slug, known[kind])
    for dose in getattr(document.meta, "doses", ()):
        if dose.source not in known["sources"]:
            place = document.place("doses", dose.source)
            yield _unknown(site, place, "sources", "source", dose.source, known["sources"])


def _in_data(site: Site, sources: set[str]) -> Iterator[Problem]:
    library = site.library
    entries = set(library.entry_by_slug)
    for entry in library.glossary:
        for slug in (*entry.see, *entry.not_same_as):
            if slug not in entries:
                yield _in_file("content/glossary.yaml", entry.slug, "glossary entry", slug, entries)
        yield from _sources_in("content/glossary.yaml", entry.slug, entry.sources, sources)
    for profile in library.care.profiles:
        yield from _sources_in("content/care.yaml", profile.slug, profile.sources, sources)
    for group in library.care.groups:
        yield from _sources_in("content/care.yaml", group.slug, group.sources, sources)


def _sources_in(path: str, slug: str, named: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for source in named:
        if source not in known:
            yield _in_file(path, slug, "source", source, known)


def _in_file(path: str, record: str, name: str, slug: str, known: set[str]) -> Problem:
    message = f"`{record}` names a {name} `{slug}` that is not there"
    return Problem(Location(path), RULE, message, did_you_mean(slug, known), SEVERITY)


def _unknown(site: Site, place: Location, kind: str, name: str, slug: str, known: set[str]) -> Problem:
    if any((draft.kind, draft.slug) == (kind, slug) for draft in site.library.drafts):
        hint = "it is a draft: publish it first"
    else:
        where = _FILES.get(kind) or f"content/{kind}/{slug}.md"
        hint = did_you_mean(slug, known) or f"add it in {where}"
    return Problem(place, RULE, f"there is no {name} `{slug}`", hint, SEVERITY, len(slug))
