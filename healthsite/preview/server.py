"""Serves a site that is being edited, to browsers on this computer."""

from __future__ import annotations

import os
import socket
import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from healthsite.preview.answers import CHANGES, Answer, answer
from healthsite.preview.board import Board, State

PULSE: Final = 15.0
"""After how many seconds without news a stream is written to, to see whether anybody still listens."""
ANY: Final = ("0.0.0.0", "::")  # noqa: S104 - only compared with: who binds to all addresses has asked for it
"""The hosts that mean every address of a computer."""


class Server(ThreadingHTTPServer):
    """Serves what is built in *out*, as the *board* says. Raises `OSError` where it cannot have *host* and *port*."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two programs have the same port
    request_queue_size = 64

    def __init__(self, host: str, port: int, out: Path, board: Board) -> None:
        self.out, self.board = out, board
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        self._host = "localhost" if host in ANY else f"[{host}]" if ":" in host else host
        super().__init__((str(place[0]), port), _Handler)

    @property
    def address(self) -> str:
        """Where it is, as in ``http://127.0.0.1:8000``."""
        return f"http://{self._host}:{self.server_port}"

    def server_bind(self) -> None:
        """Take the port, without asking the network for this computer's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self._host, self.server_address[1]

    def server_close(self) -> None:
        """Give the port back, and let all streams end."""
        self.board.close()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about browsers that hang up: they may."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, or with a stream of changes."""
        path, _, query = self.path.partition("?")
        if path == CHANGES:
            asked = parse_qs(query)
            self._stream(asked.get("page", ["/"])[0], asked.get("seen", [""])[0])
        else:
            self._send(self._answer(self.path), with_content=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self._send(self._answer(self.path), with_content=False)

    def _answer(self, address: str) -> Answer:
        return answer(self.server.out, self.server.board.state, address)

    def _send(self, found: Answer, *, with_content: bool) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(found.content)))
        if found.location:
            self.send_header("Location", found.location)
        self._end_headers()
        if with_content:
            self.wfile.write(found.content)

    def _stream(self, page: str, seen: str) -> None:
        """Tell the listener, once, that *page* is another than the one *seen*."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self._end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        board = self.server.board
        known: State = board.state
        while not board.is_closed:
            if self._answer(page).token != seen:
                self.wfile.write(b"data: changed\n\n")
                return
            self.wfile.write(b":\n\n")
            known = board.wait(known, PULSE)

    def _end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
