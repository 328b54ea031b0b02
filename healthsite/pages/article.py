"""The pages of articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthsite.model.article import TYPES, Article
from healthsite.model.graph import key_of
from healthsite.model.site import Site
from healthsite.pages.body import body_of
from healthsite.pages.cards import Card, card, link
from healthsite.pages.care import CareView, care_view
from healthsite.pages.exercise_card import ExerciseCard, exercise_card, stop_signs
from healthsite.pages.head import as_article, head_of
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.routine_facts import RoutineFacts, routine_facts
from healthsite.pages.structured_data import article_page
from healthsite.pages.structured_exercise import exercise_plans, how_to_series


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What an article shows beside its text. *care* is there where the text does not place the cards itself.

    *stop_if* are the signs to stop *exercises*; empty where the text tells them, with the first exercise that it shows.
    """

    title: str
    summary: str
    type: str
    also_called: tuple[str, ...]
    topics: tuple[Link, ...]
    body_regions: tuple[Link, ...]
    conditions: tuple[Link, ...]
    care: CareView | None
    stop_if: tuple[str, ...]
    exercises: tuple[ExerciseCard, ...]
    routines: tuple[RoutineFacts, ...]
    evidence_note: str
    sources: tuple[SourceView, ...]
    review: Review
    related: tuple[Card, ...]


def article_pages(site: Site, slug: str) -> Iterator[Page]:
    """The page of the article *slug*."""
    article = site.library.find("articles", slug)
    if article is not None:
        yield _page(site, article)


def _page(site: Site, article: Article) -> Page:
    meta = article.meta
    embedded = {argument for name, argument in article.mentions.embeds if name == "exercise"}
    exercises = [
        found for slug in dict.fromkeys(meta.exercises) if (found := site.library.find("exercises", slug)) is not None
    ]
    topics = links_to_terms(site, "topics", meta.topic)
    view = ArticleView(
        title=meta.title,
        summary=meta.summary,
        type=TYPES[meta.type],
        also_called=meta.also_called,
        topics=topics,
        body_regions=links_to_terms(site, "body-regions", meta.body_region),
        conditions=links_to_terms(site, "conditions", meta.condition),
        care=_care(site, article),
        stop_if=stop_signs(site) if exercises and not embedded else (),
        exercises=tuple(exercise_card(site, exercise) for exercise in exercises if exercise.slug not in embedded),
        routines=tuple(
            routine_facts(site, routine)
            for slug in meta.routines
            if (routine := site.library.find("routines", slug)) is not None
        ),
        evidence_note=meta.evidence_note or "",
        sources=sources_of(site, meta.sources),
        review=review_of(site, article),
        related=tuple(card(site, other) for other in site.graph.related[key_of(article)]),
    )
    things = [article_page(site, article, care_first=view.care is not None)]
    if meta.type == "routine" and exercises:
        cards = [(exercise_card(site, exercise), "") for exercise in exercises]
        things += [plan for exercise in exercises for plan in exercise_plans(site, exercise, exercise.meta.doses)]
        things.append(how_to_series(site.absolute(article.url), meta.title, meta.summary, cards))
    head = head_of(
        site,
        url=article.url,
        title=meta.title,
        description=meta.summary,
        crumbs=(Link("Topics", site.href("/topics/")), *topics[:1]),
        things=things,
        short_title=meta.short_title or "",
    )
    return Page(article.url, "pages/article.html", as_article(head, meta), view, body_of(site, article))


def _care(site: Site, article: Article) -> CareView | None:
    if any(name == "care" for name, _ in article.mentions.embeds):
        return None
    profile = site.library.profile_by_slug.get(article.meta.care or "")
    return care_view(site, profile) if profile else None


def links_to_terms(site: Site, taxonomy: str, slugs: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to the terms under *slugs*, each once, in that order."""
    found = (site.library.find(taxonomy, slug) for slug in dict.fromkeys(slugs))
    return tuple(link(site, term) for term in found if term is not None)
