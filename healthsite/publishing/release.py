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
from pathlib import Path
from stat import S_ISDIR, S_ISLNK

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
    file_of: Callable[[str], Path | None] | None = None,
) -> Release:
    """Make *out* hold exactly *artifacts*, beside files that are not ours.

    *content_of* gives the bytes of an artifact, and *file_of* the file that already holds those of a digest, if there
    is one: the published file is then another name of it, which takes no room and little time. Raises
    `UnusableFolder` where *out* is not ours to write in, and `NotPublished` where the disk does not take it.
    """
    wanted = {artifact.path: artifact for artifact in artifacts}
    try:
        require_folder(out)
        with _alone_in(out):
            return _publish(wanted, out, _Stage(content_of, file_of), signatures or {})
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


def _publish(wanted: Mapping[str, Artifact], out: Path, stage: _Stage, known: Signatures) -> Release:
    before = read_manifest(out)
    _sweep(out)
    changed, right = [], {}
    for path, artifact in sorted(wanted.items(), key=lambda item: (not item[0].startswith("assets/"), item[0])):
        signature = _signature_if_right(out, artifact, before.get(path), known.get(path))
        if signature is None:
            changed.append(artifact)
        else:
            right[path] = signature
    gone = sorted(set(before) - set(wanted))
    after = {path: artifact.digest for path, artifact in wanted.items()}
    if changed or gone or dict(before) != after:
        _replace(out, changed, gone, before, after, stage)
    written = _signatures(out, (artifact.path for artifact in changed))
    return Release(len(changed), len(right), len(gone), {**right, **written})


@dataclass(frozen=True, slots=True)
class _Stage:
    """Puts the content of an artifact into a new file."""

    content_of: Callable[[Artifact], bytes]
    file_of: Callable[[str], Path | None] | None

    def __call__(self, artifact: Artifact, place: str) -> None:
        """Make *place* hold the content of *artifact*."""
        written = self.file_of(artifact.digest) if self.file_of else None
        if written is not None:
            with suppress(OSError):  # another disk, or one without such names
                os.link(written, place)
                return
        Path(place).write_bytes(self.content_of(artifact))


def _signature_if_right(out: Path, artifact: Artifact, published: str | None, signature: object) -> list[int] | None:
    """The signature of the file in *out*, if that is the artifact: by its old *signature*, or else by its bytes."""
    if published != artifact.digest:
        return None
    try:
        stat = os.lstat(f"{out}/{artifact.path}")
        found = [stat.st_size, stat.st_mtime_ns]
        same = signature == found or (
            not S_ISLNK(stat.st_mode) and sha256((out / artifact.path).read_bytes()).hexdigest() == artifact.digest
        )
    except OSError:
        return None
    return found if same else None


def _replace(
    out: Path,
    changed: Sequence[Artifact],
    gone: Sequence[str],
    before: Mapping[str, str],
    after: Mapping[str, str],
    stage: _Stage,
) -> None:
    paths = [artifact.path for artifact in changed]
    folders = sorted({folder for path in paths for folder in _prefixes(path)[:-1]})
    _refuse_foreign(out, paths, folders, gone, before)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=out))
    try:
        for number, artifact in enumerate(changed):
            stage(artifact, f"{staging}/{number}")
        for name, files in (("during", {**after, **before}), ("after", after)):
            (staging / name).write_bytes(manifest_bytes(files))
        _make_room(out, paths, folders, gone)
        os.replace(staging / "during", out / NAME)
        for number, path in enumerate(paths):
            os.replace(f"{staging}/{number}", f"{out}/{path}")
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
    leaving = set(gone)
    for path in folders:
        mode = _mode_of(f"{out}/{path}")
        if mode is not None and not S_ISDIR(mode) and path not in leaving:
            raise NotPublished(f"{out / path} is in the way and was not put there by a build; move it, and build again")
    for path in paths:
        mode = _mode_of(f"{out}/{path}")
        if mode is not None and S_ISDIR(mode):
            place = out / path
            if any(found.relative_to(out).as_posix() not in ours for found in (place, *place.rglob("*"))):
                raise NotPublished(f"{place} is a folder in the way of a page; move it, and build again")
        elif path not in before and mode is not None:
            raise NotPublished(f"{out / path} is in the way and was not put there by a build; move it, and build again")


def _mode_of(place: str) -> int | None:
    """What stands at *place*, itself and not behind a link; ``None`` for nothing."""
    try:
        return os.lstat(place).st_mode
    except OSError:
        return None


def _make_room(out: Path, paths: Sequence[str], folders: Sequence[str], gone: Sequence[str]) -> None:
    """Remove old files of ours that stand in the way, and make every folder, before anything is moved."""
    files, needed = set(paths), set(folders)
    for old in gone:
        if old in needed or any(folder in files for folder in _prefixes(old)[:-1]):
            _remove(out, old)
    for folder in folders:
        if _mode_of(f"{out}/{folder}") is None:
            os.mkdir(f"{out}/{folder}")


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
            stat = os.lstat(f"{out}/{path}")
            found[path] = [stat.st_size, stat.st_mtime_ns]
    return found
