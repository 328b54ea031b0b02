"""Finds files below a folder and reads their bytes; whatever the disk holds, the answer is a value or a problem."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from healthsite.problems import Location, Problem

MOST_BYTES: Final = 1_000_000
"""The largest text file that is read."""
MOST_MEDIA_BYTES: Final = 20_000_000
"""The largest picture or static file that is read."""
DEEPEST: Final = 12
"""How deeply folders may be nested."""

SETTLED: Final = 2_000_000_000
"""How old the last change of a file must be, in nanoseconds, for its time to tell it from a later change."""

IGNORED: Final = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig", ".DS_Store")
"""Endings of what editors' programs leave lying about."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file; *path* is relative to the folder that was walked from, with forward slashes."""

    path: str


def walk(root: Path, folder: str, *, hidden: Collection[str] = ()) -> Iterator[Found | Problem]:
    """Every file below *folder* of *root*, sorted by name, without leftovers, and without hidden names but *hidden*."""
    message = ""
    if (root / folder).is_symlink() and not (root / folder).resolve().is_relative_to(root.resolve()):
        message = "this is a link that leads out of the site"
    elif folder.count("/") > DEEPEST:
        message = "this folder is nested too deeply"
    entries: dict[str, os.DirEntry[str]] = {}
    try:
        if not message:
            with os.scandir(root / folder) as found:
                entries = {entry.name: entry for entry in found}
    except OSError as error:
        message = f"this folder cannot be read: {reason_of(error)}"
    if message:
        yield problem_with(folder, message)
    for name in sorted(entries):
        if (name in hidden or not name.startswith((".", "#"))) and not name.endswith(IGNORED):
            if name.isascii() and entries[name].is_file(follow_symlinks=False):
                yield Found(f"{folder}/{name}")
            else:
                yield from _entry(root, f"{folder}/{name}", hidden=hidden)


def _entry(root: Path, path: str, *, hidden: Collection[str]) -> Iterator[Found | Problem]:
    mode = _mode(root, path)
    if isinstance(mode, Problem):
        yield mode
    elif shown_path(path) != path:
        yield problem_with(path, "this name is not valid UTF-8", "rename it with plain letters, digits and hyphens")
    elif stat.S_ISDIR(mode):
        if path.endswith((".md", ".yaml")):
            yield problem_with(path, "this is a folder named like a file", "rename the folder")
        else:
            yield from walk(root, path, hidden=hidden)
    else:
        yield Found(path)


def _mode(root: Path, path: str) -> int | Problem:
    """What *path* is: a folder or a regular file, itself or behind a link; or why it cannot be used."""
    try:
        mode = os.lstat(f"{root}/{path}").st_mode
        if stat.S_ISLNK(mode):
            target = (root / path).resolve()
            if not target.is_relative_to(root.resolve()):
                return problem_with(path, "this is a link that leads out of the site", "copy what it leads to")
            mode = os.stat(target).st_mode
            if stat.S_ISDIR(mode):
                return problem_with(path, "this is a link to a folder", "copy the folder")
    except FileNotFoundError:
        return problem_with(
            path, "this file vanished, or is a link that leads nowhere", "restore it, or remove the link"
        )
    except (OSError, RuntimeError, ValueError) as error:
        return problem_with(path, f"this cannot be read: {reason_of(error)}")
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        return problem_with(path, "this is not a regular file", "remove it, or put a plain file in its place")
    return mode


def read_bytes(root: Path, path: str, *, most: int = MOST_BYTES) -> bytes | Problem:
    """The bytes of a file of at most *most* bytes, or why there are none."""
    mode = _mode(root, path)
    if isinstance(mode, Problem):
        return mode
    try:
        with open(f"{root}/{path}", "rb") as file:
            content = file.read(most + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return problem_with(path, "this file vanished while it was being read", "build again")
    except OSError as error:
        return problem_with(path, f"this file cannot be read: {reason_of(error)}", "check who may read it")
    if len(content) > most:
        message = f"this file has {max(size, len(content)) / 1e6:.1f} MB; {most / 1e6:.0f} MB are the most"
        hint = "split it into several pages" if most == MOST_BYTES else "make it smaller"
        return problem_with(path, message, hint)
    return content


def stamp_of(root: Path, path: str) -> list[int] | None:
    """What tells a file from its later versions without reading it; ``None`` while it has only just been changed.

    Its size, the times of its last change, and its number on the disk: plain data, to be remembered.
    """
    try:
        found = os.stat(f"{root}/{path}")
    except (OSError, ValueError):
        return None
    settled = time.time_ns() - found.st_mtime_ns > SETTLED
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino] if settled else None


def problem_with(path: str, message: str, hint: str = "") -> Problem:
    """A problem with a whole file."""
    return Problem(Location(shown_path(path)), "file", message, hint)


def shown_path(path: str) -> str:
    """*path* with undecodable bytes made visible."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def reason_of(error: BaseException) -> str:
    """Why the disk refused, in lower case."""
    return str(getattr(error, "strerror", "") or error).lower()
