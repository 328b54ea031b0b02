"""What the timer leads through: the same words and numbers as the page shows, as JSON that cannot break out of it."""

from __future__ import annotations

import json
import re
from typing import Any

from conftest import TODAY, SiteFolder, exercise

from healthsite.model.site import Site
from healthsite.pages.program import exercise_programs, program_json
from healthsite.reading.read import read

LEVEL = "{heading: Go now if, items: [a sign]}"
CARE = f"""
stop_if: [it hurts, you feel faint]
groups:
  clots: {{label: you have had a clot, advice: Ask about it.}}
profiles:
  legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}}}
"""
EVENING = """---
title: Evening
summary: For tired legs.
care: legs
times: 2
items:
  - {exercise: bend, dose: after sport, repeat: 2, note: Slowly.}
  - {exercise: bend, reps: 2}
---

Rest after it.
"""
DOSES = (
    "[{for: heavy legs, hold: 10 to 20 seconds, reps: at least 1, per_side: true, source: a},"
    " {for: after sport, duration: 5 minutes, source: a}]"
)
SOURCES = "a: {kind: textbook, title: A book, publisher: P}\n"


def site_of(site: SiteFolder, **keys: str) -> Site:
    """A site with the exercise *bend*, which has *keys*."""
    site.write({"content/care.yaml": CARE, "content/sources.yaml": SOURCES})
    site.write({"content/exercises/bend.md": exercise("Bend", **keys)})
    contents = read(site.root)
    return Site.of(contents.config, contents.library, TODAY)


def programs(site: SiteFolder, **keys: str) -> list[tuple[str, dict[str, Any]]]:
    """The programs of the exercise *bend*, each with its name."""
    known = site_of(site, **keys)
    return [(each.name, json.loads(each.json)) for each in exercise_programs(known, known.library.exercises[0])]


def test_a_program_holds_all_that_a_reader_needs(site: SiteFolder) -> None:
    """Who asks first, cautions, steps, dose and signs to stop travel with the phases."""
    ((name, program),) = programs(
        site,
        doses="[{hold: 10 seconds, reps: 1, per_side: true, source: a}]",
        steps="[Bend your left knee., 'Repeat on the other side, with your right knee.']",
        sides="each",
        ask_first="clots",
        cautions="Go slowly.",
        feel="A stretch.",
        equipment="mat",
        position="standing",
    )
    assert (name, program["title"], program["times"]) == ("", "Bend", 1)
    assert program["stop_if"] == ["it hurts", "you feel faint"]
    assert program["stations"] == [
        {
            "slug": "bend",
            "title": "Bend",
            "href": "/exercises/bend/",
            "setting": "Standing. You need: mat.",
            "note": "",
            "dose": "Hold for 10 seconds. Do it once on each side.",
            "ask_first": ["you have had a clot"],
            "cautions": ["Go slowly."],
            "steps": ["Bend your left knee.", "Repeat on the other side, with your right knee."],
            "other_side": "Repeat on the other side, with your right knee.",
            "feel": "A stretch.",
            "phases": [
                {"kind": "prepare", "seconds": 5, "side": "first"},
                {"kind": "hold", "seconds": 10, "side": "first"},
                {"kind": "change", "seconds": 5, "side": "other"},
                {"kind": "hold", "seconds": 10, "side": "other"},
            ],
        }
    ]


def test_the_other_side_is_told_in_the_words_of_the_steps(site: SiteFolder) -> None:
    """Where no step tells it, or there is one side only, nothing is made up."""
    steps = "[Bend a knee., Repeat on the other side.]"
    assert programs(site, steps=steps)[0][1]["stations"][0]["other_side"] == ""
    assert programs(site, sides="each")[0][1]["stations"][0]["other_side"] == ""


def test_each_dose_is_a_program_of_its_own(site: SiteFolder) -> None:
    """With its situation for a name, in the order of the page."""
    (first, heavy), (second, sport) = programs(site, doses=DOSES)
    assert (first, second) == ("Heavy legs", "After sport")
    assert heavy["stations"][0]["dose"].startswith("Heavy legs: Hold for 10 to 20 seconds.")
    assert sport["stations"][0]["phases"][-1] == {"kind": "move", "seconds": 300}


def test_a_single_dose_needs_no_name(site: SiteFolder) -> None:
    """There is nothing to choose."""
    ((name, program),) = programs(site, doses="[{for: after sport, reps: 3, source: a}]")
    assert (name, program["stations"][0]["dose"]) == ("", "After sport: Do it 3 times.")


def test_without_a_dose_the_reader_decides(site: SiteFolder) -> None:
    """The words say that there is no number, and the phase has none."""
    ((_, program),) = programs(site)
    assert program["stations"][0]["dose"] == "No set number: our source gives none. Do what feels comfortable."
    assert program["stations"][0]["phases"][-1] == {"kind": "open"}


def test_nothing_in_a_program_ends_its_element(site: SiteFolder) -> None:
    """Whatever an editor writes stays inside the script element, and comes out as it was written."""
    title = "Bend </script><b> & <!-- "
    site.write({"content/care.yaml": CARE, "content/exercises/bend.md": exercise(f'"{title}"')}).build()
    (text,) = re.findall(r'(?s)<script[^>]*class="program"[^>]*>(.*?)</script>', site.page("/exercises/bend/"))
    assert not re.search("[<>&]", text)
    assert json.loads(text)["title"] == title.strip()


def test_a_routine_leads_through_what_its_page_shows(site: SiteFolder) -> None:
    """The dose that applies, what is particular, how often each comes in a row, and how often the whole."""
    site_of(site, doses=DOSES)
    site.write({"content/routines/evening.md": EVENING}).build()
    html = site.page("/routines/evening/")
    (text,) = re.findall(r'<script[^>]*class="program">(.*?)</script>', html)
    program = json.loads(text)
    assert (program["title"], program["times"], len(program["stations"])) == ("Evening", 2, 2)
    first, second = program["stations"]
    assert (first["note"], first["dose"]) == ("Slowly.", "After sport: Take 5 minutes.")
    assert [phase["kind"] for phase in first["phases"]] == ["prepare", "move"] * 2
    assert second["dose"].endswith("Do it 2 times on each side.")
    assert [phase["kind"] for phase in second["phases"]].count("hold") == 4
    shown = site.text("/routines/evening/")
    for station in (first, second):
        for sentence in station["dose"].partition(": ")[2].split(". "):
            assert sentence in shown


def test_a_program_may_be_empty() -> None:
    """A rule reports a routine whose exercises are not there."""
    assert json.loads(program_json("Evening", [])) == {"title": "Evening", "times": 1, "stop_if": [], "stations": []}
