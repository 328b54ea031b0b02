"""From the bytes of a text file to its text, and what is wrong with them."""

from __future__ import annotations

import re
from typing import Final

from healthsite.problems import Location, Problem

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]")


def decode(path: str, content: bytes) -> tuple[str, list[Problem]]:
    r"""The text of a file with plain line ends, and what is wrong with its bytes. After an error, the text is empty."""
    problems = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems.append(
            Problem(
                Location(path, 1, 1),
                "encoding",
                "this file begins with a byte order mark, which is ignored",
                "save it as UTF-8 without BOM",
            ).as_warning()
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        place = Location(path, before.count(b"\n") + 1, column)
        message = f"this is not UTF-8 text: the byte 0x{content[error.start]:02x} fits no letter"
        return "", [Problem(place, "encoding", message, "save the file again as UTF-8")]
    control = _CONTROL.search(text)
    if control:
        line, column = _line_and_column(text, control.start())
        message = f"this is a control character (U+{ord(control.group()):04X})"
        hint = "remove it; a file full of such characters is not a text file"
        return "", [Problem(Location(path, line, column), "encoding", message, hint)]
    if not text.strip():
        message = "this file is empty"
        return "", [Problem(Location(path, 1, 1), "empty", message, "write it, or delete the file", length=0)]
    if "\r" in text:
        line, column = _line_and_column(text, text.index("\r"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        message = "this file has Windows line ends (CRLF), which are read as plain ones"
        problems.append(
            Problem(Location(path, line, column), "line-ends", message, "save it with LF line ends").as_warning()
        )
    return text, problems


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
