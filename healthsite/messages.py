"""Problems in words for people at a terminal, and as plain data for machines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import click

from healthsite.problems import Problem, Severity
from healthsite.shipped import shipped

WIDTH: Final = 100
"""How much of a long source line is shown around the place."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def described(problem: Problem, root: Path) -> str:
    """*problem* with its source line underlined, and its hint."""
    place, colour = str(problem.location), "red" if problem.severity is Severity.ERROR else "yellow"
    first = (
        f"{click.style(_visible(place), bold=True)}: {click.style(f'{problem.severity}:', fg=colour, bold=True)} "
        f"{_visible(problem.message)} {click.style(f'[{problem.rule}]', dim=True)}"
    )
    lines = [first, *_underlined(problem, root, colour)]
    if problem.hint:
        lines.append(f"       {click.style('hint:', fg='cyan')} {_visible(problem.hint)}")
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


def _underlined(problem: Problem, root: Path, colour: str) -> list[str]:
    """The source line with what is meant underlined; nothing where it cannot be shown."""
    location = problem.location
    line = _source_line(root, location.path, location.line)
    if not location.line or not line.strip():
        return []
    start = max(0, location.column - 1)
    length = problem.length if problem.length and location.column else len(line.rstrip()) - start
    cut = max(0, start - WIDTH // 2)
    shown = line[cut : cut + WIDTH].rstrip().replace("\t", " ")
    marks = "^" * max(1, min(length, len(shown) - (start - cut)))
    return [f"{location.line:>5} | {_visible(shown)}", f"      | {' ' * (start - cut)}{click.style(marks, fg=colour)}"]


def _source_line(root: Path, path: str, number: int) -> str:
    """Line *number* of the file *path* of the site, or of the shipped file of that name."""
    for file in (root / path, shipped(path.split("/", maxsplit=1)[0]).parent / path):
        try:
            with open(file, encoding="utf-8-sig", errors="replace", newline=None) as lines:
                return next((line.rstrip("\n") for at, line in enumerate(lines, 1) if at == number), "")
        except OSError:
            continue
    return ""


def _visible(text: str) -> str:
    """*text* with signs that a terminal would obey, or not show, as codes."""
    return _UNPRINTABLE.sub(lambda match: f"\\x{ord(match.group()):02x}", text)
