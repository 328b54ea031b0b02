"""A cheap scan of a Markdown text for what it may mention; rendering decides what it really does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.block_lines import block_lines
from healthsite.model.document import Mentions
from healthsite.model.glossary import WordIndex

_PAGE: Final = re.compile(r".+\.md(?![\w-])")
_AROUND: Final = frozenset("()<>[]\"'|`")
"""What may stand around the path of a page, beside white space."""
_EMBEDS: Final = ("care", "exercise")


def scan(text: str, words: WordIndex) -> Mentions:
    """What *text* mentions, each thing once and in order."""
    blocks = ((line.name, line.argument) for line in block_lines(text) if line.name in _EMBEDS)
    return Mentions(
        links=tuple(dict.fromkeys(_links(text))),
        embeds=tuple(dict.fromkeys(blocks)),
        words=tuple(sorted({mention.slug for mention in words.mentions(text)})),
    )


def _links(text: str) -> Iterator[str]:
    """The paths of pages in *text*."""
    found = text.find(".md")
    while found >= 0:
        start, end = found, found
        while start and not _is_around(text[start - 1]):
            start -= 1
        while end < len(text) and not _is_around(text[end]):
            end += 1
        page = _PAGE.match(text, start, end)
        if page:
            yield page.group()
        found = text.find(".md", end)


def _is_around(character: str) -> bool:
    return character in _AROUND or character.isspace()
