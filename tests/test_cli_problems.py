"""What the command line says when something is wrong with the content, the cache or the disk."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from command_line import Ran, Run, files
from conftest import SiteFolder, article

REPOSITORY: Final = Path(__file__).resolve().parent.parent
CRLF: Final = article().replace("\n", "\r\n")
BAD: Final = article(type="guid")


def test_problems_exit_with_1(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A problem is told with its place, its line and a hint; the last line counts, and nothing is written."""
    site.write({"content/topics/legs.md": "---\ntitle: Legs\n---\n"})
    ran = run(*there)
    lines = ran.err.splitlines()
    assert (ran.code, ran.out) == (1, "")
    assert lines[0] == "content/topics/legs.md:1:1: error: the key `summary` is missing [missing-key]"
    assert lines[1:3] == ["    1 | ---", "      | ^^^"]
    assert lines[-1] == "1 error; nothing was written."
    assert not site.out.exists()


def test_warnings_are_told_by_every_build(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A warning does not stop the build; it is repeated by a build with nothing to do, and counted at the end."""
    site.write({"content/articles/tired-legs.md": CRLF})
    for _ in range(2):
        ran = run(*there)
        assert ran.code == 0
        assert "content/articles/tired-legs.md:1:4: warning: this file has Windows line ends" in ran.err
        assert ran.out.endswith(". 1 warning.\n")


def test_under_strict_warnings_are_errors(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """With `--strict`, a warning makes the build fail."""
    site.write({"content/articles/tired-legs.md": CRLF})
    ran = run(*there, "--strict")
    assert ran.code == 1
    assert ran.err.endswith("1 warning; nothing was written.\n")
    assert not site.out.exists()


@pytest.mark.parametrize(("content", "code"), [(CRLF, 0), (BAD, 1)], ids=["warning", "error"])
def test_quiet_tells_problems_only(site: SiteFolder, run: Run, there: tuple[str, str], content: str, code: int) -> None:
    """With `--quiet` there is no closing line, and nothing of the cache, but still every problem."""
    site.write({"content/articles/tired-legs.md": content, ".cache/index.kept": "{"})
    ran = run(*there, "--quiet")
    assert (ran.code, ran.out) == (code, "")
    assert "content/articles/tired-legs.md:" in ran.err
    assert "written" not in ran.err
    assert "note:" not in ran.err


@pytest.mark.parametrize(("content", "severity", "code"), [(CRLF, "warning", 0), (BAD, "error", 1)])
def test_machines_get_an_object_a_line(
    site: SiteFolder, run: Run, there: tuple[str, str], content: str, severity: str, code: int
) -> None:
    """With `--format json`, standard output holds one JSON object for each problem and nothing else."""
    site.write({"content/articles/tired-legs.md": content})
    ran = run(*there, "--format=json")
    (problem,) = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.code, ran.err) == (code, "")
    assert (problem["path"], problem["severity"]) == ("content/articles/tired-legs.md", severity)
    assert problem.keys() == {"path", "line", "column", "severity", "rule", "message", "hint"}


def test_a_cache_that_is_thrown_away_is_told(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A broken cache costs one line on standard error, and the build goes well."""
    run(*there)
    (site.root / ".cache" / "index.kept").write_text("{")
    ran = run(*there)
    assert (ran.code, ran.err) == (0, "note: the cache could not be read and was made anew\n")


def test_a_full_disk_is_told_in_one_line(
    site: SiteFolder, run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk, the published files stay untouched, and one line says why; the exit code is 1."""
    run(*there)
    before = files(site.out)
    real = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        if site.out in file.parents:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    site.write({"content/articles/tired-legs.md": article(body="Raise them.")})
    assert run(*there) == Ran(1, "", f"error: {site.out} cannot be written: no space left on device\n")
    assert files(site.out) == before


def test_a_disk_that_is_really_full(there: tuple[str, str], tmp_path: Path) -> None:
    """On a disk of 2 MB, a site that grows too large is not published, and the one that fits stays whole."""
    script = """
        mkdir disk && mount -t tmpfs -o size=2m tmpfs disk || exit 77
        "$@" --out disk/public >&2 && cp -a disk/public before || exit 78
        mkdir -p site/static/root && head -c 4000000 /dev/zero > site/static/root/film.bin
        echo "Raise them." >> site/content/articles/tired-legs.md
        "$@" --out disk/public; code=$?
        diff -r disk/public before && exit $code
    """
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
    build = [sys.executable, str(REPOSITORY / "build.py"), *there, "--quiet"]
    try:
        ran = subprocess.run([*command, *build], cwd=tmp_path, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `unshare` here to mount a small disk with")
    if ran.returncode == 77 or "unshare:" in ran.stderr:
        pytest.skip(f"no disk can be mounted here: {ran.stderr.strip()}")
    said = "error: disk/public cannot be written: no space left on device\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", said)


def test_nothing_that_a_terminal_obeys_is_printed(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """Control characters in a file's name, in a key and in a value are shown as codes."""
    controls = "\x1b[31m\x07\u202e"
    site.write(
        {
            f"content/articles/a{controls}.md": article(),
            "content/articles/b.md": article(**{'"k\\e[31m\\a"': "1"}),
            "content/articles/c.md": article(type='"\\e[31m\\a"'),
        }
    )
    ran = run(*there)
    assert ran.code == 1
    assert not set(ran.err) & set("\x1b\x07\u202e")
    assert ran.err.count(r"\x1b[31m\x07") > 3


def test_objects_hold_no_control_characters(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """JSON on standard output is ASCII: safe at a terminal, and nothing of a name is lost."""
    name = "content/articles/a\x9b31m\u202e.md"
    site.write({name: article()})
    ran = run(*there, "--format=json")
    assert ran.out.isascii()
    assert name in {json.loads(line)["path"] for line in ran.out.splitlines()}
