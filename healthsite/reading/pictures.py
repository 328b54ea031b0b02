"""Looks at the pictures beside articles. Those that have not changed since they were last looked at are not opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from healthsite.disk import MOST_MEDIA_BYTES, read_bytes, stamp_of
from healthsite.imaging.fingerprint import engine, fingerprint, is_fingerprint
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.kinds import ENDINGS
from healthsite.imaging.look import look_at
from healthsite.imaging.plan import Look
from healthsite.model.document import Image
from healthsite.problems import Location, Problem

_STAMP: Final = 4
"""How many numbers tell a file from its later versions."""


class Pictures:
    """The pictures of the site in *root*; *remembered* is what an earlier run saw, plain data, or nothing.

    *opened* are the files that had to be read.
    """

    def __init__(self, root: Path, remembered: Mapping[str, Any] | None = None) -> None:
        self.opened: list[str] = []
        self._root = root
        self._remembered = remembered or {}
        self._seen: dict[str, list[Any]] = {}

    def look(self, path: str, name: str) -> Image | Problem:
        """The picture in the file *path*, which its article calls *name*; or why it cannot be used."""
        stamp = stamp_of(self._root, path)
        image = self._known(path, name, stamp) if stamp else None
        if image is None:
            self.opened.append(path)
            content = read_bytes(self._root, path, most=MOST_MEDIA_BYTES)
            if isinstance(content, Problem):
                return content
            look = look_at(content, name)
            if isinstance(look, Flaw):
                return problem_of(path, look)
            image = Image(path, name, fingerprint(content), look)
        if stamp:
            look = image.look
            self._seen[path] = [*stamp, image.fingerprint, look.kind, look.width, look.height, look.clear]
        return image

    @property
    def seen(self) -> Mapping[str, Any]:
        """What is to be remembered for the next run."""
        return {"engine": engine(), "files": self._seen} if self._seen else {}

    def _known(self, path: str, name: str, stamp: list[int]) -> Image | None:
        """The picture as it was last seen, if the file is still the same, and so is the way of looking at it."""
        files = self._remembered.get("files")
        entry = files.get(path) if isinstance(files, dict) else None
        if not isinstance(entry, list) or entry[:_STAMP] != stamp or self._remembered.get("engine") != engine():
            return None
        match entry[_STAMP:]:
            case [str(mark), str(kind), int(width), int(height), bool(clear)] if (
                is_fingerprint(mark) and kind in ENDINGS and min(width, height) > 0
            ):
                return Image(path, name, mark, Look(kind, width, height, clear))
        return None


def problem_of(path: str, flaw: Flaw) -> Problem:
    """The problem that the picture in the file *path* has."""
    return Problem(Location(path, flaw.line), "image", flaw.message, flaw.hint, length=0)
