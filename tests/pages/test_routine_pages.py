"""The pages of routines: what is needed before the first exercise, and each exercise with its dose."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import SiteFolder, exercise

LEVEL = "{heading: Go now if, items: [a sign]}"
CARE = f"""profiles:
  legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}}}
groups:
  clots: {{label: you have had a clot, advice: Ask about it.}}
  pregnancy: {{label: you are pregnant, advice: Do not lie flat.}}
"""
EVENING = """---
title: Evening
summary: For tired legs.
care: legs
topic: legs
items:
  - {exercise: bend, dose: after sport, repeat: 2, note: Slowly.}
  - exercise: twist
  - {exercise: bend, reps: 7}
---

Rest after it.
"""


@pytest.fixture
def evening(site: SiteFolder) -> SiteFolder:
    """A site with one routine of two exercises, one of which comes again."""
    doses = "[{reps: 3, source: book}, {reps: 5, source: trial, for: after sport}]"
    return site.write(
        {
            "content/care.yaml": CARE,
            "content/sources.yaml": "book: {kind: textbook, title: A book, publisher: P}\n"
            "trial: {kind: trial, title: A trial, publisher: P}\n",
            "content/exercises/bend.md": exercise("Bend", doses=doses, ask_first="[clots, pregnancy]"),
            "content/exercises/twist.md": exercise("Twist", ask_first="clots"),
            "content/routines/evening.md": EVENING,
        }
    )


def test_each_exercise_has_the_dose_that_applies(evening: SiteFolder) -> None:
    """By its situation, or the first with another number; and what is particular to it stands above it."""
    evening.build()
    text = evening.text("/routines/evening/")
    assert re.findall(r"Do it \d times", text) == ["Do it 5 times", "Do it 7 times"]
    assert "2 times in a row. Slowly." in text


def test_help_comes_before_the_exercises(evening: SiteFolder) -> None:
    """The signs that need help, and who asks first, each once, stand before the first step."""
    evening.build()
    text = evening.text("/routines/evening/")
    first_step = text.index("Stand up.")
    assert text.index("Go now if") < text.index("you have had a clot. Ask about it.") < first_step
    assert text[:first_step].count("you have had a clot. Ask about it.") == 1


def test_a_routine_rests_on_the_sources_of_its_doses(evening: SiteFolder) -> None:
    """Each source once, in the order in which the doses bring them."""
    evening.build()
    html = evening.page("/routines/evening/")
    assert re.findall(r'<li id="source-(\w+)">', html) == ["trial", "book"]


def test_an_exercise_that_comes_again_has_its_own_place(evening: SiteFolder) -> None:
    """No id stands on a page twice, whatever is repeated."""
    evening.build()
    ids = Counter(re.findall(r'\sid="([^"]*)"', evening.page("/routines/evening/")))
    assert [found for found, count in ids.items() if count > 1] == []


def test_a_routine_and_its_exercises_lead_to_each_other(evening: SiteFolder) -> None:
    """So do the routine and its topic, and the list of routines leads to it."""
    evening.build()
    assert "/exercises/twist/" in evening.links("/routines/evening/")
    for url in ("/exercises/twist/", "/topics/legs/", "/routines/"):
        assert "/routines/evening/" in evening.links(url)
