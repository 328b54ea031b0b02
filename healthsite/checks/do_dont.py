"""Items of `do` and `dont` blocks carry no "do not", begin in lower case, and are 2 to 7 in number.

The site writes "do not" before each item of a `dont` block, so that no item can be read as advice. An item that
brings its own would come out as "do not avoid …", the opposite of what is meant. Items run on from the block's
heading, so they begin in lower case; a single item is a sentence, and more than 7 are too many to remember.

Passing:

    /// dont
    - sit with your legs crossed for a long time
    - stand still for hours
    ///

Failing:

    /// dont
    - avoid sitting with your legs crossed
    ///
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.places import words_of
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "do-dont"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

FEWEST: Final = 2
MOST: Final = 7
_HEADINGS: Final = {"do": "Do", "dont": "Do not"}
"""The blocks, and the heading that the site gives each."""
_NEGATIVE: Final = re.compile(r"(?:do not|don['’]?t|must not|never|avoid|not)\b", re.IGNORECASE)
_CAPITAL: Final = re.compile(r"[^\W\d_](?=\s|[a-z])")
"""A first letter that could be small: that of a word, and not of "NHS" or "X-ray"."""


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each item that is worded wrongly, and for each block with too few or too many."""
    for item in page.of_kind("item"):
        if item.block in _HEADINGS:
            yield from _wording(page, item)
    blocks = [(name, offset) for name, offset in page.blocks if name in _HEADINGS]
    for (name, offset), count in zip(blocks, _counts(page), strict=False):
        if not FEWEST <= count <= MOST:
            message = f"this `{name}` block has {count} item{'' if count == 1 else 's'}"
            hint = "say it in a sentence" if count < FEWEST else "make several blocks, each below a heading"
            yield page.problem(offset, RULE, SEVERITY, message, f"{hint}: {FEWEST} to {MOST} items can be remembered")


def _wording(page: PageText, item: Passage) -> Iterator[Problem]:
    written = item.text.removeprefix("do not ") if item.block == "dont" else item.text
    first = " ".join(words_of(written)[:1])
    negative = _NEGATIVE.match(written)
    if negative:
        message = f"this item of a `{item.block}` block begins with `{negative.group()}`"
        hint = "leave it out: the site adds `do not`" if item.block == "dont" else "move it to a `dont` block"
        yield page.problem(item, RULE, SEVERITY, message, hint, words=negative.group())
    elif written[:1].isupper() and _CAPITAL.match(written):
        message = f"this item of a `{item.block}` block begins with a capital letter"
        yield page.problem(item, RULE, SEVERITY, message, f"write `{first[:1].lower()}{first[1:]}`", words=first)


def _counts(page: PageText) -> list[int]:
    """How many items each block has, in order; a block begins with the heading that the site gives it."""
    counts: list[int] = []
    for passage in page.of_kind("heading", "item"):
        if passage.block in _HEADINGS:
            if passage.kind == "heading" and passage.text == _HEADINGS[passage.block]:
                counts.append(0)
            elif passage.kind == "item" and counts:
                counts[-1] += 1
    return counts
