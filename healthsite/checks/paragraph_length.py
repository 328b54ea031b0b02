"""A paragraph has at most 3 sentences.

A wall of text puts readers off before they begin, above all on a small screen. One thought in a paragraph can be
found again.

Passing:

    Heavy legs are common. They often feel worse in the evening. Moving your feet may help.

Failing:

    Heavy legs are common. They often feel worse in the evening. Moving your feet may help. So may a short rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, sentences_of
from healthsite.problems import Problem, Severity

RULE: Final = "paragraph-length"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

MOST: Final = 3


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each paragraph that is too long, at the first sentence that is too many."""
    for paragraph in page.of_kind("paragraph"):
        sentences = sentences_of(paragraph.text)
        if len(sentences) > MOST:
            message = f"this paragraph has {len(sentences)} sentences, and this is number {MOST + 1}"
            hint = f"begin a new paragraph here or earlier: up to {MOST} sentences are easy to read"
            yield page.problem(paragraph, RULE, SEVERITY, message, hint, words=sentences[MOST])
