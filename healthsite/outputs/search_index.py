"""The search index: every page's words, cut into small files that a browser loads as it needs them (Pagefind).

It is made again only when something has changed that it knows: the indexed text of a page, whose digest is among the
page's findings, or a name in the data. Where Pagefind does not do its work, the site goes out without an index, with a
warning; its search page then says so and leads to the A to Z. A corrected text shall not wait for a search.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.disk import reason_of
from healthsite.model.site import Site
from healthsite.outputs.indexed_text import indexed_text
from healthsite.outputs.pagefind_order import ENTRY, put_in_order
from healthsite.outputs.pagefind_program import Indexer, PagefindError, pagefind_version
from healthsite.outputs.search_document import search_document
from healthsite.outputs.search_entries import Entry, search_entries
from healthsite.outputs.search_words import Words
from healthsite.pages.tools import INDEX
from healthsite.problems import Location, Problem

FOLDER: Final = INDEX.strip("/")
RULE: Final = "search"

WORDS: Final = "words.json"
"""Our own file beside Pagefind's: see `Words`."""
PROGRAM: Final = "wasm.*.pagefind"
FOR_ANY_LANGUAGE: Final = "wasm.unknown.pagefind"
"""The part of Pagefind that runs in a browser; where there is one for the site's language, it does without this."""

_PUBLISHED: Final = ("pagefind.js", ENTRY, WORDS, PROGRAM, "*.pf_meta", "filter/*", "fragment/*", "index/*")
"""The files that our search page loads; the others are search pages of Pagefind's own."""
_HINT: Final = 'try `pip install --force-reinstall "pagefind[bin]"`, or leave search out with `--no-search`'


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The files of the index, whether this build had to make them, and why there are none."""

    artifacts: tuple[Artifact, ...] = ()
    made: bool = False
    problems: tuple[Problem, ...] = ()


def search_index(
    site: Site, rendered: Iterable[Artifact], content_of: Callable[[Artifact], bytes], cache: Cache
) -> SearchIndex:
    """The index of *site*, below ``pagefind/``; *rendered* are its pages, and *content_of* gives their bytes."""
    pages = {artifact.path: artifact for artifact in rendered}
    entries = tuple(search_entries(site))
    language = site.config.language.lower()
    key = _key(language, entries, pages)
    kept = cache.get_all(key)
    if kept is not None or not entries:
        return SearchIndex(tuple(kept or ()))
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            texts = ((entry, _text(entry, pages, content_of)) for entry in entries)
            _make(texts, len(entries), language, folder)
            put_in_order(folder)
            return SearchIndex(tuple(cache.put_all(key, _files(folder))), made=True)
    except (PagefindError, OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        problem = Problem(Location("config.yaml"), RULE, f"the search index was not made: {reason}", _HINT)
        return SearchIndex(problems=(problem.as_warning(),))


def _key(language: str, entries: Iterable[Entry], pages: Mapping[str, Artifact]) -> str:
    """The digest of everything that the index is made from."""
    digest = sha256(f"search {pagefind_version()} {language}".encode())
    for entry in entries:
        text = pages[entry.path].findings.indexed if entry.path else ""
        digest.update(repr((entry, text)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _text(entry: Entry, pages: Mapping[str, Artifact], content_of: Callable[[Artifact], bytes]) -> str:
    return indexed_text(content_of(pages[entry.path]).decode()) if entry.path else ""


def _make(texts: Iterable[tuple[Entry, str]], count: int, language: str, folder: Path) -> None:
    """Write the index of *texts* into *folder*; only a few of them are in memory at a time."""
    words = Words()
    with Indexer(language, count) as indexer:
        for entry, text in texts:
            indexer.add(entry.url, search_document(entry, text, language))
            words.add_names((entry.title, *entry.names))
            words.add_text(f"{escape(entry.summary)} {text}")
        indexer.write(folder)
    (folder / WORDS).write_bytes(words.as_json())


def _files(folder: Path) -> Iterator[Artifact]:
    """The files in *folder* that are published, in order."""
    if len(list(folder.glob(PROGRAM))) > 1:
        (folder / FOR_ANY_LANGUAGE).unlink()
    for pattern in _PUBLISHED:
        for file in sorted(folder.glob(pattern)):
            yield Artifact.of(f"{FOLDER}/{file.relative_to(folder).as_posix()}", file.read_bytes())
