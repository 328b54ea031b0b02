"""Problems in words for people at a terminal, and as plain data for machines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import click

from healthsite.disk import MOST_BYTES, read_bytes
from healthsite.order import Outcome
from healthsite.problems import Problem, Severity
from healthsite.shipped import shipped

WIDTH: Final = 100
"""How much of a long source line is shown around the place."""


_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)


def described(problem: Problem, root: Path) -> str:
    """*problem* with its source line underlined, and its hint."""
    place, colour = str(problem.location), "red" if problem.severity is Severity.ERROR else "yellow"
    first = (
        f"{click.style(visible(place), bold=True)}: {click.style(f'{problem.severity}:', fg=colour, bold=True)} "
        f"{visible(problem.message)} {click.style(f'[{problem.rule}]', dim=True)}"
    )
    lines = [first, *_underlined(problem, root, colour)]
    if problem.hint:
        lines.append(f"       {click.style('hint:', fg='cyan')} {visible(problem.hint)}")
    return "\n".join(lines)


def as_data(problem: Problem) -> dict[str, Any]:
    """*problem* as plain data for machines."""
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def look_again() -> None:
    """Forget the source lines shown so far: the files may have changed."""
    _lines.cache_clear()


def _underlined(problem: Problem, root: Path, colour: str) -> list[str]:
    """The source line with what is meant underlined; nothing where it cannot be shown."""
    location = problem.location
    lines = _lines(root, location.path) if location.line else ()
    line = lines[location.line - 1].rstrip() if location.line <= len(lines) and lines else ""
    if not line:
        return []
    start = max(0, min(location.column - 1, len(line)))
    end = start + problem.length if problem.length and location.column else len(line)
    cut = max(0, start - WIDTH // 2)
    before, meant, after = line[cut:start], line[start:end][: WIDTH - (start - cut)], line[end : cut + WIDTH]
    marks = "^" * max(1, _width(meant))
    shown = f"{visible(before)}{visible(meant)}{visible(after)}"
    return [f"{location.line:>5} | {shown}", f"      | {' ' * _width(before)}{click.style(marks, fg=colour)}"]


def _width(text: str) -> int:
    """How many columns of a terminal *text* takes as it is shown."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in visible(text)
    )


@lru_cache(maxsize=64)
def _lines(root: Path, path: str) -> tuple[str, ...]:
    """The lines of a file of the site, or of the shipped file of that name; none where it cannot be shown."""
    for folder in (root, shipped()):
        content = read_bytes(folder, path, most=2 * MOST_BYTES)
        if isinstance(content, bytes):
            text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
            return tuple(text.split("\n"))
    return ()


def visible(text: str) -> str:
    """*text* with every sign that a terminal would obey, or not show, as a code; a tab is a space."""
    return _UNPRINTABLE.sub(lambda match: f"\\x{ord(match.group()):02x}", text.replace("\t", " "))


def closing_line(outcome: Outcome, seconds: float) -> str:
    """What a build did, in one line."""
    warnings = f" {counted(outcome.problems)}." if outcome.problems else ""
    if outcome.release is None:
        return f"No errors. {outcome.rendered} pages rendered, nothing written, {seconds:.1f} seconds.{warnings}"
    release = outcome.release
    done = f"{release.written} files written, {release.unchanged} unchanged, {release.removed} removed"
    copied = f"{outcome.copied} pictures copied, " if outcome.copied else ""
    indexing = f", {outcome.indexing:.1f} of them for the search index" if outcome.indexing is not None else ""
    return f"{done}; {outcome.rendered} pages rendered, {copied}{seconds:.1f} seconds{indexing}.{warnings}"


def counted(problems: Sequence[Problem]) -> str:
    """How many errors and warnings *problems* are, in words."""
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count)
