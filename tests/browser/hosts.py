"""A host of a site that tests can take down, bring back, slow down and break."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from browser.conftest import Handler, Server


class Host:
    """Serves *folder* below *path*, as in ``/name``, and does what its attributes say.

    While it is *down* it breaks off every connection. What *fails* names is answered with an error, and what *stalls*
    names is answered only when it is released. Of a file that is asked for in part, it sends the first 4 bytes. *seen*
    are the paths asked for, each with the part asked for, if any.
    """

    def __init__(self, folder: Path, path: str = "") -> None:
        self.path = path
        self.down = False
        self.fails: set[str] = set()
        self.stalls: dict[str, threading.Event] = {}
        self.seen: list[tuple[str, str]] = []
        handler = functools.partial(_Moody, directory=str(folder), host=self)
        self._server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the site is, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}{self.path}"

    def close(self) -> None:
        """Stop serving."""
        for event in self.stalls.values():
            event.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def hosted(folder: Path, path: str = "") -> Iterator[Host]:
    """A host of *folder*, closed when done."""
    host = Host(folder, path)
    try:
        yield host
    finally:
        host.close()


class _Moody(Handler):
    def __init__(self, *args: object, host: Host, **settings: object) -> None:
        self._host = host
        super().__init__(*args, **settings)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        host, whole = self._host, self.path.partition("?")[0]
        host.seen.append((whole.removeprefix(host.path), self.headers.get("Range", "")))
        if host.down:
            self.close_connection = True
            return
        path = whole.removeprefix(host.path)
        if path in host.stalls:
            host.stalls[path].wait()
        if path in host.fails:
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)
        elif not whole.startswith(f"{host.path}/"):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif self.headers.get("Range"):
            self.send_response(HTTPStatus.PARTIAL_CONTENT)
            self.send_header("Content-Range", "bytes 0-3/*")
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write((Path(self.directory) / path[1:]).read_bytes()[:4])
        elif (Path(self.directory) / path[1:] / "index.html").is_file() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{whole}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.path = path
            super().do_GET()
