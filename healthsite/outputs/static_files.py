"""Static files: a site's own stand in front of the shipped ones, and each is published under its fingerprint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from healthsite.artifact import Artifact
from healthsite.problems import InvalidSite, Location, Problem

STYLESHEET: Final = "css/main.css"
"""The style sheet that imports all others; they are published as one file."""
AT_ROOT: Final = "root/"
"""Files below static/root/ are published under their own names at the top of the site."""

_IMPORT: Final = re.compile(r'^@import "([^"]+)"(?: layer\(([\w.-]+)\))?;[ ]*$', re.MULTILINE)
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def static_files(shipped: Path, own: Path, base_path: str) -> tuple[tuple[Artifact, ...], tuple[tuple[str, str], ...]]:
    """The static files to publish; and for each name, as in ``css/main.css``, the address that pages use for it."""
    contents = _contents(shipped) | _contents(own)
    if STYLESHEET in contents:
        contents[STYLESHEET] = _bundle(contents)
    artifacts: list[Artifact] = []
    addresses: list[tuple[str, str]] = []
    for name in sorted(contents):
        if name.startswith(AT_ROOT):
            artifacts.append(Artifact.of(name.removeprefix(AT_ROOT), contents[name]))
        elif not name.startswith("css/") or name == STYLESHEET:
            path = _fingerprinted(name, contents[name])
            artifacts.append(Artifact.of(path, contents[name]))
            addresses.append((name, f"{base_path}/{path}"))
    return tuple(artifacts), tuple(addresses)


def _contents(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.name.startswith("."))
    try:
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    except OSError as error:
        problem = Problem(
            Location(f"static/{Path(error.filename).name}"), "file", f"this cannot be read: {error.strerror}"
        )
        raise InvalidSite([problem]) from None


def _bundle(contents: Mapping[str, bytes]) -> bytes:
    """The style sheet with its imports in their places, comments left out."""
    main = contents[STYLESHEET].decode("utf-8")

    def imported(match: re.Match[str]) -> str:
        name = f"css/{PurePosixPath(match[1])}"
        if name not in contents:
            line = main.count("\n", 0, match.start()) + 1
            raise InvalidSite(
                [Problem(Location(f"static/{STYLESHEET}", line), "static", f"there is no style sheet `{name}`")]
            )
        sheet = contents[name].decode("utf-8").strip()
        return f"@layer {match[2]} {{\n{sheet}\n}}" if match[2] else sheet

    return _COMMENT.sub("", _IMPORT.sub(imported, main)).encode()


def _fingerprinted(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"assets/{path.with_name(f'{path.stem}.{sha256(content).hexdigest()[:10]}{path.suffix}')}"
