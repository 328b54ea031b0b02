"""What every generator is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Article


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator.

    *name* is that of a row in the results, *version* what it says of itself. *site* gives the files around the
    articles by their paths, and *article* the path and the text of one. *command* builds the site in a folder, and
    *leftovers* are what a cold build begins without.
    """

    name: str
    version: str
    site: Callable[[], Mapping[str, str]]
    article: Callable[[Article], tuple[str, str]]
    command: Callable[[Path], tuple[str, ...]]
    leftovers: tuple[str, ...]

    def write(self, folder: Path, articles: Iterable[Article]) -> None:
        """Write the whole site into *folder*."""
        for path, text in self.site().items():
            _write(folder / path, text)
        for article in articles:
            path, text = self.article(article)
            _write(folder / path, text)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
