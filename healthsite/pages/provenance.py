"""What a page rests on: its sources, when it was reviewed, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from healthsite.model.citation import SOURCE_KINDS, Citation
from healthsite.model.library import AnyDocument
from healthsite.model.review import next_review
from healthsite.model.site import Site
from healthsite.pages.page import Day


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as readers see it. *href* is empty where it cannot be linked."""

    slug: str
    title: str
    href: str
    kind: str
    publisher: str
    authors: str
    year: str
    accessed: Day | None
    note: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ReviewerView:
    """A reviewer's name, credentials, and where they can be verified."""

    name: str
    credentials: str
    href: str


@dataclass(frozen=True, slots=True)
class Review:
    """When a page was reviewed and is due again. Without *reviewers* the page says that no clinician checked it."""

    published: Day | None
    updated: Day | None
    reviewed: Day | None
    next_due: Day | None
    reviewers: tuple[ReviewerView, ...]
    authors: tuple[str, ...]


def review_of(site: Site, document: AnyDocument) -> Review:
    """The review of *document*."""
    meta = document.meta
    months = getattr(meta, "review_every", None) or site.config.review_every
    published, updated = getattr(meta, "published", None), getattr(meta, "updated", None)
    return Review(
        published=Day.of(published) if published else None,
        updated=Day.of(updated) if updated else None,
        reviewed=Day.of(meta.reviewed) if meta.reviewed else None,
        next_due=Day.of(next_review(meta.reviewed, months)) if meta.reviewed else None,
        reviewers=tuple(
            ReviewerView(reviewer.name, reviewer.credentials, reviewer.url or "")
            for reviewer in getattr(meta, "reviewed_by", ())
        ),
        authors=getattr(meta, "authors", ()),
    )


def sources_of(site: Site, slugs: Iterable[str]) -> tuple[SourceView, ...]:
    """The sources under *slugs*, in that order."""
    known = site.library.source_by_slug
    return tuple(source_view(known[slug]) for slug in dict.fromkeys(slugs) if slug in known)


def source_view(source: Citation) -> SourceView:
    """What readers see of *source*."""
    return SourceView(
        slug=source.slug,
        title=source.title,
        href=source.url or (f"https://doi.org/{source.doi}" if source.doi else ""),
        kind=SOURCE_KINDS[source.kind],
        publisher=source.publisher,
        authors=", ".join(source.authors),
        year=str(source.year or ""),
        accessed=Day.of(source.accessed) if source.accessed else None,
        note=source.note or "",
        withdrawn=source.status == "withdrawn",
    )
