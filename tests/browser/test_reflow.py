"""The real site in a real browser, as narrow as WCAG 1.4.10 asks: 320 pixels, and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from browser.conftest import NewPage
from page_types import PAGES


@pytest.mark.parametrize(("scale", "width"), [(1, 320), (2, 360)], ids=["narrow", "text at 200%"])
def test_no_page_scrolls_sideways_on_a_narrow_phone(new_page: NewPage, scale: int, width: int) -> None:
    """Every type of page fits into 320 pixels, or has its text enlarged on a phone; each has its one main heading."""
    page = new_page(viewport={"width": width, "height": 600})
    measured: dict[str, list[int]] = {}
    for url in PAGES:
        page.goto(url)
        page.evaluate("scale => { document.documentElement.style.fontSize = `${scale * 100}%` }", scale)
        measured[url] = page.evaluate("[document.documentElement.scrollWidth, document.querySelectorAll('h1').length]")
    assert measured == {url: [width, 1] for url in PAGES}
