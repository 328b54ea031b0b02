"""The build, told once: read, know, show, check, publish."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import RULES, check_all, check_structure, text_rules
from healthsite.engine import engine_digest
from healthsite.model.site import Site
from healthsite.outputs.feed import feed
from healthsite.outputs.offline import service_worker
from healthsite.outputs.pictures import pictures
from healthsite.outputs.search_index import search_index
from healthsite.outputs.sitemap import robots, sitemap
from healthsite.outputs.static_files import static_files
from healthsite.outputs.web_app import manifest
from healthsite.pages.every import every_page
from healthsite.pages.frame import frame_of
from healthsite.pages.page import Page
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Problem, errors_in, in_order
from healthsite.publishing.release import Release, publish
from healthsite.reading.read import read
from healthsite.rendering.job import Settings, key_of, render
from healthsite.rendering.templates import load_templates
from healthsite.report.survey import Survey, read_text, survey
from healthsite.report.write import write_report
from healthsite.shipped import shipped


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. *out* ``None`` checks only, and writes nothing at all."""

    root: Path
    today: date
    out: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    clean: bool = False
    search: bool = True
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: the pages that had to be rendered, the warnings, and what was published."""

    rendered: int
    problems: tuple[Problem, ...]
    release: Release | None
    notes: tuple[str, ...] = ()


Watch = Callable[[int, int], None]
"""Told how many pages are rendered, and how many there are to render."""


def build(order: Order, watch: Watch | None = None) -> Outcome:
    """Turn the site of *order* into its release.

    Raises `InvalidSite` with every problem of the stage that it failed in.
    """
    try:
        return _build(order, watch)
    except _LostContentError:
        return _build(replace(order, clean=True), watch)


def _build(order: Order, watch: Watch | None) -> Outcome:
    contents = read(order.root, base_url=order.base_url, drafts=order.drafts, rules=RULES)
    site = Site.of(contents.config, contents.library, order.today)
    settings, pages, static = _settings(order, site)
    problems = _gate(order, contents.problems, check_structure(site, pages, _at_root(static)))

    cache = _cache(order)
    try:
        rendered, fresh = _rendered(settings, pages, cache, Pool(order.jobs), watch)
        artifacts = _artifacts(order, site, settings, pages, rendered, static)
        problems = _gate(order, problems, check_all(site, artifacts))
        release = None
        if order.out:
            contents_of = _ContentOf(settings, pages, cache)
            if order.search:
                artifacts += search_index(site, pages, rendered, contents_of, cache)
            artifacts.append(service_worker(site, artifacts))
            release = _published(order.out, artifacts, contents_of, cache)
    finally:
        cache.save()
    return Outcome(fresh, problems, release, tuple(cache.notes))


def report(order: Order, folder: Path) -> tuple[Path, Path, Survey]:
    """Write the editors' report on the site of *order* into *folder*; its two files, and what it says.

    Raises `InvalidSite` only for a site that cannot be rendered: whatever else is wrong is what the report is about.
    """
    contents = read(order.root, base_url=order.base_url, drafts=order.drafts, rules=RULES)
    site = Site.of(contents.config, contents.library, order.today)
    settings, pages, static = _settings(order, site)
    _gate(replace(order, strict=False), check_structure(site, pages, _at_root(static)))
    pool = Pool(order.jobs)
    rendered, _ = _rendered(settings, pages, Cache(order.root / ".cache", engine_digest(), write=False), pool, None)
    problems = in_order(
        (*contents.problems, *check_all(site, _artifacts(order, site, settings, pages, rendered, static)))
    )
    bodies = [page.body for page in pages if page.body is not None]
    readings = dict(zip([body.path for body in bodies], pool.map(read_text, None, bodies), strict=True))
    found = survey(site, readings, problems)
    return *write_report(found, folder), found


def _settings(order: Order, site: Site) -> tuple[Settings, list[Page], tuple[Artifact, ...]]:
    """What all pages share, the pages, and the static files."""
    static, assets = static_files(shipped(), order.root, site.base_path)
    templates = load_templates(shipped(), order.root)
    return (
        Settings(frame_of(site), templates, assets, text_rules(site), site.config.markdown == "swift"),
        list(every_page(site)),
        static,
    )


def _artifacts(
    order: Order,
    site: Site,
    settings: Settings,
    pages: Sequence[Page],
    rendered: Sequence[Artifact],
    static: Sequence[Artifact],
) -> list[Artifact]:
    """Every file of public/."""
    return [
        *rendered,
        *static,
        *pictures(site, order.root),
        feed(site),
        *sitemap(site, pages),
        robots(site),
        manifest(site, dict(settings.assets)),
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
    folder = order.root / ".cache"
    if order.clean and order.out:
        Cache.clear(folder)
    return Cache(folder if order.out or not order.clean else None, engine_digest(), write=order.out is not None)


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
            watch(done, len(missing))
    return [artifact for artifact in found if artifact is not None], len(missing)


def _published(out: Path, artifacts: Sequence[Artifact], content_of: _ContentOf, cache: Cache) -> Release:
    name = os.path.realpath(out)
    release = publish(artifacts, out, content_of, cache.signatures(name))
    cache.remember(name, release.signatures)
    return release


class _LostContentError(Exception):
    """A content that the cache gave out is broken, and nothing but a build from the start makes it again."""


class _ContentOf:
    """Gives the bytes of an artifact: its own, or the cache's, or those of its page rendered once more."""

    def __init__(self, settings: Settings, pages: Sequence[Page], cache: Cache) -> None:
        self._settings, self._cache = settings, cache
        self._pages = {page.path: page for page in pages}

    def __call__(self, artifact: Artifact) -> bytes:
        if artifact.content is not None:
            return artifact.content
        content = self._cache.content(artifact.digest)
        if content is None:
            self._cache.forget(artifact.digest)
            if artifact.path not in self._pages:
                raise _LostContentError(artifact.path)
            content = render(self._settings, self._pages[artifact.path]).content
        return content or b""
