"""The command `serve`, with changes that are told beforehand; the browser tests have it as editors do."""

from __future__ import annotations

import http.client
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from command_line import Ran, Run, files
from conftest import SiteFolder, article

from healthsite import pipeline
from healthsite.cli import serve
from healthsite.messages import look_again
from healthsite.pipeline import Order, Outcome, build
from healthsite.preview import watching

LEGS: Final = "content/articles/tired-legs.md"
EDIT: Final = frozenset({LEGS})
QUIET: Final = frozenset[str]()
BAD: Final = article(body="See [the legs](nowhere.md).")

Script = Callable[[], Iterator[frozenset[str]]]
Serve = Callable[..., Ran]
"""Runs the command through the changes of a script, which an interrupt follows."""


@pytest.fixture
def served(run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Runs the command on the smallest site, on any free port."""

    def ran(script: Script, *options: str | Path) -> Ran:
        def rounds(_look: Any) -> Iterator[frozenset[str]]:
            yield from script()
            raise KeyboardInterrupt

        monkeypatch.setattr(watching, "rounds", rounds)
        return run("serve", *there, "--port=0", *options)

    return ran


def nothing() -> Iterator[frozenset[str]]:
    """No change at all."""
    yield from ()


def test_the_address_is_told_after_the_first_build(site: SiteFolder, served: Serve) -> None:
    """Then Ctrl-C ends it with exit code 0; public/ is not touched."""
    ran = served(nothing)
    assert ran.code == 0
    assert re.fullmatch(
        r"\d+ files written, 0 unchanged, 0 removed; \d+ pages rendered, \d+\.\d seconds\.\n"
        r"http://127\.0\.0\.1:\d+/ shows the site, and changes as they are saved\. Ctrl-C ends it\.\n",
        ran.out,
    )
    assert ran.err.strip() == ""
    assert not site.out.exists()


def test_it_is_told_what_changed_and_what_became_of_it(site: SiteFolder, served: Serve) -> None:
    """The names of some files, and the line with which a build ends; then the index follows."""

    def script() -> Iterator[frozenset[str]]:
        site.write({LEGS: article(body="Rest more.")})
        yield frozenset({LEGS, "b", "c", "d", "e\x07"})
        yield QUIET

    _, _, *lines = served(script).out.splitlines()
    assert lines[:2] == ["", "Changed: b, c, content/articles/tired-legs.md and 2 more"]
    assert re.fullmatch(r"\d+ files written, \d+ unchanged, 0 removed; \d+ pages rendered, .* seconds\.", lines[2])
    assert re.fullmatch(r"The search index has followed, \d+\.\d seconds\.", lines[3])


def test_problems_are_told_as_build_tells_them(site: SiteFolder, run: Run, served: Serve) -> None:
    """With the line as it is now, also after the file has been changed again."""
    told = ""
    for word in ("First", "Second"):
        site.write({LEGS: BAD.replace("See", word)})
        look_again()
        told += run("check", f"--site={site.root}", "--as-of=2026-11-22").err
    site.write({LEGS: article()})

    def script() -> Iterator[frozenset[str]]:
        for word in ("First", "Second"):
            site.write({LEGS: BAD.replace("See", word)})
            yield EDIT

    ran = served(script)
    assert (ran.code, ran.err.strip()) == (0, told.strip())
    assert all(f"{word} [the legs]" in told for word in ("First", "Second"))


def test_a_warning_of_the_pages_is_not_told_again_with_the_index(
    site: SiteFolder, served: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Only what making the index has found is new then."""
    site.write({LEGS: article(), "content/articles/sitting/index.md": article("Sitting")})
    site.write({"content/articles/sitting/chair.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"})
    monkeypatch.setattr("healthsite.outputs.pagefind_program._program", lambda: tmp_path / "bin" / "pagefind")

    def script() -> Iterator[frozenset[str]]:
        yield QUIET

    ran = served(script)
    assert ran.err.count("[picture-unused]") == 1
    assert ran.err.count("the search index was not made") == 1


def test_a_crash_is_told_and_the_preview_goes_on(
    site: SiteFolder, served: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its traceback, for those who mend the generator."""

    def script() -> Iterator[frozenset[str]]:
        monkeypatch.setattr(pipeline, "build", crash)
        yield EDIT
        monkeypatch.setattr(pipeline, "build", build)
        site.write({LEGS: article(body="Rest more.")})
        yield EDIT

    def crash(_order: Order, _watch: object) -> Outcome:
        raise ZeroDivisionError

    ran = served(script)
    assert ran.code == 0
    assert ran.err.rstrip().endswith("ZeroDivisionError\nThe build has crashed; the preview goes on.")
    assert ran.out.rstrip().splitlines()[-1].startswith("1 files written, ")


def test_the_site_is_served_while_it_is_edited(site: SiteFolder, served: Serve) -> None:
    """Below its path, from the folder that was named, in its last good state."""
    site.write({"config.yaml": "title: T\nbase_url: https://t.example/name/\n"})
    got: list[bytes] = []
    started: list[int] = []
    taken = serve._server

    def script() -> Iterator[frozenset[str]]:
        for body in ("Rest more.", "See [the legs](nowhere.md)."):
            site.write({LEGS: article(body=body)})
            yield EDIT
            connection = http.client.HTTPConnection("127.0.0.1", started[0])
            connection.request("GET", "/name/articles/tired-legs/", headers={"Connection": "close"})
            got.append(connection.getresponse().read())
            connection.close()

    def server(*args: Any) -> Any:
        made = taken(*args)
        started.append(made.server_port)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serve, "_server", server)
        ran = served(script, f"--out={site.root.parent / 'elsewhere'}")
    assert ran.code == 0
    assert [b"Rest more." in page for page in got] == [True, True]
    assert [b"there is no page" in page for page in got] == [False, True]
    assert (site.root.parent / "elsewhere/index.html").is_file()


@pytest.mark.parametrize(("option", "out"), [("--quiet", ""), ("--format=json", "{")])
def test_it_says_no_more_than_is_asked_for(site: SiteFolder, served: Serve, option: str, out: str) -> None:
    """Problems only, or problems for machines."""

    def script() -> Iterator[frozenset[str]]:
        site.write({LEGS: BAD})
        yield EDIT

    ran = served(script, option)
    assert all(line.startswith(out) for line in ran.out.splitlines())
    assert bool(ran.out) == bool(out)
    assert "seconds" not in ran.out + ran.err


def test_a_port_in_use_is_told_with_another(site: SiteFolder, run: Run, there: tuple[str, str]) -> None:
    """Exit code 2, before anything is built."""
    before = files(site.root)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", *there, f"--port={port}")
    other = port + 1 if port < 65535 else 8000
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: 127.0.0.1:{port} cannot be used: address already in use; choose another port, as in `--port {other}`\n"
    )
    assert files(site.root) == before


@pytest.mark.parametrize("host", ["a" * 64, "\x07" + "a" * 64])
def test_a_host_that_is_none_is_told(run: Run, there: tuple[str, str], host: str) -> None:
    """With one line, in signs that a terminal only shows."""
    ran = run("serve", *there, "--port=0", f"--host={host}")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("error: ")
    assert "\x07" not in ran.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port=65536"], "--port"),
        (["--port=http"], "--port"),
        (["--base-url=https://x.example/"], "No such option"),
        (["--site=nowhere"], "there is no config.yaml in nowhere"),
        (["--out=public"], "public is part of the site"),
        (["--out=content/x"], "content/x is part of the site"),
        (["--out=theirs"], "theirs holds files that no build put there"),
    ],
    ids=str,
)
def test_wrong_usage_exits_with_2(
    site: SiteFolder, run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    """A preview never writes where the site is published, nor into what it is made from."""
    monkeypatch.chdir(site.write({"theirs/thesis.doc": "years of work"}).root)
    ran = run("serve", "--port=0", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (site.root / "theirs/thesis.doc").is_file()


def test_help_tells_its_options(run: Run) -> None:
    """And how to end it."""
    ran = run("serve", "--help")
    for option in ("host", "port", "out", "site", "drafts", "no-search"):
        assert f"--{option}" in ran.out, option
    assert "Ctrl-C" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100
