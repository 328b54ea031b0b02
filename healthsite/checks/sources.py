"""A page on a condition or a treatment rests on 2 or more sources, one of them strong.

A strong source is a guideline, a review of studies, a regulator or a health service. A single source cannot be
compared with another, and a trial, an article or an unsigned text alone is too little to advise anyone.
The rule reads articles of the types `condition`, `treatment` and `evidence`, and conditions that name sources.

Passing:

    sources: [nice-ng59, nhs-back-pain]

Failing:

    sources: [a-blog-post]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "sources"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

FEWEST: Final = 2
STRONG: Final = frozenset({"guideline", "review", "regulator", "health-service"})
_TYPES: Final = frozenset({"condition", "treatment", "evidence"})


def check(site: Site) -> Iterator[Problem]:
    """A problem for each page with too few sources, or none that is strong."""
    known = site.library.source_by_slug
    for document in _due(site):
        slugs = dict.fromkeys(document.meta.sources)
        if len(slugs) < FEWEST:
            message = f"this page rests on {len(slugs) or 'no'} source{'s' if len(slugs) != 1 else ''}"
            yield _problem(document, message, f"name {FEWEST} or more, one of them {_kinds()}")
        elif not any(known[slug].kind in STRONG for slug in slugs if slug in known):
            message = f"none of the sources of this page is {_kinds()}"
            yield _problem(document, message, "name one that is, or say less")


def _due(site: Site) -> Iterator[AnyDocument]:
    yield from (article for article in site.library.articles if article.meta.type in _TYPES)
    yield from (condition for condition in site.library.conditions if condition.meta.sources)


def _kinds() -> str:
    return "a guideline, a review, a regulator or a health service"


def _problem(document: AnyDocument, message: str, hint: str) -> Problem:
    place = document.place("sources") if document.meta.sources else document.place("type")
    return Problem(place, RULE, message, hint, SEVERITY, 0)
