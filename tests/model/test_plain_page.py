"""The front matter of plain pages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from healthsite.model.plain_page import PlainPageFrontMatter


def test_a_plain_page_needs_a_title_and_a_summary() -> None:
    """An about page has no topic, no type, and need not be reviewed."""
    page = PlainPageFrontMatter.model_validate({"title": "About us", "summary": "Who we are."})
    assert (page.reviewed, page.sources, page.status) == (None, (), "published")


@pytest.mark.parametrize("key", ["topic", "type", "care"])
def test_keys_of_articles_are_unknown_to_it(key: str) -> None:
    """Health advice belongs into an article."""
    with pytest.raises(ValidationError, match=key):
        PlainPageFrontMatter.model_validate({"title": "About us", "summary": "Who we are.", key: "guide"})
