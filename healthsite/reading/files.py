"""Finds the files of a site and reads their bytes; whatever the disk holds, the answer is a value or a problem."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from healthsite.problems import Location, Problem

MOST_BYTES: Final = 1_000_000
"""The largest text file that is taken for content."""

IGNORED: Final = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")
"""Endings of what editors' programs leave lying about."""


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file below the site's folder; *path* is relative to it, with forward slashes."""

    path: str


def walk(root: Path, folder: str) -> Iterator[Found | Problem]:
    """Every file below *folder* of the site *root*, sorted by name; hidden and leftover files are passed over."""
    try:
        names = sorted(os.listdir(root / folder))
    except OSError as error:
        yield Problem(Location(_shown(folder)), "file", f"this folder cannot be read: {_reason(error)}")
        return
    for name in names:
        if not name.startswith((".", "#")) and not name.endswith(IGNORED):
            yield from _entry(root, f"{folder}/{name}")


def _entry(root: Path, path: str) -> Iterator[Found | Problem]:
    full = root / path
    try:
        mode = os.lstat(full).st_mode
        if stat.S_ISLNK(mode):
            target = full.resolve()
            if not target.is_relative_to(root.resolve()):
                yield _problem(path, "this is a link that leads out of the site", "copy the file into content/")
                return
            mode = os.stat(target).st_mode
            if stat.S_ISDIR(mode):
                yield _problem(path, "this is a link to a folder", "copy the folder into content/")
                return
    except FileNotFoundError:
        yield _problem(path, "this file vanished, or is a link that leads nowhere", "restore it, or remove the link")
        return
    except (OSError, RuntimeError) as error:
        yield _problem(path, f"this cannot be read: {_reason(error)}")
        return
    if _shown(path) != path:
        yield _problem(path, "this name is not valid UTF-8", "rename the file with plain letters, digits and hyphens")
    elif stat.S_ISDIR(mode):
        yield from walk(root, path)
    elif stat.S_ISREG(mode):
        yield Found(path)
    else:
        yield _problem(path, "this is not a regular file", "remove it, or put a plain file in its place")


def read_bytes(root: Path, path: str) -> bytes | Problem:
    """The bytes of a text file, or why there are none."""
    try:
        with open(root / path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return _problem(path, "this file vanished while it was being read", "build again")
    except OSError as error:
        return _problem(path, f"this file cannot be read: {_reason(error)}", "check who may read it")
    if len(content) > MOST_BYTES:
        return _problem(
            path,
            f"this file has {max(size, len(content)) / 1e6:.1f} MB; a text file has at most {MOST_BYTES / 1e6:.0f} MB",
            "split it into several pages, and keep pictures in files of their own",
        )
    return content


def decode(path: str, content: bytes) -> tuple[str, list[Problem]]:
    r"""The text of a file with plain line ends, and what is wrong with its bytes. After an error, the text is empty."""
    problems = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems.append(
            Problem(
                Location(path, 1, 1),
                "encoding",
                "this file begins with a byte order mark, which is ignored",
                "save it as UTF-8 without BOM",
            ).as_warning()
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        place = Location(path, before.count(b"\n") + 1, column)
        message = f"this is not UTF-8 text: the byte 0x{content[error.start]:02x} fits no letter"
        return "", [Problem(place, "encoding", message, "save the file again as UTF-8")]
    control = _CONTROL.search(text)
    if control:
        line, column = _line_and_column(text, control.start())
        message = f"this is a control character (U+{ord(control.group()):04X})"
        hint = "remove it; a file full of such characters is not a text file"
        return "", [Problem(Location(path, line, column), "encoding", message, hint)]
    if not text.strip():
        message = "this file is empty"
        return "", [Problem(Location(path, 1, 1), "empty", message, "write the page, or delete the file", length=0)]
    if "\r" in text:
        line, column = _line_and_column(text, text.index("\r"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        message = "this file has Windows line ends (CRLF), which are read as plain ones"
        problems.append(
            Problem(Location(path, line, column), "line-ends", message, "save it with LF line ends").as_warning()
        )
    return text, problems


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _problem(path: str, message: str, hint: str = "") -> Problem:
    return Problem(Location(_shown(path)), "file", message, hint)


def _shown(path: str) -> str:
    """*path* with undecodable bytes made visible."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _reason(error: BaseException) -> str:
    return str(getattr(error, "strerror", "") or error).lower()
