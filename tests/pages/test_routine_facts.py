"""What can be told of a routine at a glance."""

from __future__ import annotations

import pytest
from conftest import TODAY, SiteFolder, exercise

from healthsite.model.site import Site
from healthsite.pages.routine_facts import RoutineFacts, routine_facts
from healthsite.reading.read import read

HEAD = "---\ntitle: Evening\nsummary: For tired legs.\ncare: legs\n{keys}items:\n{items}---\n\nSlowly.\n"


def facts(site: SiteFolder, *items: str, keys: str = "") -> RoutineFacts:
    """The facts of a routine of *items*."""
    lines = "".join(f"  - {{{item}}}\n" for item in items)
    site.write({"content/routines/evening.md": HEAD.format(keys=keys, items=lines)})
    contents = read(site.root)
    return routine_facts(Site.of(contents.config, contents.library, TODAY), contents.library.routines[0])


@pytest.fixture
def stocked(site: SiteFolder) -> SiteFolder:
    """A site with exercises that take 55 seconds, 25 seconds, and nobody knows how long."""
    return site.write(
        {
            "content/exercises/long.md": exercise(
                "Long", doses="[{hold: 55 seconds, reps: 1, source: a}]", equipment="[mat, chair]"
            ),
            "content/exercises/short.md": exercise(
                "Short", doses="[{hold: 25 seconds, reps: 1, source: a}]", equipment="[mat]"
            ),
            "content/exercises/free.md": exercise("Free", equipment="[wall]"),
        }
    )


@pytest.mark.parametrize(
    ("items", "keys", "time"),
    [
        (["exercise: long"], "", "at least 60 seconds"),
        (["exercise: long, repeat: 3"], "", "at least 3 minutes"),
        (["exercise: long", "exercise: short", "exercise: short"], "", "at least 2 minutes"),
        (["exercise: long"], "times: 4\n", "at least 4 minutes"),
        (["exercise: long, reps: 2"], "", "at least 2 minutes"),
        (["exercise: short"], "", "at least 30 seconds"),
        (["exercise: short, repeat: 3"], "", "at least 90 seconds"),
        (["exercise: short, repeat: 5"], "", "at least 2 minutes"),
        (["exercise: free"], "", ""),
        (
            ["exercise: long", "exercise: free"],
            "",
            "at least 60 seconds for the exercises with a set number; 1 of 2 have none",
        ),
    ],
)
def test_time_is_told_as_far_as_it_is_known(stocked: SiteFolder, items: list[str], keys: str, time: str) -> None:
    """Holding, getting ready, repetitions and rounds count; what has no number is said to have none."""
    assert facts(stocked, *items, keys=keys).time == time


def test_equipment_is_what_all_exercises_need(stocked: SiteFolder) -> None:
    """Each thing once, in the order in which it is needed."""
    found = facts(stocked, "exercise: short", "exercise: free", "exercise: long", "exercise: short")
    assert (found.equipment, found.count) == (("mat", "wall", "chair"), 3)
    assert (found.title, found.href) == ("Evening", "/routines/evening/")


def test_an_unknown_exercise_is_left_out(stocked: SiteFolder) -> None:
    """A rule reports it; the facts are those of the others."""
    assert facts(stocked, "exercise: gone", "exercise: long").time == "at least 60 seconds"
