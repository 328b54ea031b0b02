"""A site with exercises says in `stop_if` of content/care.yaml when to stop, and names pain.

The signs are shown with every exercise. Without them, a reader may take pain for a part of the exercise.

Passing:

    stop_if:
      - your pain becomes sharp, spreads or gets worse

Failing:

    stop_if:
      - you feel tired
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity

RULE: Final = "stop-rule"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_PAIN: Final = re.compile(r"\b(?:pain(?:s|ful)?|hurts?|hurting)\b", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """A problem where there are exercises, and no sign of pain to stop at."""
    signs = site.library.care.stop_if
    if site.library.exercises and not any(_PAIN.search(sign) for sign in signs):
        message = "no sign of `stop_if` is about pain" if signs else "there is no `stop_if`"
        hint = "add signs to stop any exercise, such as `your pain becomes sharp, spreads or gets worse`"
        yield Problem(Location("content/care.yaml"), RULE, message, hint, SEVERITY)
