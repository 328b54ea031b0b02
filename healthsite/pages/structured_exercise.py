"""JSON-LD of exercises: how to do them, and with which dose. It is made from what the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from healthsite.model.dose import Dose
from healthsite.model.duration import Amount
from healthsite.model.exercise import Exercise
from healthsite.model.site import Site
from healthsite.pages.exercise_card import ExerciseCard, dose_view
from healthsite.pages.structured_data import Thing, anatomy, without_empty

_EXERCISE_TYPES: Final = {"stretch": "Flexibility", "mobility": "Flexibility", "strengthen": "StrengthTraining"}
_UNITS: Final = {"seconds": ("S", "SEC"), "minutes": ("M", "MIN")}
"""The units of a time that machines know: in ISO 8601, and in the codes of UN/CEFACT."""


def exercise_plans(site: Site, exercise: Exercise, doses: Sequence[Dose]) -> Iterator[Thing]:
    """*exercise* with each of *doses*, or without one where its source gives none. Nothing else is claimed."""
    meta = exercise.meta
    plan = {
        "@type": "ExercisePlan",
        "name": meta.title,
        "description": meta.summary,
        "url": site.absolute(exercise.url),
        "exerciseType": _EXERCISE_TYPES.get(meta.kind, ""),
        "associatedAnatomy": anatomy(site, meta.body_region),
    }
    for dose in doses or (None,):
        yield without_empty({**plan, **(_dose(dose) if dose else {})})


def how_to(site: Site, card: ExerciseCard) -> Thing:
    """The steps of the exercise that *card* shows, behind its cautions."""
    address = site.origin + card.href
    return without_empty(
        {
            "@type": "HowTo",
            "@id": f"{address}#how-to",
            "name": card.title,
            "description": card.summary,
            "tool": _tools(card.equipment),
            "step": _numbered([*_cautions([card]), *_tips(card), *_steps(card)]),
        }
    )


def how_to_series(
    url: str, title: str, summary: str, parts: Sequence[tuple[ExerciseCard, str]], time: str = ""
) -> Thing:
    """The exercises that *parts* show, one after the other, each with what is particular to it here.

    *time* is what they take in all, as in ``PT12M``.
    """
    cards = [card for card, _ in parts]
    sections = [
        without_empty(
            {
                "@type": "HowToSection",
                "name": card.title,
                "description": note,
                "itemListElement": _numbered([*_tips(card), *_steps(card)]),
            }
        )
        for card, note in parts
    ]
    return without_empty(
        {
            "@type": "HowTo",
            "@id": f"{url}#how-to",
            "name": title,
            "description": summary,
            "totalTime": time,
            "tool": _tools(thing for card in cards for thing in card.equipment),
            "step": _numbered([*_cautions(cards), *sections]),
        }
    )


def _cautions(cards: Sequence[ExerciseCard]) -> Iterator[Thing]:
    """Who asks first, and when to stop: said once for all *cards*."""
    asked = dict.fromkeys(group for card in cards for group in card.ask_first)
    if asked:
        yield {"@type": "HowToTip", "text": f"Ask a professional first if {'; or '.join(asked)}."}
    signs = dict.fromkeys(sign for card in cards for sign in card.stop_if)
    if signs:
        yield {"@type": "HowToTip", "text": f"Do not start, and stop, if {'; '.join(signs)}."}


def _tips(card: ExerciseCard) -> Iterator[Thing]:
    return ({"@type": "HowToTip", "text": caution} for caution in card.cautions)


def _steps(card: ExerciseCard) -> Iterator[Thing]:
    return ({"@type": "HowToStep", "text": step} for step in card.steps)


def _tools(equipment: Iterable[str]) -> list[Thing]:
    return [{"@type": "HowToTool", "name": thing} for thing in dict.fromkeys(equipment)]


def _numbered(things: Iterable[Thing]) -> list[Thing]:
    return [{**thing, "position": position} for position, thing in enumerate(things, start=1)]


def _dose(dose: Dose) -> Thing:
    shown = dose_view(dose)
    said = " ".join(shown.sentences)
    duration = dose.duration or dose.hold
    return {
        "repetitions": _count(dose.reps) if dose.reps else "",
        "activityDuration": _time(duration) if duration else "",
        "restPeriods": str(dose.rest) if dose.rest else "",
        "activityFrequency": dose.frequency or "",
        "additionalVariable": f"{shown.situation[:1].upper()}{shown.situation[1:]}: {said}"
        if shown.situation
        else said,
    }


def _count(amount: Amount) -> int | Thing:
    """A number, or what lies between two."""
    return amount.least if amount.least == amount.most and amount.least else _range(amount)


def _time(amount: Amount) -> str | Thing:
    """A time in ISO 8601, or what lies between two; empty for one in counts or breaths."""
    if amount.unit not in _UNITS:
        return ""
    short, code = _UNITS[amount.unit]
    return f"PT{amount.least}{short}" if amount.least == amount.most else {**_range(amount), "unitCode": code}


def _range(amount: Amount) -> dict[str, Any]:
    return without_empty({"@type": "QuantitativeValue", "minValue": amount.least, "maxValue": amount.most})
