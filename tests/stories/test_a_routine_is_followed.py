"""A routine: its exercises in order, what it takes, who asks first and when to stop, found from all around it."""

from __future__ import annotations

import re

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term
from stories.edited import CARE, SOURCES
from stories.webpage import WebPage, dead_links, links_in

GROUPS = """
groups:
  clots: {label: you have had a clot, advice: Ask about it.}
stop_if: [it hurts, you feel faint]
"""
EVENING = """---
title: Evening set
summary: For tired legs.
care: legs
topic: legs
body_region: calves
condition: cramp
frequency: once a day
items:
  - {exercise: stretch, note: Slowly.}
  - {exercise: bath, repeat: 2}
  - exercise: stretch
---

It ends the day.
"""


@pytest.fixture
def evening(site: SiteFolder) -> SiteFolder:
    """A site with a routine that an article is about."""
    stretch = exercise(
        "Calf stretch", doses="[{hold: 30 seconds, reps: 2, source: nhs}]", equipment="[wall, mat]", ask_first="clots"
    )
    return site.write(
        {
            "content/care.yaml": CARE + GROUPS,
            "content/sources.yaml": SOURCES,
            "content/body-regions/calves.md": term("Calves"),
            "content/conditions/cramp.md": term("Cramp"),
            "content/exercises/stretch.md": stretch,
            "content/exercises/bath.md": exercise(
                "Foot bath",
                doses="[{duration: 5 minutes, source: nhs}]",
                equipment="[mat, foot bath]",
                steps="[Sit down.]",
            ),
            "content/routines/evening.md": EVENING,
            "content/articles/tired-legs.md": article(routines="evening"),
        }
    )


def test_the_exercises_stand_in_order(evening: SiteFolder) -> None:
    """Each with its own steps and what is particular to it; one that comes again is there again."""
    evening.build()
    html = evening.page("/routines/evening/").partition('<ol class="stations">')[2]
    assert [link for link in links_in(html) if link.startswith("/exercises/")] == [
        *("/exercises/stretch/", "/exercises/bath/", "/exercises/stretch/")
    ]
    text = evening.text("/routines/evening/")
    assert (
        text.index("Slowly.") < text.index("Lean forward.") < text.index("2 times in a row") < text.index("Sit down.")
    )


@pytest.mark.parametrize(
    ("times", "said"),
    [("", "At least 12 minutes"), ("times: 2\n", "At least 25 minutes")],
    ids=["once", "the whole twice"],
)
def test_it_says_what_it_takes(evening: SiteFolder, times: str, said: str) -> None:
    """Time is counted from the doses, 5 seconds to get ready for each repetition among them.

    What is needed comes from the exercises.

    2 times 2 of 30 + 5 seconds of stretching and 2 times 300 + 5 of bathing are 750 seconds.
    """
    evening.write({"content/routines/evening.md": EVENING.replace("items:", f"{times}items:")}).build()
    facts = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", evening.page("/routines/evening/"))[:4]
    assert facts[1:] == [("Time", said), ("You need", "Wall, mat, foot bath"), ("How often", "Once a day")]
    assert facts[0] == ("Exercises", "2, the whole 2 times" if times else "2")


def test_an_exercise_without_a_number_is_not_given_one(evening: SiteFolder) -> None:
    """Where a source gives no number, the time says for how many of the exercises it does not count."""
    evening.write({"content/exercises/bath.md": exercise("Foot bath")}).build()
    said = "At least 2 minutes for the exercises with a set number; 1 of 3 have none"
    assert said in evening.text("/routines/evening/")
    evening.write({"content/exercises/stretch.md": exercise("Calf stretch")}).build()
    assert "No set number: our source gives none" in evening.text("/routines/evening/")


def test_who_asks_first_and_when_to_stop_stand_before_the_steps(evening: SiteFolder) -> None:
    """Help comes first, then who asks a professional, then all signs to stop; each exercise says it again."""
    evening.build()
    text = evening.text("/routines/evening/")
    order = ["you cannot stand", "you have had a clot. Ask about it.", "it hurts", "you feel faint", "It ends the day."]
    assert sorted(order, key=text.index) == order
    html = evening.page("/routines/evening/").partition('<ol class="stations">')[2]
    stations = re.split(r"(?=<h3\b)", html)[1:]
    assert len(stations) == 3
    for station in stations:
        said = station.partition("<ol")[0]
        assert 'if</span> it hurts, or you notice another of the <a href="#page-stop-signs">signs to stop</a>.' in said
        assert "you feel faint" not in station


def test_it_is_found_from_its_article_its_terms_and_its_exercises(evening: SiteFolder) -> None:
    """All of them lead to the routine, it leads to all of them, and no link is dead, below a path as well."""
    evening.build()
    around = {"/topics/legs/", "/body-regions/calves/", "/conditions/cramp/", "/articles/tired-legs/"}
    for url in (*around, "/exercises/stretch/", "/exercises/bath/", "/routines/", "/a-to-z/"):
        assert "/routines/evening/" in evening.links(url), url
    assert around | {"/exercises/stretch/", "/exercises/bath/"} <= set(evening.links("/routines/evening/"))
    evening.write({"config.yaml": CONFIG.replace("example/", "example/name/")}).build()
    assert dead_links(evening.published(), "/name") == []


def test_the_article_shows_what_its_routine_takes(evening: SiteFolder) -> None:
    """A reader of the article sees the time and the equipment before following the link."""
    evening.build()
    text = evening.text("/articles/tired-legs/")
    assert "At least 12 minutes" in text
    assert "Wall, mat, foot bath" in text


def test_machines_read_each_exercise(evening: SiteFolder) -> None:
    """The JSON-LD of a routine has a plan for each of its exercises, in order."""
    evening.build()
    page = WebPage(evening.page("/routines/evening/"))
    plans = [thing["name"] for thing in page.things if thing["@type"] == "ExercisePlan"]
    assert plans == ["Calf stretch", "Foot bath", "Calf stretch"]


def test_an_edited_exercise_changes_the_routine(evening: SiteFolder) -> None:
    """A new dose is on the exercise's page, on the routine's, and in the time that its article shows."""
    evening.build()
    edited = exercise("Foot bath", doses="[{duration: 15 minutes, source: nhs}]", equipment="[mat, foot bath]")
    evening.write({"content/exercises/bath.md": edited}).build()
    for url in ("/routines/evening/", "/articles/tired-legs/"):
        assert "At least 32 minutes" in evening.text(url)


def test_an_exercise_that_is_not_there_is_told(evening: SiteFolder) -> None:
    """A slug that no exercise has is told at its place, with what was meant."""
    evening.write({"content/routines/evening.md": EVENING.replace("exercise: bath", "exercise: bth")})
    (problem,) = evening.problems()
    assert str(problem) == ("content/routines/evening.md:11:16: error: there is no exercise `bth` [unknown-reference]")
    assert problem.hint == "did you mean `bath`?"


def test_a_site_without_routines_has_no_list_of_them(site: SiteFolder) -> None:
    """Nothing leads to a list of routines where there is none."""
    site.build()
    assert not (site.out / "routines").exists()
    assert "/routines/" not in site.page("/")
