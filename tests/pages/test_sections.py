"""The sections of a text, found without rendering it."""

from __future__ import annotations

import pytest

from healthsite.pages.sections import sections_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Causes\n\nMany.\n\n### More\n\n## What it is  \n", ["Causes", "What it is"]),
        ("##  Causes ##\n", ["Causes"]),
        ("## Causes {#why .wide}\n", ["Causes"]),
        ("# Causes\n#### Causes\n##Causes\n##\n", []),
        ("Some ## Causes\n    ## Causes\n", []),
        ("```\n## Causes\n```\n\n## Symptoms\n", ["Symptoms"]),
        ("~~~~\n~~~\n## Causes\n~~~~\n## Symptoms\n", ["Symptoms"]),
        ("```\n~~~\n## Causes\n", []),
        ("", []),
    ],
)
def test_second_level_headings_are_sections(text: str, found: list[str]) -> None:
    """Those of other levels and those in code are not."""
    assert sections_in(text) == found
