"""The real site, built once for each worker, served on this machine, and opened in a real browser."""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from healthsite.pipeline import Order, build

expect.set_options(timeout=30_000)  # a machine with much else to do is no reason to fail

ROOT: Final = Path(__file__).resolve().parents[2]
NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 900}
PRESSED: Final = (".html", ".css", ".js", ".svg", ".xml", ".json", ".webmanifest", ".txt", "/")
"""What the server sends gzipped, as every static host does."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does: texts gzipped, unknown addresses with the site's own page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send the file, gzipped where it is a text."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            path, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        content = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.name.endswith(PRESSED):
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Server(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own, and says nothing of browsers that hang up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, unless it was the browser that went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path) -> Server:
    """A server of *folder*, running; shut it down when done."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the published real site."""
    root = tmp_path_factory.mktemp("real")
    site, out = root / "site", root / "public"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "config.yaml", site)
    build(Order(root=site, today=date(2026, 11, 22), out=out))
    return out


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    """Where the real site is served, without a slash at the end."""
    server = serve(site_folder)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium or Chrome."""
    executable = next((found for name in NAMES if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip(f"there is no browser on this machine: none of {', '.join(NAMES)} is on the path")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield launched
        launched.close()


NewPage = Callable[..., Page]
"""Opens a page; keyword arguments are those of a browser context, such as ``viewport`` or ``color_scheme``."""


@pytest.fixture
def new_page(browser: Browser, site_address: str) -> Iterator[NewPage]:
    """Opens pages in contexts of their own, on a phone unless told otherwise; errors in scripts fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(url: str = "/", **options: Any) -> Page:
        settings = {"viewport": PHONE, "service_workers": "block", "base_url": site_address, **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def until(page: Page, test: str, *values: str) -> None:
    """Wait until the function *test* of JavaScript, which may take its time, says that something holds of *values*.

    Playwright's own way evaluates text in the page, and the site's policy forbids that.
    """
    page.evaluate(
        f"""async values => {{
          const test = {test};
          for (const start = Date.now(); !(await test(...values)); await new Promise(go => setTimeout(go, 20))) {{
            if (Date.now() - start > 20_000) throw new Error("this does not come true: " + test);
          }}
        }}""",
        values,
    )
