"""What is wrong with the description of a figure, and where its author wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.pages.body import Body
from healthsite.problems import Problem
from healthsite.reading.yaml_text import Parsed, parse

RULE: Final = "figure"


def figure_problems(body: Body) -> Iterator[Problem]:
    """A problem for each flaw of the figure in the front matter of *body*."""
    figure = getattr(body.meta, "figure", None)
    if figure is None:
        return
    from healthsite.drawing.frames import drawn  # noqa: PLC0415 - few pages are drawn, and loading this takes its time

    flaws = drawn(figure).flaws
    parsed = parse(body.path, body.head) if flaws else None
    if isinstance(parsed, Parsed):
        for flaw in flaws:
            place, length = parsed.place(("figure", *flaw.where))
            yield Problem(place, RULE, flaw.message, flaw.hint, length=length)
