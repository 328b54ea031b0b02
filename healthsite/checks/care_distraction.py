"""An emergency card holds nothing but the signs and where to go: no link, no further reading, no exercise.

Whoever reads it has to act now. Each further thing to read or to try costs time, and suggests that there is some.

Passing:

    emergency:
      heading: "Call {emergency_number} now if:"
      items:
        - you have chest pain during exercise

Failing:

    emergency:
      heading: "Call {emergency_number} now if:"
      items:
        - you have chest pain (see our page on chest pain)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity

RULE: Final = "care-distraction"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_DISTRACTION: Final = re.compile(
    r"https?://\S+|www\.\S+|\w+\.(?:org|com|net|uk|gov)\b|\]\(|\bread(?:ing)?\b|\bsee our\b|\blearn more\b|\bfind out\b"
    r"|\bmore information\b|\bpages?\b|\barticles?\b|\bwebsites?\b"
    r"|(?<!during )(?<!after )(?<!with )(?<!while )(?<!when you )\b(?:exercis(?:es?|ing)|stretch(?:es|ing)?)\b",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Problem]:
    """A problem for each distraction in an emergency card of content/care.yaml."""
    for profile in site.library.care.profiles:
        card = profile.emergency
        for text in (card.heading, card.lead_in or "", *card.items):
            found = _DISTRACTION.search(text)
            if found:
                place = Location("content/care.yaml", profile.line, 1)
                message = f"the emergency card of `{profile.slug}` speaks of `{found.group()}`"
                hint = "leave it out: only signs, and where to go"
                yield Problem(place, RULE, message, hint, SEVERITY, 0)
