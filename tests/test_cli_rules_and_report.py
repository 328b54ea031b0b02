"""The commands for editors: the rules, and the report on the whole site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from command_line import Ran, Run, files
from conftest import CONFIG, SiteFolder, article

from healthsite.checks.every import RULES

HEALTH: Final = f"{CONFIG}preset: health\n"


def test_rules_are_listed(run: Run) -> None:
    """`rules` prints a line for each rule, with its name, how bad its findings are, and its preset."""
    ran = run("rules")
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split()[:3] for line in ran.out.splitlines()]
    assert lines == [[name, rule.SEVERITY.value, rule.PRESET] for name, rule in sorted(RULES.items())]


@pytest.mark.parametrize("name", ["dead-link", "sentence-length"])
def test_a_rule_is_explained(run: Run, name: str) -> None:
    """`rules NAME` says how bad it is, why it is there, and how to turn it down."""
    ran = run("rules", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{name} ({RULES[name].SEVERITY.value}; preset {RULES[name].PRESET})\n\n")
    assert (RULES[name].__doc__ or "").strip() in ran.out
    assert f"ignore: {{{name}:" in ran.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dead-lnk", "there is no rule `dead-lnk`; did you mean `dead-link`?"),
        ("nothing", "there is no rule `nothing`; `rules` lists them"),
        ("\x1b[31m", "there is no rule `\\x1b[31m`; `rules` lists them"),
    ],
)
def test_a_rule_that_is_none_exits_with_2(run: Run, name: str, said: str) -> None:
    """`rules WRONG` knows what a misspelt name meant, or says where the names are."""
    ran = run("rules", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: {said}\n")


def test_a_report_is_written(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """`report` writes a page and its data into `report/`, and nothing else anywhere."""
    before = files(site.root)
    ran = run("report", *there)
    page = site.root / "report" / "report.html"
    assert ran == Ran(0, f"{page} and report.json: 2 pages, 0 problems.\n", "")
    assert files(site.root).keys() - before.keys() == {"report/report.html", "report/report.json"}
    assert "Tired legs" in page.read_text("utf-8")
    rows = json.loads((site.root / "report" / "report.json").read_bytes())["rows"]
    assert [row["path"] for row in rows] == ["content/articles/tired-legs.md", "content/topics/legs.md"]


@pytest.mark.parametrize("options", [[], ["--strict"]], ids=str)
def test_problems_do_not_keep_a_report_from_being_written(
    site: SiteFolder, run: Run, there: tuple[str, str], options: list[str]
) -> None:
    """What is wrong with the content is what the report is about: the exit code is 0, and the problems are in it."""
    site.write({"config.yaml": HEALTH, "content/articles/tired-legs.md": article(body="See [below](#nowhere).")})
    ran = run("report", *there, *options)
    assert (ran.code, ran.err) == (0, "")
    (row, _) = json.loads((site.root / "report" / "report.json").read_bytes())["rows"]
    assert {"broken-anchor", "sections"} <= {problem["rule"] for problem in row["problems"]}


def test_a_site_that_cannot_be_rendered_has_no_report(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """Where a text cannot be read, there is nothing to report on yet: its problems are told as by a build."""
    site.write({"content/articles/tired-legs.md": article(topic="arms")})
    ran = run("report", *there)
    assert (ran.code, ran.out) == (1, "")
    assert "there is no topic `arms`" in ran.err
    assert not (site.root / "report").exists()


def test_a_report_is_never_published(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """It leaves `public/` and the cache as they are, and cannot be sent there."""
    run(*there)
    before = files(site.out) | files(site.root / ".cache")
    assert run("report", *there).code == 0
    for out in (site.out, site.out / "report"):
        refused = run("report", *there, "--out", out)
        assert refused.code == 2
        assert "is part of the site" in refused.err
    assert files(site.out) | files(site.root / ".cache") == before
    run(*there)
    assert not [path for path in files(site.out) if "report" in path]


@pytest.mark.parametrize("option", ["--quiet", "--format=json"])
def test_a_report_for_machines_is_written_in_silence(
    run: Run, there: tuple[str, str], tmp_path: Path, option: str
) -> None:
    """`--out` says where; with `--quiet` or JSON there is no closing line."""
    assert run("report", *there, "--out", tmp_path / "deep" / "mine", option) == Ran(0, "", "")
    assert files(tmp_path / "deep" / "mine").keys() == {"report.html", "report.json"}


def test_a_report_that_cannot_be_written_exits_with_1(run: Run, there: tuple[str, str], tmp_path: Path) -> None:
    """A file in the place of the folder is told in one line."""
    (tmp_path / "file").write_text("mine")
    ran = run("report", *there, "--out", tmp_path / "file")
    assert ran == Ran(1, "", f"error: {tmp_path / 'file'} cannot be written: file exists\n")


def test_a_report_stays_out_of_every_published_folder(site: SiteFolder, run: Run) -> None:
    """A folder that a build has published into is refused, whatever its name, and so is one below it."""
    www = site.root.parent / "www"
    assert run("build", "--site", str(site.root), "--out", str(www)).code == 0
    for folder in (www, www / "inside"):
        ran = run("report", "--site", str(site.root), "--out", str(folder))
        assert (ran.code, "is published" in ran.err) == (2, True)
    assert not (www / "report.html").exists()
