"""Wrong usage of the command line: told with a message, the exit code 2, and nothing changed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from command_line import DAY, Run, files
from conftest import SiteFolder

COMMANDS: Final = ("build", "serve", "check", "rules", "report")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--nothing"], "No such option"),
        (["nothing"], "No such command"),
        (["check", "--out=x"], "No such option"),
        (["--jobs=0"], "--jobs"),
        (["--jobs=many"], "--jobs"),
        (["--format=xml"], "'text', 'json'"),
        (["--as-of=yesterday"], "`yesterday` is not a date; write it as in 2026-11-22"),
        (["--as-of="], "`` is not a date"),
        (["--as-of=2026-02-30"], "`2026-02-30` is not a date"),
        (["--base-url=ease.example"], "--base-url: error: `ease.example` is not a web address"),
        (["--site=nowhere"], "there is no config.yaml in nowhere"),
        (["--out=config.yaml"], "config.yaml is not a folder"),
        *((["--strict", command], f"write the command first: `{command}`, then its options") for command in COMMANDS),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    """What is wrong with the command line is told on standard error, and nothing is changed."""
    monkeypatch.chdir(site.root)
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not site.out.exists()


@pytest.mark.parametrize("config", ["title: only", "title: [", "a: 1\na: 2", b"\xff", ""])
def test_an_unreadable_config_exits_with_2(
    site: SiteFolder, run: Run, there: tuple[str, str], config: str | bytes
) -> None:
    """A site whose settings cannot be read cannot be built at all."""
    site.write({"config.yaml": config})
    ran = run(*there)
    assert ran.code == 2
    assert ran.err.startswith("config.yaml:")


def test_a_folder_of_others_is_left_alone(run: Run, there: tuple[str, str], tmp_path: Path) -> None:
    """An output folder that is not ours is refused in one line, and stays as it was."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.doc").write_text("years of work")
    ran = run(*there, "--out", tmp_path / "theirs")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"error: {tmp_path / 'theirs'} holds files that no build put there")
    assert files(tmp_path / "theirs") == {"thesis.doc": b"years of work"}


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "99999999999999999999", "nan"])
def test_an_epoch_that_is_none_exits_with_2(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    """A `SOURCE_DATE_EPOCH` that is no number of seconds is wrong usage, unless `--as-of` stands in for it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("check", f"--site={site.root}")
    assert ran.code == 2
    assert ran.err.endswith("Error: SOURCE_DATE_EPOCH is not a number of seconds since 1970\n")
    assert run("check", f"--site={site.root}", DAY).code == 0


@pytest.mark.parametrize(
    "out", [".", "..", "content", "content/x", "static/x", "templates", ".cache/x", "public/../content", "link/x"]
)
@pytest.mark.parametrize("command", ["build", "report"])
def test_what_a_site_is_made_from_is_never_written_into(
    site: SiteFolder, run: Run, there: tuple[str, str], command: str, out: str
) -> None:
    """An output folder that is the site, lies around it or among its sources, by whatever name, is wrong usage."""
    (site.root / "link").symlink_to("content")
    before = files(site.root)
    ran = run(command, *there, "--out", site.root / out)
    assert (ran.code, ran.out) == (2, "")
    assert " is part of the site; choose a folder outside of its content" in ran.err
    assert files(site.root) == before


def test_an_output_folder_that_cannot_be_is_wrong_usage(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A link to itself is answered with a message."""
    (site.root / "loop").symlink_to("loop")
    ran = run(*there, "--out", site.root / "loop")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("option", "code"), [("--site", 2), ("--out", 1)])
def test_a_name_that_no_disk_takes_is_told(
    run: Run, there: tuple[str, str], tmp_path: Path, option: str, code: int
) -> None:
    """There is no such site, and nothing can be written there."""
    ran = run(*there, option, tmp_path / ("a" * 300))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1


def test_before_a_command_an_option_may_have_its_name(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--out check` names a folder, not the command."""
    monkeypatch.chdir(site.root)
    assert run(DAY, "--out", "check").code == 0
    assert (site.root / "check" / "index.html").is_file()


@pytest.mark.parametrize("option", ["--site", "--out"])
def test_control_characters_in_folders_are_shown_as_codes(
    run: Run, there: tuple[str, str], tmp_path: Path, option: str
) -> None:
    """The errors of one line are as careful as the problems: a folder's name cannot forge a line."""
    other = tmp_path / "a\x07\x9b\nerror: forged"
    other.mkdir()
    (other / "theirs").write_text("x")
    ran = run(*there, f"{option}={other}")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert r"a\x07\x9b\x0aerror: forged" in ran.err
