"""The server of the preview, asked as a browser asks it."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest

from healthsite.preview.board import Board, Trouble
from healthsite.preview.server import ANY, Server

PAGE: Final = "<body>Legs</body>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a site of one page."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "404.html").write_text("<body>Not found</body>")
    running = Server("127.0.0.1", 0, tmp_path, Board())
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


@dataclass(frozen=True)
class Got:
    """An answer, read to its end."""

    status: int
    headers: Mapping[str, str]
    content: bytes


@contextmanager
def asked(server: Server, address: str, method: str = "GET") -> Iterator[http.client.HTTPResponse]:
    """The answer to a request while it is coming in."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    with closing(connection):
        connection.request(method, address, headers={"Connection": "close"})
        with connection.getresponse() as response:
            yield response


def ask(server: Server, address: str, method: str = "GET") -> Got:
    """The whole answer to a request."""
    with asked(server, address, method) as response:
        return Got(response.status, dict(response.headers), response.read())


def token(server: Server) -> str:
    """That of the page as it is now."""
    return ask(server, "/").content.decode().partition("seen=")[2].partition('"')[0]


@contextmanager
def listening(server: Server, seen: str, page: str = "/") -> Iterator[http.client.HTTPResponse]:
    """The stream of changes of a page, its first word read."""
    with asked(server, f"/-/changes?page={quote(page, safe='')}&seen={seen}") as stream:
        assert stream.readline() == b"retry: 1000\n"
        assert stream.readline() == b"\n"
        yield stream


def test_a_page_is_answered_and_never_kept(server: Server) -> None:
    """Browsers ask for it again each time, and believe its type."""
    found = ask(server, "/")
    assert (found.status, found.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert (found.headers["Cache-Control"], found.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert not {"ETag", "Last-Modified", "Expires"} & set(found.headers)
    assert b"Legs" in found.content


def test_what_is_not_there_is_answered_with_the_sites_own_page(server: Server) -> None:
    """With its status."""
    found = ask(server, "/nothing")
    assert found.status == 404
    assert b"Not found" in found.content


def test_asking_for_the_head_alone_gets_the_head(server: Server) -> None:
    """As long as the content would be."""
    head, whole = ask(server, "/", "HEAD"), ask(server, "/")
    assert head.content == b""
    assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(whole.content))


def test_nothing_can_be_sent_to_it(server: Server) -> None:
    """It only answers."""
    assert ask(server, "/", "POST").status == 501


@pytest.mark.parametrize("address", ["/../secret", "/%2e%2e/secret", "//../secret", "/..%2fsecret", "/link"])
def test_no_request_gets_out_of_the_folder(server: Server, address: str) -> None:
    """Sent as it is written, which browsers would not do."""
    (server.out.parent / "secret").write_text("secret!")
    (server.out / "link").symlink_to(server.out.parent / "secret")
    with socket.create_connection(("127.0.0.1", server.server_port)) as raw:
        raw.sendall(f"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        got = b"".join(iter(lambda: raw.recv(65536), b""))
    assert got.startswith(b"HTTP/1.1 404 ")
    assert b"secret!" not in got


def test_a_page_hears_that_it_has_changed(server: Server) -> None:
    """Once, after the build that changed it; then the stream ends."""
    with listening(server, token(server)) as stream:
        assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert stream.readline() == b":\n"
        (server.out / "index.html").write_text("<body>Arms</body>")
        server.board.show("", None)
        assert stream.read().endswith(b"\ndata: changed\n\n")


def test_a_build_that_leaves_the_page_alone_is_no_news(server: Server) -> None:
    """The stream goes on; nobody loses their place because another page was edited."""
    with listening(server, token(server)) as stream:
        assert [stream.readline(), stream.readline()] == [b":\n", b"\n"]
        server.board.show("", None)
        assert [stream.readline(), stream.readline()] == [b":\n", b"\n"]
        server.board.close()
        assert set(stream.read()) <= set(b":\n")


def test_a_page_hears_of_problems_and_that_they_are_mended(server: Server) -> None:
    """Both are another answer to its address."""
    for trouble in (Trouble(message="no"), None):
        with listening(server, token(server)) as stream:
            server.board.show("", trouble)
            assert b"data: changed\n" in stream.read()


@pytest.mark.parametrize("page", ["/", "/nothing", "/../secret", ""])
def test_a_page_that_comes_back_late_hears_at_once(server: Server, page: str) -> None:
    """One that was shown before the server was started again, say."""
    with listening(server, "long-ago", page) as stream:
        assert b"data: changed\n" in stream.read()


def test_who_asks_about_nothing_is_answered(server: Server) -> None:
    """The address alone is about the home page."""
    assert b"data: changed\n" in ask(server, "/-/changes").content


def test_a_browser_that_hangs_up_is_nothing_to_talk_about(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither during a stream nor in the middle of an answer."""
    (server.out / "large.txt").write_bytes(b"x" * 20_000_000)
    ended = threading.Event()
    serve_one = server.process_request_thread

    def served(request: socket.socket, client: tuple[str, int]) -> None:
        serve_one(request, client)
        ended.set()

    server.process_request_thread = served  # type: ignore[method-assign, assignment]
    with socket.create_connection(("127.0.0.1", server.server_port)) as raw:
        raw.sendall(b"GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n")
        raw.recv(10)
    ended.wait()
    assert capfd.readouterr() == ("", "")


def test_a_bug_in_the_server_is_not_hidden(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """It is told as Python tells it."""
    with suppress(ZeroDivisionError):
        try:
            _ = 1 / 0
        finally:
            server.handle_error(None, ("127.0.0.1", 1))
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_port_in_use_is_refused(server: Server) -> None:
    """By the system, with a reason."""
    with pytest.raises(OSError, match="in use"):
        Server("127.0.0.1", server.server_port, server.out, Board())


@pytest.mark.parametrize(
    ("host", "address"), [("127.0.0.1", "127.0.0.1"), (ANY[0], "localhost"), ("localhost", "localhost")]
)
def test_it_knows_where_it_is(tmp_path: Path, host: str, address: str) -> None:
    """As a browser on this computer has to write it."""
    with Server(host, 0, tmp_path, Board()) as bound:
        assert bound.address == f"http://{address}:{bound.server_port}"


def test_it_can_be_where_addresses_are_long(tmp_path: Path) -> None:
    """IPv6 stands in brackets."""
    try:
        bound = Server("::1", 0, tmp_path, Board())
    except OSError as error:
        pytest.skip(f"this machine has no IPv6: {error}")
    with bound:
        assert bound.address == f"http://[::1]:{bound.server_port}"
