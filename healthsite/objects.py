"""Contents as files under their digests, two levels deep, as in ``objects/ab/cdef…``."""

from __future__ import annotations

import os
import re
from collections.abc import Set as AbstractSet
from contextlib import suppress
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
