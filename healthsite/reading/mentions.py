"""A cheap scan of a Markdown text for what it may mention; rendering decides what it really does."""

from __future__ import annotations

import re
from typing import Final

from healthsite.model.document import Mentions
from healthsite.model.glossary import WordIndex

_LINK: Final = re.compile(r"[^\s()<>\[\]\"'|`]+\.md(?![\w-])")
_EMBED: Final = re.compile(r"^[ ]{0,3}/{3,}[ ]*(care|exercise)[ ]*(?:\|[ ]*(.*?))?[ ]*$", re.MULTILINE)


def scan(text: str, words: WordIndex) -> Mentions:
    """What *text* mentions, each thing once and in order."""
    return Mentions(
        links=tuple(dict.fromkeys(_LINK.findall(text))),
        embeds=tuple(dict.fromkeys((match[1], match[2] or "") for match in _EMBED.finditer(text))),
        words=tuple(sorted({mention.slug for mention in words.mentions(text)})),
    )
