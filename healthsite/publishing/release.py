"""Publishes artifacts into a plain folder.

Everything new is first written into a staging folder inside it; only when all of that has worked is each file moved
to its place: static files, then pages, then deletions, then the manifest. Killed at any moment, every file is whole,
and the next build mends the rest. A file that is already right is not touched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact
from healthsite.problems import NotPublished
from healthsite.publishing.manifest import NAME, manifest_bytes, read_manifest

_STAGING: Final = ".healthsite-staging-"

Signatures = Mapping[str, list[int]]
"""For each file: its size and the time of its last change, in nanoseconds, when it was last known to be right."""


@dataclass(frozen=True, slots=True)
class Release:
    """What publishing did: numbers of files, and the *signatures* to give to the next build."""

    written: int
    unchanged: int
    removed: int
    signatures: Signatures = field(default_factory=dict)


def publish(
    artifacts: Iterable[Artifact],
    out: Path,
    content_of: Callable[[Artifact], bytes],
    signatures: Signatures | None = None,
) -> Release:
    """Make *out* hold exactly *artifacts*, beside files that are not ours.

    *content_of* gives the bytes of an artifact. Raises `UnusableFolder` where *out* is not ours to write in, and
    `NotPublished` where the disk does not take it.
    """
    before = read_manifest(out)
    known = signatures or {}
    wanted = {artifact.path: artifact for artifact in artifacts}
    changed = [
        artifact
        for path, artifact in sorted(wanted.items(), key=lambda item: (not item[0].startswith("assets/"), item[0]))
        if not _is_right(out, artifact, before.get(path), known.get(path))
    ]
    gone = sorted(set(before) - set(wanted))
    after = {path: artifact.digest for path, artifact in wanted.items()}
    if changed or gone or dict(before) != after:
        try:
            _replace(out, changed, gone, before, after, content_of)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise NotPublished(f"{out} cannot be written: {reason}") from error
    return Release(len(changed), len(wanted) - len(changed), len(gone), _signatures(out, wanted))


def _is_right(out: Path, artifact: Artifact, published: str | None, signature: Sequence[int] | None) -> bool:
    """Whether the file in *out* is the artifact: by its signature, or else by its bytes."""
    if published != artifact.digest:
        return False
    file = out / artifact.path
    try:
        stat = os.lstat(file)
        if signature is not None and list(signature) == [stat.st_size, stat.st_mtime_ns]:
            return True
        return not file.is_symlink() and sha256(file.read_bytes()).hexdigest() == artifact.digest
    except OSError:
        return False


def _replace(
    out: Path,
    changed: Sequence[Artifact],
    gone: Sequence[str],
    before: Mapping[str, str],
    after: Mapping[str, str],
    content_of: Callable[[Artifact], bytes],
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for leftover in out.glob(f"{_STAGING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=out))
    try:
        for number, artifact in enumerate(changed):
            (staging / str(number)).write_bytes(content_of(artifact))
        for name, files in (("during", {**after, **before}), ("after", after)):
            (staging / name).write_bytes(manifest_bytes(files))
        os.replace(staging / "during", out / NAME)
        for number, artifact in enumerate(changed):
            _place(staging / str(number), out, artifact.path, gone)
        for path in gone:
            _remove(out, path)
        os.replace(staging / "after", out / NAME)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _place(staged: Path, out: Path, path: str, gone: Sequence[str]) -> None:
    """Move a staged file to its place; an old file or folder of ours that stands in the way goes first."""
    target = out / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, target)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        for old in gone:
            if f"{path}/".startswith(f"{old}/") or f"{old}/".startswith(f"{path}/"):
                _remove(out, old)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, target)


def _remove(out: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        (out / path).unlink()
    for folder in (out / path).parents:
        if folder == out:
            break
        with suppress(OSError):
            folder.rmdir()


def _signatures(out: Path, wanted: Iterable[str]) -> Signatures:
    found = {}
    for path in wanted:
        with suppress(OSError):
            stat = os.lstat(out / path)
            found[path] = [stat.st_size, stat.st_mtime_ns]
    return found
