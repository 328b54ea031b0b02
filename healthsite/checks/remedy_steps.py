"""Home remedies are described, and never given as steps.

A numbered list or a `do` block reads as a recipe to follow. Plant rubs and hot compresses have burned people and
brought on severe allergies, and none has good evidence; so a page of the type `evidence` holds no such lists, and no
step or numbered item of any page names a remedy.

Passing:

    Some people put warm horseradish on the lower back. It can burn the skin.

Failing:

    1. Grate the horseradish and warm it.
    2. Spread it on your lower back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "remedy-steps"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_HINT: Final = "say in a sentence what some people do, what is known of it, and what can go wrong"


def check(page: PageText, lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each step that names a remedy, and for each list of steps on a page about remedies."""
    remedies = _remedies(lexicon.remedies)
    lists: set[int] = set()
    for passage in page.of_kind("step", "item"):
        if not _is_step(passage):
            continue
        found = remedies.search(passage.text)
        if found:
            message = f"this step names the home remedy `{found.group()}`"
            yield page.problem(passage, RULE, SEVERITY, message, _HINT, words=found.group())
        elif page.type == "evidence" and passage.group not in lists:
            what = "a `do` block" if passage.block == "do" else "a numbered list"
            yield page.problem(passage, RULE, SEVERITY, f"{what} on a page about remedies reads as a recipe", _HINT)
        lists.add(passage.group)


def _is_step(passage: Passage) -> bool:
    return passage.kind == "step" or passage.ordered or passage.block == "do"


@lru_cache(maxsize=2)
def _remedies(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(name).replace(r"\ ", r"[\s-]+") + "(?:s|es)?" for name in names)
    return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", re.IGNORECASE)
