"""The site of this repository: its own content is sound, and so is every page made of it."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest
from conftest import TODAY, SiteFolder
from stories.webpage import WebPage, dead_links, part

from healthsite.reading.read import read

TERMS: Final = {"topic": "topics", "body_region": "body-regions", "condition": "conditions"}


@pytest.fixture(scope="module")
def pages(real: SiteFolder) -> dict[str, WebPage]:
    """Every published page by its path."""
    published = real.published()
    return {path: WebPage(content.decode()) for path, content in published.items() if path.endswith(".html")}


def test_the_content_builds_without_a_word(real: SiteFolder) -> None:
    """The repository's content has neither errors nor warnings, and a second build renders nothing."""
    outcome = real.build(today=TODAY)
    assert [str(problem) for problem in outcome.problems] == []
    assert real.build(today=TODAY, strict=True).rendered == 0


def test_every_internal_link_leads_somewhere(real: SiteFolder) -> None:
    """Every link of every page leads to a published file, and to an id that is there."""
    assert dead_links(real.published(), "") == []


def test_every_page_has_one_heading_and_a_language(pages: dict[str, WebPage]) -> None:
    """Each page has one first-level heading and says its language."""
    assert len(pages) > 100
    assert {path for path, page in pages.items() if page.h1 != 1 or page.lang != "en-GB"} == set()


def test_titles_are_unique(pages: dict[str, WebPage]) -> None:
    """No two pages that search engines may list have the same title."""
    titles = Counter(page.title for page in pages.values() if page.indexed)
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_ids_are_unique(pages: dict[str, WebPage]) -> None:
    """No page has an id twice."""
    twice = {path: [name for name, count in Counter(page.ids).items() if count > 1] for path, page in pages.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_pages_load_nothing_from_elsewhere(pages: dict[str, WebPage], real: SiteFolder) -> None:
    """Style sheets, scripts and pictures come from the site itself, in pages and in style sheets."""
    loads = {load for page in pages.values() for load in page.loads if not load.startswith("/assets/")}
    assert {load for load in loads if load.lstrip("/") not in real.published()} == set()
    sheets = [content for path, content in real.published().items() if path.endswith(".css")]
    assert len(sheets) == 1
    assert not any(word in sheets[0] for word in (b"http:", b"https:", b"@import", b"url(//"))


@pytest.mark.parametrize("kind", ["articles", "exercises"])
def test_every_page_and_each_of_its_terms_link_each_other(real: SiteFolder, kind: str) -> None:
    """For every article and exercise and each of its terms: the page links the term, and the term links the page."""
    documents = read(real.root).library.of_kind(kind)
    assert len(documents) > 15
    for document in documents:
        filed = WebPage(part(real.page(document.url), "filed-under")).links
        for key, taxonomy in TERMS.items():
            for slug in getattr(document.meta, key):
                assert f"/{taxonomy}/{slug}/" in filed, document.path
                assert document.url in _all_links(real, f"/{taxonomy}/{slug}/"), f"{document.path}: {slug}"


def _all_links(site: SiteFolder, url: str) -> list[str]:
    """The links of a list on all of its pages."""
    further = (site.out / url.strip("/") / "page").glob("*")
    return [link for page in [url, *(f"{url}page/{folder.name}/" for folder in further)] for link in site.links(page)]


def test_the_a_to_z_leads_to_every_page(real: SiteFolder) -> None:
    """Every article, exercise and term can be found by its name in the A to Z."""
    known = set(_all_links(real, "/a-to-z/"))
    assert {document.url for document in read(real.root).library.documents} - known == {"/"}
