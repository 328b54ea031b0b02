"""Whatever wants an address that something else has is told, and what is published stays as it is."""

from __future__ import annotations

import pytest
from conftest import SiteFolder, article, term


@pytest.mark.parametrize(
    "old",
    ["/topics/", "/404.html", "/articles/tired-legs/index.html", "/index.html", "/robots.txt/x"],
)
def test_an_old_address_may_not_take_another_page(site: SiteFolder, old: str) -> None:
    """`redirect_from` of an address where something else is published is a duplicate address."""
    site.write({"content/articles/b.md": article("B", redirect_from=old)})
    assert [(problem.rule, problem.location.path) for problem in site.problems()] == [
        ("duplicate-address", "content/articles/b.md")
    ]


@pytest.mark.parametrize("slug", ["topics", "a-to-z"])
def test_a_plain_page_may_not_take_a_list(site: SiteFolder, slug: str) -> None:
    """A plain page at the address of a list is a duplicate address."""
    site.write({f"content/pages/{slug}.md": term("Mine")})
    assert [problem.rule for problem in site.problems()] == ["duplicate-address"]


def test_a_plain_page_may_take_what_is_free(site: SiteFolder) -> None:
    """There is no list of articles, so that a page may be called so."""
    assert site.write({"content/pages/articles.md": term("Mine")}).build().problems == ()
    assert "Mine" in site.text("/articles/")


@pytest.mark.parametrize("name", ["robots.txt", "feed.xml", "index.html", "about", "topics", "topics/index.html"])
def test_static_files_may_not_take_a_page(site: SiteFolder, name: str) -> None:
    """A file of static/root/ in the place of something else of the site is a problem; public/ stays as it was."""
    site.write({"content/pages/about.md": term("About")}).build()
    before = site.published()
    site.write({f"static/root/{name}": "mine"})
    assert {(problem.rule, problem.location.path) for problem in site.problems()} == {
        ("duplicate-address", f"static/root/{name}")
    }
    assert site.published() == before
