"""A picture has enough pixels to show something: at least 320 across.

A smaller one is a stamp on a telephone and a blur on a computer. The site makes pictures smaller where that helps; it
never makes them larger.

Passing:

    ![A person lying on their back with one knee drawn up](knee.jpg), 1440 pixels wide

Failing:

    ![A person lying on their back with one knee drawn up](knee.jpg), 160 pixels wide
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "picture-size"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "basic"

LEAST: Final = 320
"""How many pixels a picture has across, at least."""
GOOD: Final = 1440


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each picture that is too small to show much."""
    for picture in page.pictures:
        if 0 < picture.width < LEAST:
            message = f"this picture has {picture.width} × {picture.height} pixels, too few to show much"
            hint = f"use one that is about {GOOD:,} pixels wide"
            yield page.problem(picture.offset, RULE, SEVERITY, message, hint, words=picture.alt)
