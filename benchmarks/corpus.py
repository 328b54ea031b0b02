"""A synthetic health library: the same articles for every generator, from one seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

SEED: Final = 20261122
TOPICS: Final = 12
REGIONS: Final = 20
CONDITIONS: Final = 200

_VOCABULARY: Final = (
    "the a of to and in your you back muscle pain may help can often gently slowly move rest hold stretch breath "
    "sleep walk sit stand lie floor chair wall knee hip leg foot neck shoulder spine joint nerve disc doctor "
    "physiotherapist advice daily habit comfort morning evening week month common usual mild short long warm cool "
    "firm soft deep easy careful steady regular movement exercise position posture support pillow mattress shoe "
    "step stair break work desk screen weight age study guideline evidence sign symptom cause treatment "
    "prevention recovery strength balance change better worse same each every some many few most when while after "
    "before during without with about into over "
)
_WORDS: Final = tuple(_VOCABULARY.split())
_HEADINGS: Final = ("Symptoms", "Causes", "What you can do", "Treatment", "What is known")
_SIGNS: Final = (".", ".", ".", ".", "!", "?")


@dataclass(frozen=True, slots=True)
class Article:
    """An article before it is written for a generator.

    In *body*, Markdown, a link to another article has the address ``@slug``. *topic*, *regions* and *conditions* are
    slugs such as ``topic-3``.
    """

    slug: str
    title: str
    summary: str
    topic: str
    regions: tuple[str, ...]
    conditions: tuple[str, ...]
    reviewed: date
    body: str


def articles(count: int, seed: int = SEED) -> Iterator[Article]:
    """The first *count* articles of the corpus; the texts of an article depend on *count* by their links only."""
    return (article(number, count, seed) for number in range(count))


def article(number: int, count: int, seed: int = SEED) -> Article:
    """The article with that *number* among *count*."""
    return _article(number, count, Random(f"{seed}-{number}"))


def title_of(slug: str) -> str:
    """The name of a term, as in ``Condition 17``."""
    kind, _, number = slug.rpartition("-")
    return f"{kind.replace('-', ' ').capitalize()} {number}"


def terms() -> dict[str, tuple[str, ...]]:
    """The terms of each taxonomy, by the taxonomy's folder."""
    return {
        "topics": tuple(f"topic-{number}" for number in range(TOPICS)),
        "body-regions": tuple(f"region-{number}" for number in range(REGIONS)),
        "conditions": tuple(f"condition-{number}" for number in range(CONDITIONS)),
    }


def _article(number: int, count: int, random: Random) -> Article:
    known = terms()
    return Article(
        slug=f"article-{number}",
        title=f"{_phrase(random, 3, 5).capitalize()} {number}",
        summary=f"{_sentence(random, 8, 14, None)} {_sentence(random, 6, 10, None)}",
        topic=random.choice(known["topics"]),
        regions=tuple(random.sample(known["body-regions"], random.randint(1, 2))),
        conditions=tuple(random.sample(known["conditions"], random.randint(1, 3))),
        reviewed=date(2025, 1, 1) + timedelta(days=random.randint(0, 650)),
        body=_body(random, count),
    )


def _body(random: Random, count: int) -> str:
    """Five sections of paragraphs and lists, with a quotation and a table."""
    parts: list[str] = []
    for position, heading in enumerate(_HEADINGS):
        parts.append(f"## {heading}")
        parts += [_paragraph(random, count) for _ in range(2)]
        parts.append("\n".join(f"- {_phrase(random, 5, 10)}" for _ in range(5)))
        if position == 1:
            parts.append(f"> {_paragraph(random, count)}")
        if position == 3:
            rows = [
                f"| {_phrase(random, 1, 2)} | {_phrase(random, 2, 5)} | {_phrase(random, 2, 5)} |" for _ in range(4)
            ]
            parts.append("\n".join(["| Treatment | What it does | What is known |", "| --- | --- | --- |", *rows]))
        parts.append(_paragraph(random, count))
    return "\n\n".join(parts) + "\n"


def _paragraph(random: Random, count: int) -> str:
    return " ".join(_sentence(random, 8, 16, count) for _ in range(random.randint(3, 5)))


def _sentence(random: Random, least: int, most: int, count: int | None) -> str:
    """A sentence; with *count*, every tenth one holds a link to one of so many articles."""
    words = _phrase(random, least, most)
    if count and random.random() < 0.1:
        before, _, after = words.partition(" ")
        words = f"{before} [{after}](@article-{random.randrange(count)})"
    return words[:1].upper() + words[1:] + random.choice(_SIGNS)


def _phrase(random: Random, least: int, most: int) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(least, most)))
