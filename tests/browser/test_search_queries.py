"""What people type on the real site leads where it should, asked in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from browser.conftest import ROOT, NewPage
from playwright.sync_api import Page

from healthsite.model.site import Site
from healthsite.outputs.search_entries import search_entries
from healthsite.reading.read import read

CASES: Final = (Path(__file__).parent / "cases" / "search.md").read_text("utf-8")
ROW: Final = re.compile(r"^\| (?!what is typed)(.+?) \| (/\S*) \|$", re.MULTILINE)

FIND: Final = """async ([queries, most, fresh]) => {
  const address = performance.getEntriesByType("resource").find(entry => /search-index/.test(entry.name)).name;
  const { openIndex } = await import(address);
  const opened = () => openIndex("/pagefind/", document.documentElement.lang);
  const shared = await opened();
  const first = async query => {
    const index = fresh ? await opened() : shared;
    const { results, some } = await index.find({ query, region: "", kind: "" });
    return Promise.all([...results, ...some].slice(0, most).map(async result => (await result.data()).url));
  };
  const found = {};
  for (const query of queries) found[query] = await first(query);
  return found;
}"""
"""The addresses of the first results for each of some queries, by the search page's own scripts, one after another.

What is found depends a little on which parts of the index are loaded: *fresh* is the search of a page just opened.
"""


def found(page: Page, queries: Sequence[str], most: int, *, fresh: bool = False) -> Mapping[str, list[str]]:
    """The first *most* addresses that the search finds for each of *queries*; each on a *fresh* page, if asked to."""
    answer: Any = page.evaluate(FIND, [list(dict.fromkeys(queries)), most, fresh])
    return dict(answer)


def names() -> Iterator[tuple[str, str]]:
    """Every name on the real site, with the address of what is called so."""
    contents = read(ROOT)
    for entry in search_entries(Site.of(contents.config, contents.library, date(2026, 11, 22))):
        for name in (entry.title, *entry.names):
            yield name, entry.url


@pytest.fixture
def search(new_page: NewPage) -> Page:
    """The search page."""
    page = new_page("/search/")
    page.wait_for_load_state("networkidle")
    return page


def test_what_people_type_leads_where_it_should(search: Page) -> None:
    """The page that the table names is among the first three."""
    rows = ROW.findall(CASES)
    assert len(rows) >= 60
    results = found(search, [query for query, _ in rows], 3, fresh=True)
    assert {query: results[query] for query, url in rows if url not in results[query]} == {}


def test_every_name_leads_to_what_is_called_so(search: Page) -> None:
    """Titles, other names, medical names and words of the glossary; some names belong to several pages."""
    known = list(names())
    assert len(known) > 400
    results = found(search, [name for name, _ in known], 5)
    assert [(name, url) for name, url in known if url not in results[name]] == []
