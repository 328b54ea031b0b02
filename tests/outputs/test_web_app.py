"""The web app manifest: what phones need to put the site among their apps."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import CONFIG, SiteFolder, exercise, term


def manifest(site: SiteFolder) -> dict[str, Any]:
    """The manifest of the site, built."""
    site.build()
    found: dict[str, Any] = json.loads(site.page("/manifest.webmanifest"))
    return found


def test_it_has_all_that_browsers_ask_for(site: SiteFolder) -> None:
    """Its addresses stand below the path of the site, and every icon is there."""
    site.write({"config.yaml": f"{CONFIG.replace('example/', 'example/name/')}description: A site.\nlanguage: de\n"})
    found = manifest(site)
    assert {found[key] for key in ("id", "start_url", "scope")} == {"/name/"}
    assert (found["name"], found["short_name"], found["description"]) == ("Testing", "Testing", "A site.")
    assert (found["lang"], found["display"]) == ("de", "standalone")
    published = {f"/name/{path}" for path in site.published()}
    assert {icon["src"] for icon in found["icons"]} < published
    assert [(icon["purpose"], icon["sizes"], icon["type"]) for icon in found["icons"]] == [
        ("any", "192x192", "image/png"),
        ("any", "512x512", "image/png"),
        ("maskable", "192x192", "image/png"),
        ("maskable", "512x512", "image/png"),
    ]


def test_a_long_press_offers_what_the_site_has(site: SiteFolder) -> None:
    """Help first, by its short name."""
    assert [shortcut["url"] for shortcut in manifest(site)["shortcuts"]] == ["/search/"]
    site.write(
        {
            "content/pages/get-help.md": term("Getting help when it is urgent", short_title="Get help"),
            "content/exercises/bend.md": exercise(),
        }
    )
    assert manifest(site)["shortcuts"] == [
        {"name": "Get help", "url": "/get-help/"},
        {"name": "My routine", "url": "/my-routine/"},
        {"name": "Search", "url": "/search/"},
    ]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Ease", "Ease"),
        ("Plain help for sore backs", "Plain help"),
        ("Muskelverspannungen", None),
        ("Back pain and more\nshort_title: Backs", "Backs"),
    ],
)
def test_a_name_below_an_icon_is_never_cut(site: SiteFolder, title: str, short: str | None) -> None:
    """As many words of the title as fit, or none; a site may choose another."""
    site.write({"config.yaml": CONFIG.replace("Testing", title)})
    assert manifest(site).get("short_name") == short


def test_every_page_names_the_manifest_and_the_icons(site: SiteFolder) -> None:
    """By addresses that are there."""
    site.build()
    published = site.published()
    for path in (path for path in published if path.endswith(".html")):
        head = published[path].decode().partition("</head>")[0]
        for name in ("apple-touch-icon", "icon", "manifest"):
            address = head.partition(f'<link rel="{name}" href="/')[2].partition('"')[0]
            assert address in published
