"""The build, told once: read, know, show, check, publish."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import check_artifacts, check_site
from healthsite.engine import engine_digest
from healthsite.model.site import Site
from healthsite.outputs.feed import feed
from healthsite.outputs.pictures import pictures
from healthsite.outputs.sitemap import robots, sitemap
from healthsite.outputs.static_files import static_files
from healthsite.pages.every import every_page
from healthsite.pages.frame import frame_of
from healthsite.pages.page import Page
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Problem, errors_in, in_order
from healthsite.publishing.release import Release, publish
from healthsite.reading.read import read
from healthsite.rendering.job import Settings, key_of, render
from healthsite.rendering.templates import load_templates
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
    contents = read(order.root, base_url=order.base_url, drafts=order.drafts)
    site = Site.of(contents.config, contents.library, order.today)
    problems = _gate(order, contents.problems, check_site(site))

    static, assets = static_files(shipped("static"), order.root / "static", site.base_path)
    settings = Settings(frame_of(site), load_templates(shipped("templates"), order.root / "templates"), assets)
    pages = list(every_page(site))

    cache = _cache(order)
    try:
        rendered, fresh = _rendered(settings, pages, cache, Pool(order.jobs), watch)
        artifacts = [*rendered, *static, *pictures(site, order.root), feed(site), *sitemap(site, pages), robots(site)]
        problems = _gate(order, problems, check_artifacts(site, artifacts))
        release = _published(order.out, artifacts, settings, pages, cache) if order.out else None
    finally:
        cache.save()
    return Outcome(fresh, problems, release, tuple(cache.notes))


def _gate(order: Order, *found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems so far, in order, if the build may go on."""
    problems = in_order(problem for some in found for problem in some)
    if errors_in(problems, strict=order.strict):
        raise InvalidSite(problems)
    return problems


def _cache(order: Order) -> Cache:
    folder = order.root / ".cache"
    if order.clean and order.out:
        shutil.rmtree(folder, ignore_errors=True)
    return Cache(None if order.clean else folder, engine_digest(), write=order.out is not None)


def _rendered(
    settings: Settings, pages: Sequence[Page], cache: Cache, pool: Pool, watch: Watch | None
) -> tuple[list[Artifact], int]:
    """The artifact of each of *pages*, from the cache or freshly rendered; and how many were rendered."""
    keys = [key_of(settings, page) for page in pages]
    found = [cache.get(key) for key in keys]
    missing = [number for number, artifact in enumerate(found) if artifact is None]
    fresh = pool.map(render, settings, [pages[number] for number in missing])
    for done, (number, artifact) in enumerate(zip(missing, fresh, strict=True), start=1):
        found[number] = cache.put(keys[number], artifact)
        if watch:
            watch(done, len(missing))
    return [artifact for artifact in found if artifact is not None], len(missing)


def _published(
    out: Path, artifacts: Sequence[Artifact], settings: Settings, pages: Sequence[Page], cache: Cache
) -> Release:
    page_at = {page.path: page for page in pages}

    def content_of(artifact: Artifact) -> bytes:
        content = artifact.content or cache.content(artifact.digest)
        if content is None:
            cache.forget(artifact.digest)
            content = render(settings, page_at[artifact.path]).content
        return content or b""

    name = str(out.resolve())
    release = publish(artifacts, out, content_of, cache.signatures(name))
    cache.remember(name, release.signatures)
    return release
