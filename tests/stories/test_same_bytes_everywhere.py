"""The same content gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term
from photos import png
from stories.edited import FILES

NAMES = "[Ménière legs, Meniere legs, RSI, rsi, İzmir legs, straße, STRASSE, 'tired, legs']"
MANY: Mapping[str, str | bytes] = {
    **FILES,
    "config.yaml": f"{CONFIG}page_size: 10\nlanguage: de-AT\n",
    "content/articles/sitting/index.md": article("Sitting — naïve façade", "![Ein Stuhl ☕](chair.png)"),
    "content/articles/sitting/chair.png": png(800, 600),
    **{
        f"content/articles/more-{number}.md": article(
            f"Ähnlich {number}", f"A vein, number {number}.", condition="cramp", also_called=NAMES
        )
        for number in range(40)
    },
    **{f"content/exercises/more-{n}.md": exercise(f"Übung {n}", body_region="calves") for n in range(12)},
    **{f"content/topics/more-{n}.md": term(f"İ{n}", also_called=NAMES) for n in range(3)},
}
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def _run(root: Path, out: Path, cwd: Path, environment: dict[str, str], *options: str) -> None:
    """Build with the command line in a process of its own."""
    command = [sys.executable, "-m", "healthsite", "--site", os.path.relpath(root, cwd), "--out", str(out), "--quiet"]
    subprocess.run([*command, *options], cwd=cwd, env={**os.environ, **environment}, check=True, timeout=120)


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}, ["--jobs", "1", "--as-of", "2026-11-22"]),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Adak"}, ["--jobs", "3", "--as-of", "2026-11-22", "--clean"]),
        (
            {
                "PYTHONHASHSEED": "3",
                "LC_ALL": "C",
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
                "SOURCE_DATE_EPOCH": "1795305600",
            },
            ["--jobs", "2"],
        ),
    ],
    ids=["one process", "three processes", "plain locale"],
)
def test_two_builds_give_the_same_bytes(
    site: SiteFolder, tmp_path: Path, environment: dict[str, str], options: list[str]
) -> None:
    """Folder, hash seed, time zone, locale, current directory and number of processes change not a byte."""
    site.write(MANY)
    other = SiteFolder(tmp_path / "quite" / "another place")
    other.write(MANY)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    site.build(search=True)
    _run(other.root, other.out, elsewhere, {**HERE, **environment}, *options)
    one, two = site.published(), other.published()
    assert len(one) > 160
    assert "pagefind/pagefind-entry.json" in one
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []


def test_the_manifest_is_the_same_everywhere(site: SiteFolder, tmp_path: Path) -> None:
    """What the output folder remembers of its files depends on them alone."""
    site.write(MANY).build()
    other = SiteFolder(tmp_path / "other").write(MANY)
    other.build(jobs=2)
    assert [file.read_bytes() for file in site.out.glob(".*")] == [file.read_bytes() for file in other.out.glob(".*")]


def test_the_day_of_the_build_is_not_on_the_pages(site: SiteFolder) -> None:
    """A build on another day gives the same bytes, and renders nothing."""
    site.build(today=date(2026, 11, 22))
    before = site.published()
    assert site.build(today=date(2027, 1, 1)).rendered == 0
    assert site.published() == before
