"""What the pool runs for each unit of pages: its views are made, and those pages rendered that are not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import overload

from healthsite.artifact import Artifact
from healthsite.model.facts import Facts, watched
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.objects import store
from healthsite.pages.every import Unit, pages_of, told_by
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

    def with_artifact(self, artifact: Artifact) -> Made:
        """The same page with that *artifact*."""
        return Made(self.url, self.path, self.key, self.listed, artifact)


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

    @property
    def portable(self) -> Workshop:
        """The same for machines that do not have the site's files, and are sent each text that they need."""
        return Workshop(replace(self.site, texts=SentTexts(())), self.settings)

    @cached_property
    def facts(self) -> Facts:
        """The facts of the site."""
        return Facts(self.site)


@dataclass(frozen=True, slots=True)
class SentTexts:
    """The texts of those documents that were sent along, by their paths."""

    sent: tuple[tuple[str, str], ...]

    def __call__(self, document: AnyDocument) -> str:
        """The text of *document*."""
        for path, text in self.sent:
            if path == document.path:
                return text
        raise LookupError(f"the text of {document.path} was not sent along")


Parcel = tuple[Task, SentTexts]
"""A unit to be made on another machine, and the texts that are needed there."""


class Parcels(Sequence[Parcel]):
    """The parcels of *tasks*, each made when it is asked for: nobody holds the texts of them all."""

    def __init__(self, site: Site, tasks: Sequence[Task]) -> None:
        self._site, self._tasks = site, tasks

    def __len__(self) -> int:
        return len(self._tasks)

    @overload
    def __getitem__(self, place: int) -> Parcel: ...
    @overload
    def __getitem__(self, place: slice) -> list[Parcel]: ...
    def __getitem__(self, place: int | slice) -> Parcel | list[Parcel]:
        if isinstance(place, slice):
            return [self._parcel(task) for task in self._tasks[place]]
        return self._parcel(self._tasks[place])

    def _parcel(self, task: Task) -> Parcel:
        document = told_by(self._site.library, task[0])
        if document is None or document.body is not None:
            return task, SentTexts(())
        return task, SentTexts(((document.path, self._site.text_of(document)),))


def produce_sent(workshop: Workshop, parcel: Parcel) -> Product:
    """As `produce`, with the texts of *parcel*."""
    task, texts = parcel
    return _product(workshop, replace(workshop.site, texts=texts), task)


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
    return page.with_artifact(replace(page.artifact, content=None))


def produce(workshop: Workshop, task: Task) -> Product:
    """The pages of a unit. A pure function of its arguments, and of the texts that the site gives."""
    return _product(workshop, workshop.site, task)


def _product(workshop: Workshop, site: Site, task: Task) -> Product:
    unit, known = task
    noted: set[str] = set()
    pages = []
    for page in pages_of(watched(site, workshop.facts, noted.add), unit):
        key = key_of(workshop.settings, page)
        artifact = None if key in known else render(workshop.settings, page)
        pages.append(Made(page.url, page.path, key, page.head.indexed, artifact))
    return Product(tuple(pages), tuple(sorted(noted)))
