"""YAML keeps the place of every value, and what is wrong with it is said in plain words."""

from __future__ import annotations

import pytest
import yaml

from healthsite.problems import Location, Problem
from healthsite.reading import yaml_text
from healthsite.reading.yaml_text import Parsed, parse

TEXT = """\
title: Heavy legs
topic: [legs, safety]
doses:
  - hold: 30 seconds
    reps: 3
note: |
  Two
  lines.
"""


def parsed(text: str, *, first_line: int = 1) -> Parsed:
    """What *text* says, which must be sound."""
    found = parse("a.yaml", text, first_line=first_line)
    assert isinstance(found, Parsed)
    return found


def wrong(text: str, *, first_line: int = 1) -> list[Problem]:
    """What is wrong with *text*, which must not be sound."""
    found = parse("a.yaml", text, first_line=first_line)
    assert isinstance(found, list)
    return found


def test_values_are_plain_data() -> None:
    """A sound text gives what YAML says it means."""
    assert parsed(TEXT).data == {
        "title": "Heavy legs",
        "topic": ["legs", "safety"],
        "doses": [{"hold": "30 seconds", "reps": 3}],
        "note": "Two\nlines.\n",
    }


@pytest.mark.parametrize(
    ("keys", "place", "length"),
    [
        (("title",), (1, 8), 10),
        (("topic", 1), (2, 15), 6),
        (("doses", 0, "reps"), (5, 11), 1),
        (("note",), (6, 7), 0),
        ((), (1, 1), 0),
    ],
)
def test_every_value_has_its_place(keys: tuple[int | str, ...], place: tuple[int, int], length: int) -> None:
    """A value is found by its keys, with its length; one that goes on over several lines has none."""
    assert parsed(TEXT).place(keys) == (Location("a.yaml", *place), length)


def test_a_key_has_its_place_too() -> None:
    """The key itself can be asked for instead of its value, and only the last key of several is meant."""
    assert parsed(TEXT).place(("doses", 0, "hold"), of_key=True) == (Location("a.yaml", 4, 5), 4)


@pytest.mark.parametrize(
    ("keys", "place"),
    [(("doses", 0, "sets"), (4, 5)), (("topic", 7), (2, 8)), (("title", "deeper"), (1, 8)), (("topic", "x"), (2, 8))],
)
def test_what_is_not_there_is_looked_for_where_it_would_be(keys: tuple[int | str, ...], place: tuple[int, int]) -> None:
    """For a missing key, the place is that of the nearest thing around it."""
    assert parsed(TEXT).place(keys)[0] == Location("a.yaml", *place)


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_nothing_is_at_the_top(text: str) -> None:
    """A text without values is empty, and what is wrong with it stands on its first line."""
    found = parsed(text)
    assert found.data is None
    assert found.place(("title",)) == (Location("a.yaml", 1, 1), 3)


def test_lines_count_from_the_top_of_the_file() -> None:
    """For a part of a file, the number of its first line is given, and values and errors count from there."""
    assert parsed("a: b\n", first_line=5).place(("a",))[0].line == 5
    assert wrong("a: [\n", first_line=5)[0].location.line == 6
    assert wrong("a: b\na: c\n", first_line=5)[0].location.line == 6
    assert wrong("a: 2026-02-30\n", first_line=5)[0].location.line == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: a\nsummary: b\ntitle: c\n", ["a.yaml:3:1: error: the key `title` stands here a second time"]),
        ("a: {b: 1, b: 2}\n", ["a.yaml:1:11: error: the key `b` stands here a second time"]),
        ("a: 1\n'a': 2\n? a\n: 3\n", ["a.yaml:2:1: error: the key `a` stands here a second time",
                                      "a.yaml:3:3: error: the key `a` stands here a second time"]),
        ("- {b: 1, b: 2}\n- {c: 1, c: 2}\n", ["a.yaml:1:10: error: the key `b` stands here a second time",
                                             "a.yaml:2:10: error: the key `c` stands here a second time"]),
    ],
)  # fmt: skip
def test_duplicate_keys_are_refused(text: str, said: list[str]) -> None:
    """YAML's readers keep the last of two equal keys without a word; here each one too many is a problem."""
    assert [str(problem) for problem in wrong(text)] == [f"{line} [duplicate-key]" for line in said]


def test_aliases_are_refused() -> None:
    """A value is written where it is needed, so that a reader of the file need not look for it; each is told once."""
    (problem,) = wrong("a: &same [b]\nc: *same\nd: {e: *same}\n")
    assert str(problem) == "a.yaml:1:4: error: this value is used a second time by an alias (`*`) [yaml]"
    assert problem.hint == "write the value out where it is needed"


def test_a_value_that_holds_itself_is_refused() -> None:
    """An alias within its own value does not send the search round in circles."""
    assert [problem.location.column for problem in wrong("a: &same [*same, {b: *same}]\n")] == [4]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("? [a]\n: b\n", "1:3: error: this is not plain text"),
        ("{a: b}: c\n", "1:1: error: this is not plain text"),
        ("12: b\n", "1:1: error: `12` is not plain text"),
        ("no: b\n", "1:1: error: `no` is not plain text"),
        ("2026-00-01: b\n", "1:1: error: `2026-00-01` is not plain text"),
        ("a: {<<: {b: 1}}\n", "1:5: error: `<<` is not plain text"),
    ],
)
def test_a_key_is_plain_text(text: str, said: str) -> None:
    """What YAML would take for a number, a date or yes and no is refused as a key."""
    (problem,) = wrong(text)
    assert str(problem) == f"a.yaml:{said}, as a key must be [yaml]"
    assert problem.hint == "put quotes around it, or write a word"


def test_one_key_may_stand_in_two_groups() -> None:
    """Equal keys in different groups have nothing to do with each other."""
    assert parsed("a: {b: 1}\nc: {b: 2}\n").data == {"a": {"b": 1}, "c": {"b": 2}}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: Back: a guide\n", "put quotes around a value that holds a colon"),
        ("title: a\nsummary\nmore\n", "write a colon and a space after each key"),
        ("topic:\n- a\n-b\n", "write a colon and a space after each key"),
        ('title: "50 \\% more"\n', "in double quotes a backslash is special: use single quotes"),
        ("title: 'open\n", "close the quotation mark"),
        ("topic: [a, b\n", "close the list with `]`, and put commas between its items"),
        ("topic:\n  - a\n b: c\n", "begin each key in the first column"),
        ("topic:\n  - a\n  b: c\n", "begin each item of a list with a hyphen in the same column"),
        ("title: *stars\n", "put quotes around a value that begins with `*`"),
        ("title: @home\n", "put quotes around the value"),
        ("title: 'a' b\n", "begin each key in the first column"),
        ("title: !unknown a\n", "compare it with an article that builds"),
        ("a: b\n--- c\n", "compare it with an article that builds"),
    ],
)
def test_broken_yaml_is_answered_with_what_to_write(text: str, hint: str) -> None:
    """Where YAML cannot be read, the hint says what usually helps."""
    (problem,) = wrong(text)
    assert problem.rule == "yaml"
    assert problem.message.startswith("this is not YAML: ")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\ntitle: Back: a guide\n", (2, 12)),
        ("title: @home\n", (1, 8)),
        ("title: 'a' b\n", (1, 12)),
        ("title: *stars\n", (1, 8)),
        ("a: b\n--- c\n", (2, 1)),
    ],
)
def test_broken_yaml_has_its_place(text: str, place: tuple[int, int]) -> None:
    """The place is the sign at which YAML no longer makes sense."""
    assert [problem.location for problem in wrong(text)] == [Location("a.yaml", *place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [("\ttitle: a\n", (1, 1)), ("topic:\n\t- legs\n", (2, 1)), ("a:\n  b: 1\n  \tc: 2\n", (3, 3))],
)
def test_a_tab_is_named_as_one(text: str, place: tuple[int, int]) -> None:
    """A tab cannot be seen, so it is named, at its own column."""
    (problem,) = wrong(text)
    assert str(problem) == str(Location("a.yaml", *place)) + ": error: this is a tab, which YAML does not take [yaml]"
    assert problem.hint == "use spaces to indent"


@pytest.mark.parametrize("text", ["a: b\nc: d\x80\n", "é: 😀\nc: ü\x80\n"])
def test_an_invisible_sign_has_its_place(text: str) -> None:
    """A sign that YAML does not take is found in its line, whose letters are counted and not their bytes."""
    (problem,) = wrong(text)
    assert str(problem) == "a.yaml:2:5: error: this character cannot stand in YAML [yaml]"
    assert problem.hint == "remove it; it may be invisible"


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("reviewed: 2026-02-30\n", (1, 11), "2026-02-30"),
        ("a: [2026-11-22, 2026-13-01]\n", (1, 17), "2026-13-01"),
        ("a: 2026-11-22T25:00:00Z\n", (1, 4), "2026-11-22T25:00:00Z"),
    ],
)
def test_impossible_dates_are_found(text: str, place: tuple[int, int], value: str) -> None:
    """A day that the calendar does not have is an error at its own place."""
    (problem,) = wrong(text)
    assert (problem.location, problem.rule, problem.length) == (
        Location("a.yaml", *place),
        "impossible-date",
        len(value),
    )
    assert problem.message == f"`{value}` is not a date of the calendar"
    assert problem.hint == "write year, month and day, as in `2026-11-22`"


@pytest.mark.parametrize("value", ["!!int many", "!!float much", "!!bool perhaps", "!!int ''"])
def test_a_value_that_cannot_be_made_is_found(value: str) -> None:
    """A value marked as something that it is not is an error at its own place."""
    (problem,) = wrong(f"a: 1\nb: {value}\n")
    assert str(problem) == "a.yaml:2:4: error: this value cannot be read [yaml]"
    assert problem.hint == "put quotes around it"


def test_an_impossible_date_is_found_behind_a_value_of_no_known_sort() -> None:
    """What else a text holds does not keep the search from finding the date."""
    (problem,) = wrong("a: [!unknown b]\nreviewed: 2026-02-30\n")
    assert str(problem) == "a.yaml:2:11: error: `2026-02-30` is not a date of the calendar [impossible-date]"


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 60 + "]" * 60, "a: " + "{b: " * 60 + "}" * 60, "- " * 60 + "a", "? " * 60 + "a", "[" * 200_000],
)
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    """A text that would exhaust the reader is a problem, not a crash."""
    (problem,) = wrong(text)
    assert str(problem) == "a.yaml:1:1: error: this is nested too deeply [yaml]"
    assert problem.hint == "write it flat"


def test_what_has_many_brackets_is_not_deep_for_that() -> None:
    """Only brackets in brackets count."""
    assert parsed("a: " + "[[], {}]" + "\nb: " + "[" + "[], " * 100 + "]\n").data["a"] == [[], {}]


def test_without_the_fast_reader_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C library, places and duplicate keys are found all the same."""
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)
    assert parsed(TEXT).place(("doses", 0, "reps"))[0] == Location("a.yaml", 5, 11)
    assert [str(problem) for problem in wrong("a: 1\na: 2\n")] == [
        "a.yaml:2:1: error: the key `a` stands here a second time [duplicate-key]"
    ]


def test_a_reader_that_runs_out_of_room_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a text be deeper than it looks, the reader's own limit still ends in a problem."""
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)
    monkeypatch.setattr(yaml_text, "MANY", 10_000_000)
    (problem,) = wrong("".join(" " * depth + "a:\n" for depth in range(1000)))
    assert problem.message == "this is nested too deeply"
