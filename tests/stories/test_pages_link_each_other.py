"""Articles, exercises, terms and glossary entries find each other without anybody writing a list."""

from __future__ import annotations

import re

import pytest
from conftest import SiteFolder, article, exercise, term
from stories.webpage import links_in, part

TERMS = {
    "content/topics/sleep.md": term("Sleep"),
    "content/conditions/cramp.md": term("Cramp"),
    "content/conditions/sprain.md": term("Sprain"),
    "content/body-regions/calves.md": term("Calves"),
}
FILED = {"topic": "[legs, sleep]", "condition": "cramp", "body_region": "calves"}


@pytest.mark.parametrize("url", ["/topics/legs/", "/topics/sleep/", "/conditions/cramp/", "/body-regions/calves/"])
@pytest.mark.parametrize("kind", ["articles", "exercises"])
def test_a_page_and_its_terms_link_each_other(site: SiteFolder, url: str, kind: str) -> None:
    """A page links each of its terms, and each of them lists it."""
    text = article("At night", **FILED) if kind == "articles" else exercise("At night", **FILED)
    site.write({**TERMS, f"content/{kind}/at-night.md": text}).build()
    assert url in links_in(part(site.page(f"/{kind}/at-night/"), "filed-under"))
    assert f"/{kind}/at-night/" in site.links(url)


def test_a_term_groups_its_articles_by_type(site: SiteFolder) -> None:
    """A term lists articles under the heading of their type, conditions first, and exercises last."""
    site.write(
        {
            "content/articles/press.md": article("Press", type="treatment"),
            "content/articles/ache.md": article("Ache", type="condition"),
            "content/articles/lift.md": article("Lift", type="routine"),
            "content/exercises/stretch.md": exercise(topic="legs"),
        }
    ).build()
    html = site.page("/topics/legs/")
    headings = re.findall(r"<h2[^>]*>([^<]*)</h2>", html)
    assert headings == ["Conditions explained", "Treatments", "Guides", "Exercise routines", "Exercises"]
    assert links_in(part(html, "type-treatment")) == ["/articles/press/"]
    assert links_in(html.partition(">Exercises</h2>")[2])[0] == "/exercises/stretch/"


def test_neighbours_share_members_most_first(site: SiteFolder) -> None:
    """A term links the terms that it shares pages with, those that share most of them first, and no others."""
    site.write(
        {
            **TERMS,
            "content/articles/one.md": article("One", condition="cramp", body_region="calves"),
            "content/articles/two.md": article("Two", condition="cramp"),
        }
    ).build()
    assert links_in(part(site.page("/conditions/cramp/"), "neighbours")) == ["/topics/legs/", "/body-regions/calves/"]
    assert part(site.page("/conditions/sprain/"), "neighbours") == ""


def test_a_condition_shows_what_links_to_it(site: SiteFolder) -> None:
    """A page that mentions a condition without being filed under it stands under "Other pages that mention it"."""
    site.write(
        {
            **TERMS,
            "content/articles/filed.md": article("Filed", "See [it](../conditions/cramp.md).", condition="cramp"),
            "content/articles/tired-legs.md": article(body="Not [cramp](../conditions/cramp.md)."),
        }
    ).build()
    assert links_in(part(site.page("/conditions/cramp/"), "linked-from")) == ["/articles/tired-legs/"]


@pytest.mark.parametrize(
    "text",
    [
        article("User", exercises="stretch"),
        article("User", "/// exercise | stretch\n///"),
        article("User", "Do the [stretch](../exercises/stretch.md)."),
    ],
    ids=["front matter", "block", "link"],
)
def test_an_exercise_shows_what_uses_it(site: SiteFolder, text: str) -> None:
    """However an article brings in an exercise, the exercise links back to it."""
    site.write({"content/exercises/stretch.md": exercise(), "content/articles/user.md": text}).build()
    assert links_in(part(site.page("/exercises/stretch/"), "used-in")) == ["/articles/user/"]
    assert "/exercises/stretch/" in site.links("/articles/user/")


def test_an_easier_and_a_harder_exercise_are_linked(site: SiteFolder) -> None:
    """An exercise leads to its easier and its harder form."""
    site.write(
        {
            "content/exercises/stretch.md": exercise(easier="rest", harder="jump"),
            "content/exercises/rest.md": exercise("Rest"),
            "content/exercises/jump.md": exercise("Jump"),
        }
    ).build()
    assert links_in(part(site.page("/exercises/stretch/"), "variations")) == ["/exercises/rest/", "/exercises/jump/"]


def test_terms_lead_to_their_regions_and_main_article(site: SiteFolder) -> None:
    """A condition shows where in the body it is and its main article; a region shows those next to it."""
    site.write(
        {
            "content/conditions/cramp.md": term("Cramp", body_region="calves", article="tired-legs"),
            "content/body-regions/calves.md": term("Calves", adjacent="feet"),
            "content/body-regions/feet.md": term("Feet"),
        }
    ).build()
    assert links_in(part(site.page("/conditions/cramp/"), "body-regions")) == ["/body-regions/calves/"]
    assert links_in(part(site.page("/conditions/cramp/"), "main-article")) == ["/articles/tired-legs/"]
    assert links_in(part(site.page("/body-regions/calves/"), "body-regions")) == ["/body-regions/feet/"]


def test_links_lead_from_file_to_page(site: SiteFolder) -> None:
    """A relative link to a `.md` file becomes the address of its page, its anchor kept."""
    site.write(
        {
            "content/articles/tired-legs.md": article(body="## Rest well\n\nPut them up."),
            "content/pages/about.md": term("About").replace("few words", "[few](../articles/tired-legs.md#rest-well)"),
            "content/topics/legs.md": term("Legs").replace("few words", "[few](../articles/tired-legs.md)"),
        }
    ).build()
    assert site.links("/about/") == ["/articles/tired-legs/#rest-well"]
    assert "/articles/tired-legs/" in site.links("/topics/legs/")


def test_a_missing_anchor_is_found_once_all_is_rendered(site: SiteFolder) -> None:
    """A link to a heading that is not on the other page is a problem at the link."""
    site.write({"content/pages/about.md": term("About").replace("few", "[few](../topics/legs.md#rest)")})
    assert site.said() == [
        "content/pages/about.md:6:9: error: there is no heading or place `#rest` on that page [broken-anchor]"
    ]


def test_an_anchor_may_be_on_the_same_page(site: SiteFolder) -> None:
    """A link to a heading of its own page is checked there, and may stand above it."""
    site.write(
        {"content/articles/tired-legs.md": article(body="See [below](#rest).\n\n## Rest\n\nPut them up.")}
    ).build()
    assert "#rest" in site.links("/articles/tired-legs/")
    site.write({"content/articles/tired-legs.md": article(body="See [below](#rest).")})
    assert [problem.rule for problem in site.problems()] == ["broken-anchor"]
