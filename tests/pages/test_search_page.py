"""The search page, and the field that leads to it from every page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from command_line import Run
from conftest import CONFIG, PAGES, TODAY, SiteFolder, term

from healthsite.pipeline import Order, build

CARE = """\
profiles:
  legs:
    title: Legs
    searched: [swollen calf, can't walk]
    emergency: {heading: Call, items: [you cannot breathe]}
    urgent: {heading: Ask, items: [1 calf is swollen]}
    non_urgent: {heading: See, items: [it goes on]}
  back:
    title: Back
    emergency: {heading: Call, items: [you cannot pee]}
    urgent: {heading: Ask, items: [it is new]}
    non_urgent: {heading: See, items: [it goes on]}
"""
HELP = "---\ntitle: Get help\nsummary: How.\n---\n\nA.\n\n/// care | legs\n///\n"


def searchable(site: SiteFolder) -> SiteFolder:
    """*site*, built with its search."""
    build(Order(root=site.root, today=TODAY, out=site.out))
    return site


def dangers(site: SiteFolder) -> dict[str, str]:
    """Where the search page leads for which words of danger."""
    return dict(re.findall(r'<a href="([^"]*)" data-words="([^"]*)"', site.page("/search/")))


def test_the_search_page_knows_where_the_index_stands(site: SiteFolder) -> None:
    """Below the path of the site."""
    site.write({"config.yaml": CONFIG.replace("example/", "example/name/")})
    page = searchable(site).page("/search/")
    assert 'data-index="/name/pagefind/"' in page
    assert '<form class="search__form" action="/name/search/" method="dialog">' in page


def test_no_word_of_a_query_can_reach_the_server(site: SiteFolder) -> None:
    """A field without a name is not sent, even where no script stands in its way."""
    page = searchable(site).page("/search/")
    fields = re.findall(r"<(?:input|select)[^>]*>", page)
    assert len(fields) == 4
    assert not [field for field in fields if " name=" in field]


def test_without_scripts_the_page_leads_on(site: SiteFolder) -> None:
    """It says that a search needs one, and links the lists that lead to everything."""
    text = searchable(site).text("/search/")
    assert "The search needs a script" in text
    assert {"/a-to-z/", "/topics/"} <= set(site.links("/search/"))


def test_words_of_danger_come_from_the_care_profiles(site: SiteFolder) -> None:
    """They lead right to the cards, if the page on getting help shows them, and to that page if not."""
    site.write({"content/care.yaml": CARE, "content/pages/get-help.md": HELP})
    assert dangers(searchable(site)) == {"/get-help/#care-legs-emergency": "swollen calf|can&#39;t walk"}
    site.write({"content/pages/get-help.md": term("Get help")})
    assert dangers(searchable(site)) == {"/get-help/": "swollen calf|can&#39;t walk"}


def test_without_a_page_on_help_there_is_nowhere_to_lead(site: SiteFolder) -> None:
    """Nor is anything said of danger."""
    site.write({"content/care.yaml": CARE})
    assert "search__danger" not in searchable(site).page("/search/")


def test_a_preview_without_search_says_so(site: SiteFolder, run: Run) -> None:
    """`--no-search` leaves the page where links lead to it, and nothing on it that would not work."""
    ran = run("build", f"--site={site.root}", "--as-of=2026-11-22", "--no-search")
    assert ran.code == 0
    assert "search index" not in ran.out
    assert "The search is not built into this preview." in site.text("/search/")
    assert '<form class="search__form"' not in site.page("/search/")
    assert not (site.out / "pagefind").exists()


def test_a_build_tells_how_long_its_index_took(site: SiteFolder, run: Run) -> None:
    """Apart, and only where it made one."""
    said = [run("build", f"--site={site.root}", "--as-of=2026-11-22").out for _ in range(2)]
    assert re.search(r"pages rendered, \d+\.\d seconds, \d+\.\d of them for the search index\.$", said[0].strip())
    assert re.search(r"0 pages rendered, \d+\.\d seconds\.$", said[1].strip())


def test_a_site_may_do_without_search(site: SiteFolder) -> None:
    """Then there is no field, no page and no index, and no page links to them."""
    site.write({"config.yaml": f"{CONFIG}search: false\n"})
    outcome = build(Order(root=site.root, today=TODAY, out=site.out))
    published = searchable(site).published()
    assert (outcome.rendered, outcome.indexing) == (PAGES - 1, None)
    assert not [path for path in published if path.startswith(("search/", "pagefind/"))]
    assert not [path for path, content in published.items() if path.endswith(".html") and b"search" in content]


@pytest.mark.parametrize("search", [True, False])
def test_nothing_else_depends_on_the_index(site: SiteFolder, *, search: bool) -> None:
    """Built with or without it, all other pages are the same bytes."""
    order = Order(root=site.root, today=TODAY, out=site.out, search=search)
    build(order)
    assert build(replace(order, search=not search)).rendered == 1


def test_the_folder_of_the_index_is_the_sites_own(site: SiteFolder) -> None:
    """No page and no static file can be put into it."""
    site.write({"content/pages/pagefind.md": term("Pagefind"), "static/root/pagefind/x.txt": "x"})
    assert [message.split(": error: ")[0] for message in site.said()] == [
        "content/pages/pagefind.md",
        "static/root/pagefind/x.txt",
    ]
