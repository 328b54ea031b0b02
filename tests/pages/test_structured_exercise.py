"""JSON-LD of exercises: the steps behind their cautions, and the dose that the source gives."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import TODAY

from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.dose import Dose
from healthsite.model.exercise import EXERCISE_KINDS, Exercise, ExerciseFrontMatter
from healthsite.model.library import Library
from healthsite.model.site import Site
from healthsite.pages.exercise_card import ExerciseCard, exercise_card
from healthsite.pages.structured_exercise import exercise_plans, how_to, how_to_series

SITE = Site.of(Config(title="Ease", base_url="https://ease.example/name/"), Library.of([]), TODAY)
URL = "https://ease.example/name/routines/evening/"


def bend(**keys: Any) -> Exercise:
    """An exercise with *keys*."""
    least = {"title": "Bend", "summary": "A bend.", "kind": "stretch", "steps": ["Stand.", "Bend."]}
    meta = ExerciseFrontMatter.model_validate({**least, **keys})
    return Document("exercises", "bend", "content/exercises/bend.md", "", "", 1, meta)


def card(**keys: Any) -> ExerciseCard:
    """The card of an exercise with *keys*."""
    return exercise_card(SITE, bend(**keys))


def dose(**keys: Any) -> Dose:
    """A dose with *keys*."""
    return Dose.model_validate({"source": "book", **keys})


@pytest.mark.parametrize("kind", sorted(EXERCISE_KINDS))
def test_an_exercise_has_a_type_only_where_there_is_a_word_for_it(kind: str) -> None:
    """A bath is no exercise type of schema.org, and is not called one."""
    (plan,) = exercise_plans(SITE, bend(kind=kind), ())
    types = {"stretch": "Flexibility", "mobility": "Flexibility", "strengthen": "StrengthTraining"}
    assert plan.get("exerciseType") == types.get(kind)
    assert "" not in plan.values()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reps": 3}, {"repetitions": 3}),
        ({"reps": "3 to 4"}, {"repetitions": {"@type": "QuantitativeValue", "minValue": 3, "maxValue": 4}}),
        ({"reps": "at least 2"}, {"repetitions": {"@type": "QuantitativeValue", "minValue": 2}}),
        ({"reps": "up to 5"}, {"repetitions": {"@type": "QuantitativeValue", "maxValue": 5}}),
        ({"hold": "30 seconds"}, {"activityDuration": "PT30S"}),
        (
            {"hold": "10 to 20 seconds"},
            {
                "activityDuration": {
                    "@type": "QuantitativeValue",
                    "minValue": 10,
                    "maxValue": 20,
                    "unitCode": "SEC",
                }
            },
        ),
        ({"duration": "5 minutes", "hold": "3 seconds"}, {"activityDuration": "PT5M"}),
        ({"hold": "2 counts"}, {}),
        ({"hold": "3 breaths"}, {}),
        ({"rest": "20 seconds"}, {"restPeriods": "20 seconds"}),
        ({"frequency": "daily"}, {"activityFrequency": "daily"}),
    ],
)
def test_a_dose_is_that_of_its_source(given: dict[str, Any], said: dict[str, Any]) -> None:
    """A range stays a range, a count of breaths is no time, and what the source leaves out is left out."""
    (plan,) = exercise_plans(SITE, bend(), [dose(**given)])
    names = ("repetitions", "activityDuration", "restPeriods", "activityFrequency")
    assert {name: plan[name] for name in names if name in plan} == said


def test_a_dose_is_also_told_in_the_words_of_the_page() -> None:
    """With the situation that it is for, so that nobody takes it for a general one."""
    doses = [dose(reps=1, per_side=True), dose(**{"hold": "5 seconds", "for": "after sport"})]
    assert [plan["additionalVariable"] for plan in exercise_plans(SITE, bend(), doses)] == [
        "Do it once on each side.",
        "After sport: Hold for 5 seconds.",
    ]


def test_no_dose_is_made_up() -> None:
    """An exercise whose source gives no number is a plan without any."""
    (plan,) = exercise_plans(SITE, bend(), ())
    assert set(plan) == {"@type", "name", "description", "url", "exerciseType"}


def test_the_steps_come_behind_the_cautions() -> None:
    """Who reads only this knows what to take care of first."""
    found = how_to(SITE, card(cautions=["Go slowly."], equipment=["mat", "wall"]))
    assert found["@id"] == "https://ease.example/name/exercises/bend/#how-to"
    assert [(step["position"], step["@type"], step["text"]) for step in found["step"]] == [
        (1, "HowToTip", "Go slowly."),
        (2, "HowToStep", "Stand."),
        (3, "HowToStep", "Bend."),
    ]
    assert found["tool"] == [{"@type": "HowToTool", "name": "mat"}, {"@type": "HowToTool", "name": "wall"}]


def test_a_series_has_its_exercises_in_order() -> None:
    """What is needed stands once, and what is particular to one exercise stands with it."""
    parts = [(card(equipment=["mat"]), "2 times in a row. Slowly"), (card(title="Twist", equipment=["mat"]), "")]
    found = how_to_series(URL, "Evening", "For the evening.", parts, "PT3M")
    assert (found["@id"], found["totalTime"], len(found["tool"])) == (f"{URL}#how-to", "PT3M", 1)
    assert [(part["name"], part.get("description"), len(part["itemListElement"])) for part in found["step"]] == [
        ("Bend", "2 times in a row. Slowly", 2),
        ("Twist", None, 2),
    ]
    assert "totalTime" not in how_to_series(URL, "Evening", "For the evening.", parts)
