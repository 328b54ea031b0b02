"""The ids of headings."""

from __future__ import annotations

import pytest

from healthsite.text.heading_ids import TAKEN, slug_of_heading


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("What it is", "what-it-is"),
        ("Pins & needles", "pins-needles"),
        ("Café", "cafe"),
        ("?", "section"),
        ("", "section"),
        ("日本", "section"),
        ("Main", "main-section"),
        ("Main causes", "main-causes"),
        ("Page", "page"),
        ("Exercise at home", "exercise-at-home-section"),
    ],
)
def test_a_heading_has_an_id_of_its_words(heading: str, slug: str) -> None:
    """An id is the words of its heading, and never one that the templates use."""
    assert slug_of_heading(heading, "-") == slug


@pytest.mark.parametrize("start", TAKEN)
def test_the_ids_of_templates_are_taken(start: str) -> None:
    """No heading gets an id that ends like one of a template's begins and goes on alike."""
    assert slug_of_heading(f"{start} legs", "-").endswith("-section")
