"""The data files of content/ become records, each known by its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthsite.model.care import Care
from healthsite.model.lexicon import Lexicon
from healthsite.problems import Problem
from healthsite.reading.data_files import read_care, read_glossary, read_lexicon, read_sources

ENTRY = "begin each entry with its key and a colon"
LIST = "write each item on its own line after a hyphen, or all in brackets: `[one, two]`"
CARE = """\
profiles:
  back:
    title: Your back
    emergency: {heading: Call now, items: [you cannot move your legs]}
    urgent: {heading: Ask today, items: [it gets worse]}
    non_urgent: {heading: See a doctor, items: [it lasts]}
groups:
  osteoporosis: {label: you have osteoporosis, advice: Ask first.}
stop_if: [it hurts]
"""


def write(root: Path, name: str, content: str | bytes) -> None:
    """Write a data file."""
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def said(problems: list[Problem]) -> list[str]:
    """*problems* as they are said."""
    return [str(problem) for problem in problems]


def test_a_site_without_data_files_has_no_records(tmp_path: Path) -> None:
    """No data file is required."""
    assert read_glossary(tmp_path) == ([], [])
    assert read_sources(tmp_path) == ([], [])
    assert read_care(tmp_path) == (Care(), [])
    assert read_lexicon(tmp_path, []) == (Lexicon(), [])


@pytest.mark.parametrize("content", ["# later\n", "---\n", "null\n"])
def test_a_file_that_is_still_to_be_filled_has_no_records(tmp_path: Path, content: str) -> None:
    """A data file with comments only is as good as none."""
    write(tmp_path, "glossary.yaml", content)
    write(tmp_path, "care.yaml", content)
    assert read_glossary(tmp_path) == ([], [])
    assert read_care(tmp_path) == (Care(), [])


def test_each_key_is_the_slug_of_its_record(tmp_path: Path) -> None:
    """An entry is known by the key under which it stands."""
    write(
        tmp_path,
        "glossary.yaml",
        "disc: {term: disc, definition: A pad.}\nmuscle: {term: muscle, definition: It pulls.}\n",
    )
    write(tmp_path, "sources.yaml", "who: {kind: guideline, title: Back pain, publisher: WHO}\n")
    entries, _ = read_glossary(tmp_path)
    sources, _ = read_sources(tmp_path)
    assert [(entry.slug, entry.term) for entry in entries] == [("disc", "disc"), ("muscle", "muscle")]
    assert [(source.slug, source.publisher) for source in sources] == [("who", "WHO")]


def test_the_care_file_has_three_parts(tmp_path: Path) -> None:
    """Profiles, groups and signs to stop at are read from one file."""
    write(tmp_path, "care.yaml", CARE)
    care, problems = read_care(tmp_path)
    assert problems == []
    assert [profile.slug for profile in care.profiles] == ["back"]
    assert [(group.slug, group.label) for group in care.groups] == [("osteoporosis", "you have osteoporosis")]
    assert care.stop_if == ("it hurts",)


def test_every_wrong_record_is_told_and_the_sound_ones_are_kept(tmp_path: Path) -> None:
    """One wrong entry hides neither the others nor their problems."""
    write(tmp_path, "glossary.yaml", "a: {term: a}\nb: {term: b, definition: B.}\nc: {trem: c, definition: C.}\n")
    entries, problems = read_glossary(tmp_path)
    assert [entry.slug for entry in entries] == ["b"]
    assert said(problems) == [
        "content/glossary.yaml:1:4: error: the key `definition` is missing [missing-key]",
        "content/glossary.yaml:3:4: error: the key `term` is missing [missing-key]",
        "content/glossary.yaml:3:5: error: unknown key `trem` [unknown-key]",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff", "1:1: error: this is not UTF-8 text: the byte 0xff fits no letter [encoding]"),
        ("", "1:1: error: this file is empty [empty]"),
        ("a: [\n", "2:1: error: this is not YAML: did not find expected node content [yaml]"),
        ("- a\n", "1:1: error: this file is not a group of keys [wrong-type]"),
        ("a: {}\na: {}\n", "2:1: error: the key `a` stands here a second time [duplicate-key]"),
        ("a: words\n", "1:4: error: this is text, not a group of keys [wrong-type]"),
    ],
)
def test_a_file_that_makes_no_sense_is_a_problem(tmp_path: Path, content: str | bytes, expected: str) -> None:
    """Whatever a data file holds, the answer is a problem with its place."""
    write(tmp_path, "sources.yaml", content)
    assert (read_sources(tmp_path)[0], said(read_sources(tmp_path)[1])) == ([], [f"content/sources.yaml:{expected}"])


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A folder with the name of a data file is answered with the system's reason."""
    (tmp_path / "content/glossary.yaml").mkdir(parents=True)
    message = "content/glossary.yaml: error: this file cannot be read: is a directory [file]"
    assert said(read_glossary(tmp_path)[1]) == [message]


def test_a_warning_does_not_keep_a_file_from_being_read(tmp_path: Path) -> None:
    """A byte order mark is warned of, and the records behind it are there."""
    write(tmp_path, "glossary.yaml", "\ufeffdisc: {term: disc, definition: A pad.}\n")
    entries, problems = read_glossary(tmp_path)
    assert [entry.slug for entry in entries] == ["disc"]
    assert [problem.severity for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    ("content", "expected", "hint"),
    [
        ("profile: {}\n", "1:1: error: unknown key `profile` [unknown-key]", "did you mean `profiles`?"),
        ("x: {}\n", "1:1: error: unknown key `x` [unknown-key]", "known keys: profiles, groups, stop_if"),
        ("groups: []\n", "1:9: error: this is not a group of keys [wrong-type]", ENTRY),
        ("stop_if: 12\n", "1:10: error: `stop_if` is a number, not a list [wrong-type]", LIST),
    ],
)
def test_the_parts_of_the_care_file_are_checked(tmp_path: Path, content: str, expected: str, hint: str) -> None:
    """A part that is not known, or not a part, is a problem at its place."""
    write(tmp_path, "care.yaml", content)
    _, problems = read_care(tmp_path)
    assert [(str(problem), problem.hint) for problem in problems] == [(f"content/care.yaml:{expected}", hint)]


def test_all_problems_of_the_care_file_come_at_once(tmp_path: Path) -> None:
    """A wrong profile, a wrong group and a wrong sign are told together."""
    write(tmp_path, "care.yaml", "profiles: {back: {}}\ngroups: {x: 1}\nstop_if: 1\n")
    care, problems = read_care(tmp_path)
    assert care == Care()
    assert {problem.location.line for problem in problems} == {1, 2, 3}


def test_the_wording_that_rules_look_for_is_read(tmp_path: Path) -> None:
    """Phrases stand in a file of their own; the glossary's medical words are added to them."""
    write(tmp_path, "glossary.yaml", "disc: {term: disc, medical_term: intervertebral disc, definition: A pad.}\n")
    write(tmp_path, "phrases.yaml", "phrases:\n  - {pattern: cures, why: Nothing is certain.}\n")
    glossary, _ = read_glossary(tmp_path)
    lexicon, problems = read_lexicon(tmp_path, glossary)
    assert problems == []
    assert [phrase.pattern for phrase in lexicon.phrases] == ["cures"]
    assert lexicon.explained == (("intervertebral disc", "disc"),)


def test_wrong_wording_is_a_problem(tmp_path: Path) -> None:
    """A phrase that is no pattern is told at its place."""
    write(tmp_path, "phrases.yaml", "phrases:\n  - {pattern: 'cure(', why: Nothing is certain.}\n")
    lexicon, problems = read_lexicon(tmp_path, [])
    assert lexicon == Lexicon()
    assert [(problem.location.line, problem.location.column, problem.rule) for problem in problems] == [
        (2, 15, "wrong-value")
    ]
