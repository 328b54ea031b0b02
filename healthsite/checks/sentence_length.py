"""Sentences are short: up to 20 words are fine, over 20 is a warning, and over 30 is an error.

Readers who are in pain, tired or worried lose the thread of a long sentence, and a screen reader cannot be skimmed.
Headings, list items, cells and steps count as sentences of their own. Titles have a limit of their own.

Passing:

    Heavy legs are common. Moving and raising your feet often help.

Failing:

    Heavy legs, which are common, above all in people who sit or stand all day long at work, often feel better when
    you move them or raise them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.places import words_of
from healthsite.model.prose import PageText, sentences_of
from healthsite.problems import Problem, Severity

RULE: Final = "sentence-length"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

LONG: Final = 20
TOO_LONG: Final = 30


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each sentence that is too long."""
    for passage in page.passages:
        if passage.kind == "title" or passage.text.count(" ") < LONG:
            continue
        for sentence in sentences_of(passage.text):
            written = sentence.removeprefix("do not ") if passage.block == "dont" else sentence
            count = len(words_of(written))
            if count > LONG:
                severity = Severity.ERROR if count > TOO_LONG else Severity.WARNING
                message = f"this sentence has {count} words"
                hint = f"split it: up to {LONG} words are easy to read"
                yield page.problem(passage, RULE, severity, message, hint, words=written)
