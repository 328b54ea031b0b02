"""What every generator is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Article, terms, title_of


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator.

    *name* is that of a row in the results, *version* what it says of itself. *site* gives the files around the
    articles by their paths, *article* the path and the text of one, and *term* those of a term's page with a title,
    where it has such pages. *command* builds the site in a folder; a cold build begins without the *leftovers*.
    """

    name: str
    version: str
    site: Callable[[], Mapping[str, str]]
    article: Callable[[Article], tuple[str, str]]
    term: Callable[[str, str, str], tuple[str, str]] | None
    command: Callable[[Path], tuple[str, ...]]
    leftovers: tuple[str, ...]

    def write(self, folder: Path, articles: Iterable[Article]) -> None:
        """Write the whole site into *folder*."""
        for path, text in self.site().items():
            _write(folder / path, text)
        for taxonomy, slugs in terms().items():
            for slug in slugs if self.term else ():
                self.write_term(folder, taxonomy, slug, title_of(slug))
        for article in articles:
            self.write_article(folder, article)

    def write_article(self, folder: Path, article: Article) -> None:
        """Write the file of one article into *folder*."""
        path, text = self.article(article)
        _write(folder / path, text)

    def write_term(self, folder: Path, taxonomy: str, slug: str, title: str) -> None:
        """Write the page of a term with that *title* into *folder*."""
        if self.term:
            path, text = self.term(taxonomy, slug, title)
            _write(folder / path, text)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
