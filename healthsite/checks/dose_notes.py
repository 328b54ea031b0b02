"""The words in the doses of an exercise, as passages for the rules about numbers and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from healthsite.model.places import find_words, words_of
from healthsite.model.prose import PageText, Passage

_DOSES: Final = re.compile(r"^doses\s*:", re.MULTILINE)


def dose_notes(page: PageText) -> Iterator[Passage]:
    """The free text of the page's doses, each piece where it stands in the front matter."""
    doses: Any = getattr(page.meta, "doses", ())
    start = _DOSES.search(page.source) if doses else None
    at = start.end() if start else 0
    for dose in doses:
        found = [
            _passage(page, text, at) for text in (dose.situation, dose.frequency, dose.note) if words_of(text or "")
        ]
        yield from found
        at = max([at, *(passage.offset + 1 for passage in found)])


def _passage(page: PageText, text: str, start: int) -> Passage:
    found = find_words(page.source, text, start)
    return Passage("dose", text, found[0] if found else start)
