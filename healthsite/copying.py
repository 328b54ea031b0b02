"""Copies the pictures that pages show: once for each content, in processes, and not again while the cache has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.cache import LASTING, Cache
from healthsite.model.site import Site
from healthsite.outputs import pictures
from healthsite.pages.pictures import every_copy
from healthsite.pool import Pool
from healthsite.problems import Problem


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of pictures to publish, what is wrong with the pictures, and how many of them had to be copied."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    made: int


def copies_shown(
    root: Path, site: Site, rendered: Sequence[Artifact], cache: Cache, pool: Pool, *, make: bool
) -> Copies:
    """The copies that the pages in *rendered* show or link to. The site's folder is *root*.

    Unless they are to be made (*make*), it is only seen whether they could be, and there is nothing in them. What the
    cache has stays there, whether a page shows it or not: a page that is broken today may show it tomorrow.
    """
    shown = {href for artifact in rendered for href in artifact.findings.hrefs}
    known = list(every_copy(site))
    found = {copy.path: cache.get(LASTING + copy.path, copy.path) for copy in known}
    wanted = [copy for copy in known if site.href(f"/{copy.path}") in shown]
    tasks = pictures.tasks_of(copy for copy in wanted if found[copy.path] is None)
    problems: list[Problem] = []
    results = pool.apart(pictures.make if make else pictures.check, root, tasks)
    for task, done in zip(tasks, results, strict=True):
        if isinstance(done, tuple):
            found |= {copy.path: cache.put(LASTING + copy.path, copy) for copy in done}
        else:
            problems.append(done or pictures.lost(task))
            found |= {path: Artifact.of(path, b"") for path, _ in task.copies}
    artifacts = tuple(artifact for copy in wanted if (artifact := found[copy.path]))
    return Copies(artifacts, tuple(problems), len(tasks))


def copied_again(root: Path, site: Site, pool: Pool, path: str) -> bytes | None:
    """The content of the copy that is published as *path*, if it is one, and can be made once more."""
    tasks = pictures.tasks_of(copy for copy in every_copy(site) if copy.path == path)
    done = next(pool.apart(pictures.make, root, tasks), None)
    return done[0].content if isinstance(done, tuple) else None
