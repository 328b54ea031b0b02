"""The heading of a care card says what to do and ends with "if:", and its items run on from it.

"Call … now if:" is understood at a glance, by somebody who is frightened and reads nothing else. Each sign runs on
from the heading, so it begins in lower case and has no full stop.

Passing:

    heading: "Call {emergency_number} now if:"
    items:
      - you have chest pain

Failing:

    heading: Emergency signs
    items:
      - You have chest pain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.care import CareLevel, CareProfile
from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity

RULE: Final = "care-heading"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_HEADING: Final = re.compile(r"(?:Call|Go|Ask|Speak|See|Contact|Get)\b.*\bif:")
_CAPITAL: Final = re.compile(r"[^\W\d_](?=\s|[a-z])")
"""A first letter that could be small: that of a word, and not of "NHS" or "X-ray"."""


def check(site: Site) -> Iterator[Problem]:
    """A problem for each heading and item of content/care.yaml of another form."""
    care = site.library.care
    for profile in care.profiles:
        for name, level in levels_of(profile):
            yield from _level(Location("content/care.yaml", profile.line, 1), f"{profile.slug}, {name}", level)
    for item in care.stop_if:
        yield from _item(Location("content/care.yaml"), "stop_if", item)


def levels_of(profile: CareProfile) -> tuple[tuple[str, CareLevel], ...]:
    """The levels of *profile* with their keys, the most urgent first."""
    return (("emergency", profile.emergency), ("urgent", profile.urgent), ("non_urgent", profile.non_urgent))


def _level(place: Location, name: str, level: CareLevel) -> Iterator[Problem]:
    if not _HEADING.fullmatch(level.heading):
        message = f"the heading `{level.heading}` ({name}) does not say what to do, ending with `if:`"
        hint = "write it as in `Call {emergency_number} now if:`, with Call, Go, Ask, Speak, See, Contact or Get"
        yield Problem(place, RULE, message, hint, SEVERITY, 0)
    for item in level.items:
        yield from _item(place, name, item)


def _item(place: Location, name: str, item: str) -> Iterator[Problem]:
    if item[:1].isupper() and _CAPITAL.match(item):
        message = f"the item `{item}` ({name}) begins with a capital letter"
        yield Problem(place, RULE, message, f"write `{item[:1].lower()}{item[1:]}`", SEVERITY, 0)
    if item.endswith((".", ";", ",", ":")):
        message = f"the item `{item}` ({name}) ends with `{item[-1]}`"
        yield Problem(place, RULE, message, "leave the sign at its end out", SEVERITY, 0)
