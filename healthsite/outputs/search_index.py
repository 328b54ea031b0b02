"""The search index: every page's words, cut into small files that a browser loads as it needs them (Pagefind).

It is made again only when something has changed that it knows: the indexed text of a page, whose digest is among the
page's findings, or a name in the data. Where Pagefind does not do its work, the site goes out without an index, with a
warning; its search page then says so and leads to the A to Z. A corrected text shall not wait for a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import sha256
from html import escape
from typing import Final

from healthsite.artifact import Artifact
from healthsite.cache import Cache
from healthsite.model.site import Site
from healthsite.outputs.indexed_text import indexed_digest, indexed_text
from healthsite.outputs.pagefind_order import ENTRY, in_order
from healthsite.outputs.pagefind_program import PagefindError, indexer, pagefind_version
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

_PUBLISHED: Final = ("pagefind.js", ENTRY, PROGRAM, "*.pf_meta", "*.pf_filter", "*.pf_fragment", "*.pf_index")
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
    key = _key(language, entries, pages, content_of)
    kept = cache.get_all(key)
    if kept is not None or not entries:
        return SearchIndex(tuple(kept or ()))
    try:
        files = _made(entries, language, lambda entry: content_of(pages[entry.path]))
        artifacts = (Artifact.of(f"{FOLDER}/{path}", files.pop(path)) for path in sorted(files))
        return SearchIndex(tuple(cache.put_all(key, artifacts)), made=True)
    except PagefindError as error:
        problem = Problem(Location("config.yaml"), RULE, f"the search index was not made: {error}", _HINT)
        return SearchIndex(problems=(problem.as_warning(),))


def _key(
    language: str, entries: Iterable[Entry], pages: Mapping[str, Artifact], content_of: Callable[[Artifact], bytes]
) -> str:
    """The digest of everything that the index is made from."""
    digest = sha256(f"search {pagefind_version()} {language}".encode())
    for entry in entries:
        text = _digest_of(pages[entry.path], content_of) if entry.path else ""
        digest.update(repr((entry, text)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _digest_of(page: Artifact, content_of: Callable[[Artifact], bytes]) -> str:
    """The digest of what the index knows of *page*, which a page rendered without a search comes without."""
    return page.findings.indexed or indexed_digest(content_of(page).decode())


def _made(entries: Sequence[Entry], language: str, content_of: Callable[[Entry], bytes]) -> dict[str, bytes]:
    """The files of the index of *entries*, by their paths in it. Only a few pages are in memory at a time."""
    words = Words()
    with indexer(language, len(entries)) as index:
        for entry in entries:
            text = indexed_text(content_of(entry).decode()) if entry.path else ""
            index.add(entry.url, search_document(entry, text, language))
            words.add_names((entry.title, *entry.names))
            words.add_text(f"{escape(entry.summary)} {escape(' '.join(entry.signs))} {text}")
        files = index.files()
    if any(path != FOR_ANY_LANGUAGE and fnmatch(path, PROGRAM) for path in files):
        del files[FOR_ANY_LANGUAGE]
    loaded = {path: content for path, content in files.items() if any(fnmatch(path, name) for name in _PUBLISHED)}
    return {**in_order(loaded), WORDS: words.as_json()}
