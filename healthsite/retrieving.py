"""Gives the bytes of artifacts: their own, or those that the cache holds, or else made once more."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from healthsite.artifact import Artifact
from healthsite.cache import Cache

Make = Callable[[str], bytes | None]
"""Makes the content of the file of a path once more; ``None`` for a path that it knows nothing of."""


class LostContentError(Exception):
    """A content that the cache gave out is broken, and nothing but a build from the start makes it again."""


class ContentOf:
    """Gives the bytes of an artifact. What the cache has lost is made again by the first of *makers* that can.

    Raises `LostContentError` where none of them can, or where it comes out as something else.
    """

    def __init__(self, cache: Cache, *makers: Make) -> None:
        self._cache, self._makers = cache, makers

    def __call__(self, artifact: Artifact) -> bytes:
        """The content of *artifact*."""
        if artifact.content is not None:
            return artifact.content
        content = self._cache.content(artifact.digest)
        if content is None:
            self._cache.forget(artifact.digest)
            made = (make(artifact.path) for make in self._makers)
            content = next((content for content in made if content is not None), None)
        if content is None or sha256(content).hexdigest() != artifact.digest:
            raise LostContentError(artifact.path)
        return content
