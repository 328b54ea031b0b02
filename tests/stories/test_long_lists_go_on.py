"""Lists that are too long for one page go on on further pages, and all of them find each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term
from stories.webpage import WebPage

NAMES = [f"{letter}-{number}" for letter in "abc" for number in range(4)]
"""12 slugs: with 5 on a page, 3 pages."""


def _twelve(folder: str) -> Mapping[str, str]:
    write = {"articles": article, "exercises": exercise}.get(folder, term)
    return {f"content/{folder}/{name}.md": write(f"Title {name}") for name in NAMES}


@pytest.fixture
def long(site: SiteFolder) -> SiteFolder:
    """A site whose lists show 5 items on a page."""
    return site.write({"config.yaml": CONFIG + "page_size: 5\n"})


@pytest.mark.parametrize("folder", ["topics", "conditions", "body-regions", "exercises"])
def test_a_list_goes_on(long: SiteFolder, folder: str) -> None:
    """Each item stands on exactly one of a list's pages, in order, and no page is longer than the config says."""
    long.delete("content/topics/legs.md", "content/articles/tired-legs.md").write(_twelve(folder)).build()
    shown = []
    for url in (f"/{folder}/", f"/{folder}/page/2/", f"/{folder}/page/3/"):
        items = [link for link in long.links(url) if link.startswith(f"/{folder}/") and "/page/" not in link]
        shown.append([link.split("/")[2] for link in items if link != f"/{folder}/"])
    assert shown == [NAMES[:5], NAMES[5:10], NAMES[10:]]
    assert not (long.out / folder / "page" / "4").exists()


@pytest.mark.parametrize("url", ["/topics/legs/", "/conditions/cramp/", "/body-regions/calves/"])
def test_the_members_of_a_term_go_on(long: SiteFolder, url: str) -> None:
    """A term with many members goes on at `page/2/`; its introduction stands on its first page only."""
    filed = {"condition": "cramp", "body_region": "calves"}
    long.write({"content/conditions/cramp.md": term("Cramp"), "content/body-regions/calves.md": term("Calves")})
    long.write({"content/topics/legs.md": term("Legs"), "content/articles/tired-legs.md": article("Last", **filed)})
    long.write({f"content/articles/{name}.md": article(f"A {name}", **filed) for name in NAMES[:8]})
    long.write({"content/exercises/stretch.md": exercise(topic="legs", **filed)}).build()
    second = [link.split("/")[2] for link in long.links(f"{url}page/2/") if link.startswith(("/art", "/exe"))]
    assert second == ["b-1", "b-2", "b-3", "tired-legs", "stretch"]
    assert "A few words." in long.text(url)
    assert "A few words." not in long.text(f"{url}page/2/")


def test_the_pages_of_a_list_link_each_other(long: SiteFolder) -> None:
    """Each page of a list links all pages, the one before and the one after; its title says which one it is."""
    long.write(_twelve("exercises")).build()
    first, second = long.page("/exercises/"), long.page("/exercises/page/2/")
    assert '<link rel="next" href="/exercises/page/2/">' in first
    assert 'rel="prev"' not in first
    assert '<link rel="prev" href="/exercises/">' in second
    assert '<link rel="next" href="/exercises/page/3/">' in second
    assert '<a rel="next" href="/exercises/page/3/">Next page</a>' in second
    assert '<a href="/exercises/page/2/" aria-current="page">' in second
    assert WebPage(second).title == "Exercises, page 2 – Testing"
    assert "Page 2 of 3" in long.text("/exercises/page/2/")
    assert '<link rel="canonical" href="https://testing.example/exercises/page/2/">' in second


def test_the_a_to_z_goes_on(long: SiteFolder) -> None:
    """The A to Z holds 4 times as many names on a page, and links a letter on whichever page it begins."""
    names = ", ".join(f"Name {number:02}" for number in range(20))
    long.write({"content/articles/tired-legs.md": article("Zest", also_called=f"[{names}]")}).build()
    assert "/a-to-z/page/2/#letter-z" in long.links("/a-to-z/")
    assert "/a-to-z/#letter-n" in long.links("/a-to-z/page/2/")
    assert "Zest" in long.text("/a-to-z/page/2/")


def test_what_uses_a_source_is_counted_where_it_is_not_listed(long: SiteFolder) -> None:
    """The list of sources names as many pages for each as a list shows, and says how many more there are."""
    long.write({"content/sources.yaml": "nhs: {kind: website, title: NHS, publisher: NHS}\n"})
    long.write({f"content/articles/{name}.md": article(f"A {name}", sources="nhs") for name in NAMES}).build()
    assert [link for link in long.links("/sources/") if link.startswith("/articles/")] == [
        f"/articles/{name}/" for name in NAMES[:5]
    ]
    assert ", and 7 more" in long.text("/sources/")


def test_a_list_that_shrinks_loses_its_pages(long: SiteFolder) -> None:
    """When the second page of a list is no longer needed, it is no longer published."""
    long.write(_twelve("exercises")).build()
    long.delete(*(f"content/exercises/{name}.md" for name in NAMES[3:])).build()
    assert not (long.out / "exercises" / "page").exists()
    assert "/exercises/page/2/" not in long.links("/exercises/")
