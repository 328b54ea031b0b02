"""The pages of exercises, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthsite.model.care import fill_in
from healthsite.model.exercise import Exercise
from healthsite.model.graph import key_of
from healthsite.model.site import Site
from healthsite.pages.article import links_to_terms
from healthsite.pages.body import body_of
from healthsite.pages.cards import Card, card, grouped_exercises, link
from healthsite.pages.exercise_card import ExerciseCard, exercise_card
from healthsite.pages.figure import FigureView, figure_view
from healthsite.pages.figure_page import figure_page
from healthsite.pages.head import head_of
from healthsite.pages.lists import list_pages
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.structured_data import exercise_plan, medical_page


@dataclass(frozen=True, slots=True)
class AskFirst:
    """Who asks a professional first, and what matters to them."""

    label: str
    advice: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """What the page of an exercise shows beside its text."""

    title: str
    summary: str
    level: str
    supervision: str
    also_called: tuple[str, ...]
    card: ExerciseCard
    figure: FigureView | None
    ask_first: tuple[AskFirst, ...]
    variations: tuple[str, ...]
    easier: Link | None
    harder: Link | None
    topics: tuple[Link, ...]
    body_regions: tuple[Link, ...]
    conditions: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    review: Review
    used_in: tuple[Card, ...]


def exercise_pages(site: Site) -> Iterator[Page]:
    """The list of exercises, and a page for each, with the file of its drawing next to it."""
    if site.library.exercises:
        yield from list_pages(
            site,
            url="/exercises/",
            title="Exercises",
            summary="Every exercise, technique and activity on this site, with its steps, doses and cautions.",
            members=grouped_exercises(site.library.exercises),
        )
    for exercise in site.library.exercises:
        yield _page(site, exercise)
        drawing = figure_page(site, exercise)
        if drawing is not None:
            yield drawing


def _page(site: Site, exercise: Exercise) -> Page:
    meta = exercise.meta
    groups = site.library.group_by_slug
    view = ExerciseView(
        title=meta.title,
        summary=meta.summary,
        level=meta.level,
        supervision=meta.supervision,
        also_called=meta.also_called,
        card=exercise_card(site, exercise),
        figure=figure_view(exercise),
        ask_first=tuple(
            AskFirst(groups[slug].label, fill_in(groups[slug].advice, site.config.care))
            for slug in meta.ask_first
            if slug in groups
        ),
        variations=meta.variations,
        easier=_link_to(site, meta.easier),
        harder=_link_to(site, meta.harder),
        topics=links_to_terms(site, "topics", meta.topic),
        body_regions=links_to_terms(site, "body-regions", meta.body_region),
        conditions=links_to_terms(site, "conditions", meta.condition),
        sources=sources_of(site, (*meta.sources, *(dose.source for dose in meta.doses))),
        review=review_of(site, exercise),
        used_in=tuple(card(site, other) for other in site.graph.backlinks.get(key_of(exercise), ())),
    )
    head = head_of(
        site,
        url=exercise.url,
        title=meta.title,
        description=meta.summary,
        crumbs=(Link("Exercises", site.href("/exercises/")),),
        things=[medical_page(site, exercise), exercise_plan(site, exercise)],
    )
    return Page(exercise.url, "pages/exercise.html", head, view, body_of(site, exercise))


def _link_to(site: Site, slug: str | None) -> Link | None:
    other = site.library.find("exercises", slug) if slug else None
    return link(site, other) if other else None
