"""The front matter of articles."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from healthsite.model.article import TYPES, ArticleFrontMatter, ArticleType

LEAST = {
    "title": "Heavy legs",
    "summary": "Rest helps.",
    "type": "guide",
    "topic": "legs",
    "reviewed": date(2026, 11, 22),
}


def article(**keys: Any) -> ArticleFrontMatter:
    """The least front matter, with *keys* added or replaced."""
    return ArticleFrontMatter.model_validate({**LEAST, **keys})


def test_every_type_has_a_heading_for_lists() -> None:
    """No article is left out of a list because its type has no group."""
    assert tuple(TYPES) == get_args(ArticleType)


@pytest.mark.parametrize("missing", sorted(LEAST))
def test_five_keys_are_required(missing: str) -> None:
    """Title, summary, type, topic and the day of the review are due on every article."""
    with pytest.raises(ValidationError, match=missing):
        ArticleFrontMatter.model_validate({key: value for key, value in LEAST.items() if key != missing})


def test_all_else_may_be_left_out() -> None:
    """An article with the five keys is published, and claims no reviewer, author or source."""
    least = article()
    assert least.status == "published"
    assert (least.reviewed_by, least.authors, least.sources, least.care) == ((), (), (), None)


@pytest.mark.parametrize("key", ["topic", "body_region", "condition", "exercises", "sources"])
def test_terms_are_one_slug_or_a_list(key: str) -> None:
    """Both ways of writing them mean the same."""
    assert getattr(article(**{key: "legs"}), key) == getattr(article(**{key: ["legs"]}), key) == ("legs",)


@pytest.mark.parametrize(
    "keys", [{"topic": []}, {"topic": None}, {"type": "story"}, {"status": "secret"}, {"reviewed_by": "Ada Example"}]
)
def test_what_makes_no_sense_is_refused(keys: dict[str, object]) -> None:
    """An article without a topic, of an unknown type or state, or with a reviewer who is only a name is refused."""
    with pytest.raises(ValidationError, match=next(iter(keys))):
        article(**keys)
