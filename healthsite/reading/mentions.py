"""A cheap scan of a Markdown text for what it may mention; rendering decides what it really does."""

from __future__ import annotations

import re
from typing import Final

from healthsite.model.block_lines import block_lines
from healthsite.model.document import Mentions
from healthsite.model.glossary import WordIndex

_LINK: Final = re.compile(r"(?<![^\s()<>\[\]\"'|`])[^\s()<>\[\]\"'|`]+\.md(?![\w-])")
_EMBEDS: Final = ("care", "exercise")


def scan(text: str, words: WordIndex) -> Mentions:
    """What *text* mentions, each thing once and in order."""
    blocks = ((line.name, line.argument) for line in block_lines(text) if line.name in _EMBEDS)
    return Mentions(
        links=tuple(dict.fromkeys(_LINK.findall(text))),
        embeds=tuple(dict.fromkeys(blocks)),
        words=tuple(sorted({mention.slug for mention in words.mentions(text)})),
    )
