"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from frontmatter.default_handlers import YAMLHandler

from healthsite.problems import Location, Problem

_HANDLER: Final = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two parts. Each line of *head* is where it stands in the file; *body* starts on line *body_line*."""

    head: str
    body: str
    body_line: int


def split(path: str, text: str) -> Split | Problem:
    """The front matter and the body of *text*, or why they cannot be told apart."""
    opening = YAMLHandler.FM_BOUNDARY.match(text)
    if opening is None:
        hint = "begin the file with a line `---`, then `title:` and the other keys, then another line `---`"
        return Problem(Location(path, 1, 1), "front-matter", "this file has no front matter", hint, length=0)
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        message = "the front matter that begins here is not closed"
        return Problem(Location(path, 1, 1), "front-matter", message, "write a line `---` below its last key", length=3)
    lines_above = text.count("\n", 0, opening.end())
    body = body.removeprefix("\n")
    return Split("\n" * lines_above + head, body, text.count("\n", 0, len(text) - len(body)) + 1)
