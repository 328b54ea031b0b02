"""Related articles are those that the plain definition gives, however they are found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.article import Article, ArticleFrontMatter
from healthsite.model.document import Document
from healthsite.model.related import RELATED_AT_MOST, Related

TERMS = {"condition": "abc", "body_region": "xyz", "topic": "pq"}


def article(slug: str, **terms: object) -> Article:
    """An article of which only its terms are of interest."""
    keys = {"title": slug, "summary": slug, "type": "guide", "topic": ["p"], "reviewed": date(2026, 11, 22), **terms}
    return Document("articles", slug, f"content/articles/{slug}.md", "", "", 1, ArticleFrontMatter.model_validate(keys))


def by_the_definition(articles: list[Article], slug: str) -> list[str]:
    """Every other article that shares a term, by the worth of what it shares of each kind, and then by its slug."""
    own = next(found for found in articles if found.slug == slug)

    def worth(other: Article, key: str) -> int:
        shared = set(getattr(own.meta, key)) & set(getattr(other.meta, key))
        return sum(1_000_000 // sum(term in getattr(one.meta, key) for one in articles) for term in shared)

    ranked = [
        (*(-worth(other, key) for key in ("condition", "body_region", "topic")), other.slug)
        for other in articles
        if other.slug != slug
    ]
    return [str(rank[-1]) for rank in sorted(ranked) if any(rank[:-1])][:RELATED_AT_MOST]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                key: st.lists(st.sampled_from(sorted(known)), min_size=int(key == "topic"), max_size=3, unique=True)
                for key, known in TERMS.items()
            }
        ),
        max_size=14,
    )
)
def test_they_are_what_the_definition_gives(terms: list[dict[str, list[str]]]) -> None:
    """For each article of any small library."""
    articles = [article(f"n{number:02}", **found) for number, found in enumerate(terms)]
    related = Related(articles)
    assert {slug: [one.slug for one in found] for (_, slug), found in related.items()} == {
        one.slug: by_the_definition(articles, one.slug) for one in articles
    }


def test_what_is_no_article_has_none() -> None:
    """Nor has an article of another library."""
    related = Related([article("a")])
    assert ("articles", "a") in related
    for key in (("articles", "b"), ("topics", "a")):
        with pytest.raises(KeyError):
            related[key]
