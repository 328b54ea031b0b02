"""A site: addresses with and without a path before them."""

from __future__ import annotations

from datetime import date

import pytest

from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import Library
from healthsite.model.site import Site
from healthsite.model.term import TermFrontMatter

LEGS = Document(
    "topics", "legs", "content/topics/legs.md", "", "", 1, TermFrontMatter(title="Legs", summary="About legs.")
)


@pytest.mark.parametrize(
    ("base_url", "href", "absolute"),
    [
        ("https://ease.example", "/topics/legs/", "https://ease.example/topics/legs/"),
        ("https://ease.example/name/", "/name/topics/legs/", "https://ease.example/name/topics/legs/"),
    ],
)
def test_addresses_carry_the_path_of_the_site(base_url: str, href: str, absolute: str) -> None:
    """Pages link by path, machines are told scheme and host."""
    config = Config.model_validate({"title": "Ease", "base_url": base_url})
    site = Site.of(config, Library.of([LEGS]), date(2026, 11, 22))
    assert site.link_to(LEGS) == site.href("/topics/legs/") == href
    assert site.absolute(LEGS.url) == absolute


def test_a_site_knows_its_graph() -> None:
    """Its links are those of its library, seen on its day."""
    config = Config.model_validate({"title": "Ease", "base_url": "https://ease.example"})
    site = Site.of(config, Library.of([LEGS]), date(2026, 11, 22))
    assert (site.graph.members, site.today) == ({}, date(2026, 11, 22))
