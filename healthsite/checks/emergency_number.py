"""No text holds an emergency number: it comes from config.yaml, through the care cards.

A reader far from home who dials the number of another country loses minutes. The numbers and the names of services
stand once, in config.yaml under `care`, and every card takes them from there. A count such as "112 adults" is no
emergency number.

Passing:

    /// care | back
    ///

Failing:

    Call 999 if you have chest pain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "emergency-number"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

HINT: Final = "place a care card, as in `/// care | back`, or link to the page about getting help"

_COUNTED: Final = (
    r"(?:\s+(?!(?:for|if|or|and|to|when|in|on|at|with|within|is)\b)[a-z-]+){0,2}?\s+(?:people|adults|children|men|women|participants|patients|volunteers|runners|workers"
    r"|trials|studies|reports|cases|pages|words|days|hours|minutes|seconds|steps|degrees|kilograms|grams|centimetres)"
)
_NUMBER: Final = re.compile(
    r"(?<![\w.,:/+£$€-])(?<!\d )(?<!\d of )(?:999|911|112|111|000)"
    r"(?![\w:/%+]|[.,-]\d| ?%| \d| (?:to|of|in) (?:every )?\d)"
    rf"(?!{_COUNTED}\b)"
)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each emergency number in the page."""
    for passage in page.passages:
        for words in in_text(passage.text):
            yield page.problem(passage, RULE, SEVERITY, message_of(words), HINT, words=words)


def in_text(text: str) -> Iterator[str]:
    """The emergency numbers in *text*."""
    return (match.group() for match in _NUMBER.finditer(text))


def message_of(words: str) -> str:
    """What is wrong with *words*."""
    return f"`{words}` is the emergency number of some countries only"
