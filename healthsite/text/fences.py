"""The ``///`` lines themselves: unknown names, wrong arguments, and blocks that are never closed."""

from __future__ import annotations

import re
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
_BEHIND_A_SIGN: Final = re.compile(
    r"^[ \t>]*(?:(?:(?:[-*+:]|\d+[.)])[ \t]+|\[\^[^\]\n]+\]:[ \t]*)[ \t>]*)+(?P<slashes>/{3,})", re.MULTILINE
)
"""Slashes behind the sign of a list, a definition or a footnote: Markdown would take them for a block of its own."""


def check_fences(finder: Finder) -> bool:
    """Record what is wrong with the ``///`` lines of the text; whether all is well."""
    before = len(finder.problems)
    if "///" not in finder.body.text:
        return True
    text = without_code(finder.body.text)
    for match in _BEHIND_A_SIGN.finditer(text):
        message, hint = "a block cannot begin behind the sign of a list", "write it on a line of its own, indented"
        finder.problem_at(match.start("slashes"), "block", message, hint, length=len(match["slashes"]))
    _check_pairs(finder, text)
    return len(finder.problems) == before


def _check_pairs(finder: Finder, text: str) -> None:
    open_blocks: list[BlockLine] = []
    for line in block_lines(text):
        if line.name:
            if any(block.slashes == line.slashes for block in open_blocks):
                while open_blocks[-1].slashes != line.slashes:
                    _unclosed(finder, open_blocks.pop())
                _unclosed(finder, open_blocks.pop())
            open_blocks.append(line)
            _check_opening(finder, line)
        elif any(_is_end(line, block, text) for block in open_blocks):
            while not _is_end(line, open_blocks[-1], text):
                _unclosed(finder, open_blocks.pop())
            open_blocks.pop()
        else:
            message = "this closes a block that was not opened"
            finder.problem_at(line.at, "block", message, "remove it, or open a block above", length=line.slashes)
    for block in open_blocks:
        _unclosed(finder, block)


def _is_end(line: BlockLine, block: BlockLine, text: str) -> bool:
    """Whether *line* closes *block*: it has as many slashes, and stands in the same quotation or item."""
    return line.slashes == block.slashes and _depth(line, text) == _depth(block, text)


def _depth(line: BlockLine, text: str) -> tuple[int, int]:
    """In how many quotations a line of slashes stands, and how many steps of four columns it is indented there."""
    before = text[text.rfind("\n", 0, line.at) + 1 : line.at].partition("/")[0]
    indent = before.rpartition(">")[2].expandtabs(4)
    return before.count(">"), len(indent.removeprefix(" ") if ">" in before else indent) // 4


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
