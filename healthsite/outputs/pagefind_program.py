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
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Timer
from typing import IO, Any, Final

AHEAD: Final = 32
"""How many requests may be sent ahead of their answers."""
PATIENCE: Final = 60.0
"""How many seconds the program has, whatever it is given."""
PATIENCE_FOR_EACH: Final = 0.1
"""How many seconds more it has for each document."""


class PagefindError(Exception):
    """Pagefind is not there, or did not do its work."""


def pagefind_version() -> str:
    """Which Pagefind is installed; empty where none is."""
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return ""


class Indexer:
    """The running program. It takes documents, one by one, and then writes their index.

    All of its methods raise `PagefindError`. Use it in a ``with`` statement, which ends the program. *documents* is
    how many there will be.
    """

    def __init__(self, language: str, documents: int) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed where the program is ended
        self._process = _started(self._said)
        self._limit = Timer(PATIENCE + documents * PATIENCE_FOR_EACH, self._process.kill)
        self._limit.daemon = True
        self._limit.start()
        self._sent = self._answered = 0
        self._rest = b""
        self._index = self._ask("NewIndex", config={"force_language": language})["index_id"]

    def __enter__(self) -> Indexer:
        return self

    def __exit__(self, *_: object) -> None:
        self._limit.cancel()
        self._process.kill()
        self._process.communicate()
        self._said.close()

    def add(self, url: str, html: str) -> None:
        """Take a document in."""
        self._send("AddFile", index_id=self._index, url=url, file_contents=html)
        while self._sent - self._answered > AHEAD:
            self._answer()

    def write(self, folder: Path) -> None:
        """Write the index of all documents into *folder*."""
        self._ask("WriteFiles", index_id=self._index, output_path=str(folder))

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
            _pipe(self._process.stdin).write(b64encode(json.dumps(message).encode()) + b",")
            _pipe(self._process.stdin).flush()
        except OSError:
            raise self._stopped() from None

    def _answer(self) -> dict[str, Any]:
        """The next answer. The program reads on while its answers wait, so neither side holds up the other."""
        parts = [self._rest]
        while b"," not in parts[-1]:
            parts.append(os.read(_pipe(self._process.stdout).fileno(), 1 << 16))
            if not parts[-1]:
                raise self._stopped()
        encoded, _, self._rest = b"".join(parts).partition(b",")
        self._answered += 1
        try:
            answer: dict[str, Any] = json.loads(b64decode(encoded))["payload"]
            if answer["type"] == "Error":
                raise PagefindError(f"it says: {answer['message']}")
        except (ValueError, KeyError, TypeError):
            raise PagefindError("it gave an answer that is not understood") from None
        return answer

    def _stopped(self) -> PagefindError:
        """Why there is no more to come."""
        if not self._limit.is_alive():
            return PagefindError("it took too long")
        self._process.wait()
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return PagefindError(f"it stopped: {lines[-1]}" if lines else "it stopped without a word")


def _started(said: IO[bytes]) -> Popen[bytes]:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - few builds make an index, and the import is dear

        executable = get_executable()
        if executable is None:
            raise PagefindError("its program is not installed")
        return Popen([executable, "--service"], stdin=PIPE, stdout=PIPE, stderr=said, env=settings)
    except ImportError:
        raise PagefindError("it is not installed") from None
    except OSError as error:
        raise PagefindError(f"it cannot be started: {(error.strerror or str(error)).lower()}") from None


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the program was started without pipes")
    return pipe
