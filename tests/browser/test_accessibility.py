"""axe-core finds nothing on any page of the real site, on phone and desktop, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import DESKTOP, PHONE, NewPage
from playwright.sync_api import Page, ViewportSize

AXE: Final = Axe()
RULES: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
CONTRAST: Final = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
"""All that another colour scheme can change."""
Scheme = Literal["light", "dark"]
LOOKS: Final[tuple[tuple[ViewportSize, tuple[Scheme, Scheme]], ...]] = (
    (PHONE, ("dark", "light")),
    (DESKTOP, ("light", "dark")),
)
"""Each width, and the two schemes that a page is looked at in there."""
PARTS: Final = 8
"""The pages are looked at in so many tests, which run beside each other."""


def found_by_axe(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe-core finds on *page*: rule, place, and the first line of what is wrong."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.axe_script)
    response: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{page.url}: {violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def addresses(folder: Path) -> list[str]:
    """Every page of the site in *folder*."""
    pages = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    return [f"/{path.removesuffix('index.html')}" for path in pages]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_barrier(new_page: NewPage, site_folder: Path, part: int) -> None:
    """Every page, narrow and wide, light and dark; of the second scheme, only the colours are looked at."""
    urls = addresses(site_folder)
    assert len(urls) > 100
    page = new_page()
    found: list[str] = []
    for url in urls[part::PARTS]:
        page.goto(url)
        for viewport, schemes in LOOKS:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=schemes[0])
            found += found_by_axe(page)
            page.emulate_media(color_scheme=schemes[1])
            found += found_by_axe(page, CONTRAST)
    assert found == []
