"""The preview as an editor has it: the command runs, a browser looks, files are saved."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from browser.test_accessibility import found_by_axe
from conftest import SiteFolder, article
from playwright.sync_api import Browser, BrowserContext, Page, expect

from healthsite.shipped import shipped

LEGS: Final = "articles/tired-legs/"
FILE: Final = "content/articles/tired-legs.md"
LONG: Final = "\n\n".join(["Rest. " * 20] * 60)


@dataclass
class Preview:
    """A preview that runs."""

    process: subprocess.Popen[str]
    address: str

    def end(self) -> tuple[int, str]:
        """End it as Ctrl-C does; its exit code, and what it said on standard error."""
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=60)
        return self.process.returncode, err


def started(site: SiteFolder, *options: str) -> Preview:
    """The preview of *site*, once it says where it is."""
    command = [sys.executable, "-m", "healthsite", "serve", "--site", str(site.root), "--as-of=2026-11-22", *options]
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": root},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.match(r"(http://\S+) shows the site", line):
            return Preview(process, found[1])
    raise AssertionError(process.communicate())


@pytest.fixture
def preview(site: SiteFolder) -> Iterator[Preview]:
    """The preview of the smallest site, below a path, on any free port."""
    site.write({"config.yaml": "title: Testing\nbase_url: https://testing.example/name/\n"})
    running = started(site, "--port=0", "--no-search")
    yield running
    running.process.kill()
    running.process.communicate()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of an editor."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, preview: Preview) -> Page:
    """A page of the site, open in it."""
    opened = context.new_page()
    opened.goto(f"{preview.address}{LEGS}")
    return opened


def test_a_page_follows_what_is_saved(site: SiteFolder, page: Page) -> None:
    """The text changes by itself, and the reader stays where they were."""
    site.write({FILE: article(body=LONG)})
    expect(page.locator("main p")).to_contain_text(["Rest. Rest."])
    page.evaluate("scrollTo(0, 1500)")
    site.write({FILE: article(body=f"{LONG}\n\nPut them up.")})
    expect(page.get_by_text("Put them up.")).to_be_attached()
    page.wait_for_function("scrollY === 1500")


def test_a_style_sheet_of_the_sites_own_is_followed_too(site: SiteFolder, page: Page) -> None:
    """It stands in front of the shipped one as soon as it is there."""
    base = (shipped() / "static/css/base.css").read_text("utf-8")
    site.write({"static/css/base.css": f"{base}\nbody {{ background: rgb(1, 2, 3) }}\n"})
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")


def test_a_mistake_is_shown_until_it_is_mended(site: SiteFolder, page: Page) -> None:
    """Its place and hint stand before the last good page, which one can look at; then the mended page is there."""
    site.write({FILE: article(body="See <b>[all about legs](tired-leg.md).")})
    dialog = page.get_by_role("dialog", name="2 errors")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(f"{FILE}, line 9, column 25")
    expect(dialog).to_contain_text("did you mean tired-legs.md?")
    assert list(found_by_axe(page)) == []

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Rest them.")).to_be_visible()
    page.get_by_role("button", name="2 errors").click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="See the last good page").click()
    expect(dialog).to_be_hidden()

    site.write({FILE: article(body="Rest them more.")})
    expect(page.get_by_text("Rest them more.")).to_be_visible()
    expect(page.locator("#preview-trouble")).to_have_count(0)


def test_a_page_that_is_not_there_yet_comes_by_itself(site: SiteFolder, page: Page, preview: Preview) -> None:
    """Who follows a link to a page before writing it sees it once it is saved."""
    page.goto(f"{preview.address}articles/new/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("A new one")
    site.write({"content/articles/new.md": article(title="A new one")})
    expect(page.get_by_role("heading", level=1)).to_have_text("A new one")


def test_nothing_is_kept_for_when_there_is_no_network(page: Page) -> None:
    """No service worker stays, and none keeps a copy that would be shown instead of the page."""
    page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert page.evaluate("caches.keys()") == []


def test_the_end_is_quiet(page: Page, preview: Preview) -> None:
    """Ctrl-C ends the preview without a traceback, also while a page listens; and nothing of it was published."""
    expect(page.get_by_text("Rest them.")).to_be_visible()
    code, err = preview.end()
    assert (code, err.strip()) == (0, "")


def test_only_the_preview_writes_scripts_of_its_own_into_pages(site: SiteFolder, page: Page) -> None:
    """What is built has none of them, and public/ is left alone."""
    assert "/-/live.js" in page.content()
    built = site.root / ".cache/preview/site" / LEGS / "index.html"
    assert "/-/" not in built.read_text("utf-8")
    assert not site.out.exists()
