"""Plain data becomes a value of the model, or problems in words that an editor understands."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest

from healthsite.model.schema import CalendarDate, Described, Listed, Schema, Slug, Slugs, Text
from healthsite.problems import Location, Problem
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse


class Part(Schema):
    """A group of keys in a list or on its own."""

    name: Text = Described(description="What it is called.")
    made_for: Text | None = Described(None, alias="for", description="When it applies.")


class Record(Schema):
    """A record with a field of each sort."""

    title: Text = Described(description="The heading.")
    kind: Literal["guide", "routine", "help"] = Described("guide", description="What it is.")
    size: Annotated[int, Described(ge=5, le=50)] = Described(5, description="How large.")
    shown: bool = Described(default=True, description="Whether it is shown.")
    day: CalendarDate | None = Described(None, description="When.")
    topic: Slugs = Described((), description="Topics.")
    parts: Annotated[tuple[Part, ...], Listed] = Described((), max_length=2, description="Parts.")
    main: Part | None = Described(None, description="The main part.")
    share: float | None = Described(None, description="How much of it.")
    pair: Annotated[tuple[Text, Part], Listed] | None = Described(None, description="A word and a part.")


class Named(Schema):
    """A record that is known by its key."""

    slug: Slug = Described(description="Its key.")
    title: Text = Described(description="Its title.")


TWO = Part(name="two")
DAY = "write year, month and day, as in `2026-11-22`, without quotes or a time"
SLUG = "use lower-case letters, digits and hyphens, as in `lower-back`"


def read(text: str) -> Parsed:
    """The YAML *text*, which must be sound."""
    found = parse("a.yaml", text)
    assert isinstance(found, Parsed)
    return found


def wrong(text: str) -> list[Problem]:
    """What keeps *text* from being a record."""
    found = validated(Record, read(text))
    assert isinstance(found, list)
    return found


def said(text: str) -> list[tuple[str, str]]:
    """What keeps *text* from being a record: each problem as it is said, and its hint."""
    return [(str(problem), problem.hint) for problem in wrong(text)]


def test_sound_data_becomes_a_value() -> None:
    """A text with known keys and right values becomes the record that it describes."""
    text = "title: A\nsize: 7\ntopic: legs\nparts: [{name: one, for: all}]\nmain: {name: two}\n"
    assert validated(Record, read(text)) == Record(
        title="A", size=7, topic=("legs",), parts=(Part.model_validate({"name": "one", "for": "all"}),), main=TWO
    )


def test_a_part_of_a_text_can_be_a_value() -> None:
    """With keys, what stands under them is read, and more data can be added to it."""
    parsed = read("profiles:\n  back: {title: Back}\n")
    assert validated(Named, parsed, ("profiles", "back"), {"slug": "back"}) == Named(slug="back", title="Back")


def test_problems_of_a_part_have_their_place_in_the_whole() -> None:
    """Under keys, places are still those of the whole file."""
    found = validated(Named, read("profiles:\n  back:\n    titel: Back\n"), ("profiles", "back"), {"slug": "back"})
    assert isinstance(found, list)
    assert [str(problem) for problem in found] == [
        "a.yaml:3:5: error: the key `title` is missing [missing-key]",
        "a.yaml:3:5: error: unknown key `titel` [unknown-key]",
    ]


def test_added_data_cannot_be_written_as_well() -> None:
    """A key that the site fills in itself is unknown to authors."""
    found = validated(Named, read("back: {slug: other, title: Back}\n"), ("back",), {"slug": "back"})
    assert isinstance(found, list)
    assert [str(problem) for problem in found] == ["a.yaml:1:8: error: the key `slug` has no place here [unknown-key]"]


@pytest.mark.parametrize(
    ("text", "kind"), [("words\n", "text"), ("- a\n", "a list"), ("12\n", "a number"), ("2026-11-22\n", "a date")]
)
def test_what_is_no_group_of_keys_is_refused(text: str, kind: str) -> None:
    """A record is a group of keys and nothing else."""
    message = f"a.yaml:1:1: error: this is {kind}, not a group of keys [wrong-type]"
    assert said(text) == [(message, "write keys and values, as in `title: Heavy legs`")]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("true", "a yes or no (`true` or `false`)"),
        ("12", "a number"),
        ("1.5", "a number"),
        ("[a]", "a list"),
        ("{a: b}", "a group of keys"),
        ("2026-11-22", "a date"),
        ("2026-11-22 10:00:00", "a date"),
        ("!!set {a}", "something else"),
    ],
)
def test_what_is_no_text_is_refused(value: str, kind: str) -> None:
    """A value is called what an editor would call it."""
    message = f"a.yaml:1:8: error: `title` is {kind}, not text [wrong-type]"
    assert said(f"title: {value}\n") == [(message, "put quotes around it")]


@pytest.mark.parametrize(
    ("line", "said_of_it", "hint"),
    [
        ("size: ten", "2:7: error: `size` is text, not a whole number", "write digits only"),
        ("size: 5.5", "2:7: error: `size` is a number, not a whole number", "write digits only"),
        ("shown: maybe", "2:8: error: `shown` is text, not `true` or `false`", "write `true` or `false`"),
        ("topic: 12", "2:8: error: `topic` is a number, not a list", "write each item on its own line after a hyphen"),
        ("topic: [legs, 12]", "2:15: error: `topic` is a number, not text", "put quotes around it"),
        ("parts: many", "2:8: error: `parts` is text, not a list", "write each item on its own line after a hyphen"),
        ("parts: [many]", "2:9: error: `parts` is text, not a group of keys", "write its keys on the following lines"),
        ("main: [a]", "2:7: error: `main` is a list, not a group of keys", "write its keys on the following lines"),
    ],
)
def test_values_of_the_wrong_type_are_refused(line: str, said_of_it: str, hint: str) -> None:
    """A value of the wrong type is named with what was expected, and how to write that."""
    ((message, its_hint),) = said(f"title: A\n{line}\n")
    assert message == f"a.yaml:{said_of_it} [wrong-type]"
    assert its_hint.startswith(hint)


@pytest.mark.parametrize(
    ("line", "said_of_it", "hint"),
    [
        ("kind: gide", "7: error: `gide` is not one of `guide`, `routine` or `help`", "did you mean `guide`?"),
        ("kind: other", "7: error: `other` is not one of `guide`, `routine` or `help`", "use one of them"),
        ("size: 4", "7: error: 4 is out of bounds", "write a number that is greater than or equal to 5"),
        ("size: 51", "7: error: 51 is out of bounds", "write a number that is less than or equal to 50"),
        ("day: yesterday", "6: error: this is not a date", DAY),
        ("topic: [Legs]", "9: error: `Legs` is not a slug", SLUG),
        ("parts: [{name: a}, {name: b}, {name: c}]", "8: error: `parts` has too many items", "give it at most 2"),
        ("main: {name: ' '}", "14: error: this is empty", "write some text, or remove the key"),
        ("share: half", "8: error: `share` is wrong: input should be a valid number", ""),
    ],
)
def test_wrong_values_are_refused(line: str, said_of_it: str, hint: str) -> None:
    """A value of the right type that is not allowed is named with what to write instead."""
    assert said(f"title: A\n{line}\n") == [(f"a.yaml:2:{said_of_it} [wrong-value]", hint)]


def test_a_long_value_is_cut_short_in_its_message() -> None:
    """What an editor wrote is shown, but no more of it than fits into a message."""
    (problem,) = wrong(f"title: A\nkind: {'very ' * 100}long\n")
    assert problem.message.startswith("`very very ")
    assert "…` is not one of `guide`" in problem.message
    assert len(problem.message) < 200


def test_a_number_beyond_all_bounds_is_refused() -> None:
    """A number that Python itself would not write out is refused like any other."""
    (problem,) = wrong(f"title: A\nsize: 0x{'f' * 5000}\n")
    assert problem.message == "this number is out of bounds"


def test_too_few_items_are_refused() -> None:
    """A list that must not be empty says how much it needs."""

    class Needy(Schema):
        topic: Slugs = Described(min_length=1, description="Topics.")

    found = validated(Needy, read("topic: []\n"))
    assert isinstance(found, list)
    assert [(str(problem), problem.hint) for problem in found] == [
        ("a.yaml:1:8: error: `topic` has too few items [wrong-value]", "give it at least 1")
    ]


def test_a_missing_key_is_said_at_the_top_with_what_it_is_for() -> None:
    """What is missing from the whole is said on the first line; the hint is the key's own description."""
    (problem,) = wrong("kind: guide\n")
    assert problem == Problem(
        Location("a.yaml", 1, 1), "missing-key", "the key `title` is missing", "add `title:` the heading.", length=0
    )


def test_a_missing_key_of_a_group_is_said_where_the_group_begins() -> None:
    """What is missing from a group of keys is said there, with that group's own description."""
    text = "title: A\nparts:\n  - name: a\n  - for: b\nmain: {for: c}\n"
    hint = "add `name:` what it is called."
    assert said(text) == [
        ("a.yaml:4:5: error: the key `name` is missing [missing-key]", hint),
        ("a.yaml:5:7: error: the key `name` is missing [missing-key]", hint),
    ]


@pytest.mark.parametrize(
    ("text", "place", "name", "hint"),
    [
        ("title: A\ntopics: legs\n", (2, 1), "topics", "did you mean `topic`?"),
        ("title: A\nTOPIC: legs\n", (2, 1), "TOPIC", "did you mean `topic`?"),
        ("title: A\nparts: [{name: a, four: b}]\n", (2, 19), "four", "did you mean `for`?"),
        ("title: A\nmain: {name: a, nome: b}\n", (2, 17), "nome", "did you mean `name`?"),
        ("title: A\npair: [a, {name: a, nome: b}]\n", (2, 21), "nome", "did you mean `name`?"),
        ("title: A\nmain: {name: a, xyz: b}\n", (2, 17), "xyz", "known keys: name, for"),
        ("title: A\nmain: {name: a, made_for: b}\n", (2, 17), "made_for", "known keys: name, for"),
        (
            "title: A\nxyz: b\n",
            (2, 1),
            "xyz",
            "known keys: title, kind, size, shown, day, topic, parts, main, share, pair",
        ),
    ],
)
def test_unknown_keys_are_refused(text: str, place: tuple[int, int], name: str, hint: str) -> None:
    """A key that nobody reads is refused at its place, with the key that was probably meant."""
    (problem,) = wrong(text)
    assert (problem.location, problem.rule) == (Location("a.yaml", *place), "unknown-key")
    assert (problem.message, problem.hint) == (f"unknown key `{name}`", hint)
    assert problem.length == len(name)


def test_all_problems_come_at_once() -> None:
    """One wrong value does not hide the others."""
    found: list[Any] = [problem.location for problem in wrong("titel: A\nkind: gide\nsize: 4\n")]
    assert sorted(found) == [Location("a.yaml", line, column) for line, column in [(1, 1), (1, 1), (2, 7), (3, 7)]]
