"""What Pagefind reads of each thing that can be found: its names and kinds apart, and then its text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from healthsite.outputs.search_entries import Entry
from healthsite.outputs.search_words import words_of

OF_THE_SUMMARY: Final = 2
"""How much the words of a summary weigh, against 1 for other text and 6 for a heading."""


def search_document(entry: Entry, text: str, language: str) -> str:
    """The document of *entry*, whose page has the indexed *text*."""
    return f'<html lang="{escape(language)}"><body>{"".join(_parts(entry))}{text}</body></html>'


def squashed(name: str) -> str:
    """*name* as one word without spaces and signs: whoever types the whole of it means this page."""
    return "".join(words_of(name, shortest=1))


def _parts(entry: Entry) -> Iterator[str]:
    title, is_called = ("title", "is") if entry.path else ("term", "word")
    fields = {
        title: entry.title,
        is_called: squashed(entry.title),
        "names": "; ".join(entry.names),
        "called": " ".join(map(squashed, (*entry.names, *entry.signs))),
        "about": "; ".join(entry.about),
        "kind": entry.kind,
    }
    for field, value in fields.items():
        if value:
            yield f'<p data-pagefind-ignore data-pagefind-meta="{field}">{escape(value)}</p>'
    for field, value in (("kind", entry.group), *(("region", region) for region in entry.regions)):
        yield f'<p data-pagefind-ignore data-pagefind-filter="{field}">{escape(value)}</p>'
    if entry.summary:
        yield f'<p data-pagefind-weight="{OF_THE_SUMMARY}">{escape(entry.summary)}</p>'
    for passage in entry.passages:
        items = "".join(f"<li>{escape(line)}</li>" for line in passage.text)
        yield f'<h3 id="{escape(passage.anchor)}">{escape(passage.heading)}</h3><ul>{items}</ul>'
