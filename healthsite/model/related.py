"""Which articles are related: found for one article at a time, from those that share its rarest kind of term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import nsmallest
from typing import Final

from healthsite.model.article import Article
from healthsite.model.library import TAXONOMIES, AnyDocument

RELATED_AT_MOST: Final = 5

_BY_WEIGHT: Final = ("conditions", "body-regions", "topics")
"""The taxonomies by what a shared term says: a shared condition outweighs any number of shared regions, and so on."""
_RARITY: Final = 1_000_000
"""What a shared term is worth is this, divided by how many articles share it."""

Term = tuple[str, str]
"""A taxonomy and the slug of one of its terms."""
Levels = tuple[tuple[Term, ...], ...]
"""The terms of an article, those of each taxonomy together, the one that says most first."""
_HELD: Final = 10_000
"""For so many kinds of articles, at most, it is held who is related to them."""
_NOBODY: Final[frozenset[str]] = frozenset()


class Related(Mapping[tuple[str, str], tuple[Article, ...]]):
    """At most 5 articles for each article, by shared conditions, then body regions, then topics, then by their slugs.

    Each is looked up when it is asked for, once for all articles that are filed alike. Articles that share a condition
    are compared with each other only as far as it takes to tell the first 5, so that the time for all of them grows
    little faster than their number.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.slug: article for article in articles}
        self._best_by_terms: dict[Levels, list[str]] = {}

    def __getitem__(self, key: tuple[str, str]) -> tuple[Article, ...]:
        kind, slug = key
        if kind != "articles" or slug not in self._articles:
            raise KeyError(key)
        article = self._articles[slug]
        terms = tuple(tuple((taxonomy, name) for name in terms_of(article, taxonomy)) for taxonomy in _BY_WEIGHT)
        best = self._best_by_terms.get(terms)
        if best is None:
            if len(self._best_by_terms) >= _HELD:
                self._best_by_terms.clear()
            best = self._best_by_terms[terms] = self._best(terms)
        others = [other for other in best if other != slug]
        return tuple(self._articles[other] for other in others[:RELATED_AT_MOST])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return (("articles", slug) for slug in self._articles)

    def __len__(self) -> int:
        return len(self._articles)

    def _best(self, shared: Levels) -> list[str]:
        """The slugs of the articles most related to one with these terms: one more than are wanted, for it is there."""
        best: list[str] = []
        passed: set[str] = set()
        for level, terms in enumerate(shared):
            groups = self._by_score(terms)
            for group in groups:
                best += self._first(group - passed, shared[level + 1 :], RELATED_AT_MOST + 1 - len(best))
                if len(best) > RELATED_AT_MOST:
                    return best
            passed.update(*groups)
        return best

    def _first(self, slugs: frozenset[str], shared: Levels, count: int) -> list[str]:
        """The first *count* of *slugs*, by what they share of each level of *shared*, and then by name."""
        if len(slugs) < 2 or not shared:
            return nsmallest(count, slugs)
        best: list[str] = []
        groups = self._by_score(shared[0], slugs)
        for group in (*groups, slugs.difference(*groups)):
            if len(best) == count:
                break
            best += self._first(group, shared[1:], count - len(best))
        return best

    def _by_score(self, terms: Iterable[Term], among: frozenset[str] | None = None) -> list[frozenset[str]]:
        """The articles that share any of *terms*, in groups by what the shared ones are worth together, best first."""
        found: dict[int, frozenset[str]] = {}
        for term in terms:
            everywhere = self._sharing.get(term, _NOBODY)
            sharing, worth = everywhere if among is None else everywhere & among, _RARITY // max(1, len(everywhere))
            split: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
            for score, group in found.items():
                split[score + worth] |= group & sharing
                split[score] |= group - sharing
            split[worth] |= sharing.difference(*found.values())
            found = split
        return [found[score] for score in sorted(found, reverse=True) if found[score]]

    @cached_property
    def _sharing(self) -> Mapping[Term, frozenset[str]]:
        """The slugs of the articles that name each term."""
        sharing: defaultdict[Term, list[str]] = defaultdict(list)
        for article in self._articles.values():
            for taxonomy in _BY_WEIGHT:
                for slug in terms_of(article, taxonomy):
                    sharing[taxonomy, slug].append(article.slug)
        return {term: frozenset(slugs) for term, slugs in sharing.items()}


def terms_of(document: AnyDocument, taxonomy: str) -> tuple[str, ...]:
    """The slugs that *document* names of a taxonomy, as in ``body-regions``; each once, in its order."""
    slugs: tuple[str, ...] = getattr(document.meta, TAXONOMIES[taxonomy], ())
    return tuple(dict.fromkeys(slugs)) if len(slugs) > 1 else slugs
