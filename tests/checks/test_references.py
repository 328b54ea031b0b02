"""Whatever a page names is there, or the place where it is named is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article, exercise, term

from healthsite.checks.references import check
from healthsite.model.site import Site
from healthsite.problems import Problem
from healthsite.reading.read import read

LEVEL = "{heading: Go, items: [a sign]}"
CARE = f"""profiles:
  legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}, sources: trial}}
groups:
  osteoporosis: {{label: you have osteoporosis, advice: Do not bend., sources: trial}}
"""
EVERYTHING = {
    "content/care.yaml": CARE,
    "content/sources.yaml": "trial: {kind: trial, title: A trial, publisher: A journal}\n",
    "content/glossary.yaml": "cord: {term: cord, definition: A string., see: tendon, sources: trial}\n"
    "tendon: {term: tendon, definition: A cord., not_same_as: cord}\n",
    "content/claims.yaml": "Q1: {says: A, status: mixed, shown_as: B, pages: bend, sources: trial}\n",
    "content/body-regions/calves.md": term("Calves", adjacent="feet"),
    "content/body-regions/feet.md": term("Feet", part_of="calves"),
    "content/conditions/cramp.md": term("Cramp", body_region="calves", care="legs", article="tired-legs"),
    "content/exercises/bend.md": exercise(
        "Bend", ask_first="osteoporosis", harder="twist", doses="[{reps: 3, source: trial, for: after sport}]"
    ),
    "content/exercises/twist.md": exercise("Twist", easier="bend", sources="trial"),
    "content/articles/tired-legs.md": article(
        body_region="calves", condition="cramp", care="legs", sources="trial", exercises="[bend, twist]"
    ),
}


def problems(site: SiteFolder) -> Iterator[Problem]:
    """What the rule finds in the site of that folder."""
    contents = read(site.root)
    return check(Site.of(contents.config, contents.library, TODAY))


def routine(item: str) -> str:
    """A routine of one *item*."""
    return f"---\ntitle: Evening\nsummary: Rest.\ncare: legs\nitems:\n  - {{{item}}}\n---\n\nSlowly.\n"


@pytest.fixture
def full(site: SiteFolder) -> SiteFolder:
    """A site in which everything that can be named is there."""
    return site.write({**EVERYTHING, "content/routines/evening.md": routine("exercise: bend, dose: after sport")})


def test_what_is_there_may_be_named(full: SiteFolder) -> None:
    """Where everything is there, nothing is said."""
    assert list(problems(full)) == []


@pytest.mark.parametrize(
    ("keys", "column", "message", "hint"),
    [
        ({"topic": "lges"}, 8, "there is no topic `lges`", "did you mean `legs`?"),
        ({"topic": "[legs, knees]"}, 15, "there is no topic `knees`", "add it in content/topics/knees.md"),
        ({"body_region": "calf"}, 14, "there is no body region `calf`", "did you mean `calves`?"),
        ({"condition": "[cramp, gout]"}, 20, "there is no condition `gout`", "add it in content/conditions/gout.md"),
        ({"care": "leg"}, 7, "there is no care profile `leg`", "did you mean `legs`?"),
        ({"care": "shoulder"}, 7, "there is no care profile `shoulder`", "add it in content/care.yaml"),
        ({"sources": "[trail]"}, 11, "there is no source `trail`", "did you mean `trial`?"),
        ({"exercises": "[bend, twists]"}, 19, "there is no exercise `twists`", "did you mean `twist`?"),
    ],
)
def test_a_name_that_nothing_answers_to_is_told(
    full: SiteFolder, keys: dict[str, str], column: int, message: str, hint: str
) -> None:
    """With its line and column, its length, and what was perhaps meant."""
    text = article(**keys)
    key = next(iter(keys))
    (problem,) = problems(full.write({"content/articles/tired-legs.md": text}))
    line = next(number for number, found in enumerate(text.splitlines(), 1) if found.startswith(f"{key}:"))
    assert (problem.location.path, problem.location.line) == ("content/articles/tired-legs.md", line)
    assert (problem.location.column, problem.length) == (column, len(message.split("`")[1]))
    assert (problem.rule, problem.message, problem.hint) == ("unknown-reference", message, hint)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("body-regions/feet", term("Feet", adjacent="calvs"), "feet.md:4:11: error: there is no body region `calvs`"),
        ("body-regions/feet", term("Feet", part_of="leg"), "feet.md:4:10: error: there is no body region `leg`"),
        (
            "conditions/cramp",
            term("Cramp", article="tired-leg"),
            "cramp.md:4:10: error: there is no article `tired-leg`",
        ),
        ("exercises/twist", exercise(easier="benb"), "twist.md:6:9: error: there is no exercise `benb`"),
        ("exercises/twist", exercise(harder="benb"), "twist.md:6:9: error: there is no exercise `benb`"),
        ("exercises/twist", exercise(ask_first="[all]"), "twist.md:6:13: error: there is no group of people `all`"),
        (
            "exercises/twist",
            exercise(doses="[{reps: 3, source: book}]"),
            "twist.md:6:27: error: there is no source `book`",
        ),
        ("routines/evening", routine("exercise: benb"), "evening.md:6:16: error: there is no exercise `benb`"),
        (
            "routines/evening",
            routine("exercise: bend, dose: at home"),
            "evening.md:6:28: error: `bend` has no dose for `at home`",
        ),
    ],
    ids=lambda value: value.partition("\n")[0].rpartition(": ")[2],
)
def test_every_key_that_names_something_is_checked(full: SiteFolder, path: str, text: str, said: str) -> None:
    """On the pages of every kind, and down to the doses of an exercise and the items of a routine."""
    found = [str(problem) for problem in problems(full.write({f"content/{path}.md": text}))]
    assert found == [f"content/{path.rpartition('/')[0]}/{said} [unknown-reference]"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("claims", "pages: bend", "pages: bent", "1:1: error: `Q1` names a page `bent` that is not there"),
        ("claims", "sources: trial", "sources: book", "1:1: error: `Q1` names a source `book` that is not there"),
        (
            "glossary",
            "see: tendon",
            "see: tendn",
            "1:1: error: `cord` names a glossary entry `tendn` that is not there",
        ),
        (
            "glossary",
            "not_same_as: cord",
            "not_same_as: rope",
            "2:1: error: `tendon` names a glossary entry `rope` that is not there",
        ),
        ("glossary", "sources: trial", "sources: book", "1:1: error: `cord` names a source `book` that is not there"),
        ("care", f"{LEVEL}, sources: trial", f"{LEVEL}, sources: book", "2:3: error: `legs` names a source `book`"),
        ("care", "bend., sources: trial", "bend., sources: book", "4:3: error: `osteoporosis` names a source `book`"),
    ],
    ids=lambda value: value.rpartition(": ")[2],
)
def test_data_files_are_checked_as_well(full: SiteFolder, file: str, old: str, new: str, said: str) -> None:
    """An entry that names what is not there is told with the place of its key."""
    path = f"content/{file}.yaml"
    (problem,) = problems(full.write({path: EVERYTHING[path].replace(old, new)}))
    assert str(problem).startswith(f"{path}:{said}")


def test_a_draft_is_named_as_such(full: SiteFolder) -> None:
    """Whoever names a draft is not told that it does not exist."""
    full.write({"content/exercises/bend.md": exercise("Bend", status="draft")}).delete(
        "content/routines/evening.md", "content/claims.yaml"
    )
    found = {(problem.message, problem.hint) for problem in problems(full)}
    assert found == {("there is no exercise `bend`", "it is a draft: publish it first")}


def test_the_footer_names_plain_pages(full: SiteFolder) -> None:
    """A page that the footer names and that is not there would quietly be missing from every page."""
    full.write({"config.yaml": f"{CONFIG}footer: [abuot, about]\n", "content/pages/about.md": term("About")})
    (problem,) = problems(full)
    assert problem.location.path == "config.yaml"
    assert (problem.message, problem.hint) == ("there is no plain page `abuot`", "did you mean `about`?")


@pytest.mark.parametrize("key", ["topic", "body_region", "sources"])
def test_the_build_stops_with_the_place(site: SiteFolder, key: str) -> None:
    """A build with such a name says so, and nothing else goes wrong on the way."""
    text = article(**{key: "[nowhere]"})
    said = site.write({"content/articles/tired-legs.md": text}).said()
    assert len(said) == 1
    assert said[0].endswith("`nowhere` [unknown-reference]")


def test_wording_guards_a_claim_that_is_in_the_ledger(full: SiteFolder) -> None:
    """An entry of the list of wording names a claim by its key, and a misspelt one is told."""
    full.write({"content/phrases.yaml": "phrases: [{pattern: cures, why: It does not., claim: Q1}]\n"})
    assert not list(problems(full))
    full.write({"content/phrases.yaml": "phrases: [{pattern: cures, why: It does not., claim: Q2}]\n"})
    assert [str(problem) for problem in problems(full)] == [
        "content/phrases.yaml: warning: the wording `cures` names a claim `Q2` that is not there [unknown-reference]"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "phrases: [{pattern: cures, why: No., pages: bent}]",
            "the wording `cures` names a page `bent` that is not there",
        ),
        ("red_flags: [{pattern: numb, care: legz}]", "the sign `numb` names a care profile `legz` that is not there"),
    ],
)
def test_the_list_of_wording_names_what_is_there(full: SiteFolder, text: str, said: str) -> None:
    """A page or care profile that is renamed leaves no entry of the list behind."""
    full.write({"content/phrases.yaml": f"{text}\n"})
    assert [str(problem) for problem in problems(full)] == [
        f"content/phrases.yaml: warning: {said} [unknown-reference]"
    ]


def test_a_number_of_times_needs_a_dose(full: SiteFolder) -> None:
    """A routine cannot say how often where the exercise has no dose that it could change."""
    full.write(
        {"content/routines/evening.md": routine("exercise: sit, reps: 5"), "content/exercises/sit.md": exercise()}
    )
    assert [problem.message for problem in problems(full)] == ["`reps` changes nothing: `sit` has no dose"]
