"""An exercise as other pages show it, and its doses in words."""

from __future__ import annotations

from dataclasses import dataclass

from healthsite.model.care import fill_in
from healthsite.model.dose import Dose
from healthsite.model.exercise import POSITIONS, Exercise
from healthsite.model.site import Site
from healthsite.pages.figure import FigureImage, figure_image


@dataclass(frozen=True, slots=True)
class DoseView:
    """A dose in words. *situation* is empty where there is one dose only."""

    situation: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """What a reader needs to do an exercise: its drawing, steps, dose, cautions, and who asks first."""

    slug: str
    title: str
    href: str
    summary: str
    position: str
    equipment: tuple[str, ...]
    steps: tuple[str, ...]
    feel: str
    doses: tuple[DoseView, ...]
    cautions: tuple[str, ...]
    ask_first: tuple[str, ...]
    stop_if: tuple[str, ...]
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
        position=POSITIONS[meta.position],
        equipment=meta.equipment,
        steps=meta.steps,
        feel=meta.feel or "",
        doses=tuple(dose_view(each) for each in ((dose,) if dose else meta.doses)),
        cautions=meta.cautions,
        ask_first=tuple(groups[slug].label for slug in meta.ask_first if slug in groups),
        stop_if=tuple(fill_in(sign, site.config.care) for sign in site.library.care.stop_if),
        figure=figure_image(site, exercise),
    )


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
    return DoseView(dose.situation or "", tuple(sentence for sentence in sentences if sentence))


def _times(count: str) -> str:
    return "once" if count == "1" else f"{count} {_plural('time', count)}"


def _plural(noun: str, count: str) -> str:
    return noun if count == "1" or count.endswith(" 1") else f"{noun}s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text) + ("" if text.endswith((".", "!", "?")) else ".")
