"""Scripts that import each other: the names in their imports become those under which they are published."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from healthsite.problems import InvalidSite, Location, Problem, did_you_mean

_IMPORT: Final = re.compile(r"""^(\s*(?:import|export)\b[^"';]*?["'])\./([\w-]+\.js)(["'])""", re.MULTILINE)


def linked_scripts(contents: Mapping[str, bytes], published: Callable[[str, bytes], str]) -> dict[str, bytes]:
    """The scripts of ``static/js/`` with the names that they import from one another in their published form.

    *contents* are static files by their names, as in ``js/timer.js``; *published* tells the path at which a file with
    that content stands. Raises `InvalidSite` for an import that leads nowhere or round in a circle.
    """
    linked: dict[str, bytes] = {}

    def link(name: str, above: tuple[str, ...]) -> bytes:
        if name not in linked:
            text = _text(contents, name)
            folder = PurePosixPath(name).parent

            def imported(match: re.Match[str]) -> str:
                other = str(folder / match[2])
                line = text.count("\n", 0, match.start(2)) + 1
                if other not in contents:
                    hint = did_you_mean(match[2], [PurePosixPath(known).name for known in contents])
                    raise _wrong(name, line, f"there is no script `{match[2]}` beside it", hint)
                if other in (*above, name):
                    raise _wrong(
                        name, line, f"this import of `{match[2]}` leads back here", "put what both need in a third"
                    )
                path = published(other, link(other, (*above, name)))
                return f"{match[1]}./{PurePosixPath(path).name}{match[3]}"

            linked[name] = _IMPORT.sub(imported, text).encode()
        return linked[name]

    for name in contents:
        if name.startswith("js/") and name.endswith(".js"):
            link(name, ())
    return linked


def _text(contents: Mapping[str, bytes], name: str) -> str:
    try:
        return contents[name].decode("utf-8")
    except UnicodeDecodeError as error:
        line = contents[name].count(b"\n", 0, error.start) + 1
        raise _wrong(name, line, "this is not UTF-8 text", "save it again as UTF-8", rule="encoding") from None


def _wrong(name: str, line: int, message: str, hint: str, *, rule: str = "static") -> InvalidSite:
    return InvalidSite([Problem(Location(f"static/{name}", line), rule, message, hint)])
