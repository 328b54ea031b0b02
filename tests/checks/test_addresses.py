"""No two things claim one address."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest import CONFIG, SiteFolder, article, term

OWN = "content/articles/tired-legs.md"
PLAIN = "content/pages/about.md"


def said(site: SiteFolder, redirect_from: str, files: Mapping[str, str] | None = None) -> list[str]:
    """What is said of the site when its article has those old addresses."""
    return site.write({**(files or {}), OWN: article(redirect_from=redirect_from)}).said()


def test_addresses_of_their_own_are_fine(site: SiteFolder) -> None:
    """One slug may stand in several folders, and an old address that nobody has is free."""
    site.write({"content/topics/tired-legs.md": term("Tired"), PLAIN: term("About")})
    site.write({OWN: article(redirect_from="[/old/, old-two, /articles/tired/legs.html]")})
    assert site.check().problems == ()


def test_two_files_for_one_page(site: SiteFolder) -> None:
    """A file and a folder of one name are told at the second of them."""
    site.write({"content/articles/tired-legs/index.md": article()})
    (found,) = site.said()
    assert found == (
        "content/articles/tired-legs/index.md: error: the address /articles/tired-legs/ is claimed by "
        "content/articles/tired-legs.md as well [duplicate-address]"
    )


@pytest.mark.parametrize(
    ("old", "column", "owner"),
    [
        ("/topics/legs/", 16, "content/topics/legs.md"),
        ("/Topics/LEGS", 16, "content/topics/legs.md"),
        ("[/old/, /topics/legs/]", 24, "content/topics/legs.md"),
        ("/articles/tired-legs/", 16, OWN),
        ("/feed.xml", 16, "the site's own files"),
        ("/robots.txt", 16, "the site's own files"),
        ("/sitemap.xml", 16, "the site's own files"),
        ("/assets/", 16, "the site's own files"),
        ("/topics/", 16, "a page that the site makes itself"),
        ("/A-to-Z", 16, "a page that the site makes itself"),
        ("/404.html", 16, "a page that the site makes itself"),
        ("/index.html", 16, "a page that the site makes itself"),
        ("/topics/legs/index.html", 16, "content/topics/legs.md"),
    ],
)
def test_an_old_address_that_is_taken(site: SiteFolder, old: str, column: int, owner: str) -> None:
    """By a page, whatever its capitals, by a page that the site makes, or by a file that it writes."""
    (found,) = said(site, old)
    assert found.startswith(f"{OWN}:7:{column}: error: the address /")
    assert found.endswith(f" is claimed by {owner} as well [duplicate-address]")


def test_an_old_address_that_two_pages_had(site: SiteFolder) -> None:
    """It can lead on to one of them only, and the second is told."""
    files = {"content/articles/a.md": article(redirect_from="/old/")}
    (found,) = said(site, "/OLD", files)
    assert found == (
        f"{OWN}:7:16: error: the address /OLD/ is claimed by `redirect_from` in content/articles/a.md as well "
        "[duplicate-address]"
    )


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("'https://ease.example/old/'", 17),
        ("/", 16),
        ("/a//b", 16),
        ("/../secret", 16),
        ("/.git/config", 16),
        ("/naïve/", 16),
        ("/a b/", 16),
        ("'/a#b'", 17),
        ("'/a?b'", 17),
        ("'/a%20b'", 17),
    ],
)
def test_what_is_no_address_of_the_site(site: SiteFolder, written: str, column: int) -> None:
    """Hosts, ways out of the site and signs that browsers write in two ways are refused."""
    plain = written.strip("'")
    assert said(site, written) == [
        f"{OWN}:7:{column}: error: `{plain}` is not an address of this site [duplicate-address]"
    ]


@pytest.mark.parametrize(
    ("slug", "owner"),
    [
        ("assets", "the site's own files"),
        ("topics", "a page that the site makes itself"),
        ("a-to-z", "a page that the site makes itself"),
    ],
)
def test_a_plain_page_cannot_have_a_taken_name(site: SiteFolder, slug: str, owner: str) -> None:
    """Plain pages stand at the top of the site, beside the lists that the site makes itself."""
    (found,) = site.write({f"content/pages/{slug}.md": term("Mine")}).said()
    assert found.startswith(f"content/pages/{slug}.md: error: the address /{slug}/ is claimed by {owner} as well")


def test_the_pages_of_a_long_list_are_taken(site: SiteFolder) -> None:
    """An old address cannot be that of the second page of a list."""
    more = {f"content/articles/a{number}.md": article(f"A {number}") for number in range(6)}
    (found,) = said(site.write({"config.yaml": f"{CONFIG}page_size: 5\n"}), "/topics/legs/page/2/", more)
    assert "the address /topics/legs/page/2/ is claimed by a page that the site makes itself" in found


def test_a_file_cannot_be_a_folder_as_well(site: SiteFolder) -> None:
    """An old address below another one that is a file could not be written."""
    (found,) = said(site, "[/old.html, /old.html/x]")
    assert "is claimed by `redirect_from`" in found


def test_a_file_of_the_site_keeps_its_name(site: SiteFolder) -> None:
    """A static file at the top cannot take the place of a page, and is told by its own path."""
    (found,) = site.write({"static/root/topics/legs/index.html": "mine"}).said()
    assert found.startswith("static/root/topics/legs/index.html: error: the address /topics/legs/ is claimed by ")


def test_an_address_has_an_end(site: SiteFolder) -> None:
    """A name that no disk takes is told before anything is written."""
    (found,) = said(site, f"/{'x' * 201}/")
    assert found == f"{OWN}:7:16: error: this address is too long [duplicate-address]"
    assert site.write({OWN: article(redirect_from=f"/{'x' * 200}/")}).check().problems == ()
