"""Bounds for a text, so that no text can hold up a build: nobody can read beyond them anyway."""

from __future__ import annotations

import re
from typing import Final

from healthsite.text.place import Finder

LONGEST_LINE: Final = 10_000
LONGEST_WORD: Final = 1_500
MOST_MARKUP: Final = 2_000
"""How many signs of markup one paragraph, list or table may hold."""

_MARKS: Final = "[]*_&`!<"
_MARKUP: Final = re.compile(f"[{re.escape(_MARKS)}]")
_LONG_WORD: Final = re.compile(rf"\S{{{LONGEST_WORD}}}")

WHOLE: Final = (
    ("characters", 200_000, re.compile(r".", re.DOTALL)),
    ("lines", 10_000, re.compile(r"\n")),
    ("signs of markup", 20_000, _MARKUP),
    ("lines of backticks, tildes or slashes", 1_000, re.compile(r"^[ \t>]*(?:`{3}|~{3}|/{3})", re.MULTILINE)),
)
"""What a whole text may hold at most: of what, how much, and how it is counted."""


def within_limits(finder: Finder) -> bool:
    """Whether the text can be converted; what is beyond its bounds is recorded."""
    before = len(finder.problems)
    text, offset = finder.body.text, 0
    for what, most, sign in WHOLE:
        if len(text) > most and sum(1 for _ in sign.finditer(text)) > most:
            finder.problem_at(0, "too-long", f"this text has over {most:,} {what}", "split it into several pages")
            return False
    short = len(text) <= LONGEST_LINE and (_has_gaps(text) or not _LONG_WORD.search(text))
    if short and sum(map(text.count, _MARKS)) <= MOST_MARKUP:
        return True
    for block in finder.body.text.split("\n\n"):
        longest = max(block.split("\n"), key=len)
        if len(longest) > LONGEST_LINE:
            at = offset + block.index(longest)
            message = f"this line has {len(longest):,} characters; {LONGEST_LINE:,} are the most"
            finder.problem_at(at, "too-long", message, "split it into paragraphs", length=1)
        elif word := _LONG_WORD.search(block):
            message = f"this word has over {LONGEST_WORD:,} characters"
            finder.problem_at(offset + word.start(), "too-long", message, "put spaces into it")
        elif len(_MARKUP.findall(block)) > MOST_MARKUP:
            message = f"this part has over {MOST_MARKUP:,} signs of markup"
            finder.problem_at(offset, "too-long", message, "split it with empty lines", length=1)
        offset += len(block) + 2
    return len(finder.problems) == before


def _has_gaps(text: str) -> bool:
    """Whether there is a gap in each piece of *text* that any word beyond the limit would fill."""
    half = LONGEST_WORD // 2
    pieces = (text[at : at + half] for at in range(0, len(text) - half + 1, half))
    return all(" " in piece or "\n" in piece for piece in pieces)
