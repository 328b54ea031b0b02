"""The handout of a routine: all that a reader without a screen needs, and nothing that the routine does not say."""

from __future__ import annotations

import re

import pytest
from conftest import CONFIG, SiteFolder, exercise, term
from stories.webpage import WebPage

CARE = """
stop_if: [it hurts, "you need {emergency_number}"]
groups:
  clots: {label: you have had a clot, advice: Ask about it.}
profiles:
  legs:
    title: Legs
    emergency: {heading: "Call {emergency_number} now if:", items: [you cannot breathe]}
    urgent: {heading: "See {urgent_service} today if:", items: [1 leg is swollen]}
    non_urgent: {heading: "See {non_urgent_service} if:", items: [it does not get better]}
"""
SOURCES = "book: {kind: textbook, title: A book of legs, publisher: The press, year: 2020}\n"
FIGURE = "{alt: A person stands., poses: [{posture: standing}]}"
EVENING = """---
title: Evening set
summary: For tired legs.
care: legs
frequency: once a day
warm_up: Walk a little first.
times: 2
sources: [book]
reviewed: 2026-11-01
items:
  - {exercise: stretch, note: Slowly.}
  - {exercise: bath, repeat: 2}
---

It ends the day.
"""


@pytest.fixture
def evening(site: SiteFolder) -> SiteFolder:
    """A site with a routine of two exercises, one of them with a drawing."""
    stretch = exercise(
        "Calf stretch",
        doses="[{hold: 30 seconds, reps: 2, source: book}]",
        equipment="[wall]",
        ask_first="clots",
        cautions="[Hold on to something.]",
        figure=FIGURE,
    )
    return site.write(
        {
            "content/care.yaml": CARE,
            "content/sources.yaml": SOURCES,
            "content/exercises/stretch.md": stretch,
            "content/exercises/bath.md": exercise("Foot bath", steps="[Sit down.]"),
            "content/routines/evening.md": EVENING,
        }
    )


def test_a_handout_says_all_that_matters(evening: SiteFolder) -> None:
    """In the order in which it is needed: who asks first, when to stop, each exercise, help, sources, dates."""
    evening.build()
    text = evening.text("/routines/evening/print/")
    wanted = [
        *("Evening set", "For tired legs.", "2 exercises, the whole 2 times.", "You need: wall.", "once a day"),
        *("has not been checked by a clinician", "Ask a professional first if", "you have had a clot"),
        *("Do not start, and stop, if", "it hurts", "your local emergency number", "Walk a little first."),
        *("1. Calf stretch", "Slowly.", "Stand up.", "Lean forward.", "Hold for 30 seconds. Do it 2 times."),
        *(
            "Hold on to something.",
            "2. Foot bath",
            "2 times in a row",
            "Sit down.",
            "No set number: our source gives none.",
        ),
        *("Call your local emergency number now if:", "you cannot breathe", "1 leg is swollen", "Notes"),
        *("A book of legs (The press, 2020)", "1 November 2026", "1 November 2028"),
        "https://testing.example/routines/evening/",
    ]
    at = -1
    for piece in wanted:
        assert piece in text[at + 1 :], piece
        at = text.index(piece, at + 1)


def test_every_exercise_can_be_ticked_on_seven_days(evening: SiteFolder) -> None:
    """Each has a box for each day of the week, and its drawing where it has one."""
    evening.build()
    exercises = evening.page("/routines/evening/print/").split('<li class="handout__exercise">')[1:]
    assert [re.findall(r"<li>(\w{3})</li>", html) for html in exercises] == 2 * [
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    ]
    assert [html.count("<img ") for html in exercises] == [1, 0]


def test_the_routine_and_its_handout_lead_to_each_other(evening: SiteFolder) -> None:
    """Machines are told that the routine is the page itself."""
    evening.write({"config.yaml": f"{CONFIG.replace('.example/', '.example/name/')}"}).build()
    assert "/name/routines/evening/print/" in evening.links("/routines/evening/")
    html = evening.page("/routines/evening/print/")
    assert "/name/routines/evening/" in evening.links("/routines/evening/print/")
    assert '<link rel="canonical" href="https://testing.example/name/routines/evening/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "print/" not in evening.published()["sitemap.xml"].decode()
    assert WebPage(html).thing("WebPage")["name"] == "Evening set: handout"


def test_a_handout_is_made_anew_when_an_exercise_changes(evening: SiteFolder) -> None:
    """A step, a dose or a caution that changes is on paper too."""
    evening.write({"content/topics/legs.md": term("Legs")}).build()
    evening.write({"content/exercises/bath.md": exercise("Foot bath", steps="[Sit down safely.]")}).build()
    assert "Sit down safely." in evening.text("/routines/evening/print/")
