"""An exercise has a drawing.

Steps in words are enough for some readers. Many others see in a drawing at once which leg is meant, where the hands
go and how far the movement goes. What a figure may say, and how it is described, stands in docs/figures.md.

Passing:

    figure:
      alt: A person stands and raises both arms.
      poses:
        - {posture: standing, label: Start}
        - {label: Arms up, both: {shoulder: 170}, arrows: [right-hand]}

Failing, for an exercise:

    steps: [Stand up., Raise both arms.]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "no-figure"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each exercise without a drawing."""
    for exercise in site.library.exercises:
        if exercise.meta.figure is None:
            hint = "describe one under `figure`; docs/figures.md tells how"
            yield Problem(exercise.place("title"), RULE, "this exercise has no drawing", hint, SEVERITY, len("title"))
