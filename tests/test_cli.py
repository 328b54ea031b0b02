"""The commands as people and machines use them."""

from __future__ import annotations

import errno
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

import pytest
from conftest import SiteFolder, article

from healthsite import __version__
from healthsite.cli import LONG, main

REPOSITORY: Final = Path(__file__).resolve().parent.parent
DAY: Final = "--as-of=2026-11-22"
CRLF: Final = article().replace("\n", "\r\n")
BAD: Final = article(type="guid")
BUILT: Final = r"11 files written, 0 unchanged, 0 removed; 6 pages rendered, \d+\.\d seconds\.\n"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def ran(*args: str | Path) -> Ran:
        with pytest.raises(SystemExit) as caught:
            main(args=[str(arg) for arg in args])
        return Ran(caught.value.code, *capsys.readouterr())

    return ran


@pytest.fixture
def there(site: SiteFolder) -> tuple[str, str]:
    """The options that name the site and the day."""
    return f"--site={site.root}", DAY


def files(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_ends_with_one_line(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A build without problems says what it did in one line, and exits with 0."""
    first, second = run(*there), run("build", *there)
    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert re.fullmatch(BUILT, first.out)
    assert second.out.startswith("0 files written, 11 unchanged, 0 removed; 0 pages rendered, ")
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


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--nothing"], "No such option"),
        (["nothing"], "No such command"),
        (["check", "--out=x"], "No such option"),
        (["--jobs=0"], "--jobs"),
        (["--jobs=many"], "--jobs"),
        (["--format=xml"], "'text', 'json'"),
        (["--as-of=yesterday"], "`yesterday` is not a date; write year, month and day, as in 2026-11-22"),
        (["--as-of=2026-02-30"], "`2026-02-30` is not a date"),
        (["--base-url=ease.example"], "--base-url: error: `ease.example` is not a web address"),
        (["--site=nowhere"], "there is no config.yaml in nowhere"),
        (["--out=config.yaml"], "config.yaml is not a folder"),
        (["--out=content"], "holds files that no build put there"),
        (["rules", "nothing"], "there is no rule `nothing`"),
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


@pytest.mark.parametrize("options", [[], ["--clean"], ["--strict"], ["--jobs=2"], ["--format=json"]], ids=str)
def test_a_check_writes_nothing(site: SiteFolder, run: Run, there: tuple[str, str], options: list[str]) -> None:
    """`check` says that all is well and leaves the whole folder as it is."""
    before = sorted(site.root.rglob("*")), files(site.root)
    ran = run("check", *there, *options)
    assert (ran.code, ran.err) == (0, "")
    assert "json" in str(options) or re.fullmatch(
        r"No errors\. 6 pages rendered, nothing written, \d+\.\d seconds\.\n", ran.out
    )
    assert (sorted(site.root.rglob("*")), files(site.root)) == before


def test_warnings_are_told_by_every_build(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A warning does not stop the build; it is repeated by a build with nothing to do, and counted at the end."""
    site.write({"content/articles/tired-legs.md": CRLF})
    for _ in range(2):
        ran = run(*there)
        assert ran.code == 0
        assert "content/articles/tired-legs.md:1:4: warning: this file has Windows line ends" in ran.err
        assert ran.out.endswith("seconds. 1 warning.\n")


def test_under_strict_warnings_are_errors(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """With `--strict`, a warning makes the build fail."""
    site.write({"content/articles/tired-legs.md": CRLF})
    ran = run(*there, "--strict")
    assert ran.code == 1
    assert ran.err.endswith("1 warning; nothing was written.\n")
    assert not site.out.exists()


@pytest.mark.parametrize(("content", "code"), [(CRLF, 0), (BAD, 1)], ids=["warning", "error"])
def test_quiet_tells_problems_only(site: SiteFolder, run: Run, there: tuple[str, str], content: str, code: int) -> None:
    """With `--quiet` there is no closing line, but still every problem."""
    site.write({"content/articles/tired-legs.md": content})
    ran = run(*there, "--quiet")
    assert (ran.code, ran.out) == (code, "")
    assert "content/articles/tired-legs.md:" in ran.err
    assert "written" not in ran.err


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


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "99999999999999999999", "nan"])
def test_an_epoch_that_is_none_exits_with_2(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    """A `SOURCE_DATE_EPOCH` that is no number of seconds is wrong usage, unless `--as-of` stands in for it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("check", f"--site={site.root}")
    assert ran.code == 2
    assert "SOURCE_DATE_EPOCH is not a number of seconds" in ran.err
    assert run("check", f"--site={site.root}", DAY).code == 0


def test_options_reach_the_build(site: SiteFolder, run: Run, there: tuple[str, str], tmp_path: Path) -> None:
    """`--out`, `--drafts` and `--base-url` do what they say; `--clean` renders all again to the same bytes."""
    site.write({"content/articles/soon.md": article(title="Soon", status="draft")})
    site.out = tmp_path / "elsewhere"
    options = (*there, "--out", site.out, "--drafts", "--base-url=https://other.example/name/")
    run(*options)
    assert "Soon" in site.text("/topics/legs/")
    assert "/name/topics/legs/" in site.links("/articles/tired-legs/")
    before = site.published()
    assert run(*options, "--clean").out.startswith("0 files written, 12 unchanged, 0 removed; 7 pages rendered")
    assert site.published() == before


@pytest.mark.parametrize("args", [["--help"], ["build", "--help"]], ids=" ".join)
def test_help_tells_every_option(run: Run, args: list[str]) -> None:
    """`--help` tells all options, the commands and the exit codes, in lines that fit a terminal."""
    ran = run(*args)
    assert ran.code == 0
    for option in ("site", "out", "as-of", "base-url", "drafts", "strict", "jobs", "clean", "quiet", "format", "help"):
        assert re.search(rf"^  --{option}\b", ran.out, re.MULTILINE), option
    if len(args) == 1:
        assert re.search(r"(?s)build .*check .*Exit codes: 0 built, 1 problems .*, 2 wrong usage", ran.out)
        assert "--version" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_the_version_is_told(run: Run) -> None:
    """`--version` is the version and nothing else."""
    assert run("--version") == Ran(0, f"{__version__}\n", "")


def test_rules_are_listed_and_explained(run: Run) -> None:
    """`rules` lists every rule; with a name it explains one, and knows what a misspelt name meant."""
    assert "dead-link" in run("rules").out
    assert run("rules", "dead-link").out.startswith("dead-link (")
    assert "did you mean `dead-link`?" in run("rules", "dead-lnk").err


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


def test_a_cache_that_is_thrown_away_is_told(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """A broken cache costs one line on standard error, and the build goes well."""
    run(*there)
    (site.root / ".cache" / "index.json").write_text("{")
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
