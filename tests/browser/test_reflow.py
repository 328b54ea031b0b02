"""The real site in a real browser, as narrow as WCAG 1.4.10 asks: 320 pixels, and nothing scrolls sideways."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from healthsite.pipeline import Order, build

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = (
    "/",
    "/articles/lumbar-osteoarthritis-treatment/",
    "/articles/heavy-legs/",
    "/exercises/",
    "/exercises/wall-calf-stretch/",
    "/routines/before-bed/",
    "/conditions/sciatica/",
    "/body-regions/lower-back/",
    "/topics/exercise/",
    "/glossary/",
    "/sources/",
    "/a-to-z/",
    "/get-help/",
    "/404.html",
)
HARNESS: Final = """<!doctype html><title>waiting</title><body>{frames}<script>
addEventListener("load", () => {{
  const widths = [...document.querySelectorAll("iframe")].map(frame => {{
    const page = frame.contentDocument;
    return page.location.pathname + "=" + page.documentElement.scrollWidth + "/" + page.querySelectorAll("h1").length;
  }});
  document.title = widths.join(" ");
}});
</script>"""

browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the real site is served, with a page that shows every one of PAGES in a narrow frame."""
    site, out = tmp_path / "site", tmp_path / "public"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "config.yaml", site)
    build(Order(root=site, today=date(2026, 11, 22), out=out))
    frames = "".join(f'<iframe src="{page}" width="320" height="600" style="border:0"></iframe>' for page in PAGES)
    (out / "narrow.html").write_text(HARNESS.format(frames=frames), "utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(browser is None, reason="there is no Chromium or Chrome on this machine")
def test_no_page_scrolls_sideways_on_a_narrow_phone(address: str, tmp_path: Path) -> None:
    """Every type of page fits into 320 pixels, and has its one first-level heading."""
    flags = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--hide-scrollbars",
    )
    command = [str(browser), *flags, "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}"]
    shown = subprocess.run(
        [*command, "--virtual-time-budget=15000", "--dump-dom", f"{address}/narrow.html"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    title = re.search(r"<title>(.*?)</title>", shown)
    assert title
    measured = dict(part.split("=") for part in title[1].split())
    assert measured == dict.fromkeys(PAGES, "320/1")
