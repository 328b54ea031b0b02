"""Problems in words for people, and as data for machines."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

from healthsite.checks.every import RULES
from healthsite.cli.rules import explained_rule, listed_rules
from healthsite.messages import WIDTH, as_data, described
from healthsite.problems import Location, Problem, Severity

CONTROLS = "\x07\x08\x0b\x1b[31m\r\x7f\x9b\u200b\u200e\u2028\u202e\u2066\ufeff"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site's folder with one file."""
    (tmp_path / "a.md").write_text("---\ntitle: Heavy legs\n---\n", "utf-8")
    return tmp_path


def shown(root: Path, line: int, column: int, length: int = 1, *, path: str = "a.md") -> list[str]:
    """The lines below the first one, without colours, of a problem at that place."""
    problem = Problem(Location(path, line, column), "rule", "message", length=length)
    return click.unstyle(described(problem, root)).split("\n")[1:]


def write(root: Path, text: str | bytes) -> None:
    """Make *text* the content of the file."""
    (root / "a.md").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_problem_is_told_with_its_line_and_a_hint(root: Path) -> None:
    """Place, message and rule come first, then the source line with what is meant underlined, then the hint."""
    problem = Problem(Location("a.md", 2, 8), "title", "this is too short", "write more", length=10)
    assert click.unstyle(described(problem, root)).split("\n") == [
        "a.md:2:8: error: this is too short [title]",
        "    2 | title: Heavy legs",
        "      |        ^^^^^^^^^^",
        "       hint: write more",
    ]


def test_without_a_hint_there_is_no_hint_line(root: Path) -> None:
    """A problem that has no hint ends with its source line."""
    assert len(shown(root, 2, 8)) == 2


@pytest.mark.parametrize(("severity", "colour"), [(Severity.ERROR, "red"), (Severity.WARNING, "yellow")])
def test_colours_tell_errors_from_warnings(root: Path, severity: Severity, colour: str) -> None:
    """An error is red, a warning yellow, and so is what they underline."""
    text = described(Problem(Location("a.md", 2, 8), "rule", "message", severity=severity), root)
    assert click.style(f"{severity}:", fg=colour, bold=True) in text
    assert click.style("^", fg=colour) in text


@pytest.mark.parametrize(
    ("column", "length", "marks"),
    [
        (1, 5, "^^^^^"),
        (8, 5, "       ^^^^^"),
        (8, 0, "       ^^^^^^^^^^"),
        (8, 99, "       ^^^^^^^^^^"),
        (0, 1, "^^^^^^^^^^^^^^^^^"),
        (18, 1, "                 ^"),
    ],
    ids=["first column", "a word", "to the end", "beyond the end", "the whole line", "behind the end"],
)
def test_what_is_meant_is_underlined(root: Path, column: int, length: int, marks: str) -> None:
    """The marks begin below the column, and end with what is meant or with the line."""
    assert shown(root, 2, column, length)[1] == f"      | {marks}"


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [(0, 0, "a.md"), (9, 1, "a.md"), (2, 1, "gone.md"), (2, 1, "folder"), (1, 1, "--base-url")],
    ids=["whole file", "behind the last line", "missing file", "folder", "no file"],
)
def test_where_there_is_no_line_none_is_shown(root: Path, line: int, column: int, path: str) -> None:
    """A problem with a whole file, or with one that is gone, is told in its first line."""
    (root / "folder").mkdir()
    assert shown(root, line, column, path=path) == []


def test_an_empty_line_is_not_shown(root: Path) -> None:
    """There is nothing to underline in a line of blanks."""
    write(root, "title\n   \n")
    assert shown(root, 2, 1) == []


@pytest.mark.parametrize("start", [0, 10, 49, 50, 51, 300, 900, 996])
def test_a_long_line_is_cut_around_the_place(root: Path, start: int) -> None:
    """Of a long line as much as fits is shown, with the marks below what is meant."""
    write(root, "x" * start + "LEGS" + "y" * (996 - start) + "\n")
    line, marks = shown(root, 1, start + 1, 4)
    assert len(line) <= len("    1 | ") + WIDTH
    assert line[marks.index("^") : marks.rindex("^") + 1] == "LEGS"


def test_what_is_too_long_to_be_underlined_is_underlined_as_far_as_shown(root: Path) -> None:
    """The marks never go on behind the line that is shown."""
    write(root, "x" * 1000)
    line, marks = shown(root, 1, 1, 1000)
    assert len(line) == len(marks)


def test_a_tab_is_one_column_wide(root: Path) -> None:
    """A tab is shown as one blank, so that the marks stand below what is meant."""
    write(root, "\tkey:\tLEGS\n")
    line, marks = shown(root, 1, 7, 4)
    assert "\t" not in line
    assert line[marks.index("^") : marks.rindex("^") + 1] == "LEGS"


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbfone\nLEGS\n", b"one\r\nLEGS\r\n", b"one\rLEGS\r", b"\xff\xfe\nLEGS\n"],
    ids=["byte order mark", "CRLF", "CR", "not UTF-8"],
)
def test_lines_are_counted_as_they_are_read(root: Path, content: bytes) -> None:
    """However a file's lines end and whatever its bytes are, the right line is shown."""
    write(root, content)
    assert shown(root, 2, 1, 4) == ["    2 | LEGS", "      | ^^^^"]


def test_a_byte_order_mark_takes_no_column(root: Path) -> None:
    """The columns of a file that begins with a byte order mark count from the first letter."""
    write(root, b"\xef\xbb\xbfLEGS\n")
    assert shown(root, 1, 1, 4) == ["    1 | LEGS", "      | ^^^^"]


def test_the_line_of_a_shipped_file_is_shown(root: Path) -> None:
    """Where the site has no such file, the line is that of the shipped one."""
    assert "<!doctype html>" in shown(root, 1, 0, path="templates/base.html")[0].lower()


def test_the_own_file_stands_in_front_of_the_shipped_one(root: Path) -> None:
    """A template that the site has replaced is quoted as the site has it."""
    (root / "templates").mkdir()
    (root / "templates" / "base.html").write_text("mine\n")
    assert shown(root, 1, 0, path="templates/base.html")[0] == "    1 | mine"


def test_nothing_that_a_terminal_obeys_reaches_it(root: Path) -> None:
    """Control characters in names, values, hints and source lines are shown as codes, never sent."""
    write(root, f"title: {CONTROLS}".replace("\r", ""))
    problem = Problem(Location(f"a.md{CONTROLS}", 1, 1), "rule", f"message {CONTROLS}", f"hint {CONTROLS}")
    text = click.unstyle(described(problem, root))
    assert not set(text) & (set(CONTROLS) - set("[31m"))
    assert text.count(r"\x1b[31m") == 3
    assert r"\x202e" in text


@pytest.mark.parametrize(
    "sign", ["\n", "\t", "\0", *"\u00ad\u061c\u180e\u2060\u3164\ufff9\U000e0041", "\udcff"], ids=ascii
)
def test_signs_that_break_or_hide_in_names_are_shown_as_codes(root: Path, sign: str) -> None:
    """A file's name cannot forge a line of its own, nor look like another name, whatever it holds."""
    problem = Problem(Location(f"content/a{sign}error: forged.md", 1, 1), "rule", f"message `{sign}`", f"hint {sign}")
    first, last = click.unstyle(described(problem, root)).split("\n")
    code = " " if sign == "\t" else f"\\x{ord(sign):02x}"
    assert first == f"content/a{code}error: forged.md:1:1: error: message `{code}` [rule]"
    assert last == f"       hint: hint {code}"


@pytest.mark.parametrize(
    "before",
    ["日本語 ", "👩‍👩‍👧 ", "e\u0301 ", "\x1b[31m ", "a\u200bb ", "日" * 70, "\x07" * 70],
    ids=["wide", "joined", "combining", "control", "invisible", "wide and cut", "control and cut"],
)
def test_the_marks_stand_below_what_is_meant(root: Path, before: str) -> None:
    """At a terminal, the marks begin in the column where the word begins, whatever stands before it."""
    write(root, f"{before}LEGS and more\n")
    line, marks = shown(root, 1, len(before) + 1, 4)
    assert cell_len(line[: line.index("LEGS")]) == marks.index("^")
    assert marks.count("^") == 4


def test_the_marks_are_as_wide_as_what_is_meant(root: Path) -> None:
    """A wide sign has two marks, and a combining one none of its own."""
    write(root, "日本e\u0301 legs\n")
    assert shown(root, 1, 1, 4)[1] == "      | ^^^^^"


def test_a_source_line_is_made_visible(root: Path) -> None:
    """What cannot be seen in a source line is shown as a code."""
    write(root, "LEGS \x1b[31m\u200b\n")
    assert shown(root, 1, 1, 4) == ["    1 | LEGS \\x1b[31m\\x200b", "      | ^^^^"]


def test_machines_get_every_part() -> None:
    """As data, a problem is plain values that JSON can carry, the codes of its text untouched."""
    problem = Problem(Location("a.md", 2, 8), "rule", "message \x1b", "hint", Severity.WARNING, 3)
    data = json.loads(json.dumps(as_data(problem)))
    assert (data["path"], data["line"], data["column"]) == ("a.md", 2, 8)
    assert (data["severity"], data["rule"]) == ("warning", "rule")
    assert (data["message"], data["hint"]) == ("message \x1b", "hint")


def test_every_rule_is_listed() -> None:
    """The list of rules has a line for each, with what it asks for."""
    lines = click.unstyle(listed_rules()).split("\n")
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert all(len(line.split()) > 5 for line in lines)


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_is_explained(name: str) -> None:
    """A rule's explanation says why it is there, and how to turn it down or off."""
    text = click.unstyle(explained_rule(name))
    assert text.startswith(f"{name} (")
    assert str(RULES[name].__doc__).strip() in text
    assert f"rules: {{{name}: warning}}" in text
