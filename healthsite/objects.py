"""Contents as files under their digests, two levels deep, as in ``objects/ab/cdef…``."""

from __future__ import annotations

import os
import re
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact

DIGEST: Final = re.compile(r"[0-9a-f]{64}")
"""A digest as files are named by: SHA-256, in hex."""


def place_of(objects: Path, digest: str) -> Path:
    """Where the content under *digest* is kept. Raises `ValueError` for what is no digest."""
    if not DIGEST.fullmatch(digest):
        raise ValueError(digest)
    return Path(f"{objects}/{digest[:2]}/{digest[2:]}")


def store(objects: Path, artifact: Artifact) -> None:
    """Write the content of *artifact* into the folder *objects* of a cache. Raises `OSError`."""
    place, content = place_of(objects, artifact.digest), artifact.content or b""
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    except OSError:  # it is there, or its folder is not
        write_whole(place, content)
        return
    try:
        with open(handle, "wb") as file:  # half of it, where this is killed, will be known by its digest
            file.write(content)
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise


class Contents:
    """The contents in the folder *folder*: which are there, and which of them this run has written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: set[str] = set()

    def __contains__(self, digest: str) -> bool:
        """Whether there seems to be a content under *digest*."""
        return digest in self._present

    def put(self, artifact: Artifact) -> None:
        """Write the content of *artifact*, if it is not there. Raises `OSError`."""
        if artifact.digest not in self._present:
            store(self.folder, artifact)
            self.note(artifact.digest)

    def note(self, digest: str) -> None:
        """Know that this run has written the content under *digest*, in whichever process."""
        self._present.add(digest)
        self._written.add(digest)

    def get(self, digest: str) -> bytes | None:
        """The content under *digest*; ``None`` where it is not there or no longer whole."""
        try:
            content = place_of(self.folder, digest).read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == digest else None

    def file_of(self, digest: str) -> Path | None:
        """The file that holds the content under *digest*, if this run has written it; nobody may write into it."""
        return place_of(self.folder, digest) if digest in self._written else None

    def drop(self, digest: str) -> None:
        """Take a content away."""
        self._present.discard(digest)
        self._written.discard(digest)
        with suppress(OSError):
            place_of(self.folder, digest).unlink()

    @cached_property
    def _present(self) -> set[str]:
        return stored_in(self.folder)


def write_whole(target: Path, content: bytes) -> None:
    """Write *content* beside *target* and move it there, so that a reader sees all of it or none."""
    beside = Path(f"{target}.{os.getpid()}.tmp")
    try:
        try:
            beside.write_bytes(content)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
        os.replace(beside, target)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def stored_in(objects: Path) -> set[str]:
    """The digests of the contents in the folder *objects*."""
    found: set[str] = set()
    with suppress(OSError):
        for folder in os.scandir(objects):
            if len(folder.name) == 2 and folder.is_dir(follow_symlinks=False):
                found.update(folder.name + name for name in os.listdir(folder.path))
    return found


def sweep(objects: Path, kept: AbstractSet[str]) -> None:
    """Drop every content but those *kept*; what is not ours stays. Raises `OSError`."""
    for folder in objects.iterdir() if objects.is_dir() else ():
        if folder.is_symlink() or not folder.is_dir():
            continue
        for name in os.listdir(folder):
            digest = folder.name + name
            if digest not in kept and DIGEST.fullmatch(digest.split(".")[0]):
                (folder / name).unlink()


def sealed(content: bytes) -> bytes:
    """*content* behind a line with its checksum."""
    return sha256(content).hexdigest().encode() + b"\n" + content


def unsealed(sealed: bytes) -> bytes | None:
    """What was `sealed`; ``None`` where it is no longer whole."""
    checksum, _, content = sealed.partition(b"\n")
    return content if checksum == sha256(content).hexdigest().encode() else None
