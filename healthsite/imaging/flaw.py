"""Why a picture cannot be used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a picture, and what to do about it. *line* is where in a drawing; 0 means all of the file."""

    message: str
    hint: str
    line: int = 0
