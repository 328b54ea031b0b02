"""The pictures that stand beside articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact
from healthsite.disk import MOST_MEDIA_BYTES, read_bytes
from healthsite.model.site import Site
from healthsite.problems import InvalidSite, Location, Problem

_ACTIVE_SVG: Final = re.compile(rb"<\s*script|\son[a-z]+\s*=|javascript:|<\s*foreignobject", re.IGNORECASE)


def pictures(site: Site, root: Path) -> Iterator[Artifact]:
    """Every picture of *site*, whose folder is *root*, where its article's page finds it.

    Raises `InvalidSite` for one that cannot be read, and for a drawing that carries a program.
    """
    for document in site.library.documents:
        for image in document.images:
            content = read_bytes(root, image.path, most=MOST_MEDIA_BYTES)
            if isinstance(content, Problem):
                raise InvalidSite([content])
            if image.name.lower().endswith(".svg") and _ACTIVE_SVG.search(content):
                message = "this drawing carries a program, or links that start one"
                raise InvalidSite([Problem(Location(image.path), "image", message, "export it as a plain SVG")])
            yield Artifact.of(f"{document.url}{image.name}".removeprefix("/"), content)
