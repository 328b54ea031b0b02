"""What can be asked of a build, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from healthsite.problems import Problem
from healthsite.publishing.release import Release

RENDERING: Final = "Rendering pages"
COPYING: Final = "Copying pictures"
Watch = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. *out* ``None`` checks only, and writes nothing at all.

    *cache* is where results are kept from one build to the next: ``.cache`` in the site, unless told otherwise.
    *executor* names a cluster whose machines render pages, as in ``dask:tcp://host:8786``.
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
    executor: str | None = None

    @property
    def cache_folder(self) -> Path:
        """Where results are kept."""
        return self.cache or self.root / ".cache"


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
