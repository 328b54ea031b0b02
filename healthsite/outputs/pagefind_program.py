"""Talks to Pagefind, a program of its own that cuts documents into an index which a browser reads piece by piece.

Its Python binding sleeps a tenth of a second before each answer, which would make a quarter of a minute of this site;
so the documents go to the program directly. It takes them in order, which a folder would not keep: the order decides
how pages are numbered, and with it nearly every byte of the index.
"""

from __future__ import annotations

import json
import os
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Timer
from typing import IO, Any, Final, cast

AHEAD: Final = 32
"""How many requests may be sent ahead of their answers."""
PATIENCE: Final = 60.0
"""How many seconds the program has, whatever it is given."""
PATIENCE_FOR_EACH: Final = 0.1
"""How many seconds more it has for each document."""
NOT_UNDERSTOOD: Final = "Pagefind gave an answer that is not understood"


class PagefindError(Exception):
    """Pagefind is not there, or did not do its work; the reason, in words."""


def pagefind_version() -> str:
    """Which Pagefind is installed; empty where none is."""
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return ""


@contextmanager
def indexer(language: str, documents: int) -> Iterator[Indexer]:
    """The running program, for texts in *language*; *documents* is how many there will be.

    Raises `PagefindError`, as do the methods of what is given.
    """
    with tempfile.TemporaryFile() as said:
        process = _started(said)
        running = Indexer(process, said)
        limit = Timer(PATIENCE + documents * PATIENCE_FOR_EACH, running.give_up)
        limit.start()
        try:
            running.open(language)
            yield running
        finally:
            limit.cancel()
            process.kill()
            process.communicate()


class Indexer:
    """Takes documents, one by one, and then gives their index.

    It could write the index as well, but says that it has done so before the files are whole.
    """

    def __init__(self, process: Popen[bytes], said: IO[bytes]) -> None:
        self._process, self._said = process, said
        self._requests, self._answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        self._sent = self._answered = 0
        self._rest = b""
        self._index = 0
        self._given_up = False

    def open(self, language: str) -> None:
        """Begin a new index."""
        self._index = self._ask("NewIndex", config={"force_language": language}).get("index_id", 0)

    def add(self, url: str, html: str) -> None:
        """Take a document in."""
        self._send("AddFile", index_id=self._index, url=url, file_contents=html)
        while self._sent - self._answered > AHEAD:
            self._answer()

    def files(self) -> dict[str, bytes]:
        """The files of the index of all documents, by their paths in it."""
        answer = self._ask("GetFiles", index_id=self._index)
        try:
            return {file["path"]: b64decode(file["content"]) for file in answer["files"]}
        except (ValueError, KeyError, TypeError):
            raise PagefindError(NOT_UNDERSTOOD) from None

    def give_up(self) -> None:
        """End the program, which has taken too long."""
        self._given_up = True
        self._process.kill()

    def _ask(self, kind: str, **request: Any) -> dict[str, Any]:
        """The answer to a request, after those to all earlier ones."""
        self._send(kind, **request)
        answer: dict[str, Any] = {}
        while self._answered < self._sent:
            answer = self._answer()
        return answer

    def _send(self, kind: str, **request: Any) -> None:
        self._sent += 1
        message = {"message_id": self._sent, "payload": {"type": kind, **request}}
        try:
            self._requests.write(b64encode(json.dumps(message).encode()) + b",")
            self._requests.flush()
        except OSError:
            raise self._stopped() from None

    def _answer(self) -> dict[str, Any]:
        """The next answer. The program reads on while its answers wait, so neither side holds up the other."""
        parts = [self._rest]
        while b"," not in parts[-1]:
            parts.append(os.read(self._answers.fileno(), 1 << 20))
            if not parts[-1]:
                raise self._stopped()
        encoded, _, self._rest = b"".join(parts).partition(b",")
        self._answered += 1
        try:
            answer: dict[str, Any] = json.loads(b64decode(encoded))["payload"]
            if answer["type"] == "Error":
                raise PagefindError(f"Pagefind says: {answer['message']}")
        except (ValueError, KeyError, TypeError):
            raise PagefindError(NOT_UNDERSTOOD) from None
        return answer

    def _stopped(self) -> PagefindError:
        """Why there are no more answers to come."""
        if self._given_up:
            return PagefindError("Pagefind took too long")
        self._process.wait()
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "no reason given")
        return PagefindError(f"Pagefind stopped: {last}")


def _started(said: IO[bytes]) -> Popen[bytes]:
    """The program, which writes its last words to *said*; away from settings of it that may lie about on a machine."""
    program = _program()
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        return Popen(  # noqa: S603 - it came with the package
            [program, "--service"], cwd=program.parent, stdin=PIPE, stdout=PIPE, stderr=said, env=settings
        )
    except OSError as error:
        raise PagefindError(f"Pagefind cannot be started: {(error.strerror or str(error)).lower()}") from None


def _program() -> Path:
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - few builds make an index, and the import is dear
    except ImportError:
        raise PagefindError("Pagefind is not installed") from None
    found: Path | None = get_executable()
    if found is None:
        raise PagefindError("Pagefind's program is not installed")
    return found.resolve()
