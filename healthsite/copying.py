"""Copies the pictures that pages show: once for each content, in processes, and not again while the cache has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.cache import LASTING, Cache
from healthsite.imaging.plan import Copy, Plan, plan_of
from healthsite.model.document import Image
from healthsite.model.site import Site
from healthsite.outputs import pictures
from healthsite.pages.pictures import every_image, path_of
from healthsite.pool import Pool
from healthsite.problems import Problem


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of pictures to publish, what is wrong with the pictures, and how many of them had to be copied."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    made: int


def copies_shown(
    root: Path,
    site: Site,
    rendered: Sequence[Artifact],
    cache: Cache,
    pool: Pool,
    *,
    make: bool,
    watch: Callable[[int, int], None] | None = None,
) -> Copies:
    """The copies that the pages in *rendered* show or link to. The site's folder is *root*.

    Unless they are to be made (*make*), it is only seen whether they could be, and there is nothing in them. *watch*
    is told how many pictures are done, and how many there are.
    """
    hrefs = {href for artifact in rendered for href in artifact.findings.hrefs}
    found: dict[str, Artifact] = {}
    tasks = []
    for image in every_image(site):
        known = _known(image, cache)
        wanted = tuple(_wanted(site, image, hrefs))
        found |= {path: known[path] for copy in wanted if (path := path_of(image, copy)) in known}
        missing = [copy for copy in wanted if path_of(image, copy) not in known]
        if missing:
            tasks.append(pictures.task_of(image, missing))
    problems: list[Problem] = []
    results = pool.apart(pictures.make if make else pictures.check, root, tasks)
    for number, (task, done) in enumerate(zip(tasks, results, strict=True), start=1):
        if isinstance(done, tuple):
            found |= {copy.path: cache.put(LASTING + copy.path, copy) for copy in done}
        else:
            problems.append(done or pictures.lost(task))
            found |= {path: Artifact.of(path, b"") for path, _ in task.copies}
        if watch:
            watch(number, len(tasks))
    return Copies(tuple(found.values()), tuple(problems), len(tasks))


def copied_again(root: Path, site: Site, cache: Cache, pool: Pool, path: str) -> bytes | None:
    """The content of the copy that is published as *path*, if it is one, and can be made once more.

    Where one was lost others may be: all that are made of the picture go to the cache again.
    """
    for image in every_image(site):
        plan = plan_of(image.look)
        for copies in (plan.shown, (plan.large,)):
            if path in {path_of(image, copy) for copy in copies}:
                (done,) = pool.apart(pictures.make, root, [pictures.task_of(image, copies)])
                made = done if isinstance(done, tuple) else ()
                for copy in made:
                    cache.put(LASTING + copy.path, copy)
                return next((copy.content for copy in made if copy.path == path), None)
    return None


def _known(image: Image, cache: Cache) -> dict[str, Artifact]:
    """The copies of a picture that the cache has, by their paths.

    They stay there, whether a page shows them or not: a page that is broken today may show them tomorrow.
    """
    plan = plan_of(image.look)
    paths = dict.fromkeys(path_of(image, copy) for copy in (*plan.shown, plan.large))
    results = ((path, cache.get(LASTING + path, path, sure=False)) for path in paths)
    return {path: result for path, result in results if result}


def _wanted(site: Site, image: Image, hrefs: set[str]) -> Iterator[Copy]:
    """The copies of a picture that pages need which show or link *hrefs*."""
    plan: Plan = plan_of(image.look)
    if site.href(f"/{path_of(image, plan.plain[-1])}") in hrefs:
        yield from plan.shown
    if plan.large not in plan.plain and site.href(f"/{path_of(image, plan.large)}") in hrefs:
        yield plan.large
