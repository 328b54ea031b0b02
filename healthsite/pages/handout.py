"""The handout of a routine: what a physiotherapist would hand over, made for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from healthsite.model.care import fill_in
from healthsite.model.routine import Routine, dose_for
from healthsite.model.site import Site
from healthsite.pages.care import CareView, care_view
from healthsite.pages.exercise_card import exercise_card
from healthsite.pages.figure import small_figure_image
from healthsite.pages.head import head_of
from healthsite.pages.page import Link, Page
from healthsite.pages.provenance import Review, SourceView, review_of, sources_of
from healthsite.pages.routine import Station, handout_url, sources_cited, station
from healthsite.pages.routine_facts import RoutineFacts, exercises_of, routine_facts
from healthsite.pages.structured_data import web_page

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class HandoutView:
    """What a handout shows. *days* are those to tick, and *address* is where the routine stands on the web."""

    title: str
    summary: str
    facts: RoutineFacts
    times: int
    frequency: str
    warm_up: str
    ask_first: tuple[str, ...]
    stop_if: tuple[str, ...]
    stations: tuple[Station, ...]
    days: tuple[str, ...]
    care: CareView | None
    sources: tuple[SourceView, ...]
    review: Review
    routine: Link
    address: str


def handout_pages(site: Site, slug: str) -> Iterator[Page]:
    """The handout for the routine *slug*."""
    routine = site.library.find("routines", slug)
    if routine is not None:
        yield _page(site, routine)


def _page(site: Site, routine: Routine) -> Page:
    meta, groups, profiles = routine.meta, site.library.group_by_slug, site.library.profile_by_slug
    parts = list(exercises_of(site, routine))
    asked = dict.fromkeys(slug for _, exercise in parts for slug in exercise.meta.ask_first if slug in groups)
    link = Link(meta.title, site.link_to(routine))
    view = HandoutView(
        title=meta.title,
        summary=meta.summary,
        facts=routine_facts(site, routine),
        times=meta.times,
        frequency=meta.frequency or "",
        warm_up=meta.warm_up or "",
        ask_first=tuple(groups[slug].label for slug in asked),
        stop_if=tuple(fill_in(sign, site.config.care) for sign in site.library.care.stop_if),
        stations=tuple(
            station(
                item,
                replace(
                    exercise_card(site, exercise, dose_for(item, exercise)), figure=small_figure_image(site, exercise)
                ),
            )
            for item, exercise in parts
        ),
        days=DAYS,
        care=care_view(site, profiles[meta.care]) if meta.care in profiles else None,
        sources=sources_of(site, sources_cited(routine, parts)),
        review=review_of(site, routine),
        routine=link,
        address=site.absolute(routine.url),
    )
    title = f"{meta.title}: handout"
    crumbs = (Link("Routines", site.href("/routines/")), link)
    things = [web_page(site, "WebPage", title, meta.summary, routine.url)]
    head = head_of(site, url=handout_url(routine), title=title, description=meta.summary, crumbs=crumbs, things=things)
    head = replace(head, canonical=site.absolute(routine.url), indexed=False)
    return Page(handout_url(routine), "pages/handout.html", head, view)
