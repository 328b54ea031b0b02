"""An exercise, a technique or an activity: steps that a reader can follow, with their dose and their cautions."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from healthsite.model.document import Document
from healthsite.model.dose import Dose
from healthsite.model.figure import Figure
from healthsite.model.review import ReviewCycle, Reviewer
from healthsite.model.schema import (
    CalendarDate,
    Checked,
    Described,
    Listed,
    Pairs,
    Schema,
    Slug,
    Slugs,
    Text,
    Texts,
    wrong,
)

POSITIONS: Final[dict[str, str]] = {
    "standing": "Standing",
    "sitting": "Sitting",
    "kneeling": "Kneeling",
    "half-kneeling": "Kneeling on one knee",
    "hands-and-knees": "On hands and knees",
    "lying-face-down": "Lying face down",
    "lying-on-back": "Lying on your back",
    "lying-on-side": "Lying on your side",
    "over-a-ball": "Over a large ball",
    "hanging": "Hanging",
    "in-water": "In water",
    "any": "Any comfortable position",
}
"""The positions an exercise starts from, each in words for readers."""

EXERCISE_KINDS: Final[dict[str, str]] = {
    "stretch": "Stretches",
    "mobility": "Movements",
    "strengthen": "Strengthening",
    "hold-relax": "Hold and relax",
    "relax": "Relaxing",
    "technique": "Techniques",
    "activity": "Activities",
    "recovery": "Rest and recovery",
}
"""The kinds of an exercise in the order in which lists show them, each with the heading of its group."""


def _position(value: str) -> str:
    if value not in POSITIONS:
        raise wrong(f"`{value}` is not a position", f"use one of: {', '.join(POSITIONS)}")
    return value


class ExerciseFrontMatter(Schema):
    """What stands between the ``---`` lines of an exercise."""

    title: Text = Described(description="The exercise's name, at most 40 characters.")
    summary: Text = Described(description="What it is, in 1 or 2 sentences.")
    kind: Literal["stretch", "mobility", "strengthen", "hold-relax", "relax", "technique", "activity", "recovery"] = (
        Described(description="What kind of exercise it is.")
    )
    steps: Annotated[tuple[Text, ...], Listed] = Described(
        min_length=1, description="What to do, one action in each step, starting with a verb."
    )
    topic: Slugs = Described((), description="One topic or a list; files in content/topics/.")
    body_region: Slugs = Described((), description="One body region or a list; files in content/body-regions/.")
    condition: Slugs = Described((), description="One condition or a list; files in content/conditions/.")
    also_called: Texts = Described((), description="Other names that people search for.")
    position: Annotated[str, Checked(_position)] = Described(
        "any", description="The position it is done in, as in `standing` or `lying-on-back`."
    )
    level: Literal["easy", "moderate", "harder"] = Described("easy", description="How hard it is.")
    equipment: Texts = Described((), description="What is needed, as in `[mat, chair]`.")
    supervision: Literal["alone", "partner", "professional"] = Described("alone", description="Who should be there.")
    sides: Literal["none", "each", "both"] = Described("none", description="`each`: one side, then the other.")
    feel: Text | None = Described(None, description="Where you feel it.")
    figure: Figure | None = Described(None, description="Its drawing; docs/figures.md tells how to describe one.")
    doses: Annotated[tuple[Dose, ...], Listed] = Described(
        (), description="How long and how often, with its source; empty where the source gives none."
    )
    cautions: Texts = Described((), description="What to take care of in this exercise.")
    ask_first: Slugs = Described((), description="Groups of content/care.yaml who ask a professional first.")
    easier: Slug | None = Described(None, description="An easier exercise.")
    harder: Slug | None = Described(None, description="A harder exercise.")
    variations: Texts = Described((), description="Other ways to do it.")
    sources: Slugs = Described((), description="Further sources, keys of content/sources.yaml.")
    reviewed: CalendarDate | None = Described(None, description="The day on which the whole page was last reviewed.")
    reviewed_by: Annotated[tuple[Reviewer, ...], Listed] = Described((), description="Real, named reviewers.")
    review_every: ReviewCycle | None = Described(None, description="A shorter or longer cycle than the site's.")
    status: Literal["published", "draft"] = Described("published", description="`draft` keeps the page off the site.")
    ignore: Pairs = Described((), description="Rules that do not apply to this page, each with the reason.")
    redirect_from: Texts = Described((), description="Old addresses of this page.")


Exercise = Document[ExerciseFrontMatter]
