"""Which sources the site rests on, for the rules about sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from healthsite.model.citation import Citation
from healthsite.model.site import Site
from healthsite.problems import Location

_FILE: Final = "content/sources.yaml"


def used_sources(site: Site) -> frozenset[str]:
    """The slugs of all sources that a page, a dose, a glossary entry or a care card names."""
    return frozenset(slug for record in _records(site) for slug in record.sources) | frozenset(
        dose.source for exercise in site.library.exercises for dose in exercise.meta.doses
    )


def place_of(source: Citation) -> Location:
    """Where *source* is written."""
    return Location(_FILE, source.line, 1 if source.line else 0)


def _records(site: Site) -> Iterator[Any]:
    yield from (document.meta for document in site.library.documents)
    yield from site.library.glossary
    yield from site.library.care.profiles
    yield from site.library.care.groups
