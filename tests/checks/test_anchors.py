"""Every anchor that a link names is on the page that it leads to."""

from __future__ import annotations

import pytest
from conftest import CONFIG, SiteFolder, article, term

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.checks.anchors import check
from healthsite.problems import Location

OWN = "content/articles/tired-legs.md"
HERE = Location(OWN, 9, 5)
HINT = "headings become anchors: `## Get help` is `#get-help`"


def page(path: str, *ids: str, links: tuple[str, ...] = ()) -> Artifact:
    """A rendered page with *ids* and an author's *links*."""
    return Artifact.of(path, b"<p>", Findings(ids, (), tuple(Anchored(href, HERE) for href in links)))


def found(*pages: Artifact, base_path: str = "") -> list[str]:
    """What is said of *pages*."""
    return [str(problem) for problem in check({one.path: one for one in pages}, base_path)]


@pytest.mark.parametrize("base_path", ["", "/name"])
@pytest.mark.parametrize("href", ["#here", "{}/b/#there", "{}/#home", "{}/b/chair.png#x", "{}/gone/#x"])
def test_an_anchor_that_is_there_is_fine(href: str, base_path: str) -> None:
    """On the same page or another one; what is no page, or not there at all, is for other rules."""
    link = href.format(base_path)
    pages = (page("a/index.html", "here", links=(link,)), page("b/index.html", "there"), page("index.html", "home"))
    assert found(*pages, base_path=base_path) == []


@pytest.mark.parametrize("base_path", ["", "/name"])
@pytest.mark.parametrize("href", ["#there", "{}/b/#here", "{}/#here"])
def test_an_anchor_that_is_missing_is_told(href: str, base_path: str) -> None:
    """At the place of the link, by the name of the anchor."""
    link = href.format(base_path)
    pages = (page("a/index.html", "here", links=(link,)), page("b/index.html", "there"), page("index.html", "home"))
    anchor = link.rpartition("#")[2]
    assert found(*pages, base_path=base_path) == [
        f"{HERE}: error: there is no heading or place `#{anchor}` on that page [broken-anchor]"
    ]


def test_a_page_that_is_empty_is_not_judged() -> None:
    """Where a template or a text failed, its ids are not known, and the failure is told already."""
    empty = Artifact.of("b/index.html", b"")
    assert found(page("a/index.html", links=("/b/#here",)), empty) == []


def test_a_page_without_ids_is_judged() -> None:
    """A page that was rendered and has no id has no place to link to."""
    assert len(found(page("a/index.html", links=("/b/#here",)), page("b/index.html"))) == 1


@pytest.mark.parametrize(("anchor", "hint"), [("causes", "did you mean `cause`?"), ("x", HINT)])
def test_the_hint_is_the_nearest_anchor(anchor: str, hint: str) -> None:
    """Where none is near, it says how anchors are made."""
    artifact = page("a/index.html", "cause", links=(f"#{anchor}",))
    (problem,) = check({artifact.path: artifact}, "")
    assert problem.hint == hint


def test_each_anchor_of_a_text_is_told_with_its_place(site: SiteFolder) -> None:
    """Links to this page, to another one, and to a place that is there are told apart, below a path as well."""
    text = "## Causes\n\n[a](#causes) [b](#effects)\n\n[c](../topics/legs.md#causes) [d](../topics/legs.md#main)"
    site.write({"config.yaml": CONFIG.replace("example/", "example/name/"), OWN: article(body=text)})
    assert site.said() == [
        f"{OWN}:11:18: error: there is no heading or place `#effects` on that page [broken-anchor]",
        f"{OWN}:13:5: error: there is no heading or place `#causes` on that page [broken-anchor]",
    ]


def test_an_anchor_is_not_mistaken_for_a_longer_one(site: SiteFolder) -> None:
    """The place is that of the link itself, even where one before it begins in the same way."""
    site.write({OWN: article(body="## Causes\n\n[a](#causes) [b](#cause)")})
    assert site.said() == [f"{OWN}:11:18: error: there is no heading or place `#cause` on that page [broken-anchor]"]


def test_a_page_that_is_gone_is_told_once(site: SiteFolder) -> None:
    """A link to a file that is not there is a broken link, and not a broken anchor as well."""
    site.write({OWN: article(body="[a](gone.md)"), "content/pages/about.md": term("About")})
    assert site.said() == [f"{OWN}:9:5: error: there is no page `gone.md` [broken-link]"]
