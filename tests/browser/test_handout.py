"""Handouts on paper: how many sheets they take in a real browser, and that nothing is cut in two."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from browser.conftest import NewPage
from playwright.sync_api import Locator

EXERCISES_ON_TWO_PAGES = 6


def test_six_exercises_take_two_pages(new_page: NewPage, site_folder: Path) -> None:
    """Two sheets for each six exercises, and at most one more for when to get help, notes and sources."""
    handouts = sorted(folder.parent.name for folder in site_folder.glob("routines/*/print"))
    assert handouts
    page = new_page()
    for slug in handouts:
        page.goto(f"/routines/{slug}/print/")
        count = page.locator(".handout__exercise").count()
        for paper in ("A4", "Letter"):
            pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
            assert pages <= 2 * -(-count // EXERCISES_ON_TWO_PAGES) + 1, (slug, paper)


def test_nothing_is_cut_in_two(new_page: NewPage) -> None:
    """An exercise, a care card and the notes each stay on one sheet; what is of use on a screen only is left out."""
    page = new_page("/routines/five-desk-stretches/print/")
    page.emulate_media(media="print")
    kept: dict[str, Any] = page.evaluate(
        """() => Object.fromEntries([".handout__exercise", ".care-card", ".handout__notes"].map(
            name => [name, getComputedStyle(document.querySelector(name)).breakInside]))"""
    )
    assert set(kept.values()) == {"avoid"}
    for hidden in (".site-header", ".site-footer", ".handout-tools", ".breadcrumb"):
        assert not page.locator(hidden).is_visible()
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.handout__steps')).fontSize)")
    assert size >= 16  # 12 points


def test_the_button_prints(new_page: NewPage) -> None:
    """The button is there with scripts only, and opens the browser's own window for printing."""
    page = new_page("/404.html")
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto("/routines/before-bed/print/")
    page.get_by_role("button", name="Print this handout").click()
    assert page.evaluate("window.printed")
    plain = new_page("/routines/before-bed/print/", java_script_enabled=False)
    assert plain.get_by_role("button", name="Print this handout").count() == 0


def test_a_routine_printed_without_its_handout_reads_well(new_page: NewPage) -> None:
    """Cautions take the whole width, and each drawing stands beside its steps; what leads on is left out."""
    page = new_page("/routines/before-bed/", viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    card = page.locator(".exercise-card").first
    before, picture, steps = (_box(card, part) for part in ("before", "picture", "steps"))
    assert picture["x"] + picture["width"] <= steps["x"]
    assert abs(picture["y"] - steps["y"]) < 30
    assert before["width"] > 1.4 * steps["width"]
    for hidden in (".handout-link", ".site-header__search-link"):
        assert not page.locator(hidden).is_visible()


def _box(card: Locator, part: str) -> dict[str, float]:
    box = card.locator(f".exercise-card__{part}").bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"]}
