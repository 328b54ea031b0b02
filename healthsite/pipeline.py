"""The build, told once: read, know, show, check, publish."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import RULES, check_all, check_structure, text_rules
from healthsite.copying import copied_again, copies_shown
from healthsite.engine import engine_digest
from healthsite.model.site import Site
from healthsite.outputs.feed import feeds
from healthsite.outputs.offline import service_worker
from healthsite.outputs.search_index import SearchIndex, search_index
from healthsite.outputs.sitemap import robots, sitemap
from healthsite.outputs.static_files import static_files
from healthsite.outputs.theme import theme_of
from healthsite.outputs.web_app import manifest
from healthsite.pages.every import every_page
from healthsite.pages.frame import frame_of
from healthsite.pages.page import Page
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Problem, errors_in, in_order
from healthsite.publishing.release import Release, publish
from healthsite.reading.pictures import Pictures
from healthsite.reading.read import Contents, read
from healthsite.rendering.job import Settings, key_of, render
from healthsite.rendering.templates import load_templates
from healthsite.report.survey import Survey, read_text, survey
from healthsite.report.write import write_report
from healthsite.shipped import shipped


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. *out* ``None`` checks only, and writes nothing at all.

    *cache* is where results are kept from one build to the next: ``.cache`` in the site, unless told otherwise.
    """

    root: Path
    today: date
    out: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    clean: bool = False
    search: bool = True
    jobs: int = 1
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: the pages that had to be rendered, the warnings, and what was published.

    *opened* are the pictures that had to be read, and *copied* how many had to be copied. *indexing* is how many
    seconds the search index took, where it had to be made.
    """

    rendered: int
    problems: tuple[Problem, ...]
    release: Release | None
    notes: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    copied: int = 0
    indexing: float | None = None


PICTURES: Final = "pictures"
"""Under this name the cache remembers which pictures were looked at."""
RENDERING: Final = "Rendering pages"
COPYING: Final = "Copying pictures"
Watch = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is to do."""


def build(order: Order, watch: Watch | None = None) -> Outcome:
    """Turn the site of *order* into its release.

    Raises `InvalidSite` with every problem of the stage that it failed in.
    """
    try:
        return _build(order, watch)
    except _LostContentError:
        return _build(replace(order, clean=True), watch)


def _build(order: Order, watch: Watch | None) -> Outcome:
    cache, pool = _cache(order), Pool(order.jobs)
    eyes = Pictures(order.root, cache.signatures(PICTURES))
    contents = _read(order, eyes)
    site = Site.of(contents.config, contents.library, order.today, search=order.search)
    settings, pages, static = _settings(order, site)
    problems = _gate(order, contents.problems, check_structure(site, pages, _at_root(static)))

    cache.remember(PICTURES, eyes.seen)
    try:
        rendered, fresh = _rendered(settings, pages, cache, pool, watch)
        seen = partial(watch, COPYING) if watch else None
        copies = copies_shown(order.root, site, rendered, cache, pool, make=order.out is not None, watch=seen)
        artifacts = [*_artifacts(site, settings, pages, rendered, static), *copies.artifacts]
        problems = _gate(order, problems, copies.problems, check_all(site, artifacts))
        release, indexing = None, None
        if order.out:
            content_of = _ContentOf(settings, pages, cache, partial(copied_again, order.root, site, cache, pool))
            if site.searchable:
                index, indexing = _indexed(site, rendered, content_of, cache)
                problems = _gate(order, problems, index.problems)
                artifacts += index.artifacts
            artifacts.append(service_worker(site, artifacts))
            release = _published(order.out, artifacts, content_of, cache)
    finally:
        cache.save()
    return Outcome(fresh, problems, release, tuple(cache.notes), tuple(eyes.opened), copies.made, indexing)


def report(order: Order, folder: Path) -> tuple[Path, Path, Survey]:
    """Write the editors' report on the site of *order* into *folder*; its two files, and what it says.

    Raises `InvalidSite` only for a site that cannot be rendered: whatever else is wrong is what the report is about.
    """
    order = replace(order, out=None, clean=False, strict=False)
    cache, pool = _cache(order), Pool(order.jobs)
    contents = _read(order, Pictures(order.root, cache.signatures(PICTURES)))
    site = Site.of(contents.config, contents.library, order.today, search=order.search)
    settings, pages, static = _settings(order, site)
    _gate(order, check_structure(site, pages, _at_root(static)))
    rendered, _ = _rendered(settings, pages, cache, pool, None)
    copies = copies_shown(order.root, site, rendered, cache, pool, make=False)
    artifacts = [*_artifacts(site, settings, pages, rendered, static), *copies.artifacts]
    problems = in_order((*contents.problems, *copies.problems, *check_all(site, artifacts)))
    bodies = [page.body for page in pages if page.body is not None]
    readings = dict(zip([body.path for body in bodies], pool.map(read_text, None, bodies), strict=True))
    found = survey(site, readings, problems)
    return *write_report(found, folder), found


def _read(order: Order, pictures: Pictures) -> Contents:
    return read(order.root, base_url=order.base_url, drafts=order.drafts, rules=RULES, pictures=pictures)


def _settings(order: Order, site: Site) -> tuple[Settings, list[Page], tuple[Artifact, ...]]:
    """What all pages share, the pages, and the static files."""
    static, assets = static_files(shipped(), order.root, site.base_path)
    templates = load_templates(shipped(), order.root)
    return (
        Settings(
            frame_of(site, theme_of(static)), templates, assets, text_rules(site), site.config.markdown == "swift"
        ),
        list(every_page(site)),
        static,
    )


def _artifacts(
    site: Site, settings: Settings, pages: Sequence[Page], rendered: Sequence[Artifact], static: Sequence[Artifact]
) -> list[Artifact]:
    """Every file of public/ but the copies of pictures, and what is made from all of them."""
    return [
        *rendered,
        *static,
        *feeds(site),
        *sitemap(site, pages),
        robots(site),
        manifest(site, dict(settings.assets), settings.frame.theme),
    ]


def _at_root(static: Iterable[Artifact]) -> list[str]:
    return [artifact.path for artifact in static if not artifact.path.startswith("assets/")]


def _gate(order: Order, *found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems so far, in order, if the build may go on."""
    problems = in_order(problem for some in found for problem in some)
    if errors_in(problems, strict=order.strict):
        raise InvalidSite(problems)
    return problems


def _cache(order: Order) -> Cache:
    return Cache(order.cache or order.root / ".cache", engine_digest(), write=order.out is not None, clean=order.clean)


def _rendered(
    settings: Settings, pages: Sequence[Page], cache: Cache, pool: Pool, watch: Watch | None
) -> tuple[list[Artifact], int]:
    """The artifact of each of *pages*, from the cache or freshly rendered; and how many were rendered."""
    keys = [key_of(settings, page) for page in pages]
    found = [cache.get(key, page.path) for key, page in zip(keys, pages, strict=True)]
    missing = [number for number, artifact in enumerate(found) if artifact is None]
    fresh = pool.map(render, settings, [pages[number] for number in missing])
    for done, (number, artifact) in enumerate(zip(missing, fresh, strict=True), start=1):
        found[number] = cache.put(keys[number], artifact)
        if watch:
            watch(RENDERING, done, len(missing))
    return [artifact for artifact in found if artifact is not None], len(missing)


def _indexed(
    site: Site, rendered: Sequence[Artifact], content_of: _ContentOf, cache: Cache
) -> tuple[SearchIndex, float | None]:
    """The search index, and how long it took if it had to be made."""
    started = time.perf_counter()
    index = search_index(site, rendered, content_of, cache)
    return index, time.perf_counter() - started if index.made else None


def _published(out: Path, artifacts: Sequence[Artifact], content_of: _ContentOf, cache: Cache) -> Release:
    name = os.path.realpath(out)
    release = publish(artifacts, out, content_of, cache.signatures(name))
    cache.remember(name, release.signatures)
    return release


class _LostContentError(Exception):
    """A content that the cache gave out is broken, and nothing but a build from the start makes it again."""


class _ContentOf:
    """Gives the bytes of an artifact: its own, or the cache's, or those that making it once more gives.

    A page is rendered again; *copy_again* gives the copy of a picture by its path, or nothing.
    """

    def __init__(
        self, settings: Settings, pages: Sequence[Page], cache: Cache, copy_again: Callable[[str], bytes | None]
    ) -> None:
        self._settings, self._cache, self._copy_again = settings, cache, copy_again
        self._pages = {page.path: page for page in pages}

    def __call__(self, artifact: Artifact) -> bytes:
        if artifact.content is not None:
            return artifact.content
        content = self._cache.content(artifact.digest)
        if content is None:
            self._cache.forget(artifact.digest)
            page = self._pages.get(artifact.path)
            content = render(self._settings, page).content if page else self._copy_again(artifact.path)
        if content is None or sha256(content).hexdigest() != artifact.digest:
            raise _LostContentError(artifact.path)
        return content
