"""What the timer of a page leads through, as JSON text that stands in the page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from healthsite.model.dose import Dose
from healthsite.model.exercise import Exercise
from healthsite.model.program import Phase, Program, program_of
from healthsite.model.routine import Routine, RoutineItem, dose_for, program_for
from healthsite.model.site import Site
from healthsite.pages.exercise_card import ExerciseCard, exercise_card

_FIELDS: Final = {field.name: field.default for field in fields(Phase)}


@dataclass(frozen=True, slots=True)
class TimedStation:
    """One exercise for the timer: its card with the dose that applies, what is particular to it, and its program."""

    card: ExerciseCard
    note: str
    program: Program
    sided: bool = False


@dataclass(frozen=True, slots=True)
class TimedProgram:
    """A program that a reader can start. *name* tells it from the others of its page, and is empty for the only one.

    *json* is safe inside a ``script`` element.
    """

    name: str
    json: str


def exercise_programs(site: Site, exercise: Exercise) -> tuple[TimedProgram, ...]:
    """A program of *exercise* for each of its doses, in their order; one without a time where it has none."""
    doses: tuple[Dose | None, ...] = exercise.meta.doses or (None,)
    return tuple(
        TimedProgram(
            _capital(dose.situation) if dose and dose.situation and len(doses) > 1 else "",
            program_json(
                exercise.meta.title, [_timed(exercise, exercise_card(site, exercise, dose), _program(dose, exercise))]
            ),
        )
        for dose in doses
    )


def routine_program(site: Site, routine: Routine, parts: Iterable[tuple[RoutineItem, Exercise]]) -> TimedProgram:
    """The program of *routine*, whose items and exercises are *parts*."""
    stations = [
        _timed(
            exercise,
            exercise_card(site, exercise, dose_for(item, exercise)),
            program_for(item, exercise),
            item.note or "",
        )
        for item, exercise in parts
    ]
    return TimedProgram("", program_json(routine.meta.title, stations, routine.meta.times))


def program_json(title: str, stations: Iterable[TimedStation], times: int = 1) -> str:
    """A program of *stations*, all of them done *times* times. It can stand inside a ``script`` element.

    Keys of a phase that have nothing to say are left out. The signs to stop are told once, for all stations.
    """
    timed = list(stations)
    signs = timed[0].card.stop_if if timed else ()
    program = {"title": title, "times": times, "stop_if": signs, "stations": [_station(station) for station in timed]}
    text = json.dumps(program, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _timed(exercise: Exercise, card: ExerciseCard, program: Program, note: str = "") -> TimedStation:
    return TimedStation(card, note, program, sided=exercise.meta.sides == "each")


def _program(dose: Dose | None, exercise: Exercise) -> Program:
    return program_of(dose, exercise.meta.sides)


def _station(station: TimedStation) -> dict[str, Any]:
    """*station* for the timer, with all that its card says."""
    card = station.card
    return {
        "slug": card.slug,
        "title": card.title,
        "href": card.href,
        "setting": card.setting,
        "note": station.note,
        "dose": _dose(card),
        "ask_first": card.ask_first,
        "cautions": card.cautions,
        "steps": card.steps,
        "other_side": _other_side(card) if station.sided else "",
        "feel": card.feel,
        "phases": [_phase(phase) for phase in station.program],
        **({"figure": asdict(card.figure)} if card.figure else {}),
    }


def _dose(card: ExerciseCard) -> str:
    dose = card.doses[0]
    said = " ".join(dose.sentences)
    return f"{_capital(dose.situation)}: {said}" if dose.situation else said


def _other_side(card: ExerciseCard) -> str:
    """The step that says in the author's words what the other side is; empty where none does."""
    return next((step for step in card.steps if "other side" in step.lower()), "")


def _phase(phase: Phase) -> dict[str, Any]:
    return {name: value for name, default in _FIELDS.items() if (value := getattr(phase, name)) != default}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
