"""A routine: exercises in order, each with the dose that applies; time and equipment are computed."""

from __future__ import annotations

from typing import Annotated, Literal

from healthsite.model.document import Document
from healthsite.model.dose import Dose
from healthsite.model.duration import Count
from healthsite.model.exercise import Exercise
from healthsite.model.program import Program, program_of
from healthsite.model.review import ReviewCycle, Reviewer
from healthsite.model.schema import (
    CalendarDate,
    Described,
    Listed,
    Pairs,
    Schema,
    Slug,
    Slugs,
    Text,
    Texts,
)


class RoutineItem(Schema):
    """One exercise of a routine."""

    exercise: Slug = Described(description="The exercise, a file in content/exercises/.")
    dose: Text | None = Described(None, description="Which of its doses applies, by the dose's `for`; else the first.")
    reps: Count | None = Described(None, description="How many times, where it differs from the dose.")
    repeat: Annotated[int, Described(ge=1, le=20)] = Described(1, description="How many times it comes in a row.")
    note: Text | None = Described(None, description="What is particular to it here.")


class RoutineFrontMatter(Schema):
    """What stands between the ``---`` lines of a routine."""

    title: Text = Described(description="The routine's name.")
    summary: Text = Described(description="What it is for, in 1 or 2 sentences.")
    items: Annotated[tuple[RoutineItem, ...], Listed] = Described(min_length=1, description="The exercises, in order.")
    care: Slug = Described(description="The care profile of content/care.yaml: which signs need help.")
    times: Annotated[int, Described(ge=1, le=20)] = Described(1, description="How many times the whole is done.")
    frequency: Text | None = Described(None, description="How often, in words.")
    warm_up: Text | None = Described(None, description="What to do before.")
    topic: Slugs = Described((), description="One topic or a list; files in content/topics/.")
    body_region: Slugs = Described((), description="One body region or a list.")
    condition: Slugs = Described((), description="One condition or a list.")
    also_called: Texts = Described((), description="Other names that people search for.")
    sources: Slugs = Described((), description="Keys of content/sources.yaml.")
    reviewed: CalendarDate | None = Described(None, description="The day on which the whole page was last reviewed.")
    reviewed_by: Annotated[tuple[Reviewer, ...], Listed] = Described((), description="Real, named reviewers.")
    review_every: ReviewCycle | None = Described(None, description="A shorter or longer cycle than the site's.")
    status: Literal["published", "draft"] = Described("published", description="`draft` keeps the page off the site.")
    ignore: Pairs = Described((), description="Rules that do not apply to this page, each with the reason.")
    redirect_from: Texts = Described((), description="Old addresses of this page.")

    @property
    def exercises(self) -> tuple[str, ...]:
        """The slugs of its exercises, in order, each once."""
        return tuple(dict.fromkeys(item.exercise for item in self.items))


Routine = Document[RoutineFrontMatter]


def dose_for(item: RoutineItem, exercise: Exercise) -> Dose | None:
    """The dose of *exercise* that applies to *item*; ``None`` where its source gives none."""
    doses = exercise.meta.doses
    dose = next((dose for dose in doses if dose.situation == item.dose), doses[0] if doses else None)
    return dose.model_copy(update={"reps": item.reps}) if dose and item.reps else dose


def program_for(item: RoutineItem, exercise: Exercise) -> Program:
    """The program of *exercise* as *item* of a routine."""
    return program_of(dose_for(item, exercise), exercise.meta.sides, item.repeat)
