"""The text of a page as rules read it: parsed into passages, such as headings, list items, cells and steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from healthsite.model.places import Spot, find_words, words_of
from healthsite.problems import Location, Problem, Severity

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
_ABBREVIATION: Final = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|Prof|No|St|approx)\.$", re.IGNORECASE)


class Passage(NamedTuple):
    """A piece of text that stands for itself.

    *kind* is ``title``, ``summary``, ``note``, ``step``, ``caution`` (front matter), or ``heading``, ``paragraph``,
    ``item``, ``cell``, ``header`` or ``term`` (body). *section* is the second-level heading it stands under, *block*
    the ``///`` block it stands in, *level* a heading's level, *group* the number of its list or table, and *at*
    where it begins in the page's source.
    """

    kind: str
    text: str
    at: int | Spot
    level: int = 0
    section: str = ""
    block: str = ""
    group: int = 0
    ordered: bool = False

    @property
    def offset(self) -> int:
        """Where it begins in the page's source."""
        return int(self.at)


class LinkText(NamedTuple):
    """A link that the author wrote: its words, its address, and where it stands."""

    text: str
    href: str
    at: int | Spot

    @property
    def offset(self) -> int:
        """Where it stands in the page's source."""
        return int(self.at)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the author placed: what it shows in words, its address, and where it stands.

    *width* and *height* are in pixels, as large as it is shown at most; 0 for what is drawn, or is not there.
    """

    alt: str
    src: str
    offset: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class PageText:
    """What rules know of one document. *kind* is its folder, *meta* its front matter, *care* the profiles it shows.

    *source* is the file's text, each character where it stands, with markup that is no prose blanked out. Where it is
    not *whole*, only what stands in an outline is known, and no places: enough to tell that rules find nothing.
    *blocks* are its ``///`` blocks in order: name, and offset. *asked* are the exercises whose steps it shows, each
    with the people who ask a professional first, and *signs* those to stop at. *ids* are those that its author set,
    each with its offset, and *unused* the files of pictures beside it that it does not use.
    """

    path: str
    kind: str
    slug: str
    meta: Any
    source: str
    passages: tuple[Passage, ...]
    links: tuple[LinkText, ...] = ()
    pictures: tuple[Picture, ...] = ()
    care: tuple[str, ...] = ()
    blocks: tuple[tuple[str, int], ...] = ()
    cited: tuple[str, ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    signs: tuple[str, ...] = ()
    ids: tuple[tuple[str, int], ...] = ()
    unused: tuple[str, ...] = ()
    whole: bool = True

    @property
    def type(self) -> str:
        """The type of an article; empty for everything else."""
        return str(getattr(self.meta, "type", ""))

    def of_kind(self, *kinds: str) -> Iterator[Passage]:
        """The passages of some *kinds*."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def body(self) -> Iterator[Passage]:
        """The passages below the front matter."""
        return self.of_kind("heading", "paragraph", "item", "cell", "header", "term")

    def problem(
        self, at: Passage | int, rule: str, severity: Severity, message: str, hint: str = "", *, words: str = ""
    ) -> Problem:
        """A problem with a passage, or at an offset; *words* are those of the passage's text that are meant."""
        offset = at if isinstance(at, int) else at.offset
        length = 1
        wanted = words or (next(iter(words_of(at.text)), "") if isinstance(at, Passage) else "")
        found = find_words(self.source, wanted, offset) if wanted else None
        if found:
            offset, length = found[0], found[1] - found[0]
        line = self.source.count("\n", 0, offset) + 1
        column = offset - self.source.rfind("\n", 0, offset)
        return Problem(Location(self.path, line, column), rule, message, hint, severity, length)


def sentences_of(text: str) -> list[str]:
    """The sentences of a passage. Abbreviations and decimals do not end one; an unfinished one counts."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += f" {part}"
        elif part.strip():
            parts.append(part.strip())
    return parts
