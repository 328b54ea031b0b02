"""An exercise as other pages show it, and its doses in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from healthsite.model.care import fill_in
from healthsite.model.dose import Dose
from healthsite.model.exercise import POSITIONS, Exercise
from healthsite.model.site import Site
from healthsite.pages.figure import FigureImage, figure_image

NO_NUMBER: Final = ("No set number: our source gives none.", "Do what feels comfortable.")
"""What is said of an exercise for which no source gives a dose."""

_COMPANY: Final = {"partner": "With a partner", "professional": "With a professional"}


@dataclass(frozen=True, slots=True)
class Other:
    """An exercise to do instead: its title and its address."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class DoseView:
    """A dose in words. *situation* is empty where there is one dose only."""

    situation: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """What a reader needs to do an exercise: drawing, steps, dose, cautions, who asks first, and signs to stop at.

    *setting* tells of the position, of what is needed and of who should be there. There is always a dose to show: where
    the source gives none, it says so. *easier* and *harder* are other exercises.
    """

    slug: str
    title: str
    href: str
    summary: str
    setting: str
    equipment: tuple[str, ...]
    steps: tuple[str, ...]
    feel: str
    doses: tuple[DoseView, ...]
    cautions: tuple[str, ...]
    ask_first: tuple[str, ...]
    stop_if: tuple[str, ...]
    easier: Other | None = None
    harder: Other | None = None
    figure: FigureImage | None = None


def exercise_card(site: Site, exercise: Exercise, dose: Dose | None = None) -> ExerciseCard:
    """The card of *exercise*; with a *dose*, with that one only."""
    meta = exercise.meta
    groups = site.library.group_by_slug
    return ExerciseCard(
        slug=exercise.slug,
        title=meta.title,
        href=site.link_to(exercise),
        summary=meta.summary,
        setting=_setting(exercise),
        equipment=meta.equipment,
        steps=meta.steps,
        feel=meta.feel or "",
        doses=tuple(dose_view(each) for each in ((dose,) if dose else meta.doses)) or (DoseView("", NO_NUMBER),),
        cautions=meta.cautions,
        ask_first=tuple(groups[slug].label for slug in meta.ask_first if slug in groups),
        stop_if=stop_signs(site),
        easier=_link_to(site, meta.easier),
        harder=_link_to(site, meta.harder),
        figure=figure_image(site, exercise),
    )


def stop_signs(site: Site) -> tuple[str, ...]:
    """The signs at which readers stop any exercise, and do not start one."""
    return tuple(fill_in(sign, site.config.care) for sign in site.library.care.stop_if)


def _setting(exercise: Exercise) -> str:
    meta = exercise.meta
    parts = (
        POSITIONS[meta.position],
        f"You need: {', '.join(meta.equipment)}" if meta.equipment else "",
        _COMPANY.get(meta.supervision, ""),
    )
    return " ".join(f"{part}." for part in parts if part)


def dose_view(dose: Dose) -> DoseView:
    """*dose* in plain sentences; what the source does not give is not said."""
    each = " on each side" if dose.per_side else ""
    sentences = [
        f"Take {dose.duration}." if dose.duration else "",
        f"Tense for {dose.tense}." if dose.tense else "",
        f"Hold for {dose.hold}." if dose.hold else "",
        f"Rest for {dose.rest}." if dose.rest else "",
        f"Make {dose.swings} small {_plural('swing', str(dose.swings))}." if dose.swings else "",
        f"Do it {_times(str(dose.reps))}{each}." if dose.reps else (f"Do it{each}." if each else ""),
        f"{_capital(str(dose.sets))} {_plural('set', str(dose.sets))}." if dose.sets else "",
        _sentence(f"How often: {dose.frequency}") if dose.frequency else "",
        _sentence(dose.note) if dose.note else "",
    ]
    return DoseView(dose.situation or "", tuple(sentence for sentence in sentences if sentence) or NO_NUMBER[:1])


def _link_to(site: Site, slug: str | None) -> Other | None:
    other = site.library.find("exercises", slug) if slug else None
    return Other(other.meta.title, site.link_to(other)) if other else None


def _times(count: str) -> str:
    return "once" if count == "1" else f"{count} {_plural('time', count)}"


def _plural(noun: str, count: str) -> str:
    return noun if count == "1" or count.endswith(" 1") else f"{noun}s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text) + ("" if text.endswith((".", "!", "?")) else ".")
