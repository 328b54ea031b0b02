"""Pages at old addresses."""

from __future__ import annotations

import pytest
from conftest import CONFIG, SiteFolder, article
from hypothesis import given
from hypothesis import strategies as st

from healthsite.pages.redirect import old_url

PATHS = st.from_regex(r"/{0,2}[a-z0-9]{1,5}(/[a-z0-9]{1,5}){0,2}(\.html?|\.php)?/{0,2}", fullmatch=True)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("/articles/old/", "/articles/old/"),
        ("/articles/old", "/articles/old/"),
        ("articles/old", "/articles/old/"),
        ("/old.html", "/old.html"),
        ("old.htm", "/old.htm"),
        ("/old.php", "/old.php/"),
        ("/", "/"),
    ],
)
def test_an_old_address_is_a_folder_or_a_file(written: str, url: str) -> None:
    """Slashes may be left out, and a file of HTML keeps its name."""
    assert old_url(written) == url


@given(PATHS)
def test_an_old_address_is_stable(written: str) -> None:
    """An address as pages have it is taken as it stands, and always begins with one slash."""
    url = old_url(written)
    assert old_url(url) == url
    assert url.startswith("/")
    assert not url.startswith("//")


def test_an_old_address_leads_on(site: SiteFolder) -> None:
    """People are sent on, search engines are told where the page stands now, and the old page is not listed."""
    site.write(
        {
            "config.yaml": CONFIG.replace("example/", "example/name/"),
            "content/articles/tired-legs.md": article(redirect_from="[/old/, /older.html]"),
        }
    ).build()
    for url in ("/old/", "/older.html"):
        html = site.page(url)
        assert '<meta http-equiv="refresh" content="0; url=/name/articles/tired-legs/">' in html
        assert '<link rel="canonical" href="https://testing.example/name/articles/tired-legs/">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert "/name/articles/tired-legs/" in site.links(url)
    assert "old" not in site.page("/sitemap.xml")
