"""The first view of any page is light, comes from the site alone, and does not move about."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import pytest
from browser.conftest import NewPage
from page_types import PAGES

MOST: Final = 60_000
"""How many bytes may come over the wire for the first view of a page."""
WATCH_SHIFTS: Final = """
window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("url", PAGES)
def test_a_first_view_is_light_and_still(new_page: NewPage, site_address: str, url: str) -> None:
    """Everything that a page loads before the reader does anything: at most 60 kB, from this site, and no shift."""
    page = new_page("/404.html")
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.add_init_script(WATCH_SHIFTS)
    loaded: dict[str, int] = {}
    page.on("requestfinished", lambda request: loaded.update({request.url: sum(_sizes(request.sizes()))}))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    assert {urlsplit(address).netloc for address in loaded} == {urlsplit(site_address).netloc}
    assert sum(loaded.values()) <= MOST, loaded
    assert page.evaluate("window.shifted") == 0


def _sizes(sizes: object) -> tuple[int, int]:
    known = dict(sizes)  # type: ignore[call-overload]
    return known["responseHeadersSize"], known["responseBodySize"]
