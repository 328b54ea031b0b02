"""A title is short, in sentence case, no question, without contractions, and no other page has it.

The title is the heading, the words of every link and what a search engine shows. Long ones are cut off there, capitals
in the middle read like a name, and a question holds back what the page is about. A word may have a capital where the
site never writes it small; so does one behind a colon.

Passing:

    title: Heavy, tired legs

Failing:

    title: Why Don't My Legs Feel Light?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "title"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST: Final = 65
MOST_SHORT: Final = 30
_MOST: Final = {"exercises": 40}
"""How long the title of some kinds may be, where it is less."""
_NAMES: Final = frozenset({"May", "March", "Mark", "Will", "Rose", "Polish", "Turkey", "China"})
"""Names that are also ordinary words."""
_CONTRACTION: Final = re.compile(
    r"\b(?:\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:it|that|what|here|there|who|where|how|let|he|she)['’]s)\b",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Problem]:
    """A problem for each title that is too long, no plain statement, or there twice."""
    seen: set[tuple[str, str]] = set()
    capitals: dict[str, list[AnyDocument]] = {}
    for document in site.library.documents:
        title = document.meta.title
        yield from _length(document, "title", _MOST.get(document.kind, MOST))
        yield from _length(document, "short_title", MOST_SHORT)
        yield from _wording(document)
        key = (document.kind, title.casefold())
        if key in seen:
            yield _problem(document, "title", title, "another page has this title too", "say in it what is different")
        seen.add(key)
        for word in _inner_capitals(title):
            capitals.setdefault(word, []).append(document)
    for word in _ordinary(site, set(capitals)):
        for document in capitals[word]:
            message = f"`{word}` has a capital in the middle of a title"
            yield _problem(document, "title", word, message, f"write `{word.lower()}`, unless it is a name")


def _length(document: AnyDocument, key: str, most: int) -> Iterator[Problem]:
    title = getattr(document.meta, key, None) or ""
    if len(title) > most:
        message = f"this title has {len(title)} characters"
        yield _problem(document, key, title, message, f"use {most} at most: put the words that matter first")


def _wording(document: AnyDocument) -> Iterator[Problem]:
    title = document.meta.title
    if "?" in title:
        yield _problem(document, "title", title, "this title is a question", "name what the page is about")
    for match in _CONTRACTION.finditer(title):
        word = match.group()
        yield _problem(document, "title", word, f"`{word}` is a contraction", "write both words")


def _inner_capitals(title: str) -> Iterator[str]:
    """The words behind the first that begin with a capital, and no new sentence."""
    for before, word in zip(title.split(), title.split()[1:], strict=False):
        bare = word.strip("()[]'\"“”‘’,.;:!?")
        if re.fullmatch(r"[A-Z][a-z’'-]*[a-z]", bare) and before[-1] not in ".:!?–—" and bare not in _NAMES:
            yield bare


def _ordinary(site: Site, words: set[str]) -> list[str]:
    """Those of *words* that the texts of the site also write small, and which are therefore no names."""
    found: set[str] = set()
    for document in site.library.documents:
        if found >= words:
            break
        text = f"{document.meta.summary}\n{site.text_of(document)}"
        found |= {
            word
            for word in words - found
            if word.lower() in text and re.search(rf"(?<![\w./#-]){word.lower()}(?![\w/-]|\.md)", text)
        }
    return sorted(found)


def _problem(document: AnyDocument, key: str, words: str, message: str, hint: str) -> Problem:
    return Problem(document.place(key, words), RULE, message, hint, SEVERITY, len(words))
