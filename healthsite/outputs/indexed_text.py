"""What the search index knows of a page: the text of its main part, its headings, and nothing of how it looks.

A template marks what is not worth finding with ``data-pagefind-ignore``, and what weighs less or more than other text
with ``data-pagefind-weight``. What is left is reduced to bare tags, so that a new class, a moved link or another
footer is no reason to make the index again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final

IGNORED: Final = "data-pagefind-ignore"
WEIGHED: Final = "data-pagefind-weight"
DIGITS: Final = 32
"""How many digits of a digest are kept for each page: 128 bits are enough to tell texts apart."""

_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_LEFT_OUT: Final = re.compile(r"<(?:nav|svg|form|button|label|select|textarea|script|style|template|sup|dialog)\b")
"""The beginning of what is never indexed: controls, drawings, and the numbers of citations."""
_START: Final = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>")
_INLINE: Final = re.compile(
    r"</?(?:a(?:bbr)?|b(?:di)?|c(?:ite|ode)|d(?:el|fn)|em|i(?:mg|nput|ns)?|kbd|mark|picture|q"
    r"|s(?:mall|ource|pan|trong|ub)?|time|u|var|wbr)\b[^>]*>|<!--.*?-->",
    re.DOTALL,
)
_HEADING: Final = re.compile(r'<(h[1-6])\b(?:[^>]*?(\sid="[^"]*"))?[^>]*>')
_ATTRIBUTES: Final = re.compile(r"<(?!h[1-6]\b)([a-z][a-z0-9]*)\s[^>]*>")
_OTHER_ATTRIBUTES: Final = re.compile(rf'<(?!h[1-6]\b)([a-z][a-z0-9]*)\s(?:[^>]*?\b({WEIGHED}="[^"]*"))?[^>]*>')


def indexed_text(page: str) -> str:
    """The indexed part of the HTML of a *page*; empty where it has no main part."""
    main = _MAIN.search(page)
    text = _INLINE.sub("", _without_left_out(main[1])) if main else ""
    bare = _OTHER_ATTRIBUTES.sub(r"<\1 \2>", text) if WEIGHED in text else _ATTRIBUTES.sub(r"<\1>", text)
    return " ".join(_HEADING.sub(r"<\1\2>", bare).split())


def indexed_digest(page: str) -> str:
    """The digest of that part."""
    return sha256(indexed_text(page).encode()).hexdigest()[:DIGITS]


def _without_left_out(html: str) -> str:
    parts: list[str] = []
    end = 0
    for start in sorted(_left_out(html)):
        tag = _START.match(html, start)
        if tag and start >= end:
            parts.append(html[end:start])
            end = _end_of(html, tag[1], tag.end())
    return "".join([*parts, html[end:]])


def _left_out(html: str) -> Iterator[int]:
    """Where elements begin that are not indexed."""
    yield from (match.start() for match in _LEFT_OUT.finditer(html))
    mark = html.find(IGNORED)
    while mark >= 0:
        start = html.rfind("<", 0, mark)
        if html.find(">", start, mark) < 0:
            yield start
        mark = html.find(IGNORED, mark + 1)


def _end_of(html: str, name: str, start: int) -> int:
    """Where the element *name* ends whose start tag ends at *start*."""
    depth = 1
    for tag in _tags(name).finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


@lru_cache(maxsize=64)
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")
