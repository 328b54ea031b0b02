"""The ids of headings, which never clash with those that templates use."""

from __future__ import annotations

from typing import Final

from markdown.extensions.toc import slugify

TAKEN: Final = ("page-", "source-", "care-", "exercise-", "routine-", "type-", "kind-", "letter-", "group-")
"""How the ids of templates begin."""


def slug_of_heading(text: str, separator: str) -> str:
    """The id of a heading: its words, with "section" behind them where a template's id could be the same."""
    slug = slugify(text, separator) or "section"
    return f"{slug}{separator}section" if slug == "main" or slug.startswith(TAKEN) else slug
