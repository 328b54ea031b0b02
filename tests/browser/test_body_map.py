"""The body map with the keyboard alone, with a screen reader's names, and without scripts or styles."""

from __future__ import annotations

import re
from typing import Final, Literal

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage
from browser.test_accessibility import found_by_axe
from playwright.sync_api import Page, expect

FOCUSED: Final = "document.activeElement.getAttribute('aria-label') ?? ''"
NAME: Final = re.compile(r"^\D+: \d+ pages?$")
ZONES: Final = ".body-map__zone"


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the zone whose name begins with *name* has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(name):
            return
    pytest.fail(f"Tab does not reach {name}")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("url", ["/", "/body-regions/"])
def test_a_region_is_reached_with_tab_and_followed_with_enter(
    new_page: NewPage, url: str, viewport: dict[str, int]
) -> None:
    """Its name says how many pages it leads to, is shown below the picture, and its mark can be seen."""
    page = new_page(url, viewport=viewport)
    tab_to(page, "Lower back")
    zone = page.locator(f"{ZONES}[href$='/lower-back/']")
    expect(zone).to_be_focused()
    name = zone.get_attribute("aria-label") or ""
    assert NAME.match(name)
    expect(zone.locator("text")).to_have_css("visibility", "visible")
    expect(zone.locator("text")).to_have_text(name)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/body-regions/lower-back/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Lower back")


def test_every_region_is_a_stop_and_has_its_name(new_page: NewPage) -> None:
    """Each zone is a link with a name of its own, and the list has the same address."""
    page = new_page("/body-regions/")
    zones: list[list[str]] = page.locator(ZONES).evaluate_all(
        "zones => zones.map(zone => [zone.getAttribute('aria-label'), zone.getAttribute('href')])"
    )
    assert len(zones) >= 10
    assert all(NAME.match(name) for name, _ in zones)
    assert len({name for name, _ in zones}) == len(zones)
    listed = page.locator(".body-map__list a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert {href for _, href in zones} <= set(listed)
    for name, _ in zones:
        expect(page.get_by_role("link", name=name, exact=True).first).to_be_visible()


def test_the_picture_can_be_skipped(new_page: NewPage) -> None:
    """With one key, from before the picture to the list."""
    page = new_page("/body-regions/")
    skip = page.get_by_role("link", name="Skip the picture, to the list")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.body-map__list'))")


def test_it_works_without_scripts_and_styles(new_page: NewPage) -> None:
    """Every zone and every entry of the list is a plain link."""
    page = new_page("/404.html", java_script_enabled=False)
    page.route("**/*.css", lambda route: route.abort())
    page.goto("/body-regions/")
    expect(page.locator(".body-map__list a").first).to_be_visible()
    zone = page.locator(f"{ZONES}[href$='/neck/']")
    zone.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neck")
    page.goto("/body-regions/")
    page.locator(".body-map__list a[href$='/calves/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Calves")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_focused_region_has_no_barrier(
    new_page: NewPage, viewport: dict[str, int], scheme: Literal["light", "dark"]
) -> None:
    """Also while a region of the picture is lit."""
    page = new_page("/body-regions/", viewport=viewport, color_scheme=scheme)
    page.locator(f"{ZONES}[href$='/lower-back/']").focus()
    assert found_by_axe(page) == []
