"""What is made or told from the site as a whole; left out where it could only be what it was before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.checks.every import check_addresses, check_outputs, check_structure
from healthsite.digest import digest_of
from healthsite.outputs.feed import feeds
from healthsite.outputs.sitemap import robots, sitemap
from healthsite.outputs.web_app import manifest
from healthsite.pages.feeds import feed_urls
from healthsite.problems import Problem
from healthsite.rendering.stage import Rendered
from healthsite.rendering.unit import Workshop


def for_machines(workshop: Workshop, pages: Rendered, cache: Cache) -> list[Artifact]:
    """The feeds, the sitemap and what else only machines read; from the cache, if nothing of it can be other."""
    settings = workshop.settings
    key = _state_of(workshop, cache, pages.urls, settings.assets, settings.frame)
    made = cache.get_all(key)
    return cache.put_all(key, _made_for_machines(workshop, pages)) if made is None else made


def made_again(workshop: Workshop, pages: Rendered) -> Callable[[str], bytes | None]:
    """Gives the bytes of a file for machines by its path; all of them are made when the first is asked for."""

    @lru_cache
    def files() -> dict[str, bytes | None]:
        return {file.path: file.content for file in _made_for_machines(workshop, pages)}

    return lambda path: files().get(path)


def structure_problems(workshop: Workshop, cache: Cache) -> tuple[Problem, ...]:
    """What `check_structure` finds."""
    state = _state_of(workshop, cache)
    return _unless_sound("structure", state, cache, lambda: check_structure(workshop.site))


def address_problems(
    workshop: Workshop, pages: Rendered, static: Iterable[Artifact], cache: Cache
) -> tuple[Problem, ...]:
    """What `check_addresses` finds."""
    site = workshop.site
    paths = [page.path for page in pages.artifacts]
    at_root = [artifact.path for artifact in static if not artifact.path.startswith("assets/")]
    written = [(document.path, document.meta.redirect_from) for document in site.library.documents]
    state = digest_of(cache.engine, written, list(feed_urls(site)), paths, at_root)
    return _unless_sound("addresses", state, cache, lambda: check_addresses(site, paths, at_root))


def output_problems(workshop: Workshop, artifacts: Sequence[Artifact], cache: Cache) -> tuple[Problem, ...]:
    """What `check_outputs` finds in *artifacts*."""
    site = workshop.site
    findings = [artifact.findings for artifact in artifacts]
    if any((found.hrefs or found.ids) and not found.linkage for found in findings):  # as where no cache can be written
        return tuple(check_outputs(site, artifacts))
    shown = [(artifact.path, artifact.findings.linkage, artifact.is_empty) for artifact in artifacts]
    state = digest_of(cache.engine, site.config, shown)
    return _unless_sound("outputs", state, cache, lambda: check_outputs(site, artifacts))


def _made_for_machines(workshop: Workshop, pages: Rendered) -> Iterator[Artifact]:
    site, settings = workshop.site, workshop.settings
    yield from feeds(site)
    yield from sitemap(site, pages.urls)
    yield robots(site)
    yield manifest(site, dict(settings.assets), settings.frame.theme)


def _state_of(workshop: Workshop, cache: Cache, *more: object) -> str:
    """The digest of the whole site but its texts, of the code that reads it, and of *more*."""
    return digest_of(cache.engine, workshop.facts.collection("everything"), workshop.site.config, more)


def _unless_sound(what: str, state: str, cache: Cache, check: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """What *check* finds; nothing, without looking, where it found nothing in the same *state* before."""
    if cache.signatures(what).get("sound") == state:
        return ()
    found = tuple(check())
    cache.remember(what, {} if found else {"sound": state})
    return found
