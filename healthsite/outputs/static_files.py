"""Static files: a site's own stand in front of the shipped ones, and each is published under its fingerprint."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from healthsite.artifact import Artifact
from healthsite.disk import MOST_MEDIA_BYTES, Found, read_bytes, walk
from healthsite.outputs.icons import icon_problems
from healthsite.outputs.scripts import linked_scripts
from healthsite.problems import InvalidSite, Location, Problem

STYLESHEET: Final = "css/main.css"
"""The style sheet that imports all others; they are published as one file."""
SHOWN: Final = (".well-known", ".nojekyll")
"""Hidden names that are published all the same."""
LONGEST_NAME: Final = 200
"""How many bytes the name of a published file may have; disks take 255."""
AT_ROOT: Final = "root/"
"""Files below static/root/ are published under their own names at the top of the site."""

_IMPORT: Final = re.compile(r'^@import "([^"]+)"(?: layer\(([\w.-]+)\))?;[ ]*$', re.MULTILINE)
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def static_files(
    shipped: Path, own: Path | None, base_path: str
) -> tuple[tuple[Artifact, ...], tuple[tuple[str, str], ...]]:
    """The static files to publish; and for each name, as in ``css/main.css``, the address that pages use for it.

    They stand in the folder ``static`` of *shipped* and *own*. Raises `InvalidSite` for those that cannot be read.
    """
    contents = _contents(shipped) | (_contents(own) if own else {})
    if problems := list(icon_problems(contents)):
        raise InvalidSite(problems)
    if STYLESHEET in contents:
        contents[STYLESHEET] = _bundle(contents)
    contents |= linked_scripts(contents, _fingerprinted)
    artifacts: list[Artifact] = []
    addresses: list[tuple[str, str]] = []
    for name in sorted(contents):
        if name.startswith(AT_ROOT):
            artifacts.append(Artifact.of(name.removeprefix(AT_ROOT), contents[name]))
        elif not name.startswith("css/") or name == STYLESHEET:
            path = _fingerprinted(name, contents[name])
            if len(PurePosixPath(path).name.encode()) > LONGEST_NAME:
                place = Location(f"static/{name}")
                raise InvalidSite([Problem(place, "file", "this name is too long", "use a shorter one")])
            artifacts.append(Artifact.of(path, contents[name]))
            addresses.append((name, f"{base_path}/{path}"))
    return tuple(artifacts), tuple(addresses)


def _contents(root: Path) -> dict[str, bytes]:
    """The static files below *root*, by their names below ``static/``."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for entry in walk(root, "static", hidden=SHOWN) if os.path.lexists(root / "static") else ():
        content = entry if isinstance(entry, Problem) else read_bytes(root, entry.path, most=MOST_MEDIA_BYTES)
        if isinstance(content, Problem):
            problems.append(content)
        elif isinstance(entry, Found):
            contents[entry.path.removeprefix("static/")] = content
    if problems:
        raise InvalidSite(problems)
    return contents


def _bundle(contents: Mapping[str, bytes]) -> bytes:
    """The style sheet with its imports in their places, comments left out."""
    main = _style(contents, STYLESHEET)

    def imported(match: re.Match[str]) -> str:
        name = f"css/{PurePosixPath(match[1])}"
        if name not in contents:
            place = Location(f"static/{STYLESHEET}", main.count("\n", 0, match.start()) + 1)
            raise InvalidSite([Problem(place, "static", f"there is no style sheet `{name}`")])
        sheet = _style(contents, name).strip()
        return f"@layer {match[2]} {{\n{sheet}\n}}" if match[2] else sheet

    return _COMMENT.sub("", _IMPORT.sub(imported, main)).encode()


def _style(contents: Mapping[str, bytes], name: str) -> str:
    try:
        return contents[name].decode("utf-8")
    except UnicodeDecodeError as error:
        place = Location(f"static/{name}", contents[name].count(b"\n", 0, error.start) + 1)
        raise InvalidSite([Problem(place, "encoding", "this is not UTF-8 text", "save it again as UTF-8")]) from None


def _fingerprinted(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"assets/{path.with_name(f'{path.stem}.{sha256(content).hexdigest()[:10]}{path.suffix}')}"
