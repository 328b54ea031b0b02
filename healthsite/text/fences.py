"""The ``///`` lines themselves: unknown names, wrong arguments, and blocks that are never closed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from healthsite.problems import did_you_mean
from healthsite.text.place import Finder, without_code

_FENCE: Final = re.compile(r"^[ ]*(/{3,})[ ]*(?:([^\s|]+)[ ]*)?(?:\|[ ]*(.*?))?[ ]*$", re.MULTILINE)

ARGUMENTS: Final[Mapping[str, bool | None]] = {
    "care": None,
    "exercise": True,
    "do": False,
    "dont": False,
    "warning": True,
    "inset": False,
}
"""The blocks of the dialect, each with whether it takes an argument (``None``: it may)."""


def check_fences(finder: Finder) -> None:
    """Record what is wrong with the ``///`` lines of the text."""
    open_blocks: list[tuple[int, str, int]] = []
    for match in _FENCE.finditer(without_code(finder.body.text)):
        slashes, name, argument = len(match[1]), match[2], match[3]
        if name:
            open_blocks.append((slashes, name, match.start(2)))
            _check_opening(finder, name, argument, match)
        elif any(length == slashes for length, _, _ in open_blocks):
            while open_blocks and open_blocks[-1][0] != slashes:
                _unclosed(finder, *open_blocks.pop())
            open_blocks.pop()
        else:
            message = "this closes a block that was not opened"
            finder.problem_at(match.start(1), "block", message, "remove it, or open a block above", length=slashes)
    for slashes, name, offset in open_blocks:
        _unclosed(finder, slashes, name, offset)


def _check_opening(finder: Finder, name: str, argument: str | None, match: re.Match[str]) -> None:
    offset = match.start(2)
    if name not in ARGUMENTS:
        hint = did_you_mean(name, ARGUMENTS) or f"the blocks are {', '.join(ARGUMENTS)}"
        finder.problem_at(offset, "block", f"unknown block `{name}`", hint, length=len(name))
    elif ARGUMENTS[name] and not argument:
        hint = f"write what it is about behind a bar, as in `/// {name} | …`"
        finder.problem_at(offset, "block", f"the block `{name}` lacks its argument", hint, length=len(name))
    elif ARGUMENTS[name] is False and argument:
        hint = f"write `/// {name}` alone"
        finder.problem_at(match.start(3), "block", f"the block `{name}` takes no argument", hint, length=len(argument))


def _unclosed(finder: Finder, slashes: int, name: str, offset: int) -> None:
    hint = f"write a line `{'/' * slashes}` below its last line"
    finder.problem_at(offset, "block", f"the block `{name}` is not closed", hint, length=len(name))
