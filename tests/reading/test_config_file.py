"""config.yaml becomes the settings of the site, or the problems of that file."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import CONFIG, SiteFolder

from healthsite.problems import InvalidConfig, UnusableFolder
from healthsite.reading.config_file import read_config


def wrong(root: Path, content: str | bytes, **asked: str) -> list[tuple[str, str]]:
    """What keeps a config.yaml with that *content* from being read: each problem as it is said, and its hint."""
    (root / "config.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InvalidConfig) as caught:
        read_config(root, **asked)
    return [(str(problem), problem.hint) for problem in caught.value.problems]


def test_a_title_and_an_address_are_enough(tmp_path: Path) -> None:
    """All other settings have defaults."""
    (tmp_path / "config.yaml").write_text(CONFIG, "utf-8")
    config = read_config(tmp_path)
    assert (config.title, config.base_url, config.language) == ("Testing", "https://testing.example/", "en-GB")


def test_an_address_that_is_asked_for_stands_in_for_the_one_in_the_file(tmp_path: Path) -> None:
    """The command line's address wins, and nothing else changes."""
    (tmp_path / "config.yaml").write_text(CONFIG, "utf-8")
    config = read_config(tmp_path, base_url="https://preview.example/name")
    assert (config.title, config.base_url, config.base_path) == ("Testing", "https://preview.example/name/", "/name")


def test_an_address_that_is_asked_for_must_be_sound(tmp_path: Path) -> None:
    """A wrong address on the command line is answered there, and not at a line of config.yaml."""
    assert wrong(tmp_path, CONFIG, base_url="preview.example") == [
        (
            "--base-url: error: `preview.example` is not a web address [wrong-value]",
            "write it whole, as in `https://example.org/page`",
        )
    ]


def test_a_folder_without_config_is_no_site(tmp_path: Path) -> None:
    """Where there is no config.yaml, the message says what to write into one."""
    with pytest.raises(
        UnusableFolder, match=r"there is no config\.yaml in .*; write one with `title:` and `base_url:`"
    ):
        read_config(tmp_path)


def test_a_folder_whose_name_cannot_be_is_no_site() -> None:
    """A path that no disk can have is answered like one that is not there."""
    with pytest.raises(UnusableFolder):
        read_config(Path("a\0b"))


def test_a_config_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A folder named config.yaml is answered with the system's reason."""
    (tmp_path / "config.yaml").mkdir()
    with pytest.raises(InvalidConfig, match=r"config\.yaml: error: this file cannot be read: is a directory \[file\]"):
        read_config(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff", "config.yaml:1:1: error: this is not UTF-8 text: the byte 0xff fits no letter [encoding]"),
        ("", "config.yaml:1:1: error: this file is empty [empty]"),
        ("# later\n", "config.yaml:1:1: error: this is empty, not a group of keys [wrong-type]"),
        ("- title\n", "config.yaml:1:1: error: this is a list, not a group of keys [wrong-type]"),
        ("title: A\ntitle: B\n", "config.yaml:2:1: error: the key `title` stands here a second time [duplicate-key]"),
    ],
)
def test_a_config_that_says_nothing_sensible_is_refused(tmp_path: Path, content: str | bytes, said: str) -> None:
    """Whatever the file holds, the answer is a problem with its place."""
    assert [message for message, _ in wrong(tmp_path, content)] == [said]


def test_rules_can_be_set_by_their_names(tmp_path: Path) -> None:
    """A rule that there is can be turned down or off."""
    (tmp_path / "config.yaml").write_text(f"{CONFIG}rules: {{headings: warning}}\n", "utf-8")
    assert read_config(tmp_path, rules=["headings"]).rules == (("headings", "warning"),)


@pytest.mark.parametrize(
    ("rule", "hint"), [("heading", "did you mean `headings`?"), ("x", "`python build.py rules` lists them")]
)
def test_a_rule_that_there_is_not_cannot_be_set(tmp_path: Path, rule: str, hint: str) -> None:
    """The unknown name is shown at its place."""
    (tmp_path / "config.yaml").write_text(f"{CONFIG}rules:\n  headings: error\n  {rule}: error\n", "utf-8")
    with pytest.raises(InvalidConfig) as caught:
        read_config(tmp_path, rules=["headings"])
    (problem,) = caught.value.problems
    assert str(problem) == f"config.yaml:5:3: error: there is no rule `{rule}` [unknown-rule]"
    assert (problem.hint, problem.length) == (hint, len(rule))


def test_a_wrong_config_stops_the_build_before_the_content_is_read(site: SiteFolder) -> None:
    """As nothing can be known of the site without its settings, only their problems are told."""
    site.write({"config.yaml": "titel: A\nbase_url: https://a.example/\n", "content/articles/bad.md": "no head"})
    assert site.said() == [
        "config.yaml:1:1: error: the key `title` is missing [missing-key]",
        "config.yaml:1:1: error: unknown key `titel` [unknown-key]",
    ]
    assert not site.out.exists()
