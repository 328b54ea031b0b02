"""Gives the texts of documents when they are needed, so that nobody holds them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from healthsite.disk import read_bytes
from healthsite.model.library import AnyDocument
from healthsite.problems import InvalidSite, Location, Problem
from healthsite.reading.decoding import decode
from healthsite.reading.front_matter import split


@dataclass(frozen=True, slots=True)
class FileTexts:
    """The texts of the documents of the site in *root*, each read from its file when it is asked for.

    Raises `InvalidSite` where a file is no longer the one that was read before.
    """

    root: Path

    def __call__(self, document: AnyDocument) -> str:
        """The text of *document*."""
        return _text(self.root, document.path, document.marks.file)


@lru_cache(maxsize=8)
def _text(root: Path, path: str, digest: str) -> str:
    """The text in the file *path*, whose bytes have that *digest*. Several parts of one page ask for it in a row."""
    content = read_bytes(root, path)
    if isinstance(content, bytes) and sha256(content).hexdigest() == digest:
        parts = split(path, decode(path, content)[0])
        if not isinstance(parts, Problem):
            return parts.body
    message = "this file was changed while the site was being built"
    raise InvalidSite([Problem(Location(path), "file", message, "build again")])
