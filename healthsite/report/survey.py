"""What the report knows of each page, as plain values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from healthsite.checks import orphan
from healthsite.model.citation import SOURCE_KINDS
from healthsite.model.library import AnyDocument
from healthsite.model.readability import Readability, readability
from healthsite.model.review import next_review
from healthsite.model.site import Site
from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.report.instruments import items_met
from healthsite.text.dialect import convert

Met = tuple[str, tuple[str, ...], tuple[str, ...]]
"""An instrument, its checkable items that are met, and those that are not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one page's text gives."""

    readability: Readability
    items: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A page in the report. *days_left* until its next review is negative where that is overdue."""

    path: str
    url: str
    title: str
    kind: str
    type: str
    reviewed: str
    next_review: str
    days_left: int | None
    reviewed_by: tuple[str, ...]
    sources: tuple[tuple[str, int], ...]
    claims: tuple[tuple[str, int], ...]
    ignored: tuple[tuple[str, str], ...]
    reading: Reading
    without_dose: bool
    without_figure: bool
    problems: tuple[Problem, ...] = ()
    orphan: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole report: a row for each page, and the problems that belong to none."""

    title: str
    as_of: str
    rows: tuple[Row, ...]
    elsewhere: tuple[Problem, ...]


def read_text(_constants: None, body: Body) -> Reading:
    """What reading the text of one page gives. A pure function, for the pool."""
    page = convert(body, lambda _name, _view, _number: "").text
    return Reading(readability(page.passages), items_met(page))


def survey(site: Site, readings: Mapping[str, Reading], problems: Sequence[Problem]) -> Survey:
    """The report on *site*; *readings* are found by the paths of their documents."""
    documents = [document for document in site.library.documents if document.path in readings]
    paths = {document.path for document in documents}
    claims = _claims_by_page(site)
    orphans = {problem.location.path for problem in orphan.check(site)}
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.location.path].append(problem)
    rows = [
        replace(
            _row(site, document, readings[document.path], claims),
            problems=tuple(by_path[document.path]),
            orphan=document.path in orphans,
        )
        for document in documents
    ]
    return Survey(
        title=site.config.title,
        as_of=site.today.isoformat(),
        rows=tuple(sorted(rows, key=lambda row: (row.kind, row.path))),
        elsewhere=tuple(problem for problem in problems if problem.location.path not in paths),
    )


def _row(site: Site, document: AnyDocument, reading: Reading, claims: Mapping[str, Counter[str]]) -> Row:
    """The row of *document*, but for its problems."""
    meta = document.meta
    months = getattr(meta, "review_every", None) or site.config.review_every
    due = next_review(meta.reviewed, months) if getattr(meta, "reviewed", None) else None
    kinds = Counter(
        SOURCE_KINDS[source.kind]
        for slug in getattr(meta, "sources", ())
        if (source := site.library.source_by_slug.get(slug)) is not None
    )
    is_exercise = document.kind == "exercises"
    return Row(
        path=document.path,
        url=document.url,
        title=meta.title,
        kind=document.kind,
        type=str(getattr(meta, "type", "") or getattr(meta, "kind", "")),
        reviewed=meta.reviewed.isoformat() if due else "",
        next_review=due.isoformat() if due else "",
        days_left=(due - site.today).days if due else None,
        reviewed_by=tuple(person.name for person in getattr(meta, "reviewed_by", ())),
        sources=tuple(sorted(kinds.items())),
        claims=tuple(sorted(claims.get(document.slug, Counter()).items())),
        ignored=meta.ignore,
        reading=reading,
        without_dose=is_exercise and not meta.doses,
        without_figure=is_exercise and getattr(meta, "figure", None) is None,
    )


def _claims_by_page(site: Site) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for claim in site.library.claims:
        for slug in claim.pages:
            found.setdefault(slug, Counter())[claim.status] += 1
    return found
