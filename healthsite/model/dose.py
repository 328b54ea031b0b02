"""How often and how long an exercise is done."""

from __future__ import annotations

from healthsite.model.duration import Count, Time
from healthsite.model.schema import Described, Schema, Slug, Text


class Dose(Schema):
    """One dose of an exercise. A field that the source gives nothing for stays empty: a dose is never invented."""

    source: Slug = Described(description="The source of these numbers, a key of content/sources.yaml.")
    situation: Text | None = Described(
        None, alias="for", description="When this dose applies, where there are several."
    )
    duration: Time | None = Described(None, description="How long it takes in all, as for a bath or a rest.")
    hold: Time | None = Described(None, description="How long to hold the position, as in `10 to 20 seconds`.")
    tense: Time | None = Described(None, description="How long to tense before relaxing.")
    rest: Time | None = Described(None, description="How long to rest before the next one.")
    reps: Count | None = Described(None, description="How many times, as in `3 to 4`.")
    sets: Count | None = Described(None, description="How many sets.")
    swings: Count | None = Described(None, description="How many small swings.")
    per_side: bool = Described(default=False, description="Whether the numbers count for each side.")
    frequency: Text | None = Described(None, description="How often, in words, as in `up to 3 times a day`.")
    note: Text | None = Described(None, description="What the numbers cannot say, as in `a few seconds`.")
