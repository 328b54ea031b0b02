"""Where in the author's text something stands. Python-Markdown keeps no positions, so it is looked for again."""

from __future__ import annotations

import re
from typing import Final

from healthsite.pages.body import Body
from healthsite.problems import Location, Problem

_CODE: Final = re.compile(
    r"^(`{3,}|~{3,}).*?^\1[`~]*[ ]*$|(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
)


def without_code(text: str) -> str:
    """*text* with fenced blocks and code spans blanked out, every other character where it was."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


class Finder:
    """Finds pieces of a text in the order in which they are asked for, and collects the problems found in it."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.problems: list[Problem] = []
        self._text = without_code(body.text)
        self._seen: dict[str, int] = {}

    def problem(self, piece: str, rule: str, message: str, hint: str = "", *, within: str = "") -> None:
        """Record a problem with *piece* of the text; *within* is a longer piece around it that is easier to find."""
        whole = within or piece
        start = self._next(whole)
        if start < 0:
            self.problems.append(Problem(Location(self.body.path, self.body.first_line), rule, message, hint))
            return
        start += max(0, whole.find(piece))
        self.problem_at(start, rule, message, hint, length=len(piece))

    def problem_at(self, offset: int, rule: str, message: str, hint: str = "", *, length: int = 1) -> None:
        """Record a problem at *offset* of the text."""
        text = self.body.text
        line = self.body.first_line + text.count("\n", 0, offset)
        column = offset - text.rfind("\n", 0, offset)
        self.problems.append(Problem(Location(self.body.path, line, column), rule, message, hint, length=length))

    def passed(self, piece: str) -> None:
        """*piece* was met and is all right: the next search for it goes on behind it."""
        self._next(piece)

    def offset_of(self, piece: str) -> int:
        """Where *piece* stands for the first time at or behind the last place it was met; -1 for nowhere."""
        return self._next(piece)

    def _next(self, piece: str) -> int:
        start = self._text.find(piece, self._seen.get(piece, 0))
        if start < 0:
            start = self._text.find(piece)
        if start < 0:
            start = self.body.text.find(piece)
        if start >= 0:
            self._seen[piece] = start + len(piece)
        return start
