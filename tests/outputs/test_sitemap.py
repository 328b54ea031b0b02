"""The sitemap: one file, or an index of several."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import Library
from healthsite.model.site import Site
from healthsite.model.term import TermFrontMatter
from healthsite.outputs import sitemap as module
from healthsite.outputs.sitemap import robots, sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOST = "https://ease.example/name"
SITE = Site.of(Config(title="Ease", base_url=HOST), Library.of([]), TODAY)


def parsed(content: bytes | str | None) -> ET.Element:
    """A file of the sitemap, read as XML."""
    return ET.fromstring(content or b"")  # noqa: S314 - our own output


def locations(site: Site, *urls: str) -> dict[str, list[str]]:
    """The addresses in each file of the sitemap."""
    return {
        artifact.path: [found.text or "" for found in parsed(artifact.content).iterfind(".//s:loc", NAMES)]
        for artifact in sitemap(site, urls)
    }


def test_only_pages_that_may_be_listed_are_listed(site: SiteFolder) -> None:
    """Redirects, the page for missing addresses and the search are left out; the path of the site is not."""
    config = CONFIG.replace("testing.example/", "testing.example/name/")
    text = article(redirect_from="/old/")
    site.write({"config.yaml": config, "content/articles/tired-legs.md": text}).build()
    listed = [found.text for found in parsed(site.page("/sitemap.xml")).iterfind(".//s:loc", NAMES)]
    urls = ("/", "/articles/tired-legs/", "/topics/", "/topics/legs/", "/a-to-z/")
    assert listed == [f"https://testing.example/name{url}" for url in urls]


def test_an_address_is_escaped() -> None:
    """A sign that means something in XML is written as a code, and read as it is."""
    (artifact,) = sitemap(SITE, ["/a&b/<c>/"])
    assert b"/a&amp;b/&lt;c&gt;/" in (artifact.content or b"")
    assert locations(SITE, "/a&b/<c>/")["sitemap.xml"] == [f"{HOST}/a&b/<c>/"]


def test_the_day_is_that_of_the_last_change() -> None:
    """A page that was reviewed says when; the others say nothing."""
    meta = TermFrontMatter(title="Legs", summary="Legs.", reviewed=date(2026, 11, 1))
    legs = Document("topics", "legs", "content/topics/legs.md", "", "", 1, meta)
    site = Site.of(SITE.config, Library.of([legs]), TODAY)
    (artifact,) = sitemap(site, ["/", "/topics/legs/"])
    days = [found.findtext("s:lastmod", None, NAMES) for found in parsed(artifact.content)]
    assert days == [None, "2026-11-01"]


@pytest.mark.parametrize(("count", "sizes"), [(3, []), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])])
def test_many_addresses_are_spread_over_several_files(
    monkeypatch: pytest.MonkeyPatch, count: int, sizes: list[int]
) -> None:
    """No file holds more than search engines take, and an index lists all of them."""
    monkeypatch.setattr(module, "MOST_ADDRESSES", 3)
    found = locations(SITE, *(f"/{number}/" for number in range(count)))
    names = [f"sitemap-{number}.xml" for number in range(1, len(sizes) + 1)]
    assert [len(found[name]) for name in names] == sizes
    assert found["sitemap.xml"] == ([f"{HOST}/{name}" for name in names] or [f"{HOST}/{n}/" for n in range(count)])
    assert len(found) == len(sizes) + 1


@given(st.integers(0, 30), st.integers(1, 8))
def test_every_address_is_in_one_file(count: int, most: int) -> None:
    """Nothing is lost and nothing comes twice, however many files there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_ADDRESSES", most)
        found = locations(SITE, *(f"/{number}/" for number in range(count)))
    index = found.pop("sitemap.xml")
    listed = [address for addresses in found.values() for address in addresses] or index
    assert listed == [f"{HOST}/{number}/" for number in range(count)]
    assert all(len(addresses) <= most for addresses in found.values())


def test_the_limit_is_that_of_the_protocol() -> None:
    """Search engines take 50,000 addresses and no more."""
    assert module.MOST_ADDRESSES == 50_000


def test_an_index_is_no_list_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index has its own element, so that its parts are not taken for pages."""
    monkeypatch.setattr(module, "MOST_ADDRESSES", 1)
    *parts, index = sitemap(SITE, ["/a/", "/b/"])
    assert all(b"<urlset" in (part.content or b"") for part in parts)
    assert b"<sitemapindex" in (index.content or b"")


def test_robots_lead_to_the_sitemap() -> None:
    """By its whole address."""
    assert (robots(SITE).content or b"").decode().splitlines()[-1] == f"Sitemap: {HOST}/sitemap.xml"


def test_a_spread_sitemap_is_published_whole(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every part that the index lists is there."""
    monkeypatch.setattr(module, "MOST_ADDRESSES", 2)
    site.build()
    index = parsed(site.page("/sitemap.xml"))
    parts = [(found.text or "").removeprefix("https://testing.example") for found in index.iterfind(".//s:loc", NAMES)]
    assert len(parts) > 1
    assert all(one != other for one, other in pairwise(site.page(part) for part in parts))
