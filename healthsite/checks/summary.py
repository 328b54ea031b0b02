"""A summary has at most 3 sentences and 300 characters, and no two pages share one.

It is what readers see in lists and search results, and for many the only thing they read: the main message, and not
an introduction. Two pages with the same summary cannot be told apart.

Passing:

    summary: Heavy legs at the end of the day are common. Moving and raising your feet often help.

Failing:

    summary: Legs. They carry you. They tire. They ache. Read on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.prose import sentences_of
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "summary"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST_CHARACTERS: Final = 300
MOST_SENTENCES: Final = 3


def check(site: Site) -> Iterator[Problem]:
    """A problem for each summary that is too long, or there twice."""
    seen: dict[str, AnyDocument] = {}
    for document in site.library.documents:
        summary = document.meta.summary
        count = len(sentences_of(summary))
        if len(summary) > MOST_CHARACTERS:
            message = f"this summary has {len(summary)} characters"
            yield _problem(document, message, f"use {MOST_CHARACTERS} at most: say the main message only")
        if count > MOST_SENTENCES:
            message = f"this summary has {count} sentences"
            yield _problem(document, message, f"use {MOST_SENTENCES} at most: say the main message only")
        first = seen.setdefault(summary.casefold(), document)
        if first is not document:
            message = f"this summary is the same as that of {first.path}"
            yield _problem(document, message, "say what a reader finds on this page, and not on the other")


def _problem(document: AnyDocument, message: str, hint: str) -> Problem:
    summary = document.meta.summary
    return Problem(document.place("summary", summary), RULE, message, hint, SEVERITY, len(summary))
