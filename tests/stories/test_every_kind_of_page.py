"""The pages that readers come by: home, lists, plain pages, old addresses, and addresses that lead nowhere."""

from __future__ import annotations

import re

import pytest
from conftest import CONFIG, PAGES, SiteFolder, article, exercise, term
from stories.webpage import WebPage, links_in, part

CARE = """
profiles:
  legs:
    title: Legs
    emergency: {heading: "Call {emergency_number} now if:", items: [you cannot stand]}
    urgent: {heading: "Ask {urgent_service} today if:", items: [one calf swells]}
    non_urgent: {heading: "See {non_urgent_service} if:", lead_in: "for weeks:", items: [it goes on]}
groups:
  pregnant: {label: you are pregnant, advice: Ask your midwife.}
stop_if: [it hurts]
"""
LISTS = ["/topics/", "/conditions/", "/body-regions/", "/exercises/", "/a-to-z/"]


def test_the_home_page_leads_to_all_parts(site: SiteFolder) -> None:
    """The home page shows the site's words, and links regions, conditions, topics and the articles reviewed last."""
    site.write(
        {
            "content/pages/index.md": term("Welcome").replace("few words", "[few words](about.md)"),
            "content/pages/about.md": term("About"),
            "content/body-regions/calves.md": term("Calves"),
            "content/conditions/cramp.md": term("Cramp"),
            "content/articles/new.md": article("New", reviewed="2026-11-20"),
        }
    ).build()
    html = site.page("/")
    assert "<h1>Welcome</h1>" in html
    assert "/about/" in site.links("/")
    assert links_in(part(html, "by-body-region")) == ["#page-body-list", *2 * ["/body-regions/calves/"]]
    assert links_in(part(html, "by-condition")) == ["/conditions/cramp/"]
    assert links_in(part(html, "by-topic")) == ["/topics/legs/"]
    assert links_in(part(html, "latest")) == ["/articles/new/", "/articles/tired-legs/"]


def test_the_home_page_takes_its_words_from_the_config(site: SiteFolder) -> None:
    """Without a page of its own, the home page shows the site's title and tagline."""
    site.write({"config.yaml": CONFIG + "tagline: Calm help.\n"}).build()
    assert site.text("/").startswith("Testing Calm help.")


def test_the_frame_leads_to_what_there_is(site: SiteFolder) -> None:
    """The navigation links the lists that have something to list, and no others."""
    site.build()
    assert [url for url in LISTS if f'href="{url}"' in site.page("/404.html")] == ["/topics/", "/a-to-z/"]
    site.write(
        {
            "content/conditions/cramp.md": term("Cramp"),
            "content/body-regions/calves.md": term("Calves"),
            "content/exercises/stretch.md": exercise(),
        }
    ).build()
    assert [url for url in LISTS if f'href="{url}"' in site.page("/404.html")] == LISTS


@pytest.mark.parametrize(
    ("footer", "expected"),
    [("", ["/about/", "/privacy/"]), ("footer: [privacy]", ["/privacy/"])],
    ids=["all", "chosen"],
)
def test_the_footer_links_plain_pages(site: SiteFolder, footer: str, expected: list[str]) -> None:
    """The footer links the plain pages that the config chooses, or all of them."""
    site.write(
        {
            "config.yaml": f"{CONFIG}contact: hello@testing.example\n{footer}\n",
            "content/pages/privacy.md": term("Privacy"),
            "content/pages/about.md": term("About this site", short_title="About"),
        }
    ).build()
    footer = re.sub(r"(?s)^.*<footer", "<footer", site.page("/"))
    assert links_in(footer) == [*expected, "/offline/", "/feed.xml", "mailto:hello@testing.example"]


def test_getting_help_stands_on_every_page(site: SiteFolder) -> None:
    """Where there is a page `get-help`, every page leads to it from its top."""
    site.write({"content/pages/get-help.md": term("Get help now")}).build()
    pages = [path for path in site.published() if path.endswith(".html")]
    assert len(pages) == PAGES + 1
    assert all("/get-help/" in re.sub(r"(?s)<main.*$", "", site.page(f"/{path}")) for path in pages)


def test_conditions_are_listed_by_letter(site: SiteFolder) -> None:
    """The list of conditions goes from A to Z, with a link to each letter."""
    site.write({f"content/conditions/{name}.md": term(name.title()) for name in ("sprain", "ache", "cramp")}).build()
    assert re.findall(r"<h2[^>]*>(.)</h2>", site.page("/conditions/")) == ["A", "C", "S"]
    assert "#letter-c" in site.links("/conditions/")


def test_exercises_are_listed_by_kind(site: SiteFolder) -> None:
    """The list of exercises has a group for each kind."""
    site.write(
        {"content/exercises/bath.md": exercise("Bath", kind="relax"), "content/exercises/a.md": exercise("A")}
    ).build()
    assert links_in(part(site.page("/exercises/"), "kind-relax")) == ["/exercises/bath/"]


def test_an_exercise_says_who_asks_first_and_when_to_stop(site: SiteFolder) -> None:
    """Cautions, groups who ask first, and signs to stop at stand above the steps."""
    text = exercise(ask_first="pregnant", cautions="Go slowly.", variations="Sit down.", equipment="mat")
    site.write({"content/care.yaml": CARE, "content/exercises/stretch.md": text}).build()
    before = site.text("/exercises/stretch/").rpartition("How to do it")[0]
    for words in ("you are pregnant. Ask your midwife.", "Go slowly.", "Do not start, and stop, if it hurts"):
        assert words in before


def test_care_cards_use_the_names_of_the_config(site: SiteFolder) -> None:
    """Where an article names a care profile, its cards stand above the text, with the region's own names."""
    site.write(
        {
            "config.yaml": CONFIG + "care: {emergency_number: 112}\n".replace("112", '"112"'),
            "content/care.yaml": CARE,
            "content/articles/tired-legs.md": article(care="legs"),
        }
    ).build()
    text = site.text("/articles/tired-legs/")
    assert text.index("Call 112 now if: you cannot stand") < text.index("Rest them.")
    assert "Ask an urgent care service or a doctor today if:" in text


def test_an_old_address_leads_on(site: SiteFolder) -> None:
    """`redirect_from` makes a page that sends on, names the new address as the real one, and is not to be indexed."""
    site.write({"content/articles/tired-legs.md": article(redirect_from="[/old/legs/, /legs.html]")}).build()
    for url in ("/old/legs/", "/legs.html"):
        html = site.page(url)
        assert '<meta http-equiv="refresh" content="0; url=/articles/tired-legs/">' in html
        assert '<link rel="canonical" href="https://testing.example/articles/tired-legs/">' in html
        assert not WebPage(html).indexed
        assert "/articles/tired-legs/" in site.links(url)


def test_an_address_that_leads_nowhere_gets_a_page(site: SiteFolder) -> None:
    """`404.html` says so, links the home page, and is not to be indexed."""
    site.build()
    assert "<h1>Page not found</h1>" in site.page("/404.html")
    assert "/" in site.links("/404.html")
    assert not WebPage(site.page("/404.html")).indexed


def test_a_plain_page_says_when_it_was_reviewed(site: SiteFolder) -> None:
    """A plain page shows its text, its review and when the next is due."""
    site.write({"content/pages/about.md": term("About", reviewed="2026-01-31")}).build()
    assert "Page last reviewed: 31 January 2026 . Next review due: 31 January 2028" in site.text("/about/")


def test_without_a_reviewer_a_page_says_so(site: SiteFolder) -> None:
    """An article, exercise or condition that nobody reviewed says that no clinician checked it."""
    site.write({"content/exercises/stretch.md": exercise(), "content/conditions/cramp.md": term("Cramp")}).build()
    for url in ("/articles/tired-legs/", "/exercises/stretch/", "/conditions/cramp/"):
        assert site.text(url).count("This page has not been checked by a clinician.") == 2


def test_with_a_reviewer_a_page_names_them(site: SiteFolder) -> None:
    """A real reviewer stands on the page with credentials, and the notice is gone."""
    text = article(reviewed_by='[{name: Ada Mo, credentials: Nurse, url: "https://reg.example/1"}]', authors="[Bo Li]")
    site.write({"content/articles/tired-legs.md": text}).build()
    assert "not been checked" not in site.text("/articles/tired-legs/")
    assert "Checked by Ada Mo , Nurse. Written by Bo Li." in site.text("/articles/tired-legs/")
    assert "https://reg.example/1" in site.links("/articles/tired-legs/")
