"""The pages of routines, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from healthsite.model.exercise import Exercise
from healthsite.model.graph import key_of
from healthsite.model.routine import Routine, RoutineItem, dose_for
from healthsite.model.site import Site
from healthsite.pages.article import links_to_terms
from healthsite.pages.ask_first import AskFirst, who_asks_first
from healthsite.pages.body import body_of
from healthsite.pages.cards import Card, by_title, card
from healthsite.pages.care import CareView, care_view
from healthsite.pages.exercise_card import ExerciseCard, exercise_card, stop_signs
from healthsite.pages.head import as_article, head_of
from healthsite.pages.lists import list_pages
from healthsite.pages.page import Link, Page
from healthsite.pages.program import TimedProgram, routine_program
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.routine_facts import RoutineFacts, exercises_of, routine_facts, routine_time
from healthsite.pages.structured_data import Thing, reviewed_page
from healthsite.pages.structured_exercise import exercise_plans, how_to_series


@dataclass(frozen=True, slots=True)
class Station:
    """One exercise of a routine. *repeat* and *note* are empty where there is nothing particular."""

    card: ExerciseCard
    repeat: str
    note: str


@dataclass(frozen=True, slots=True)
class RoutineView:
    """What the page of a routine shows beside its text."""

    title: str
    summary: str
    also_called: tuple[str, ...]
    care: CareView | None
    ask_first: tuple[AskFirst, ...]
    stop_if: tuple[str, ...]
    facts: RoutineFacts
    handout: str
    times: int
    frequency: str
    warm_up: str
    program: TimedProgram
    stations: tuple[Station, ...]
    topics: tuple[Link, ...]
    body_regions: tuple[Link, ...]
    conditions: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    review: Review
    used_in: tuple[Card, ...]


def routine_list(site: Site, _: str = "") -> Iterator[Page]:
    """The list of routines."""
    return list_pages(
        site,
        url="/routines/",
        title="Routines",
        summary="Exercises in order, with how long each takes and who asks a professional first.",
        members=[("Routines", "all", routine) for routine in by_title(site.library.routines)],
    )


def routine_pages(site: Site, slug: str) -> Iterator[Page]:
    """The page of the routine *slug*."""
    routine = site.library.find("routines", slug)
    if routine is not None:
        yield _page(site, routine)


def _page(site: Site, routine: Routine) -> Page:
    meta = routine.meta
    parts = list(exercises_of(site, routine))
    profiles = site.library.profile_by_slug
    asked = [slug for _, exercise in parts for slug in exercise.meta.ask_first]
    view = RoutineView(
        title=meta.title,
        summary=meta.summary,
        also_called=meta.also_called,
        care=care_view(site, profiles[meta.care]) if meta.care in profiles else None,
        ask_first=who_asks_first(site, asked),
        stop_if=stop_signs(site),
        facts=routine_facts(site, routine),
        handout=site.href(handout_url(routine)),
        times=meta.times,
        frequency=meta.frequency or "",
        warm_up=meta.warm_up or "",
        program=routine_program(site, routine, parts),
        stations=tuple(
            station(item, exercise_card(site, exercise, dose_for(item, exercise))) for item, exercise in parts
        ),
        topics=links_to_terms(site, "topics", meta.topic),
        body_regions=links_to_terms(site, "body-regions", meta.body_region),
        conditions=links_to_terms(site, "conditions", meta.condition),
        sources=sources_of(site, sources_cited(routine, parts)),
        review=review_of(site, routine),
        used_in=tuple(card(site, other) for other in site.graph.backlinks.get(key_of(routine), ())),
    )
    head = head_of(
        site,
        url=routine.url,
        title=meta.title,
        description=meta.summary,
        crumbs=(Link("Routines", site.href("/routines/")),),
        things=_things(site, routine, view),
    )
    return Page(routine.url, "pages/routine.html", as_article(head, meta), view, body_of(site, routine))


def _things(site: Site, routine: Routine, view: RoutineView) -> list[Thing]:
    url = site.absolute(routine.url)
    parts = [(exercise, dose_for(item, exercise)) for item, exercise in exercises_of(site, routine)]
    shown = [(station.card, ". ".join(filter(None, (station.repeat, station.note)))) for station in view.stations]
    steps = how_to_series(url, view.title, view.summary, shown, routine_time(site, routine))
    page = reviewed_page(site, routine, [dose.source for _, dose in parts if dose])
    page["mainEntity"] = {"@id": steps["@id"]}
    plans = (plan for exercise, dose in parts for plan in exercise_plans(site, exercise, (dose,) if dose else ()))
    return [page, steps, *plans]


def station(item: RoutineItem, shown: ExerciseCard) -> Station:
    """*item* of a routine as pages show it, with the card of its exercise."""
    return Station(shown, f"{item.repeat} times in a row" if item.repeat > 1 else "", item.note or "")


def sources_cited(routine: Routine, parts: Iterable[tuple[RoutineItem, Exercise]]) -> tuple[str, ...]:
    """The sources of *routine*, and those of the doses that apply to its *parts*."""
    doses = (dose_for(item, exercise) for item, exercise in parts)
    return (*routine.meta.sources, *(dose.source for dose in doses if dose))


def handout_url(routine: Routine) -> str:
    """Where the handout of *routine* stands."""
    return f"{routine.url}print/"
