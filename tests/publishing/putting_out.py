"""What tests of publishing share: files to publish, what a folder holds, and a disk that makes trouble."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from healthsite.artifact import Artifact
from healthsite.publishing.manifest import NAME
from healthsite.publishing.release import Release, Signatures, publish

OLD: Final = {
    "assets/main.1.css": b"old style",
    "index.html": b"old home",
    "same.html": b"same",
    "articles/gone/index.html": b"gone",
    "file": b"was a file",
    "folder/a/deep.html": b"was in a folder",
}
NEW: Final = {
    "assets/main.2.css": b"new style",
    "index.html": b"new home, longer than the old one",
    "same.html": b"same",
    "articles/new/index.html": b"new",
    "file/index.html": b"is a folder now",
    "folder": b"is a file now",
}
CHANGES: Final = ((os, "replace"), (Path, "write_bytes"), (Path, "unlink"), (Path, "mkdir"), (Path, "rmdir"))
"""The calls by which publishing changes the disk."""


def full() -> OSError:
    """What a full disk answers."""
    return OSError(errno.ENOSPC, "No space left on device")


def put_out(out: Path, files: Mapping[str, bytes], signatures: Signatures | None = None) -> Release:
    """Publish *files* in *out*."""
    artifacts = [Artifact.of(path, content) for path, content in files.items()]
    return publish(artifacts, out, lambda artifact: artifact.content or b"", signatures)


def found(out: Path) -> dict[str, bytes]:
    """Every file in *out* but the manifest."""
    files = (file for file in out.rglob("*") if file.is_file() and file.name != NAME)
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def times(out: Path) -> dict[str, int]:
    """When each file in *out* was last changed, the manifest among them."""
    return {file.name: file.stat().st_mtime_ns for file in out.rglob("*") if file.is_file()}


class Trouble:
    """Raises what *error* makes at the change number *at* of the disk; a write gets half of its bytes done."""

    def __init__(
        self, patch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException], changes: Any = CHANGES
    ) -> None:
        self.left = at
        self.error = error
        for owner, name in changes:
            patch.setattr(owner, name, self._counted(getattr(owner, name), half=name == "write_bytes"))

    def _counted(self, real: Callable[..., Any], *, half: bool) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                if half:
                    real(args[0], args[1][: len(args[1]) // 2])
                raise self.error()
            return real(*args, **options)

        return call
