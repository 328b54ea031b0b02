"""Talking to Pagefind: what is asked, and what is said when there is no answer."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from textwrap import dedent, indent

import pagefind.service
import pytest

from healthsite.outputs import pagefind_program
from healthsite.outputs.pagefind_program import PagefindError, indexer, pagefind_version

PAGE = '<html lang="en"><body><p>Rest your legs.</p></body></html>'


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in Pagefind's place; `played` says what it does."""
    path = tmp_path / "pagefind"
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: path)
    return path


def played(program: Path, script: str) -> None:
    """Let *program* run *script* for each request *number*; `say` answers."""
    head = f"""\
        #!{sys.executable}
        import base64, json, os, sys, time

        def say(number, payload):
            answer = json.dumps({{"message_id": number, "payload": payload}}).encode()
            sys.stdout.buffer.write(base64.b64encode(answer) + b",")
            sys.stdout.flush()

        def requests():
            request = b""
            while sign := sys.stdin.buffer.read(1):
                if sign == b",":
                    yield json.loads(base64.b64decode(request))
                request = b"" if sign == b"," else request + sign

        for request in requests():
            number = request["message_id"]
    """
    program.write_text(dedent(head) + indent(dedent(script), "    "))
    program.chmod(0o755)


def asked(documents: int, page: str = PAGE) -> dict[str, bytes]:
    """The files of an index of as many equal documents."""
    with indexer("en", documents) as running:
        for number in range(documents):
            running.add(f"/{number}/", page)
        return running.files()


def exactly(words: str) -> str:
    """A pattern for those words, and no others."""
    return f"^{re.escape(words)}$"


def test_the_version_is_known() -> None:
    """It is part of what an index is made from."""
    assert pagefind_version() >= "1.5.2"


def test_where_it_is_not_installed_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no error yet."""

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(pagefind_program, "version", missing)
    assert pagefind_version() == ""


def test_an_index_is_written() -> None:
    """Of more documents than may wait for their answers."""
    files = asked(70)
    assert json.loads(files["pagefind-entry.json"])["languages"]["en"]["page_count"] == 70
    assert len([path for path in files if path.startswith("fragment/")]) == 70


def test_settings_of_the_machine_play_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same pages give the same index, whatever Pagefind is told elsewhere."""
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "article")
    monkeypatch.setenv("PAGEFIND_VERBOSE", "true")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("root_selector: article\nverbose: true\n")
    (tmp_path / "pagefind.json").write_text("no json")
    assert any(path.startswith("index/") for path in asked(1))


def test_where_it_is_not_installed_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and not as an error of ours."""
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(PagefindError, match=exactly("Pagefind is not installed")):
        asked(1)


@pytest.mark.usefixtures("program")
def test_a_program_that_is_not_there_cannot_be_started() -> None:
    """As where an installation is broken."""
    with pytest.raises(PagefindError, match=exactly("Pagefind cannot be started: no such file or directory")):
        asked(1)


def test_a_binding_without_a_program_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where `pagefind` is installed without its `bin`."""
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: None)
    with pytest.raises(PagefindError, match=exactly("Pagefind's program is not installed")):
        asked(1)


def test_a_program_that_may_not_run_cannot_be_started(program: Path) -> None:
    """Nor one that is no program."""
    program.write_text("x")
    with pytest.raises(PagefindError, match=exactly("Pagefind cannot be started: permission denied")):
        asked(1)


def test_its_last_words_are_told(program: Path) -> None:
    """Whoever mends it needs them."""
    played(program, 'sys.stderr.write("first line\\nout of memory\\n\\n"); sys.exit(1)')
    with pytest.raises(PagefindError, match=exactly("Pagefind stopped: out of memory")):
        asked(1)


def test_a_program_that_ends_without_a_word_is_told(program: Path) -> None:
    """Also where requests can no longer be sent."""
    program.write_text(f"#!{sys.executable}\n")
    program.chmod(0o755)
    with pytest.raises(PagefindError, match=exactly("Pagefind stopped: no reason given")):
        asked(1)


def test_a_program_that_stops_listening_is_told(program: Path) -> None:
    """In the middle of what is sent."""
    played(program, 'say(number, {"type": "NewIndex", "index_id": 0}); os.close(0); sys.exit()')
    with pytest.raises(PagefindError, match=exactly("Pagefind stopped: no reason given")):
        asked(100, "x" * 100_000)


def test_its_complaint_is_told(program: Path) -> None:
    """In its own words."""
    played(program, 'say(number, {"type": "Error", "message": "the disk is full"})')
    with pytest.raises(PagefindError, match=exactly("Pagefind says: the disk is full")):
        asked(1)


@pytest.mark.parametrize("answer", [b"?,", b"e30=,", b"W10=,", b"bnVsbA==,"], ids=["no code", "{}", "[]", "null"])
def test_an_odd_answer_is_told(program: Path, answer: bytes) -> None:
    """A later Pagefind may speak another language."""
    played(program, f"sys.stdout.buffer.write({answer!r}); sys.stdout.flush()")
    with pytest.raises(PagefindError, match=exactly("Pagefind gave an answer that is not understood")):
        asked(1)


def test_files_that_are_none_are_told(program: Path) -> None:
    """An answer may be of the right kind, and still say something else."""
    played(program, 'say(number, {"type": "Anything", "files": [{"path": "x"}]})')
    with pytest.raises(PagefindError, match=exactly("Pagefind gave an answer that is not understood")):
        asked(1)


def test_a_program_that_never_answers_is_given_up(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build must end."""
    monkeypatch.setattr(pagefind_program, "PATIENCE", 0.05)
    monkeypatch.setattr(pagefind_program, "PATIENCE_FOR_EACH", 0.0)
    played(program, "time.sleep(3600)")
    with pytest.raises(PagefindError, match=exactly("Pagefind took too long")):
        asked(1)
