"""The first line of a block begins a paragraph of its own, whatever stands on the line above it.

Without this, a block right below a quotation or an item that holds another block would never be read to its end.
"""

from __future__ import annotations

from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from healthsite.model.block_lines import block_lines
from healthsite.text.place import without_code

_BEFORE: Final = " \t>"
"""What a line of a quotation or an item begins with."""


class _Separate(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if not any("///" in line and line.lstrip(_BEFORE).startswith("///") for line in lines):
            return lines
        code_free = without_code("\n".join(lines))
        starts = {code_free.count("\n", 0, line.at) for line in block_lines(code_free) if line.name}
        separated: list[str] = []
        for number, line in enumerate(lines):
            if number in starts and number and lines[number - 1].strip():
                separated.append(line[: len(line) - len(line.lstrip(_BEFORE))].rstrip())
            separated.append(line)
        return separated


class BlockStarts(Extension):
    """Separates blocks from what stands above them, once fenced code is out of the way."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.register(_Separate(md), "block_starts", 15)
