"""Everything that was read, found again by kind, slug and path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from healthsite.model.article import Article, ArticleFrontMatter
from healthsite.model.care import Care, CareGroup, CareProfile
from healthsite.model.citation import Citation
from healthsite.model.claim import Claim
from healthsite.model.document import Document
from healthsite.model.exercise import Exercise, ExerciseFrontMatter
from healthsite.model.glossary import GlossaryEntry
from healthsite.model.lexicon import Lexicon
from healthsite.model.plain_page import PlainPage, PlainPageFrontMatter
from healthsite.model.routine import Routine, RoutineFrontMatter
from healthsite.model.schema import Schema
from healthsite.model.term import (
    BodyRegion,
    BodyRegionFrontMatter,
    Condition,
    ConditionFrontMatter,
    TermFrontMatter,
    Topic,
)

KINDS: Final[Mapping[str, type[Schema]]] = {
    "articles": ArticleFrontMatter,
    "exercises": ExerciseFrontMatter,
    "routines": RoutineFrontMatter,
    "topics": TermFrontMatter,
    "body-regions": BodyRegionFrontMatter,
    "conditions": ConditionFrontMatter,
    "pages": PlainPageFrontMatter,
}
"""The folders of content/, each with the front matter of its files."""

TAXONOMIES: Final[Mapping[str, str]] = {
    "topics": "topic",
    "body-regions": "body_region",
    "conditions": "condition",
}
"""The folders whose pages are terms, each with the front matter key that names them."""

AnyDocument = Document[Any]

_NO_CARE: Final = Care()
_NO_LEXICON: Final = Lexicon()


@dataclass(frozen=True)
class Library:
    """All published documents, each kind sorted by slug, and the data files."""

    articles: tuple[Article, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    routines: tuple[Routine, ...] = ()
    topics: tuple[Topic, ...] = ()
    body_regions: tuple[BodyRegion, ...] = ()
    conditions: tuple[Condition, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    sources: tuple[Citation, ...] = ()
    care: Care = _NO_CARE
    lexicon: Lexicon = _NO_LEXICON
    claims: tuple[Claim, ...] = ()
    drafts: tuple[AnyDocument, ...] = ()

    @classmethod
    def of(
        cls,
        documents: Iterable[AnyDocument],
        *,
        glossary: Iterable[GlossaryEntry] = (),
        sources: Iterable[Citation] = (),
        care: Care | None = None,
        lexicon: Lexicon | None = None,
        claims: Iterable[Claim] = (),
        drafts: bool = False,
    ) -> Library:
        """The library of *documents*; drafts are left out unless *drafts* is true."""
        by_kind: dict[str, list[AnyDocument]] = {kind: [] for kind in KINDS}
        held_back: list[AnyDocument] = []
        for document in sorted(documents, key=lambda document: (document.kind, document.slug, document.path)):
            is_draft = document.meta.status == "draft" and not drafts
            (held_back if is_draft else by_kind[document.kind]).append(document)
        return cls(
            articles=tuple(by_kind["articles"]),
            exercises=tuple(by_kind["exercises"]),
            routines=tuple(by_kind["routines"]),
            topics=tuple(by_kind["topics"]),
            body_regions=tuple(by_kind["body-regions"]),
            conditions=tuple(by_kind["conditions"]),
            pages=tuple(by_kind["pages"]),
            glossary=tuple(sorted(glossary, key=lambda entry: (entry.term.lower(), entry.slug))),
            sources=tuple(sorted(sources, key=lambda source: source.slug)),
            care=care or _NO_CARE,
            lexicon=lexicon or _NO_LEXICON,
            claims=tuple(sorted(claims, key=lambda claim: claim.slug)),
            drafts=tuple(held_back),
        )

    @property
    def documents(self) -> Iterator[AnyDocument]:
        """Every document, kind by kind."""
        yield from self.articles
        yield from self.exercises
        yield from self.routines
        yield from self.terms
        yield from self.pages

    @property
    def members(self) -> Iterator[AnyDocument]:
        """Everything that belongs to terms."""
        yield from self.articles
        yield from self.exercises
        yield from self.routines

    @property
    def terms(self) -> Iterator[AnyDocument]:
        """The terms of all taxonomies."""
        for taxonomy in TAXONOMIES:
            yield from self.of_kind(taxonomy)

    def of_kind(self, kind: str) -> tuple[AnyDocument, ...]:
        """The documents of a folder of content/, as in ``body-regions``."""
        documents: tuple[AnyDocument, ...] = getattr(self, kind.replace("-", "_"))
        return documents

    def find(self, kind: str, slug: str) -> AnyDocument | None:
        """The document of that *kind* and *slug*, if there is one."""
        return self._by_slug.get((kind, slug))

    def at(self, path: str) -> AnyDocument | None:
        """The document whose file is *path*, relative to the site's folder."""
        return self._by_path.get(path)

    @cached_property
    def source_by_slug(self) -> Mapping[str, Citation]:
        """The sources by their keys."""
        return {source.slug: source for source in self.sources}

    @cached_property
    def profile_by_slug(self) -> Mapping[str, CareProfile]:
        """The care profiles by their keys."""
        return {profile.slug: profile for profile in self.care.profiles}

    @cached_property
    def group_by_slug(self) -> Mapping[str, CareGroup]:
        """The groups of people who ask first, by their keys."""
        return {group.slug: group for group in self.care.groups}

    @cached_property
    def entry_by_slug(self) -> Mapping[str, GlossaryEntry]:
        """The glossary's entries by their keys."""
        return {entry.slug: entry for entry in self.glossary}

    @cached_property
    def _by_slug(self) -> Mapping[tuple[str, str], AnyDocument]:
        return {(document.kind, document.slug): document for document in self.documents}

    @cached_property
    def _by_path(self) -> Mapping[str, AnyDocument]:
        return {document.path: document for document in self.documents}
