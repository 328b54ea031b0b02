"""What the pool runs for each unit of pages: its views are made, and those pages rendered that are not known yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.model.facts import Facts, watched
from healthsite.model.site import Site
from healthsite.objects import store
from healthsite.pages.every import Unit, pages_of
from healthsite.rendering.job import Settings, key_of, render

Task = tuple[Unit, tuple[str, ...]]
"""A unit, and the keys of the pages that were rendered for it before."""


@dataclass(frozen=True, slots=True)
class Made:
    """One page of a unit: its *url*, whether search engines may list it, and the *key* of what it is made from.

    *artifact* is ``None`` for a page that is known.
    """

    url: str
    path: str
    key: str
    listed: bool
    artifact: Artifact | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """The pages of a unit, and the facts that they rest on, sorted."""

    pages: tuple[Made, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Workshop:
    """What all units are made from."""

    site: Site
    settings: Settings

    @cached_property
    def facts(self) -> Facts:
        """The facts of the site."""
        return Facts(self.site)


def produce_and_store(constants: tuple[Workshop, Path], task: Task) -> Product:
    """As `produce`, but the contents of the pages are left in a folder of the cache, if that can be written."""
    workshop, objects = constants
    product = produce(workshop, task)
    return replace(product, pages=tuple(_stored(page, objects) for page in product.pages))


def _stored(page: Made, objects: Path) -> Made:
    if page.artifact is None:
        return page
    try:
        store(objects, page.artifact)
    except OSError:
        return page  # the cache itself will find that it cannot be written, and say so
    return replace(page, artifact=replace(page.artifact, content=None))


def produce(workshop: Workshop, task: Task) -> Product:
    """The pages of a unit. A pure function of its arguments, and of the texts that the site gives."""
    unit, known = task
    noted: set[str] = set()
    pages = []
    for page in pages_of(watched(workshop.site, workshop.facts, noted.add), unit):
        key = key_of(workshop.settings, page)
        artifact = None if key in known else render(workshop.settings, page)
        pages.append(Made(page.url, page.path, key, page.head.indexed, artifact))
    return Product(tuple(pages), tuple(sorted(noted)))
