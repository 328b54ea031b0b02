"""What Pagefind reads of each thing that can be found: its names and kinds apart, and then its text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from healthsite.outputs.search_entries import Entry
from healthsite.outputs.search_words import words_of

OF_THE_SUMMARY: Final = 2
"""How much the words of a summary weigh, against 1 for other text and 6 for a heading."""
TEXT: Final = "search-text"
"""The anchor at which the text begins, after the summary; the search page shows what stands before it."""
MARK: Final = "zz"
"""What stands before a name that is written as one word; the search page puts it before a query, too."""


def search_document(entry: Entry, text: str, language: str) -> str:
    """The document of *entry*, whose page has the indexed *text*."""
    known, more = "".join(_parts(entry)), "".join(_passages(entry))
    return f'<html lang="{escape(language)}"><body>{known}<div id="{TEXT}">{more}{text}</div></body></html>'


def as_one_word(name: str) -> str:
    """*name* as a word that no text holds: whoever types the whole name means this page. Empty if it has no letters."""
    words = words_of(name, shortest=1)
    return MARK + "".join(words) if words else ""


def _parts(entry: Entry) -> Iterator[str]:
    title, is_called = ("title", "is") if entry.path else ("term", "word")
    fields = {
        title: entry.title,
        is_called: as_one_word(entry.title),
        "names": "; ".join(entry.names),
        "called": " ".join(map(as_one_word, (*entry.names, *entry.signs))),
        "about": "; ".join(entry.about),
        "kind": entry.kind,
    }
    for field, value in fields.items():
        if value:
            yield f'<p data-pagefind-ignore data-pagefind-meta="{field}">{escape(value)}</p>'
    for field, value in (("kind", entry.group), *(("region", region) for region in entry.regions)):
        yield f'<p data-pagefind-ignore data-pagefind-filter="{field}">{escape(value)}</p>'
    yield f'<p data-pagefind-weight="{OF_THE_SUMMARY}">{escape(entry.summary)}</p>'


def _passages(entry: Entry) -> Iterator[str]:
    for passage in entry.passages:
        items = "".join(f"<li>{escape(line)}</li>" for line in passage.text)
        yield f'<h3 id="{escape(passage.anchor)}">{escape(passage.heading)}</h3><ul>{items}</ul>'
