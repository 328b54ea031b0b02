"""An exercise for each side says in its steps when to change sides, and only such an exercise does.

A reader who is told of one leg only stretches one leg only. `sides: each` doubles the time of a routine and adds "on
each side" to the dose, so that the steps and the setting have to agree.

Passing:

    sides: each
    steps:
      - Bend your right knee.
      - Repeat on the other side.

Failing:

    sides: each
    steps:
      - Bend a knee.
      - Lower it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "both-sides"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_PART: Final = "(?:side|leg|arm|knee|hand|foot|heel|calf|thigh|hip|shoulder|elbow|wrist|ankle|cheek|ear|direction|way)"
_NAMED: Final = re.compile(
    rf"\b(?:left|right|(?:other|opposite|each) {_PART}|(?:swap|switch|change|alternate)(?: {_PART}s| over)?)\b",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    rf"\b(?:repeat|the same|do (?:it|this)|again)\b[^.;]*\bother {_PART}\b"
    r"|\b(?:swap|switch|change) (?:sides|legs|arms)\b",
    re.IGNORECASE,
)
_SIDES: Final = re.compile(r"^sides\s*:\s*", re.MULTILINE)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem where the steps and `sides` do not agree."""
    if page.kind != "exercises":
        return
    steps = list(page.of_kind("step"))
    setting = page.meta.sides
    if setting == "each":
        if not any(_NAMED.search(step.text) for step in steps):
            start = _SIDES.search(page.source)
            message = "`sides` is `each`, and no step speaks of the other side"
            hint = "add a step such as `Repeat on the other side.`, or write `sides: none`"
            yield page.problem(start.end() if start else 0, RULE, SEVERITY, message, hint, words=setting)
        return
    for step in steps:
        changed = _CHANGED.search(step.text)
        if changed:
            message = f"this step changes sides, and `sides` is `{setting}`"
            yield page.problem(step, RULE, SEVERITY, message, "write `sides: each`", words=changed.group())
            return
