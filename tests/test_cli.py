"""The commands as people use them when all is well."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

import pytest
from command_line import DAY, Ran, Run, files
from conftest import FILES, PAGES, SiteFolder, article
from photos import png

from healthsite import __version__
from healthsite.cli import main
from healthsite.cli.answers import FEW, LONG

REPOSITORY: Final = Path(__file__).resolve().parent.parent
BAD: Final = article(type="guid")
ALL: Final = FILES + 9
"""How many files the smallest site has with those of its search index."""
BUILT: Final = (
    rf"{ALL} files written, 0 unchanged, 0 removed; {PAGES} pages rendered, \d+\.\d seconds, "
    r"\d+\.\d of them for the search index\.\n"
)


def test_a_build_ends_with_one_line(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A build without problems says what it did in one line, and exits with 0."""
    first, second = run(*there), run("build", *there)
    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert re.fullmatch(BUILT, first.out)
    assert second.out.startswith(f"0 files written, {ALL} unchanged, 0 removed; 0 pages rendered, ")
    assert "Tired legs" in site.text("/")


def test_the_folder_where_one_stands_is_the_site(site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `--site`, the installed command builds the current folder."""
    monkeypatch.chdir(site.root)
    assert run(DAY).code == 0
    assert (site.out / "index.html").is_file()


def test_a_program_may_have_a_site_of_its_own(site: SiteFolder) -> None:
    """`build.py` builds its own folder where no other is named."""
    with pytest.raises(SystemExit):
        main(default_site=site.root, program="build.py", args=[DAY, "--quiet"])
    assert (site.out / "index.html").is_file()


@pytest.mark.parametrize("options", [[], ["--clean"], ["--strict"], ["--jobs=2"], ["--format=json"]], ids=str)
def test_a_check_writes_nothing(site: SiteFolder, run: Run, there: tuple[str, str], options: list[str]) -> None:
    """`check` says that all is well and leaves the whole folder as it is."""
    before = sorted(site.root.rglob("*")), files(site.root)
    ran = run("check", *there, *options)
    assert (ran.code, ran.err) == (0, "")
    assert "json" in str(options) or re.fullmatch(
        rf"No errors\. {PAGES} pages rendered, nothing written, \d+\.\d seconds\.\n", ran.out
    )
    assert (sorted(site.root.rglob("*")), files(site.root)) == before


@pytest.mark.parametrize(
    ("epoch", "day"), [("1795305600", "2026-11-22"), ("0", "1970-01-01"), ("-1", "1969-12-31"), ("", "")]
)
def test_the_day_can_be_given_by_the_environment(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str, day: str
) -> None:
    """`SOURCE_DATE_EPOCH` is a day in UTC, whatever the time zone; an empty one is none."""
    site.write({"content/articles/tired-legs.md": article(reviewed="9000-01-01")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("check", f"--site={site.root}")
    assert f"`reviewed` is 9000-01-01, after {day}" in ran.err


def test_options_reach_the_build(site: SiteFolder, run: Run, there: tuple[str, str], tmp_path: Path) -> None:
    """`--out`, `--drafts` and `--base-url` do what they say; `--clean` renders all again to the same bytes."""
    site.write({"content/articles/soon.md": article(title="Soon", status="draft")})
    site.out = tmp_path / "elsewhere"
    options = (*there, "--out", site.out, "--drafts", "--base-url=https://other.example/name/")
    run(*options)
    assert "Soon" in site.text("/topics/legs/")
    assert "/name/topics/legs/" in site.links("/articles/tired-legs/")
    before = site.published()
    assert run(*options, "--clean").out.startswith(
        f"0 files written, {ALL + 2} unchanged, 0 removed; {PAGES + 1} pages rendered"
    )
    assert site.published() == before


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["build", "--help"], ["build", "-h"]], ids=" ".join)
def test_help_tells_every_option(run: Run, args: list[str]) -> None:
    """`--help` tells all options, the commands and the exit codes, in lines that fit a terminal."""
    ran = run(*args)
    assert ran.code == 0
    shared = ("site", "as-of", "base-url", "drafts", "strict", "jobs", "executor", "clean", "quiet", "format")
    for option in (*shared, "out", "help"):
        assert re.search(rf"^  (?:-h, )?--{option}\b", ran.out, re.MULTILINE), option
    if len(args) == 1:
        assert re.search(
            r"(?s)build .*serve .*check .*rules .*report .*Exit codes: 0 built, 1 problems .*, 2 wrong usage", ran.out
        )
        assert "--version" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_the_version_is_told(run: Run) -> None:
    """`--version` is the version and nothing else."""
    assert run("--version") == Ran(0, f"{__version__}\n", "")


@pytest.mark.parametrize("way", [["build.py"], ["-m", "healthsite"]], ids=" ".join)
def test_every_way_to_start_is_the_same_command(site: SiteFolder, there: tuple[str, str], way: list[str]) -> None:
    """`python build.py` and `python -m healthsite` build, and exit with the code of what happened."""
    command = [sys.executable, *way, *there]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stderr) == (0, "")
    assert re.fullmatch(BUILT, built.stdout)
    site.write({"content/articles/tired-legs.md": BAD})
    assert subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False).returncode == 1


def test_the_console_script_is_the_same_command() -> None:
    """The installed `healthsite` calls the same function."""
    (script,) = entry_points(group="console_scripts", name="healthsite")
    assert script.load() is main


@pytest.mark.parametrize(("number", "bar"), [(LONG + 5, True), (3, False)], ids=["long", "short"])
def test_a_long_build_shows_its_progress(
    site: SiteFolder, run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch, number: int, *, bar: bool
) -> None:
    """At a terminal, a build of many pages shows a bar; a short one does not, and neither does a quiet one."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    site.write({f"content/articles/a{n}.md": article(title=f"Article {n}") for n in range(number)})
    for options in ([], ["--quiet"]):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        assert run("check", *there, "--jobs=1", *options).code == 0
        assert ("Rendering" in terminal.getvalue()) is (bar and not options)


@pytest.mark.parametrize(("number", "bar"), [(FEW + 1, True), (FEW, False)], ids=["several", "few"])
def test_copying_pictures_is_told(
    site: SiteFolder, run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch, number: int, *, bar: bool
) -> None:
    """Some pictures take a while, and show a bar; the last line says how many there were, if any."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    folder = "content/articles/sitting"
    site.write({f"{folder}/{n}.png": png(tint=n) for n in range(number)})
    site.write({f"{folder}/index.md": article("Sitting", " ".join(f"![A {n}]({n}.png)" for n in range(number)))})
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert f" pages rendered, {number} pictures copied, " in run(*there).out
    assert ("Copying" in terminal.getvalue()) is bar
    assert "pictures" not in run(*there).out
