"""The sections of a page by their headings, as far as its Markdown text alone tells them."""

from __future__ import annotations

import re
from typing import Final

_HEADING: Final = re.compile(r"##[ \t]+(.+?)[ \t#]*(?:\{[^}]*\})?[ \t]*")
_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")


def sections_in(text: str) -> list[str]:
    """The second-level headings of a Markdown *text* in order; lines of code are none."""
    found: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and (heading := _HEADING.fullmatch(line)):
            found.append(heading[1])
    return found
