"""The stage of a build in which pages are made: those that are known come from the cache, the others from the pool."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.digest import digest_of
from healthsite.pages.every import Unit, every_unit, pages_of
from healthsite.pool import FEW, Pool
from healthsite.rendering.job import render
from healthsite.rendering.ledger import Ledger
from healthsite.rendering.unit import Made, Parcels, Product, Task, Workshop, produce, produce_and_store, produce_sent

UNITS: Final = "units"
"""Under this name the cache remembers what the pages of each unit rest on."""


LOST: Final = "the cluster was lost; this machine made what was left of the pages ({} units)"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The pages of a site. *urls* are those that search engines may list; *by_path* tells the unit of each page.

    *fresh* is how many pages had to be rendered, and *looked_at* of how many units the views were made.
    """

    artifacts: tuple[Artifact, ...]
    urls: tuple[str, ...]
    by_path: Mapping[str, Unit]
    fresh: int
    looked_at: int


def pages_rendered(
    workshop: Workshop,
    cache: Cache,
    pool: Pool,
    watch: Callable[[int, int], None] | None = None,
    executor: str | None = None,
) -> Rendered:
    """All pages of the site of *workshop*; where there is an *executor*, that cluster makes them as long as it can.

    *watch* is told how many units are done, and how many there are to do.
    """
    site = workshop.site
    shared = digest_of(workshop.settings.digest_of_all, site.config, site.searchable, cache.engine)
    ledger = Ledger(shared, workshop.facts, cache.signatures(UNITS))
    units = list(every_unit(site))
    found: dict[Unit, tuple[Made, ...]] = {}
    for unit in units:
        settled = ledger.settled(unit)
        pages = _from_cache(settled, cache) if settled is not None else None
        if pages is not None:
            found[unit] = pages
    tasks = [(unit, tuple(key for key in ledger.known(unit) if key in cache)) for unit in units if unit not in found]
    fresh = 0
    products = _products(workshop, tasks, cache, pool, executor)
    for done, (unit, count, pages) in enumerate(_produced(workshop, tasks, products, ledger, cache), start=1):
        fresh += count
        found[unit] = pages
        if watch:
            watch(done, len(tasks))
    cache.remember(UNITS, ledger.plain())
    made = [(unit, page) for unit in units for page in found[unit]]
    return Rendered(
        artifacts=tuple(page.artifact for _, page in made if page.artifact is not None),
        urls=tuple(page.url for _, page in made if page.listed),
        by_path={page.path: unit for unit, page in made},
        fresh=fresh,
        looked_at=len(tasks),
    )


def rendered_again(workshop: Workshop, pages: Rendered, path: str) -> bytes | None:
    """The bytes of the page in the file *path*, if it is one of *pages*."""
    unit = pages.by_path.get(path)
    found = (page for page in pages_of(workshop.site, unit) if page.path == path) if unit else iter(())
    return next((render(workshop.settings, page).content for page in found), None)


def _products(
    workshop: Workshop, tasks: Sequence[Task], cache: Cache, pool: Pool, executor: str | None
) -> Iterator[Product]:
    """What each of *tasks* gives, in their order."""
    done = 0
    if executor and len(tasks) >= FEW:
        from healthsite.cluster import LostCluster, joined  # noqa: PLC0415 - most builds need no cluster

        try:
            with joined(executor) as cluster:
                for product in cluster.map(produce_sent, workshop.portable, Parcels(workshop.site, tasks)):
                    done += 1
                    yield product
        except LostCluster:
            cache.notes.append(LOST.format(len(tasks) - done))
    rest = tasks[done:]
    objects = cache.storing() if len(rest) >= FEW else None
    if objects is None:
        yield from pool.map(produce, workshop, rest)
    else:
        yield from pool.map(produce_and_store, (workshop, objects), rest)


def _produced(
    workshop: Workshop, tasks: Sequence[Task], products: Iterator[Product], ledger: Ledger, cache: Cache
) -> Iterator[tuple[Unit, int, tuple[Made, ...]]]:
    """Each unit, how many of its pages had to be rendered, and its pages."""
    for (unit, _), product in zip(tasks, products, strict=True):
        fresh = sum(1 for page in product.pages if page.artifact is not None)
        pages = _from_cache([_kept(page, cache) for page in product.pages], cache)
        if pages is None:  # the cache has lost what it knew
            product = produce(workshop, (unit, ()))  # noqa: PLW2901 - the same unit, made once more
            fresh, pages = len(product.pages), tuple(_kept(page, cache) for page in product.pages)
        ledger.enter(unit, product)
        yield unit, fresh, pages


def _from_cache(pages: Sequence[Made], cache: Cache) -> tuple[Made, ...] | None:
    """*pages* with the artifacts of those that the cache knows, if it has all that are needed."""
    whole = []
    for page in pages:
        artifact = page.artifact or cache.get(page.key, page.path)
        if artifact is None:
            return None
        whole.append(page if page.artifact else page.with_artifact(artifact))
    return tuple(whole)


def _kept(page: Made, cache: Cache) -> Made:
    """*page*, if it was rendered, with its content left to the cache."""
    if page.artifact is None:
        return page
    if page.artifact.content is None:
        return page.with_artifact(cache.adopt(page.key, page.artifact))
    return page.with_artifact(cache.put(page.key, page.artifact))
