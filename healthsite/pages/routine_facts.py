"""What can be told of a routine at a glance: how long it takes and what is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from healthsite.model.exercise import Exercise
from healthsite.model.program import seconds_of
from healthsite.model.routine import Routine, RoutineItem, program_for
from healthsite.model.site import Site

MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class RoutineFacts:
    """A routine's name and address, and its facts in words. *time* is empty where no dose gives enough to tell."""

    title: str
    href: str
    count: int
    time: str
    equipment: tuple[str, ...]


def routine_facts(site: Site, routine: Routine) -> RoutineFacts:
    """The facts of *routine*."""
    parts = list(exercises_of(site, routine))
    return RoutineFacts(
        title=routine.meta.title,
        href=site.link_to(routine),
        count=len(routine.meta.exercises),
        time=_time(routine, parts),
        equipment=tuple(dict.fromkeys(thing for _, exercise in parts for thing in exercise.meta.equipment)),
    )


def exercises_of(site: Site, routine: Routine) -> Iterator[tuple[RoutineItem, Exercise]]:
    """The items of *routine* with their exercises, in order."""
    for item in routine.meta.items:
        exercise = site.library.find("exercises", item.exercise)
        if exercise is not None:
            yield item, exercise


def routine_time(site: Site, routine: Routine) -> str:
    """What *routine* takes at least, in ISO 8601, as in ``PT12M``; empty where part of it has no number."""
    known, unknown = _seconds(routine, list(exercises_of(site, routine)))
    if unknown or not known:
        return ""
    return f"PT{known // 60}M" if known >= 2 * MINUTE else f"PT{known}S"


def _time(routine: Routine, parts: list[tuple[RoutineItem, Exercise]]) -> str:
    seconds, unknown = _seconds(routine, parts)
    if not seconds:
        return ""
    said = f"at least {seconds // 60} minutes" if seconds >= 2 * MINUTE else f"at least {seconds} seconds"
    if unknown:
        return f"{said} for the exercises with a set number; {unknown} of {len(parts)} have none"
    return said


def _seconds(routine: Routine, parts: list[tuple[RoutineItem, Exercise]]) -> tuple[int, int]:
    """The seconds that the programs of *routine* take in all, and how many have no number."""
    found = [seconds_of(program_for(item, exercise)) for item, exercise in parts]
    return sum(seconds or 0 for seconds in found) * routine.meta.times, found.count(None)
