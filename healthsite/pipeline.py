"""The build, told once: read, know, show, check, publish."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import RULES, check_addresses, check_all, check_structure, text_rules
from healthsite.copying import copied_again, copies_shown
from healthsite.digest import digest_of
from healthsite.engine import engine_digest
from healthsite.model.site import Site
from healthsite.order import COPYING, RENDERING, Order, Outcome, Watch
from healthsite.outputs.feed import feeds
from healthsite.outputs.offline import service_worker
from healthsite.outputs.sitemap import robots, sitemap
from healthsite.outputs.static_files import static_files
from healthsite.outputs.theme import theme_of
from healthsite.outputs.web_app import manifest
from healthsite.pages.every import every_page
from healthsite.pages.frame import frame_of
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Problem, errors_in, in_order
from healthsite.publishing.release import Release, publish
from healthsite.reading.pictures import Pictures
from healthsite.reading.read import Contents, read
from healthsite.reading.readings import Readings
from healthsite.reading.texts import FileTexts
from healthsite.rendering.job import Settings
from healthsite.rendering.stage import Rendered, pages_rendered, rendered_again
from healthsite.rendering.templates import load_templates
from healthsite.rendering.unit import Workshop
from healthsite.retrieving import ContentOf, LostContentError
from healthsite.shipped import shipped
from healthsite.standing import STANDING, inputs_of, record_of

if TYPE_CHECKING:
    from healthsite.outputs.search_index import SearchIndex
    from healthsite.report.survey import Survey

__all__ = ["COPYING", "RENDERING", "Order", "Outcome", "Watch", "build", "report"]

READINGS: Final = "readings"
"""Under this name the cache keeps what reading each file gave."""
TEMPLATES: Final = "templates"
"""Under this name the cache remembers which templates name which others."""
PICTURES: Final = "pictures"
"""Under this name the cache remembers which pictures were looked at."""


def build(order: Order, watch: Watch | None = None) -> Outcome:
    """Turn the site of *order* into its release.

    Raises `InvalidSite` with every problem of the stage that it failed in.
    """
    _reach(order.executor)
    try:
        return _build(order, watch)
    except LostContentError:
        return _build(replace(order, clean=True), watch)


def _build(order: Order, watch: Watch | None) -> Outcome:
    seen = inputs_of(order)
    cache, pool = _cache(order), Pool(order.jobs)
    eyes = Pictures(order.root, cache.signatures(PICTURES))
    contents = _read(order, eyes, cache, pool)
    site = _site(order, contents)
    settings, static = _settings(order, site, cache)
    workshop = Workshop(site, settings)
    problems = _gate(order, contents.problems, _structure_problems(workshop, cache))

    cache.remember(PICTURES, eyes.seen)
    _keep(contents.readings, cache)
    try:
        told = partial(watch, RENDERING) if watch else None
        pages = pages_rendered(workshop, cache, pool, told, order.executor)
        problems = _gate(order, problems, _address_problems(workshop, pages, static, cache))
        told = partial(watch, COPYING) if watch else None
        copies = copies_shown(order.root, site, pages.artifacts, cache, pool, make=order.out is not None, watch=told)
        artifacts = [*_artifacts(workshop, pages, static, cache), *copies.artifacts]
        problems = _gate(order, problems, copies.problems, check_all(site, artifacts))
        release, indexing = None, None
        if order.out:
            copy_again = partial(copied_again, order.root, site, cache, pool)
            makers = (partial(rendered_again, workshop, pages), copy_again, _made_again(workshop, pages))
            content_of = ContentOf(cache, *makers)
            if site.searchable:
                index, indexing = _indexed(site, pages.artifacts, content_of, cache)
                problems = _gate(order, problems, index.problems)
                artifacts += index.artifacts
            artifacts.append(service_worker(site, artifacts))
            release = _published(order.out, artifacts, content_of, cache)
            cache.keep(STANDING, record_of(order, seen, release, problems))
    finally:
        cache.save()
    return Outcome(pages.fresh, problems, release, tuple(cache.notes), tuple(eyes.opened), copies.made, indexing)


def report(order: Order, folder: Path) -> tuple[Path, Path, Survey]:
    """Write the editors' report on the site of *order* into *folder*; its two files, and what it says.

    Raises `InvalidSite` only for a site that cannot be rendered: whatever else is wrong is what the report is about.
    """
    from healthsite.report.survey import read_text, survey  # noqa: PLC0415 - no build needs the report's room
    from healthsite.report.write import write_report  # noqa: PLC0415 - as above

    order = replace(order, out=None, clean=False, strict=False)
    _reach(order.executor)
    cache, pool = _cache(order), Pool(order.jobs)
    contents = _read(order, Pictures(order.root, cache.signatures(PICTURES)), cache, pool)
    site = _site(order, contents)
    settings, static = _settings(order, site, cache)
    workshop = Workshop(site, settings)
    _gate(order, _structure_problems(workshop, cache))
    pages = pages_rendered(workshop, cache, pool, executor=order.executor)
    _gate(order, _address_problems(workshop, pages, static, cache))
    copies = copies_shown(order.root, site, pages.artifacts, cache, pool, make=False)
    artifacts = [*_artifacts(workshop, pages, static, cache), *copies.artifacts]
    problems = in_order((*contents.problems, *copies.problems, *check_all(site, artifacts)))
    bodies = [page.body for page in every_page(site) if page.body is not None]
    readings = dict(zip([body.path for body in bodies], pool.map(read_text, None, bodies), strict=True))
    found = survey(site, readings, problems)
    return *write_report(found, folder), found


def _reach(executor: str | None) -> None:
    if executor is not None:
        from healthsite.cluster import reach  # noqa: PLC0415 - few builds need a cluster

        reach(executor)


def _read(order: Order, pictures: Pictures, cache: Cache, pool: Pool) -> Contents:
    return read(
        order.root,
        base_url=order.base_url,
        drafts=order.drafts,
        rules=RULES,
        pictures=pictures,
        kept=cache.kept(READINGS),
        engine=cache.engine,
        pool=pool,
    )


def _keep(readings: Readings, cache: Cache) -> None:
    bound = readings.bound()
    if bound is not None:
        cache.keep(READINGS, bound)


def _site(order: Order, contents: Contents) -> Site:
    texts = FileTexts(order.root)
    return Site.of(contents.config, contents.library, order.today, search=order.search, texts=texts)


def _settings(order: Order, site: Site, cache: Cache) -> tuple[Settings, tuple[Artifact, ...]]:
    """What all pages share, and the static files."""
    static, assets = static_files(shipped(), order.root, site.base_path)
    templates = load_templates(shipped(), order.root, cache.signatures(TEMPLATES))
    cache.remember(TEMPLATES, templates.references)
    frame, swift = frame_of(site, theme_of(static)), site.config.markdown == "swift"
    return Settings(frame, templates, assets, text_rules(site), swift, site.searchable), static


def _artifacts(workshop: Workshop, pages: Rendered, static: Sequence[Artifact], cache: Cache) -> list[Artifact]:
    """Every file of public/ but the copies of pictures, and what is made from all of them."""
    return [*pages.artifacts, *static, *_for_machines(workshop, pages, cache)]


def _for_machines(workshop: Workshop, pages: Rendered, cache: Cache) -> list[Artifact]:
    """The feeds, the sitemap and what else only machines read; from the cache, if nothing of it can be other."""
    settings = workshop.settings
    key = _state_of(workshop, cache, pages.urls, settings.assets, settings.frame)
    made = cache.get_all(key)
    return cache.put_all(key, _made_for_machines(workshop, pages)) if made is None else made


def _made_for_machines(workshop: Workshop, pages: Rendered) -> Iterator[Artifact]:
    site, settings = workshop.site, workshop.settings
    yield from feeds(site)
    yield from sitemap(site, pages.urls)
    yield robots(site)
    yield manifest(site, dict(settings.assets), settings.frame.theme)


def _made_again(workshop: Workshop, pages: Rendered) -> Callable[[str], bytes | None]:
    """Gives the bytes of a file for machines by its path; all of them are made when the first is asked for."""

    @lru_cache
    def files() -> dict[str, bytes | None]:
        return {file.path: file.content for file in _made_for_machines(workshop, pages)}

    return lambda path: files().get(path)


def _state_of(workshop: Workshop, cache: Cache, *more: object) -> str:
    """The digest of the whole site but its texts, of the code that reads it, and of *more*."""
    return digest_of(cache.engine, workshop.facts.collection("everything"), workshop.site.config, more)


def _structure_problems(workshop: Workshop, cache: Cache) -> tuple[Problem, ...]:
    """What `check_structure` finds."""
    state = _state_of(workshop, cache)
    return _unless_sound("structure", state, cache, lambda: check_structure(workshop.site))


def _address_problems(
    workshop: Workshop, pages: Rendered, static: Iterable[Artifact], cache: Cache
) -> tuple[Problem, ...]:
    """What `check_addresses` finds."""
    paths = [page.path for page in pages.artifacts]
    at_root = [artifact.path for artifact in static if not artifact.path.startswith("assets/")]
    state = _state_of(workshop, cache, paths, at_root)
    return _unless_sound("addresses", state, cache, lambda: check_addresses(workshop.site, paths, at_root))


def _unless_sound(what: str, state: str, cache: Cache, check: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """What *check* finds; nothing, without looking, where it found nothing in the same *state* before."""
    if cache.signatures(what).get("sound") == state:
        return ()
    found = tuple(check())
    cache.remember(what, {} if found else {"sound": state})
    return found


def _gate(order: Order, *found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems so far, in order, if the build may go on."""
    problems = in_order(problem for some in found for problem in some)
    if errors_in(problems, strict=order.strict):
        raise InvalidSite(problems)
    return problems


def _cache(order: Order) -> Cache:
    return Cache(order.cache_folder, engine_digest(), write=order.out is not None, clean=order.clean)


def _indexed(
    site: Site, rendered: Sequence[Artifact], content_of: ContentOf, cache: Cache
) -> tuple[SearchIndex, float | None]:
    """The search index, and how long it took if it had to be made."""
    from healthsite.outputs.search_index import search_index  # noqa: PLC0415 - a site without search needs none of it

    started = time.perf_counter()
    index = search_index(site, rendered, content_of, cache)
    return index, time.perf_counter() - started if index.made else None


def _published(out: Path, artifacts: Sequence[Artifact], content_of: ContentOf, cache: Cache) -> Release:
    name = os.path.realpath(out)
    release = publish(artifacts, out, content_of, cache.signatures(name), cache.file_of)
    cache.remember(name, release.signatures)
    return release
