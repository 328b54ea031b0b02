"""The text of a picture says what it shows in up to 125 characters, and is no file name.

A screen reader says "image" by itself, reads a long text without a pause, and spells a file name out. That there is a
text at all is checked as the picture is read. The same goes for the text of an exercise's drawing.

Passing:

    ![A person lying on their back with one knee drawn up](knee.png)

Failing:

    ![Image of a person](knee.png)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Picture
from healthsite.problems import Problem, Severity

RULE: Final = "alt-text"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST: Final = 125
_OPENING: Final = re.compile(
    r"(?:an? |the |this )?(?:image|picture|photo|photograph|graphic|drawing|illustration)"
    r"(?: (?:of|showing|that shows)\b|:)|this (?:image|picture|photo|photograph|drawing) shows\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"^figure\s*:", re.MULTILINE)
_FILE_NAME: Final = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|heic|tiff?|bmp)|(?:img|dsc|image|photo|screenshot)[-_ ]?\d+", re.IGNORECASE
)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each picture whose text is too long, says what it is, or names its file."""
    for picture in (*page.pictures, *_drawing(page)):
        alt = picture.alt.strip()
        opening = _OPENING.match(alt)
        if len(alt) > MOST:
            message = f"the text of this picture has {len(alt)} characters"
            hint = f"use {MOST} at most, and say the rest in the text of the page"
            yield page.problem(picture.offset, RULE, SEVERITY, message, hint, words=alt)
        if opening:
            message = f"the text of this picture begins with `{opening.group()}`"
            hint = "say what it shows: a screen reader says by itself that it is a picture"
            yield page.problem(picture.offset, RULE, SEVERITY, message, hint, words=opening.group())
        elif _FILE_NAME.fullmatch(alt):
            message = f"the text of this picture is the file name `{alt}`"
            yield page.problem(picture.offset, RULE, SEVERITY, message, "say what it shows", words=alt)


def _drawing(page: PageText) -> Iterator[Picture]:
    """The drawing of an exercise, which its front matter describes."""
    figure = getattr(page.meta, "figure", None)
    start = _FIGURE.search(page.source)
    if figure is not None:
        yield Picture(figure.alt, "", start.end() if start else 0)
