"""What tests of the command line share: what a command did and said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DAY: Final = "--as-of=2026-11-22"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]
"""Runs the command line in this process."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
