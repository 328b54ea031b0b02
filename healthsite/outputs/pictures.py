"""The pictures that stand beside articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.model.site import Site
from healthsite.problems import InvalidSite, Location, Problem


def pictures(site: Site, root: Path) -> Iterator[Artifact]:
    """Every picture of *site*, whose folder is *root*, where its article's page finds it."""
    for document in site.library.documents:
        for image in document.images:
            try:
                content = (root / image.path).read_bytes()
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                problem = Problem(Location(image.path), "file", f"this picture cannot be read: {reason}")
                raise InvalidSite([problem]) from None
            yield Artifact.of(f"{document.url}{image.name}".removeprefix("/"), content)
