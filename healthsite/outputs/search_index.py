"""The search index: every page's words, cut into small files that a browser loads as it needs them (Pagefind)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.model.site import Site
from healthsite.pages.page import Page


def search_index(
    site: Site,  # noqa: ARG001
    pages: Sequence[Page],  # noqa: ARG001
    rendered: Sequence[Artifact],  # noqa: ARG001
    content_of: Callable[[Artifact], bytes],  # noqa: ARG001
    cache: Cache,  # noqa: ARG001
) -> list[Artifact]:
    """The files of the index below ``pagefind/``."""
    return []
