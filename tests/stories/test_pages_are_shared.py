"""What a link to a page shows where it is shared: Open Graph and Twitter cards."""

from __future__ import annotations

import re
from html import unescape

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term

HOST = "https://testing.example"


def card(site: SiteFolder, url: str) -> dict[str, str]:
    """The tags about sharing of the page at *url*."""
    found = re.findall(r'<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)">', site.page(url))
    assert len(found) == len(dict(found))
    return {name: unescape(content) for name, content in found}


def test_an_article_is_shown_by_its_own_words(site: SiteFolder) -> None:
    """Its title, its summary, its days, and the address that search engines are told as well."""
    text = article("Legs & feet", summary="'\"Rest\" helps.'", published="2026-10-01", updated="2026-11-05")
    site.write({"content/articles/tired-legs.md": text}).build()
    found = card(site, "/articles/tired-legs/")
    image = found.pop("og:image")
    assert found == {
        "og:type": "article",
        "og:title": "Legs & feet",
        "og:description": '"Rest" helps.',
        "og:url": f"{HOST}/articles/tired-legs/",
        "og:site_name": "Testing",
        "og:locale": "en_GB",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Testing",
        "article:published_time": "2026-10-01",
        "article:modified_time": "2026-11-05",
        "twitter:card": "summary_large_image",
    }
    assert image.removeprefix(f"{HOST}/") in site.published()


def test_a_page_without_days_names_none(site: SiteFolder) -> None:
    """The day of a review is no day of publication."""
    site.build()
    assert not {"article:published_time", "article:modified_time"} & set(card(site, "/articles/tired-legs/"))


def test_every_page_can_be_shared(site: SiteFolder) -> None:
    """Its address is the canonical one; an old address shares the new one."""
    site.write(
        {
            "config.yaml": CONFIG.replace("example/", "example/name/"),
            "content/articles/tired-legs.md": article(redirect_from="/old/"),
            "content/exercises/bend.md": exercise(),
            "content/pages/about.md": term("About"),
        }
    ).build()
    pages = [path for path in site.published() if path.endswith(".html")]
    for path in pages:
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', site.page(f"/{path}"))
        found = card(site, f"/{path}")
        assert canonical is not None
        assert found["og:url"] == canonical[1]
        assert found["og:image"].startswith(f"{HOST}/name/assets/icons/social.")
        assert (found["og:title"] != "", found["og:site_name"]) == (True, "Testing")
    assert card(site, "/old/")["og:url"] == f"{HOST}/name/articles/tired-legs/"
    types = {path: card(site, f"/{path}")["og:type"] for path in pages}
    assert {path for path, kind in types.items() if kind == "article"} == {
        "articles/tired-legs/index.html",
        "exercises/bend/index.html",
    }


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en-GB", "en_GB"), ("de", None), ("zh-Hant-TW", "zh_TW"), ("en-gb", "en_GB"), ("de-1996", None)],
)
def test_a_language_without_a_country_is_no_locale(site: SiteFolder, language: str, locale: str | None) -> None:
    """No country is made up."""
    site.write({"config.yaml": f"{CONFIG}language: {language}\n"}).build()
    assert card(site, "/").get("og:locale") == locale
