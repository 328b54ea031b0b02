"""The pages of exercises, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthsite.model.exercise import Exercise
from healthsite.model.graph import key_of
from healthsite.model.site import Site
from healthsite.pages.article import links_to_terms
from healthsite.pages.ask_first import AskFirst, who_asks_first
from healthsite.pages.body import body_of
from healthsite.pages.cards import Card, card, grouped_exercises
from healthsite.pages.exercise_card import ExerciseCard, exercise_card
from healthsite.pages.figure import FigureView, figure_view
from healthsite.pages.figure_page import figure_pages
from healthsite.pages.head import as_article, head_of
from healthsite.pages.lists import list_pages
from healthsite.pages.page import Link, Page
from healthsite.pages.program import TimedProgram, exercise_programs
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.structured_data import Thing, reviewed_page
from healthsite.pages.structured_exercise import exercise_plans, how_to


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """What the page of an exercise shows beside its text."""

    title: str
    summary: str
    level: str
    also_called: tuple[str, ...]
    card: ExerciseCard
    figure: FigureView | None
    ask_first: tuple[AskFirst, ...]
    variations: tuple[str, ...]
    programs: tuple[TimedProgram, ...]
    topics: tuple[Link, ...]
    body_regions: tuple[Link, ...]
    conditions: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    review: Review
    used_in: tuple[Card, ...]


def exercise_list(site: Site, _: str = "") -> Iterator[Page]:
    """The list of exercises."""
    return list_pages(
        site,
        url="/exercises/",
        title="Exercises",
        summary="Every exercise, technique and activity on this site, with its steps, doses and cautions.",
        members=grouped_exercises(site.library.exercises),
    )


def exercise_pages(site: Site, slug: str) -> Iterator[Page]:
    """The page of the exercise *slug*, with the files of its drawing next to it."""
    exercise = site.library.find("exercises", slug)
    if exercise is not None:
        yield _page(site, exercise)
        yield from figure_pages(site, exercise)


def _page(site: Site, exercise: Exercise) -> Page:
    meta = exercise.meta
    view = ExerciseView(
        title=meta.title,
        summary=meta.summary,
        level=meta.level,
        also_called=meta.also_called,
        card=exercise_card(site, exercise),
        figure=figure_view(exercise),
        ask_first=who_asks_first(site, meta.ask_first),
        variations=meta.variations,
        programs=exercise_programs(site, exercise),
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
        things=_things(site, exercise, view.card),
    )
    return Page(exercise.url, "pages/exercise.html", as_article(head, meta), view, body_of(site, exercise))


def _things(site: Site, exercise: Exercise, shown: ExerciseCard) -> list[Thing]:
    doses = exercise.meta.doses
    steps = how_to(site, shown)
    page = reviewed_page(site, exercise, [dose.source for dose in doses])
    page["mainEntity"] = {"@id": steps["@id"]}
    return [page, steps, *exercise_plans(site, exercise, doses)]
