"""Every term, exercise, source, care profile and group that a page names exists.

A page that names the topic ``leg`` while there is only ``legs`` would quietly vanish from that topic's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Protocol

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity, did_you_mean

RULE: Final = "unknown-reference"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"

_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "topic": ("topics", "topic"),
    "body_region": ("body-regions", "body region"),
    "adjacent": ("body-regions", "body region"),
    "part_of": ("body-regions", "body region"),
    "condition": ("conditions", "condition"),
    "exercises": ("exercises", "exercise"),
    "routines": ("routines", "routine"),
    "easier": ("exercises", "exercise"),
    "harder": ("exercises", "exercise"),
    "article": ("articles", "article"),
    "care": ("care", "care profile"),
    "ask_first": ("groups", "group of people"),
    "sources": ("sources", "source"),
}
"""The front matter keys that name other things: what they name, and what it is called."""

PHRASES: Final = "content/phrases.yaml"
_FILES: Final = {"care": "content/care.yaml", "groups": "content/care.yaml", "sources": "content/sources.yaml"}


class _Record(Protocol):
    """An entry of a data file."""

    @property
    def slug(self) -> str:
        """Its key."""

    @property
    def line(self) -> int:
        """The line on which it begins."""

    @property
    def column(self) -> int:
        """The column in which it begins."""


def check(site: Site) -> Iterator[Problem]:
    """A problem for each name that nothing answers to."""
    library = site.library
    known = {
        "care": set(library.profile_by_slug),
        "groups": set(library.group_by_slug),
        "sources": set(library.source_by_slug),
        **{
            kind: {document.slug for document in library.of_kind(kind)}
            for kind in ("articles", "exercises", "routines", "topics", "body-regions", "conditions")
        },
    }
    for document in library.documents:
        yield from _in_document(site, document, known)
    yield from _in_data(site, known["sources"])
    plain = {page.slug for page in library.pages}
    for slug in site.config.footer:
        if slug not in plain:
            yield _unknown(site, Location("config.yaml"), "pages", "plain page", slug, plain)


def _in_document(site: Site, document: AnyDocument, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for key, (kind, name) in _KEYS.items():
        value = getattr(document.meta, key, None)
        if not value:
            continue
        for slug in (value,) if isinstance(value, str) else value:
            if slug not in known[kind]:
                written = "items" if document.kind == "routines" and key == "exercises" else key
                yield _unknown(site, document.place(written, slug), kind, name, slug, known[kind])
    for item in getattr(document.meta, "items", ()):
        exercise = site.library.find("exercises", item.exercise)
        situations = {dose.situation for dose in exercise.meta.doses if dose.situation} if exercise else set()
        if item.reps and exercise is not None and not exercise.meta.doses:
            message = f"`reps` changes nothing: `{item.exercise}` has no dose"
            hint = "give the exercise a dose with its source, or write `note:` here"
            yield Problem(document.place("items", item.exercise), RULE, message, hint, SEVERITY, len(item.exercise))
        if item.dose and item.dose not in situations:
            message = f"`{item.exercise}` has no dose for `{item.dose}`"
            hint = did_you_mean(item.dose, situations) or "name the `for` of one of its doses"
            yield Problem(document.place("items", item.dose), RULE, message, hint, SEVERITY, len(item.dose))
    for dose in getattr(document.meta, "doses", ()):
        if dose.source not in known["sources"]:
            place = document.place("doses", dose.source)
            yield _unknown(site, place, "sources", "source", dose.source, known["sources"])


def _in_data(site: Site, sources: set[str]) -> Iterator[Problem]:
    library = site.library
    entries = set(library.entry_by_slug)
    pages = {document.slug for document in library.documents}
    for entry in library.glossary:
        yield from _in_record("glossary", entry, "glossary entry", (*entry.see, *entry.not_same_as), entries)
        yield from _in_record("glossary", entry, "source", entry.sources, sources)
    for profile in library.care.profiles:
        yield from _in_record("care", profile, "source", profile.sources, sources)
    for group in library.care.groups:
        yield from _in_record("care", group, "source", group.sources, sources)
    for claim in library.claims:
        yield from _in_record("claims", claim, "page", claim.pages, pages)
        yield from _in_record("claims", claim, "source", claim.sources, sources)
    yield from _in_lexicon(site, pages)


def _in_lexicon(site: Site, pages: set[str]) -> Iterator[Problem]:
    """What content/phrases.yaml names: only warnings, as nothing that is shown depends on it."""
    library = site.library
    claims = {claim.slug for claim in library.claims}
    profiles = set(library.profile_by_slug)
    for phrase in library.lexicon.phrases:
        if phrase.claim and claims and phrase.claim not in claims:
            message = f"the wording `{phrase.pattern[:40]}` names a claim `{phrase.claim}` that is not there"
            yield Problem(Location(PHRASES), RULE, message, did_you_mean(phrase.claim, claims), Severity.WARNING)
        for slug in phrase.pages:
            if slug not in pages:
                message = f"the wording `{phrase.pattern[:40]}` names a page `{slug}` that is not there"
                yield Problem(Location(PHRASES), RULE, message, did_you_mean(slug, pages), Severity.WARNING)
    for flag in library.lexicon.red_flags:
        for slug in flag.care:
            if slug not in profiles:
                message = f"the sign `{flag.pattern[:40]}` names a care profile `{slug}` that is not there"
                yield Problem(Location(PHRASES), RULE, message, did_you_mean(slug, profiles), Severity.WARNING)


def _in_record(file: str, record: _Record, name: str, named: Iterable[str], known: set[str]) -> Iterator[Problem]:
    place = Location(f"content/{file}.yaml", record.line, record.column)
    for slug in named:
        if slug not in known:
            message = f"`{record.slug}` names a {name} `{slug}` that is not there"
            yield Problem(place, RULE, message, did_you_mean(slug, known), SEVERITY, len(record.slug))


def _unknown(site: Site, place: Location, kind: str, name: str, slug: str, known: set[str]) -> Problem:
    if any((draft.kind, draft.slug) == (kind, slug) for draft in site.library.drafts):
        hint = "it is a draft: publish it first"
    else:
        where = _FILES.get(kind) or f"content/{kind}/{slug}.md"
        hint = did_you_mean(slug, known) or f"add it in {where}"
    return Problem(place, RULE, f"there is no {name} `{slug}`", hint, SEVERITY, len(slug))
