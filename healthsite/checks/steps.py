"""An exercise has 2 to 8 steps, each one sentence that begins with what to do.

Someone who holds a stretch reads one step at a glance: the verb first, one action, spoken to "you". A few words may
stand before the verb, as in "Slowly lift" or "With your knees bent, lift". How long a step is, `sentence-length` says.

Passing:

    steps:
      - Lie on your back with your knees bent.
      - Slowly lift 1 foot off the floor.

Failing:

    steps:
      - Your foot is lifted off the floor. Then lower it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.checks.verbs import begins_with_verb
from healthsite.model.lexicon import Lexicon
from healthsite.model.places import words_of
from healthsite.model.prose import PageText, Passage, sentences_of
from healthsite.problems import Problem, Severity

RULE: Final = "steps"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

FEWEST: Final = 2
MOST: Final = 8
_STEPS: Final = re.compile(r"^steps\s*:", re.MULTILINE)
_SOMEONE: Final = re.compile(
    r"\b(?:s?he|(?:the|a) (?:patient|person|client|participant)|patients|people|clients|participants)\b",
    re.IGNORECASE,
)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each step that is hard to follow, and for too few or too many of them."""
    if page.kind != "exercises":
        return
    steps = list(page.of_kind("step"))
    if not FEWEST <= len(steps) <= MOST:
        start = _STEPS.search(page.source)
        message = f"this exercise has {len(steps)} step{'' if len(steps) == 1 else 's'}"
        hint = (
            "say what to do first and how to finish" if len(steps) < FEWEST else "join small steps, or make 2 exercises"
        )
        place = start.start() if start else 0
        yield page.problem(place, RULE, SEVERITY, message, f"{hint}: {FEWEST} to {MOST} can be followed", words="steps")
    for step in steps:
        yield from _step(page, step)


def _step(page: PageText, step: Passage) -> Iterator[Problem]:
    sentences = sentences_of(step.text)
    if len(sentences) > 1:
        message = f"this step has {len(sentences)} sentences"
        yield page.problem(step, RULE, SEVERITY, message, "make a step of each action", words=sentences[1])
    if not begins_with_verb(step.text):
        first = next(iter(words_of(step.text)), "")
        message = f"this step begins with `{first}`, and not with what to do"
        yield page.problem(step, RULE, SEVERITY, message, "begin with a verb, as in `Lift your leg`", words=first)
    someone = _SOMEONE.search(step.text)
    if someone:
        message = f"this step speaks of `{someone.group()}`"
        yield page.problem(step, RULE, SEVERITY, message, "speak to `you`", words=someone.group())
