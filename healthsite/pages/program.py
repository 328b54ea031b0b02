"""What the timer of a page leads through, as JSON text that stands in the page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final

from healthsite.model.exercise import Exercise
from healthsite.model.program import Phase, Program, program_of
from healthsite.pages.exercise_card import ExerciseCard

_FIELDS: Final = {field.name: field.default for field in fields(Phase)}


@dataclass(frozen=True, slots=True)
class TimedStation:
    """One exercise for the timer: its card, what is particular to it here, and its program."""

    card: ExerciseCard
    note: str
    program: Program


def program_json(title: str, stations: Iterable[TimedStation], times: int = 1) -> str:
    """A program of *stations*, all of them done *times* times. It can stand inside a ``script`` element.

    Keys of a phase that have nothing to say are left out.
    """
    program = {"title": title, "times": times, "stations": [_station(station) for station in stations]}
    text = json.dumps(program, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def exercise_program(exercise: Exercise, card: ExerciseCard) -> str:
    """The program of *exercise* alone, with the first of its doses."""
    dose = next(iter(exercise.meta.doses), None)
    return program_json(exercise.meta.title, [TimedStation(card, "", program_of(dose, exercise.meta.sides))])


def _station(station: TimedStation) -> dict[str, Any]:
    card = station.card
    dose = next(iter(card.doses), None)
    said = " ".join(dose.sentences) if dose else ""
    needed = f". You need: {', '.join(card.equipment)}" if card.equipment else ""
    return {
        "slug": card.slug,
        "title": card.title,
        "href": card.href,
        "position": f"{card.position}{needed}.",
        "note": station.note,
        "dose": f"{_capital(dose.situation)}: {said}" if dose and dose.situation else said,
        "cautions": card.cautions,
        "steps": card.steps,
        "phases": [_phase(phase) for phase in station.program],
    }


def _phase(phase: Phase) -> dict[str, Any]:
    return {name: value for name, default in _FIELDS.items() if (value := getattr(phase, name)) != default}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
