"""What every page shares links only to what the site has."""

from __future__ import annotations

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article, exercise, term

from healthsite.model.site import Site
from healthsite.pages.frame import Frame, frame_of
from healthsite.reading.read import read

PAGES = {f"content/pages/{slug}.md": term(slug.title()) for slug in ("about", "privacy", "get-help", "index")}


def frame(site: SiteFolder) -> Frame:
    """The frame of the site of that folder."""
    contents = read(site.root)
    return frame_of(Site.of(contents.config, contents.library, TODAY))


def test_navigation_leads_to_what_there_is(site: SiteFolder) -> None:
    """A section appears with its first page, and its address carries the path of the site."""
    assert [link.href for link in frame(site).navigation] == ["/topics/", "/a-to-z/"]
    site.write(
        {
            "config.yaml": CONFIG.replace("example/", "example/name/"),
            "content/conditions/cramp.md": term("Cramp"),
            "content/body-regions/calves.md": term("Calves"),
            "content/exercises/bend.md": exercise(),
        }
    )
    hrefs = [link.href for link in frame(site).navigation]
    assert {"/name/topics/", "/name/conditions/", "/name/body-regions/", "/name/exercises/"} <= set(hrefs)
    assert frame(site).home == "/name/"


def test_help_is_there_when_the_site_has_that_page(site: SiteFolder) -> None:
    """The page about getting help stands in the frame, by its own title."""
    assert frame(site).help is None
    found = frame(site.write({"content/pages/get-help.md": term("Get help now")})).help
    assert found is not None
    assert (found.title, found.href) == ("Get help now", "/get-help/")


@pytest.mark.parametrize(
    ("footer", "hrefs"),
    [("", ["/about/", "/privacy/"]), ("footer: [privacy, about]\n", ["/privacy/", "/about/"])],
)
def test_the_footer_leads_to_the_plain_pages(site: SiteFolder, footer: str, hrefs: list[str]) -> None:
    """All of them, or those chosen in that order; neither the home page nor the page about help is among them."""
    assert [link.href for link in frame(site.write({**PAGES, "config.yaml": CONFIG + footer})).footer] == hrefs


def test_the_footer_leads_to_glossary_and_sources(site: SiteFolder) -> None:
    """They come last, where there are any."""
    site.write(
        {
            **PAGES,
            "content/glossary.yaml": "cord: {term: cord, definition: A string.}\n",
            "content/sources.yaml": "a: {kind: trial, title: A, publisher: B}\n",
        }
    )
    assert [link.href for link in frame(site).footer][-2:] == ["/glossary/", "/sources/"]


def test_a_short_title_saves_room(site: SiteFolder) -> None:
    """The footer shows the short title of a page that has one."""
    site.write({"content/pages/about.md": term("About this site and us", short_title="About")})
    assert [link.title for link in frame(site).footer] == ["About"]


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("editors@ease.example", "mailto:editors@ease.example"),
        ("https://ease.example/form", "https://ease.example/form"),
    ],
)
def test_a_contact_is_an_email_or_a_page(site: SiteFolder, contact: str, href: str) -> None:
    """Readers report an error with one click either way."""
    found = frame(site.write({"config.yaml": f"{CONFIG}contact: {contact}\n"})).contact
    assert found is not None
    assert (found.title, found.href) == (contact, href)


def test_without_a_contact_none_is_shown(site: SiteFolder) -> None:
    """No address is made up."""
    assert frame(site.write({"content/articles/tired-legs.md": article()})).contact is None
