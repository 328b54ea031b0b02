"""Exercises as other pages show them, and their doses in words."""

from __future__ import annotations

import pytest
from conftest import TODAY, SiteFolder, exercise

from healthsite.model.dose import Dose
from healthsite.model.site import Site
from healthsite.pages.exercise_card import ExerciseCard, dose_view, exercise_card
from healthsite.reading.read import read

CARE = """
stop_if: [it hurts]
groups:
  osteoporosis: {label: you have osteoporosis, advice: Do not bend.}
  pregnancy: {label: you are pregnant, advice: Do not lie flat.}
"""


def dose(**keys: object) -> Dose:
    """A dose with *keys*."""
    return Dose.model_validate({"source": "collection", **keys})


def said(**keys: object) -> str:
    """What readers are told of a dose with *keys*."""
    return " ".join(dose_view(dose(**keys)).sentences)


def shown(site: SiteFolder, only: Dose | None = None, **keys: str) -> ExerciseCard:
    """The card of an exercise with *keys*."""
    site.write({"content/exercises/bend.md": exercise("Bend", **keys), "content/care.yaml": CARE})
    contents = read(site.root)
    return exercise_card(Site.of(contents.config, contents.library, TODAY), contents.library.exercises[0], only)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("duration", "10 minutes", "Take 10 minutes."),
        ("tense", "5 seconds", "Tense for 5 seconds."),
        ("hold", "10 to 20 seconds", "Hold for 10 to 20 seconds."),
        ("hold", "1 second", "Hold for 1 second."),
        ("hold", "at least 1 minute", "Hold for at least 1 minute."),
        ("rest", "up to 20 seconds", "Rest for up to 20 seconds."),
        ("swings", 10, "Make 10 small swings."),
        ("reps", 3, "Do it 3 times."),
        ("reps", "3 to 4", "Do it 3 to 4 times."),
        ("reps", "3 to 11", "Do it 3 to 11 times."),
        ("sets", 2, "2 sets."),
        ("sets", "up to 3", "Up to 3 sets."),
        ("frequency", "up to 3 times a day", "How often: up to 3 times a day."),
        ("note", "a few seconds", "A few seconds."),
        ("note", "Is it warm?", "Is it warm?"),
        ("note", "Stop early.", "Stop early."),
        ("note", "Go!", "Go!"),
    ],
)
def test_each_part_of_a_dose_is_a_sentence(key: str, value: object, words: str) -> None:
    """Each key has its words, and ends with one full stop."""
    assert said(**{key: value}) == words


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("reps", 1, "Do it once."),
        ("reps", "at least 1", "Do it at least 1 time."),
        ("reps", "up to 1", "Do it up to 1 time."),
        ("sets", 1, "1 set."),
        ("sets", "at least 1", "At least 1 set."),
        ("sets", "up to 1", "Up to 1 set."),
        ("swings", 1, "Make 1 small swing."),
        ("swings", "at least 1", "Make at least 1 small swing."),
    ],
)
def test_one_has_no_plural(key: str, value: object, words: str) -> None:
    """The noun agrees with the number before it."""
    assert said(**{key: value}) == words


def test_a_frequency_may_end_with_a_full_stop() -> None:
    """An author's full stop is not doubled."""
    assert said(frequency="Once a day.") == "How often: Once a day."


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"per_side": True}, "Do it on each side."),
        ({"per_side": True, "reps": 3}, "Do it 3 times on each side."),
        ({"per_side": True, "reps": 1}, "Do it once on each side."),
        ({"per_side": False, "reps": 3}, "Do it 3 times."),
    ],
)
def test_sides_are_told_with_the_number_of_times(keys: dict[str, object], words: str) -> None:
    """Whether a number counts for each side stands where the number does."""
    assert said(**keys) == words


def test_a_dose_is_told_in_the_order_of_doing_it() -> None:
    """Tense, hold, rest, and how many times; then how often, and what is left to say."""
    words = said(
        note="slowly",
        frequency="daily",
        sets=2,
        reps=3,
        per_side=True,
        rest="20 seconds",
        hold="10 seconds",
        tense="5 seconds",
    )
    assert words == (
        "Tense for 5 seconds. Hold for 10 seconds. Rest for 20 seconds. Do it 3 times on each side. 2 sets. "
        "How often: daily. Slowly."
    )


def test_what_the_source_does_not_give_is_not_said() -> None:
    """A dose of nothing but its source says that there is no number."""
    assert dose_view(dose()).sentences == ("No set number: our source gives none.",)
    assert dose_view(dose(**{"for": "after sport"})).situation == "after sport"


def test_a_card_tells_who_asks_first_and_when_to_stop(site: SiteFolder) -> None:
    """Groups are told in the exercise's own order, and the signs to stop are those of all exercises."""
    found = shown(site, ask_first="[pregnancy, osteoporosis]")
    assert found.ask_first == ("you are pregnant", "you have osteoporosis")
    assert found.stop_if == ("it hurts",)


def test_an_unknown_group_is_left_out(site: SiteFolder) -> None:
    """A rule reports it; the card shows what is known."""
    assert shown(site, ask_first="[nobody, osteoporosis]").ask_first == ("you have osteoporosis",)


def test_a_card_has_words_for_its_position(site: SiteFolder) -> None:
    """Readers see words, not slugs, and nothing where nothing is given."""
    found = shown(site, position="half-kneeling", equipment="[mat, chair]")
    assert (found.setting, found.feel) == ("Kneeling on one knee. You need: mat, chair.", "")
    assert (found.title, found.href) == ("Bend", "/exercises/bend/")


@pytest.mark.parametrize(
    ("supervision", "words"),
    [("alone", ""), ("partner", " With a partner."), ("professional", " With a professional.")],
)
def test_a_card_tells_who_should_be_there(site: SiteFolder, supervision: str, words: str) -> None:
    """Wherever the exercise is shown, not on its own page only."""
    assert shown(site, supervision=supervision).setting == f"Any comfortable position.{words}"


def test_without_a_dose_a_card_says_so(site: SiteFolder) -> None:
    """Nobody looks for a number that is not there."""
    (found,) = shown(site).doses
    assert found.sentences == ("No set number: our source gives none.", "Do what feels comfortable.")


def test_a_card_leads_to_the_easier_and_the_harder_exercise(site: SiteFolder) -> None:
    """By their names; what is not there is left out, and a rule reports it."""
    site.write({"content/exercises/twist.md": exercise("Twist")})
    found = shown(site, easier="twist", harder="handstand")
    assert found.easier
    assert (found.easier.title, found.easier.href, found.harder) == ("Twist", "/exercises/twist/", None)


def test_a_card_shows_all_doses_or_the_one_asked_for(site: SiteFolder) -> None:
    """A routine shows the dose that applies to it and no other."""
    doses = "[{reps: 3, source: collection}, {reps: 5, source: collection, for: after sport}]"
    assert [part.sentences for part in shown(site, doses=doses).doses] == [("Do it 3 times.",), ("Do it 5 times.",)]
    only = shown(site, dose(reps=2), doses=doses)
    assert [part.sentences for part in only.doses] == [("Do it 2 times.",)]
