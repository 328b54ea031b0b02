"""The colours around the site come from its style sheet."""

from __future__ import annotations

import pytest
from conftest import SiteFolder

from healthsite.artifact import Artifact
from healthsite.outputs.theme import theme_of
from healthsite.pages.frame import NO_THEME, Theme

SHEET = """
:root { --paper: #fff; --brand: #0b5f63; --brand-soft: #eee }
@media (prefers-color-scheme: dark) { :root { --paper: #111; --brand: #0d5155 } }
@media print { :root { --paper: #fefefe; --brand: #000 } }
"""


def theme(sheet: str) -> Theme:
    """The theme of a style sheet."""
    return theme_of([Artifact.of("assets/js/a.js", b"1;"), Artifact.of("assets/css/main.1.css", sheet.encode())])


def test_each_colour_is_the_first_of_its_place() -> None:
    """Light before the rules for dark, dark in them, and none of print."""
    assert theme(SHEET) == Theme("#0b5f63", "#0d5155", "#fff")


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("", NO_THEME),
        ("a { color: red }", NO_THEME),
        (":root { --brand: var(--accent) }", NO_THEME),
        (":root { --brand: #abc }", Theme("#abc", "", "")),
        (":root { --brand:#abc; --paper: red }", Theme("#abc", "", "")),
        ("@media (prefers-color-scheme:dark) { :root { --paper: #111 } }", Theme("", "", "#111")),
    ],
)
def test_what_is_no_plain_colour_is_left_out(sheet: str, expected: Theme) -> None:
    """A site with another style sheet has only what that says."""
    assert theme(sheet) == expected


def test_a_site_without_a_style_sheet_has_no_theme() -> None:
    """There is nothing to take it from."""
    assert theme_of([]) == NO_THEME


def test_pages_and_the_manifest_have_the_colours_of_the_style_sheet(site: SiteFolder) -> None:
    """A site's own tokens reach them."""
    site.write({"static/css/tokens.css": SHEET}).build()
    for colour, scheme in (("#0b5f63", "light"), ("#0d5155", "dark")):
        assert f'<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {scheme})">' in site.page(
            "/"
        )
    manifest = site.page("/manifest.webmanifest")
    assert '"theme_color": "#0b5f63"' in manifest
    assert '"background_color": "#fff"' in manifest


def test_without_colours_pages_name_none(site: SiteFolder) -> None:
    """No colour is made up."""
    site.write({"static/css/tokens.css": ":root { color-scheme: light }"}).build()
    assert "theme-color" not in site.page("/")
    assert "theme_color" not in site.page("/manifest.webmanifest")
