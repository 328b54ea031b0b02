"""The ``///`` lines themselves: unknown names, wrong arguments, and blocks that are never closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from healthsite.model.block_lines import BlockLine, block_lines
from healthsite.problems import did_you_mean
from healthsite.text.place import Finder, without_code

ARGUMENTS: Final[Mapping[str, bool | None]] = {
    "care": None,
    "exercise": True,
    "do": False,
    "dont": False,
    "warning": True,
    "inset": False,
}
"""The blocks of the dialect, each with whether it takes an argument (``None``: it may)."""


def check_fences(finder: Finder) -> bool:
    """Record what is wrong with the ``///`` lines of the text; whether all is well."""
    before = len(finder.problems)
    open_blocks: list[BlockLine] = []
    for line in block_lines(without_code(finder.body.text)):
        if line.name:
            if any(block.slashes == line.slashes for block in open_blocks):
                while open_blocks[-1].slashes != line.slashes:
                    _unclosed(finder, open_blocks.pop())
                _unclosed(finder, open_blocks.pop())
            open_blocks.append(line)
            _check_opening(finder, line)
        elif any(block.slashes == line.slashes for block in open_blocks):
            while open_blocks and open_blocks[-1].slashes != line.slashes:
                _unclosed(finder, open_blocks.pop())
            open_blocks.pop()
        else:
            message = "this closes a block that was not opened"
            finder.problem_at(line.at, "block", message, "remove it, or open a block above", length=line.slashes)
    for block in open_blocks:
        _unclosed(finder, block)
    return len(finder.problems) == before


def _check_opening(finder: Finder, line: BlockLine) -> None:
    name, length = line.name, len(line.name)
    if name not in ARGUMENTS:
        hint = did_you_mean(name, ARGUMENTS) or f"the blocks are {', '.join(ARGUMENTS)}"
        finder.problem_at(line.at, "block", f"unknown block `{name}`", hint, length=length)
    elif ARGUMENTS[name] and not line.argument:
        hint = f"write what it is about behind a bar, as in `/// {name} | …`"
        finder.problem_at(line.at, "block", f"the block `{name}` lacks its argument", hint, length=length)
    elif ARGUMENTS[name] is False and line.argument:
        message, hint = f"the block `{name}` takes no argument", f"write `/// {name}` alone"
        finder.problem_at(line.argument_at, "block", message, hint, length=len(line.argument))
    if line.has_options:
        hint = "begin the text of the block in the first column, or leave a line empty before it"
        finder.problem_at(line.at, "block", f"the block `{name}` takes no options", hint, length=length)


def _unclosed(finder: Finder, block: BlockLine) -> None:
    hint = f"write a line `{'/' * block.slashes}` below its last line; a block around others begins with more slashes"
    finder.problem_at(block.at, "block", f"the block `{block.name}` is not closed", hint, length=len(block.name))
