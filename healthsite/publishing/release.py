"""Publishes artifacts into a plain folder.

Everything new is first written into a staging folder inside it; only when all of that has worked is each file moved
to its place: static files, then pages, then deletions, then the manifest. Killed at any moment, every file is whole,
and the next build mends the rest. A file that is already right is not touched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from healthsite.artifact import Artifact
from healthsite.problems import NotPublished
from healthsite.publishing.manifest import NAME, STAGING, manifest_bytes, read_manifest, require_folder

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
    wanted = {artifact.path: artifact for artifact in artifacts}
    try:
        require_folder(out)
        with _alone_in(out):
            return _publish(wanted, out, content_of, signatures or {})
    except OSError as error:
        raise NotPublished(f"{out} cannot be written: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def _alone_in(out: Path) -> Iterator[None]:
    """Wait until no other build publishes into *out*, where the system has such locks."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        from fcntl import LOCK_EX, flock  # noqa: PLC0415 - not every system has such locks
    except ImportError:  # pragma: no cover - as above
        yield
        return
    handle = os.open(out, os.O_RDONLY)
    try:
        flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


def _publish(
    wanted: Mapping[str, Artifact], out: Path, content_of: Callable[[Artifact], bytes], known: Signatures
) -> Release:
    before = read_manifest(out)
    _sweep(out)
    changed = [
        artifact
        for path, artifact in sorted(wanted.items(), key=lambda item: (not item[0].startswith("assets/"), item[0]))
        if not _is_right(out, artifact, before.get(path), known.get(path))
    ]
    gone = sorted(set(before) - set(wanted))
    after = {path: artifact.digest for path, artifact in wanted.items()}
    if changed or gone or dict(before) != after:
        _replace(out, changed, gone, before, after, content_of)
    return Release(len(changed), len(wanted) - len(changed), len(gone), _signatures(out, wanted))


def _is_right(out: Path, artifact: Artifact, published: str | None, signature: object) -> bool:
    """Whether the file in *out* is the artifact: by its signature, or else by its bytes."""
    if published != artifact.digest:
        return False
    file = out / artifact.path
    try:
        stat = os.lstat(file)
        if isinstance(signature, list) and signature == [stat.st_size, stat.st_mtime_ns]:
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
    paths = [artifact.path for artifact in changed]
    folders = sorted({str(folder) for path in paths for folder in PurePosixPath(path).parents if folder.name})
    _refuse_foreign(out, paths, folders, gone, before)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=out))
    try:
        for number, artifact in enumerate(changed):
            (staging / str(number)).write_bytes(content_of(artifact))
        for name, files in (("during", {**after, **before}), ("after", after)):
            (staging / name).write_bytes(manifest_bytes(files))
        _make_room(out, paths, folders, gone)
        os.replace(staging / "during", out / NAME)
        for number, path in enumerate(paths):
            os.replace(staging / str(number), out / path)
        for path in gone:
            _remove(out, path)
        os.replace(staging / "after", out / NAME)
    except BaseException:
        _remove_empty(out, reversed(folders))
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _sweep(out: Path) -> None:
    """Remove what a killed build left of its staging."""
    for leftover in out.glob(f"{STAGING}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _refuse_foreign(
    out: Path, paths: Sequence[str], folders: Sequence[str], gone: Sequence[str], before: Mapping[str, str]
) -> None:
    """Raise `NotPublished` where somebody else's file or folder stands in the way, before anything is changed."""
    ours = {place for old in gone for place in _prefixes(old)}
    for path in folders:
        place = out / path
        if os.path.lexists(place) and (place.is_symlink() or not place.is_dir()) and path not in gone:
            raise NotPublished(f"{place} is in the way and was not put there by a build; move it, and build again")
    for path in paths:
        place = out / path
        if place.is_dir() and not place.is_symlink():
            if any(found.relative_to(out).as_posix() not in ours for found in (place, *place.rglob("*"))):
                raise NotPublished(f"{place} is a folder in the way of a page; move it, and build again")
        elif path not in before and os.path.lexists(place):
            raise NotPublished(f"{place} is in the way and was not put there by a build; move it, and build again")


def _make_room(out: Path, paths: Sequence[str], folders: Sequence[str], gone: Sequence[str]) -> None:
    """Remove old files of ours that stand in the way, and make every folder, before anything is moved."""
    files, needed = set(paths), set(folders)
    for old in gone:
        if old in needed or any(folder in files for folder in _prefixes(old)[:-1]):
            _remove(out, old)
    for folder in folders:
        (out / folder).mkdir(exist_ok=True)


def _prefixes(path: str) -> list[str]:
    """*path* and the folders above it."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _remove(out: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it; nothing behind a link."""
    if any((out / folder).is_symlink() for folder in _prefixes(path)[:-1]):
        return
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        (out / path).unlink()
    _remove_empty(out, reversed(_prefixes(path)[:-1]))


def _remove_empty(out: Path, folders: Iterable[str]) -> None:
    """Remove those of *folders*, the deepest first, that are empty."""
    for folder in folders:
        with suppress(OSError):
            (out / folder).rmdir()


def _signatures(out: Path, wanted: Iterable[str]) -> Signatures:
    found = {}
    for path in wanted:
        with suppress(OSError):
            stat = os.lstat(out / path)
            found[path] = [stat.st_size, stat.st_mtime_ns]
    return found
