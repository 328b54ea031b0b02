"""A Markdown file once read: its address, and the places of its front matter."""

from __future__ import annotations

import pytest

from healthsite.model.document import Document
from healthsite.model.term import TermFrontMatter

META = TermFrontMatter(title="Legs", summary="Legs.")

HEAD = """
title: Heavy legs
topic: legs
body_region: [calves, feet-ankles, feet]
condition:
  - varicose-veins
  # the worse one first

  - heavy-legs
sources:
- nhs-oedema
also_called: [
  tired legs,
]
doses:
  - reps: 3
    source: collection
reviewed : 2026-11-22
note: collection
"""


def document(kind: str = "topics", slug: str = "legs", head: str = HEAD) -> Document[TermFrontMatter]:
    """A document of which only these are of interest."""
    return Document(kind, slug, f"content/{kind}/{slug}.md", head, "", 1, META)


@pytest.mark.parametrize(
    ("kind", "slug", "url"),
    [
        ("articles", "heavy-legs", "/articles/heavy-legs/"),
        ("body-regions", "calves", "/body-regions/calves/"),
        ("pages", "about", "/about/"),
        ("pages", "index", "/"),
        ("topics", "index", "/topics/index/"),
    ],
)
def test_the_folder_and_the_name_make_the_address(kind: str, slug: str, url: str) -> None:
    """Plain pages stand at the top of the site, and the plain page `index` is the home page."""
    assert document(kind, slug).url == url


@pytest.mark.parametrize(
    ("key", "value", "line", "column"),
    [
        ("title", "", 2, 1),
        ("topic", "legs", 3, 8),
        ("body_region", "calves", 4, 15),
        ("body_region", "feet", 4, 36),
        ("condition", "varicose-veins", 6, 5),
        ("condition", "heavy-legs", 9, 5),
        ("sources", "nhs-oedema", 11, 3),
        ("also_called", "tired legs", 13, 3),
        ("doses", "collection", 17, 13),
        ("reviewed", "2026-11-22", 18, 12),
    ],
)
def test_a_value_is_found_under_its_key(key: str, value: str, line: int, column: int) -> None:
    """On the key's line or on the lines that belong to it, whole words only, counted from the top of the file."""
    place = document().place(key, value)
    assert (place.path, place.line, place.column) == ("content/topics/legs.md", line, column)


@pytest.mark.parametrize(
    ("key", "value", "line", "column"),
    [("topic", "calves", 3, 1), ("topic", "topic", 3, 1), ("body_region", "ankles", 4, 1), ("note", "legs", 19, 1)],
)
def test_a_value_that_is_not_there_is_its_key(key: str, value: str, line: int, column: int) -> None:
    """A value of another key, or half of a longer one, is not taken for it."""
    place = document().place(key, value)
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize("key", ["care", "reps", "dose"])
def test_a_key_that_is_not_there_is_the_top(key: str) -> None:
    """Neither a missing key nor one of a group below is found: the place is the top of the file."""
    place = document().place(key)
    assert (place.line, place.column) == (1, 1)
