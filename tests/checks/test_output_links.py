"""Every address that a finished page links or loads is there."""

from __future__ import annotations

import pytest

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.checks.output_links import check
from healthsite.problems import Location


def page(path: str, *hrefs: str, ids: tuple[str, ...] = ("main",), written: tuple[str, ...] = ()) -> Artifact:
    """A rendered page that links *hrefs*, of which an author wrote those in *written*."""
    anchored = tuple(Anchored(href, Location("content/pages/a.md", 9, 1)) for href in written)
    return Artifact.of(path, b"<p>", Findings(ids, hrefs, anchored))


def found(*pages: Artifact, base_path: str = "") -> list[str]:
    """What is said of *pages*, an article, a picture with a space in its name, and a style sheet."""
    others = (
        Artifact.of("assets/css/main.1234.css", b"a {}"),
        Artifact.of("articles/a/my chair.png", b"a chair"),
        page("articles/a/index.html", ids=("main", "causes")),
        page("old.html"),
    )
    return [str(problem) for problem in check({one.path: one for one in (*others, *pages)}, base_path)]


@pytest.mark.parametrize("base_path", ["", "/name"])
@pytest.mark.parametrize(
    "href",
    [
        "{}/",
        "{}/articles/a/",
        "{}/articles/a/#causes",
        "{}/articles/a/index.html",
        "{}/old.html",
        "{}/assets/css/main.1234.css",
        "{}/articles/a/my%20chair.png",
        "{}/assets/css/main.1234.css#any",
        "#main",
        "#",
    ],
)
def test_an_address_that_is_there_is_fine(href: str, base_path: str) -> None:
    """A folder, a file, a place on a page, and a name with signs that are written as codes."""
    assert found(page("index.html", href.format(base_path)), base_path=base_path) == []


@pytest.mark.parametrize("base_path", ["", "/name"])
@pytest.mark.parametrize("href", ["{}/gone/", "{}/articles/a", "{}/assets/css/main.css", "//elsewhere.example/x.css"])
def test_an_address_that_leads_nowhere_is_told(href: str, base_path: str) -> None:
    """By the page that links it: it comes from a template, which an author cannot see in the text."""
    link = href.format(base_path)
    assert found(page("index.html", link), base_path=base_path) == [
        f"public/index.html: error: this page links to `{link}`, which is not there [dead-link]"
    ]


@pytest.mark.parametrize("href", ["/", "/articles/a/", "/names/x/"])
def test_an_address_without_the_path_of_the_site_leads_out_of_it(href: str) -> None:
    """On a site below a path, a template that forgets the path links somebody else's page."""
    assert found(page("index.html", href), base_path="/name") == [
        f"public/index.html: error: this page links to `{href}`, which is not there [dead-link]"
    ]


@pytest.mark.parametrize("href", ["#gone", "/articles/a/#gone"])
def test_a_place_that_is_not_on_the_page_is_told(href: str) -> None:
    """On the same page, or on another one."""
    assert found(page("index.html", href)) == [
        f"public/index.html: error: this page links to `{href}`, but no element has that id [dead-link]"
    ]


def test_a_page_that_is_empty_is_not_judged() -> None:
    """Where a template or a text failed, its ids are not known; one that was rendered without ids has no place."""
    assert found(page("index.html", "/b/#x"), Artifact.of("b/index.html", b"")) == []
    assert len(found(page("index.html", "/b/#x"), page("b/index.html", ids=()))) == 1


def test_what_an_author_wrote_is_told_by_another_rule() -> None:
    """A broken anchor in a text has a line and a column there, and is not told twice."""
    assert found(page("index.html", "#gone", written=("#gone",))) == []
    assert len(found(page("index.html", "#gone", written=("#other",)))) == 1


def test_the_same_address_is_told_for_each_page() -> None:
    """Each page that links it has to be mended."""
    assert len(found(page("index.html", "/gone/"), page("b.html", "/gone/", "/gone/too/"))) == 3
