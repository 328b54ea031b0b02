"""Where in the author's text something stands. Python-Markdown keeps no positions, so it is looked for again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from healthsite.pages.body import Body
from healthsite.problems import Location, Problem

_FENCE: Final = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ITEM: Final = re.compile(r"[ ]{0,3}(?:[-*+:]|\d+[.)]|\[\^[^\]]+\]:)[ \t]")
_CODE: Final = ("`", "~", "\t", "\n    ")
"""What any code begins with; the last one may stand at the very beginning as well."""
_TICKS: Final = re.compile(r"`+")
_END_OF_ADDRESS: Final = " \t\n)>"


@lru_cache(maxsize=4)
def without_code(text: str) -> str:
    """*text* with fenced and indented blocks and code spans blanked out, every other character where it was."""
    if not text.startswith("    ") and not any(sign in text for sign in _CODE):
        return text
    lines = text.split("\n")
    for first, end in _code_blocks(lines):
        lines[first:end] = [" " * len(line) for line in lines[first:end]]
    return "\n\n".join(_without_spans(block) for block in "\n".join(lines).split("\n\n"))


def _code_blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The code blocks among *lines*: the first line of each, and the line behind its last."""
    closing = {mark: _closing_lines(lines, mark) for mark in "`~"}
    number, in_list, above_is_blank = 0, False, True
    while number < len(lines):
        line = lines[number]
        fence = _FENCE.match(line)
        end = _fence_end(closing[fence[1][0]], number, fence[1]) if fence else 0
        if end:
            yield number, end
            number, above_is_blank = end, False
            continue
        if line.strip():
            indented = line.startswith(("    ", "\t"))
            if indented and above_is_blank and not in_list:
                end = number
                while end < len(lines) and (lines[end].startswith(("    ", "\t")) or not lines[end].strip()):
                    end += 1
                yield number, end
                number, above_is_blank = end, True
                continue
            in_list = bool(_ITEM.match(line)) or (in_list and (indented or not above_is_blank))
        above_is_blank = not line.strip()
        number += 1


def _closing_lines(lines: list[str], mark: str) -> dict[str, list[int]]:
    """The lines that hold nothing but a fence of *mark*, by the fence, last first."""
    found: dict[str, list[int]] = {}
    for number in range(len(lines) - 1, -1, -1):
        bare = lines[number].strip(" ")
        if len(bare) >= 3 and not bare.strip(mark):
            found.setdefault(bare, []).append(number)
    return found


def _fence_end(closing: dict[str, list[int]], number: int, fence: str) -> int:
    """The line behind the one that closes the *fence* opened on line *number*; 0 where none does."""
    candidates = closing.get(fence, [])
    while candidates and candidates[-1] <= number:
        candidates.pop()
    return candidates.pop() + 1 if candidates else 0


def _without_spans(block: str) -> str:
    """A paragraph with its code spans blanked out; each goes from a run of backticks to the next run of that length."""
    runs = list(_TICKS.finditer(block))
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[index].group()), []).append(index)
    parts: list[str] = []
    done, index = 0, 0
    while index < len(runs):
        same = later[len(runs[index].group())]
        while same and same[-1] <= index:
            same.pop()
        if same and not block[: runs[index].start()].endswith("\\"):
            closing = runs[same[-1]]
            parts += [block[done : runs[index].start()], _blank(block[runs[index].start() : closing.end()])]
            done, index = closing.end(), same[-1]
        index += 1
    return "".join([*parts, block[done:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


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
        start = self.offset_of(whole)
        if start < 0:
            self.problems.append(Problem(Location(self.body.path, self.body.first_line), rule, message, hint))
            return
        self.problem_at(start + max(0, whole.find(piece)), rule, message, hint, length=len(piece))

    def problem_at(self, offset: int, rule: str, message: str, hint: str = "", *, length: int = 1) -> None:
        """Record a problem at *offset* of the text."""
        text = self.body.text
        line = self.body.first_line + text.count("\n", 0, offset)
        column = offset - text.rfind("\n", 0, offset)
        self.problems.append(Problem(Location(self.body.path, line, column), rule, message, hint, length=length))

    def offset_of_link(self, address: str) -> int:
        """Where the *address* of a link or picture stands next; -1 for nowhere."""
        for before in ("](", "](<", "]: ", "<"):
            at = _find_address(self._text, before + address, self._seen.get(f"link {address}", 0))
            if at >= 0:
                self._seen[f"link {address}"] = at + len(before) + len(address)
                return at + len(before)
        return self.offset_of(address) if address else -1

    def offset_of(self, piece: str) -> int:
        """Where *piece* stands next: behind the place where it was found last, else anywhere; -1 for nowhere."""
        start = _find_whole(self._text, piece, self._seen.get(piece, 0))
        if start < 0:
            start = _find_whole(self._text, piece, 0)
        if start < 0:
            start = self.body.text.find(piece)
        if start >= 0:
            self._seen[piece] = start + len(piece)
        return start


def _find_address(text: str, piece: str, start: int) -> int:
    """Where *piece*, which ends with an address, stands at or behind *start*; -1 for nowhere."""
    at = text.find(piece, start)
    while at >= 0 and text[at + len(piece) : at + len(piece) + 1] not in _END_OF_ADDRESS:
        at = text.find(piece, at + 1)
    return at


def _find_whole(text: str, piece: str, start: int) -> int:
    """Where *piece* stands at or behind *start*, not as the beginning of a longer word; -1 for nowhere."""
    at = text.find(piece, start)
    while at >= 0 and piece[-1:].isalnum() and text[at + len(piece) : at + len(piece) + 1].isalnum():
        at = text.find(piece, at + 1)
    return at
