"""The build, told once: read, know, show, check, publish."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import RULES, check_all, text_rules
from healthsite.copying import copied_again, copies_shown
from healthsite.engine import engine_digest
from healthsite.model.site import Site
from healthsite.order import COPYING, RENDERING, Order, Outcome, Watch
from healthsite.outputs.offline import service_worker
from healthsite.outputs.static_files import static_files
from healthsite.outputs.theme import theme_of
from healthsite.pages.every import every_page
from healthsite.pages.frame import frame_of
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Problem, errors_in, in_order
from healthsite.publishing.release import Release, publish
from healthsite.reading.pictures import Pictures
from healthsite.reading.read import Contents, read
from healthsite.reading.texts import FileTexts
from healthsite.rendering.job import Settings
from healthsite.rendering.stage import Rendered, pages_rendered, rendered_again
from healthsite.rendering.templates import load_templates
from healthsite.rendering.unit import Workshop
from healthsite.retrieving import ContentOf, LostContentError
from healthsite.shipped import shipped
from healthsite.standing import STANDING, inputs_of, record_of
from healthsite.whole_site import address_problems, for_machines, made_again, output_problems, structure_problems

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


def build(order: Order, watch: Watch | None = None, inputs: str | None = None) -> Outcome:
    """Turn the site of *order* into its release; *inputs* are those that `inputs_of` has just found, if it was asked.

    Raises `InvalidSite` with every problem of the stage that it failed in.
    """
    _reach(order.executor)
    try:
        return _build(order, watch, inputs)
    except LostContentError:
        return _build(replace(order, clean=True), watch, None)


def _build(order: Order, watch: Watch | None, inputs: str | None) -> Outcome:
    seen = inputs_of(order) if inputs is None else inputs
    cache, pool = _cache(order), Pool(order.jobs)
    eyes = Pictures(order.root, cache.signatures(PICTURES))
    contents = _read(order, eyes, cache, pool)
    site = _site(order, contents)
    settings, static = _settings(order, site, cache)
    workshop = Workshop(site, settings)
    problems = _gate(order, contents.problems, structure_problems(workshop, cache))

    cache.remember(PICTURES, eyes.seen)
    cache.keep(READINGS, contents.readings.bound)
    try:
        told = partial(watch, RENDERING) if watch else None
        pages = pages_rendered(workshop, cache, pool, told, order.executor)
        problems = _gate(order, problems, address_problems(workshop, pages, static, cache))
        told = partial(watch, COPYING) if watch else None
        copies = copies_shown(order.root, site, pages.artifacts, cache, pool, make=order.out is not None, watch=told)
        artifacts = [*_artifacts(workshop, pages, static, cache), *copies.artifacts]
        of_outputs = output_problems(workshop, artifacts, cache)
        problems = _gate(order, problems, copies.problems, check_all(site, artifacts, of_outputs))
        release, indexing = None, None
        if order.out:
            copy_again = partial(copied_again, order.root, site, cache, pool)
            makers = (partial(rendered_again, workshop, pages), copy_again, made_again(workshop, pages))
            content_of = ContentOf(cache, *makers)
            if site.searchable:
                index, indexing = _indexed(site, pages.artifacts, content_of, cache)
                problems = _gate(order, problems, index.problems)
                artifacts += index.artifacts
            artifacts.append(service_worker(site, artifacts))
            release = _published(order.out, artifacts, content_of, cache)
            cache.keep(STANDING, partial(record_of, order, seen, release, problems))
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
    _gate(order, structure_problems(workshop, cache))
    pages = pages_rendered(workshop, cache, pool, executor=order.executor)
    _gate(order, address_problems(workshop, pages, static, cache))
    copies = copies_shown(order.root, site, pages.artifacts, cache, pool, make=False)
    artifacts = [*_artifacts(workshop, pages, static, cache), *copies.artifacts]
    of_outputs = output_problems(workshop, artifacts, cache)
    problems = in_order((*contents.problems, *copies.problems, *check_all(site, artifacts, of_outputs)))
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
    return [*pages.artifacts, *static, *for_machines(workshop, pages, cache)]


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
