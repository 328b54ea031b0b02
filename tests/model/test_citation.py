"""What the site's statements rest on."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from healthsite.model.citation import SOURCE_KINDS, Citation


def citation(**keys: Any) -> Citation:
    """A source with *keys* added or replaced."""
    return Citation.model_validate(
        {"slug": "nice-ng59", "kind": "guideline", "title": "Low back pain", "publisher": "NICE", **keys}
    )


def test_every_kind_has_words_for_readers() -> None:
    """A kind that editors may write is a kind that pages can show."""
    assert set(get_args(Citation.model_fields["kind"].annotation)) == set(SOURCE_KINDS)


@pytest.mark.parametrize("missing", ["kind", "title", "publisher"])
def test_a_source_says_what_it_is_and_who_published_it(missing: str) -> None:
    """A title alone is no source."""
    keys = {"slug": "a", "kind": "trial", "title": "A trial", "publisher": "A journal"}
    del keys[missing]
    with pytest.raises(ValidationError, match=missing):
        Citation.model_validate(keys)


@pytest.mark.parametrize("year", [1800, 2200])
def test_years_have_bounds(year: int) -> None:
    """A slip of the finger in a year is found."""
    outside = year + (1 if year > 2000 else -1)
    assert citation(year=year).year == year
    with pytest.raises(ValidationError, match="year"):
        citation(year=outside)


@pytest.mark.parametrize(
    "keys", [{"kind": "blog"}, {"evidence": "E"}, {"status": "old"}, {"url": "nice.org.uk"}, {"accessed": "2026"}]
)
def test_what_is_unknown_is_refused(keys: dict[str, str]) -> None:
    """Kinds, grades, states, addresses and dates are checked."""
    with pytest.raises(ValidationError, match=next(iter(keys))):
        citation(**keys)


def test_one_author_needs_no_list() -> None:
    """A single author is written as plain text."""
    assert citation(authors="A. Author").authors == ("A. Author",)
