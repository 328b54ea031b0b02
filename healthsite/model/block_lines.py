"""The ``///`` lines of a Markdown text: where blocks open and close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A line of at least 3 slashes. *name* is empty where it closes a block; *at* and *argument_at* are offsets."""

    slashes: int
    name: str
    argument: str
    at: int
    argument_at: int
    has_options: bool


def block_lines(text: str) -> Iterator[BlockLine]:
    """The ``///`` lines of *text*, also those inside lists and quotes. Takes time in proportion to the text only."""
    if "///" not in text:
        return
    offset = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        bare = line.lstrip(" \t>")
        if bare.startswith("///"):
            rest = bare.lstrip("/")
            head, bar, tail = rest.partition("|")
            prefix = line[: len(line) - len(bare)]
            start = offset + len(line) - len(bare)
            name = head.strip(" \t")
            if " " not in name and "\t" not in name and (name or not bar):
                below = lines[number + 1] if number + 1 < len(lines) else ""
                yield BlockLine(
                    slashes=len(bare) - len(rest),
                    name=name,
                    argument=tail.strip(" \t"),
                    at=start + (bare.index(name, len(bare) - len(rest)) if name else 0),
                    argument_at=offset + len(line) - len(tail.lstrip()) if bar else start,
                    has_options=bool(name) and _is_option(below, prefix),
                )
        offset += len(line) + 1


def _is_option(line: str, prefix: str) -> bool:
    """Whether *line*, right below a block's first line with that *prefix*, would be taken for one of its options."""
    rest = line[len(prefix) :] if len(prefix) > 3 or ">" in prefix else line
    return rest.startswith(("    ", "\t")) and bool(rest.strip())
