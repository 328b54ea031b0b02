"""A Markdown file of the site, once read: where it stands, what its front matter says, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from healthsite.imaging.plan import Look
from healthsite.model.schema import Schema
from healthsite.problems import Location

Meta_co = TypeVar("Meta_co", bound=Schema, covariant=True)


class Values:
    """Comes from one process to another, and back from the cache, in one step for all its fields."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[Any], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True)
class Mentions(Values):
    """What a text seems to mention, found by a cheap scan before rendering. More than is really there is fine.

    *links* are relative addresses of ``.md`` files, as written, without their ``#anchor``. *embeds* are pairs of
    a block's name and its argument. *words* are slugs of glossary entries.
    """

    links: tuple[str, ...] = ()
    embeds: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A file that stands beside an article's ``index.md``. *path* is relative to the site, *name* to the article.

    *fingerprint* stands for its content and for the program that makes its copies.
    """

    path: str
    name: str
    fingerprint: str
    look: Look


@dataclass(frozen=True, slots=True)
class Marks(Values):
    """Digests of a file, which tell in what it differs from an earlier one.

    *file* is that of its bytes (SHA-256), and *face* that of all that other pages may show of it: everything but its
    text. *filing* is that of the terms it names, and *mentions* that of its title and of what it mentions.
    """

    file: str = ""
    face: str = ""
    filing: str = ""
    mentions: str = ""


@dataclass(frozen=True, slots=True)
class Document(Values, Generic[Meta_co]):
    """One Markdown file.

    *kind* is the folder's name, as in ``articles``. *path* is relative to the site's folder. *head* is the text
    between the ``---`` lines, each line of it where it stands in the file, and *body* all that follows, which
    starts on line *body_line* of the file; ``None`` where it was left in the file (see `Site.text_of`).
    """

    kind: str
    slug: str
    path: str
    head: str
    body: str | None
    body_line: int
    meta: Meta_co
    mentions: Mentions = Mentions()
    images: tuple[Image, ...] = ()
    marks: Marks = Marks()

    @property
    def url(self) -> str:
        """Where the page is, below the site's base path."""
        if self.kind == "pages":
            return "/" if self.slug == "index" else f"/{self.slug}/"
        return f"/{self.kind}/{self.slug}/"

    def place(self, key: str, value: str = "") -> Location:
        """Where *key* stands in the front matter; or where *value* does, under that key."""
        lines = self.head.split("\n")
        for number, line in enumerate(lines):
            if re.match(rf"{re.escape(key)}\s*:", line):
                return self._place_from(number, value) or Location(self.path, number + 1, 1)
        return Location(self.path, 1, 1)

    def _place_from(self, start: int, value: str) -> Location | None:
        """Where *value* stands on line *start* of the head, or on the indented lines that belong to it."""
        lines = self.head.split("\n")
        for number in range(start, len(lines)):
            line = lines[number]
            if number > start and line and not line.startswith((" ", "-", "#", "]")):
                return None
            column = _find_whole(line, value, line.find(":") + 1 if number == start else 0)
            if column >= 0:
                return Location(self.path, number + 1, column + 1)
        return None


def _find_whole(line: str, value: str, start: int) -> int:
    """Where *value* stands in *line* with no letter, digit or hyphen next to it; -1 for nowhere."""
    at = line.find(value, start) if value else -1
    while at >= 0:
        around = line[at - 1 : at] + line[at + len(value) : at + len(value) + 1]
        if not any(sign.isalnum() or sign in "-_" for sign in around):
            return at
        at = line.find(value, at + 1)
    return -1
