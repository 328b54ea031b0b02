"""Wording that must not stand, or had better not, stands on no page: one list, ``content/phrases.yaml``.

It holds absolute promises ("cures", "completely safe"), claims that guidance contradicts, brand names,
mistranslations, false seals, fear, and words that readers stumble over, each with why and what to write instead.
Wording may be reported inside the blocks and on the pages that its entry names.

Passing:

    Osteoarthritis cannot be cured, but its symptoms can be managed.

Failing:

    This exercise cures osteoarthritis.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks.wording import broken, hint_of, message_of, wordings_of
from healthsite.model.lexicon import Lexicon
from healthsite.model.places import words_of
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "phrase"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"


def check(page: PageText, lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each wording of the list that stands in the page."""
    wordings = wordings_of(lexicon).in_any(passage.text for passage in page.passages)
    for passage in page.passages if wordings else ():
        for entry, words in broken(wordings, passage.text):
            if passage.block not in entry.blocks and page.slug not in entry.pages:
                at = passage.offset if words_of(words) else max(page.source.find(words, passage.offset), passage.offset)
                severity = Severity(entry.severity)
                yield page.problem(at, RULE, severity, message_of(entry, words), hint_of(entry), words=words)
