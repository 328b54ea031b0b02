"""The search of other sites than ours: below a path, with odd texts, and in a preview."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import DESKTOP, NewPage, serve
from conftest import CONFIG, TODAY, SiteFolder, article, term
from playwright.sync_api import Page, expect

from healthsite.pipeline import Order, build

Visit = Callable[..., Page]
"""Opens the search page of a small site, which is built with what is asked for."""


@pytest.fixture
def visit(site: SiteFolder, tmp_path: Path, new_page: NewPage) -> Iterator[Visit]:
    """Builds the site below /name/, and opens its search page there."""
    served = tmp_path / "served"
    server = serve(served)

    def opened(fragment: str = "", language: str = "en", **order: Any) -> Page:
        site.write({"config.yaml": CONFIG.replace("example/", "example/name/") + f"language: {language}\n"})
        build(Order(root=site.root, today=TODAY, out=served / "name", **order))
        base_url = f"http://127.0.0.1:{server.server_port}"
        return new_page(f"/name/search/{fragment}", base_url=base_url, viewport=DESKTOP)

    yield opened
    server.shutdown()
    server.server_close()


def test_a_search_works_below_a_path(visit: Visit) -> None:
    """Its index, and the pages that it leads to, stand there."""
    page = visit("#q=tired")
    expect(page.locator(".search-result__link")).to_have_text(["Tired legs"])
    page.locator(".search-result__link").click()
    expect(page).to_have_url(re.compile(r"/name/articles/tired-legs/$"))
    page.wait_for_load_state()
    page.get_by_label("Search this site").fill("rest")
    page.get_by_label("Search this site").press("Enter")
    expect(page).to_have_url(re.compile(r"/name/search/#q=rest$"))
    expect(page.locator(".search-result__link").first).to_have_text("Tired legs")


def test_what_a_text_says_of_tags_is_text(visit: Visit, site: SiteFolder) -> None:
    """A page on how pages are made may show any tag; none of them is obeyed in a result."""
    body = "A zebra writes `<script>alert(1)</script>` and `<mark>` & `&lt;`."
    site.write({"content/articles/tired-legs.md": article("Tags & <legs>", body, also_called='["zebra <b>"]')})
    page = visit("#q=zebra")
    result = page.locator(".search-result")
    expect(result.locator("h3")).to_have_text("Tags & <legs>")
    expect(result.locator(".search-result__names")).to_have_text("Also called: zebra <b>")
    expect(result.locator(".search-result__text")).to_contain_text("<script>alert(1)</script>")
    expect(result.locator("script, b, legs")).to_have_count(0)


def test_a_site_in_another_language_is_searched_in_it(visit: Visit, site: SiteFolder) -> None:
    """By the stems of its words, and with or without its accents."""
    site.write({"content/topics/ruecken.md": term("Rückenschmerzen", also_called="[Hexenschuss]")})
    page = visit(language="de-AT")
    for query in ("Rückenschmerz", "ruckenschmerzen", "hexenschus"):
        page.get_by_label("What are you looking for?").fill(query)
        expect(page.locator(".search-result__link").first).to_have_text("Rückenschmerzen")
        expect(page.locator(".search__count")).to_contain_text(f"“{query}”")


def test_a_preview_without_search_leads_to_the_lists(visit: Visit) -> None:
    """And shows no field that would not work."""
    page = visit("#q=tired", search=False)
    expect(page.get_by_text("The search is not built into this preview.")).to_be_visible()
    expect(page.get_by_label("What are you looking for?")).to_have_count(0)
    expect(page.locator("main").get_by_role("link", name="A to Z")).to_be_visible()
