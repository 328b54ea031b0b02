"""Bounds for a text, so that no text can hold up a build: nobody can read beyond them anyway."""

from __future__ import annotations

import re
from typing import Final

from healthsite.text.place import Finder

LONGEST_LINE: Final = 10_000
MOST_MARKUP: Final = 2_000
"""How many signs of markup one paragraph, list or table may hold."""

_MARKUP: Final = re.compile(r"[\[\]*_&`!<]")


def within_limits(finder: Finder) -> bool:
    """Whether the text can be converted; what is beyond its bounds is recorded."""
    before = len(finder.problems)
    offset = 0
    for block in finder.body.text.split("\n\n"):
        longest = max(block.split("\n"), key=len)
        if len(longest) > LONGEST_LINE:
            at = offset + block.index(longest)
            message = f"this line has {len(longest):,} characters; {LONGEST_LINE:,} are the most"
            finder.problem_at(at, "too-long", message, "split it into paragraphs", length=1)
        elif len(_MARKUP.findall(block)) > MOST_MARKUP:
            message = f"this part has over {MOST_MARKUP:,} signs of markup"
            finder.problem_at(offset, "too-long", message, "split it with empty lines", length=1)
        offset += len(block) + 2
    return len(finder.problems) == before
