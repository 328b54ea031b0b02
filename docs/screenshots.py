"""Takes the screenshots of README and docs with headless Chromium, from a fresh build of this repository's site."""

from __future__ import annotations

import functools
import http.server
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from healthsite.pipeline import Order, build


def _open_timer(page: Page) -> None:
    """Let the timer run until it counts down the first hold."""
    page.get_by_role("button", name="Open the timer").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Start", exact=True).click()
    page.clock.run_for(7000)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the page at *url* in a window of *width* and *height*, after what is *done* on it."""

    url: str
    width: int
    height: int
    done: Callable[[Page], None] | None = None


SHOTS: Final = {
    "home.png": Shot("/", 1200, 900),
    "condition.png": Shot("/conditions/sciatica/", 1200, 900),
    "timer.png": Shot("/routines/five-desk-stretches/", 500, 900, _open_timer),
    "handout.png": Shot("/routines/five-desk-stretches/print/", 840, 1080),
}
"""The picture's name, and what it shows."""


def take(folder: Path) -> None:
    """Write every screenshot into *folder*; needs a ``chromium`` on the path."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        raise SystemExit("there is no chromium on this machine")
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        out = Path(scratch) / "public"
        build(Order(root=folder.parent.parent, today=date(2026, 11, 22), out=out))
        handler = functools.partial(_Quiet, directory=str(out))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, shot in SHOTS.items():
            _take(browser, f"http://127.0.0.1:{server.server_port}", shot, folder / name)
        browser.close()
        server.shutdown()


def _take(browser: Browser, site: str, shot: Shot, to: Path) -> None:
    viewport = {"width": shot.width, "height": shot.height}
    context = browser.new_context(viewport=viewport, reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    page.clock.install(time="2026-11-22T10:00:00")
    page.goto(site + shot.url)
    page.clock.pause_at("2026-11-22T10:01:00")
    if shot.done:
        shot.done(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=to)
    context.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
