"""Text that follows a `///` block stands below a heading of its own.

Readers who jump from heading to heading would take the text for a part of the card: an exercise tip below an
emergency card reads as advice for an emergency. Another block may follow directly.

Passing:

    /// care | back
    ///

    ## Symptoms

    Your back may ache.

Failing:

    /// care | back
    ///

    Your back may ache.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "after-card"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each text that follows a block without a heading between."""
    if not page.blocks:
        return
    block = ""
    for name, passage in _in_order(page):
        if name:
            block = name
        elif passage and not passage.block:
            if block and passage.kind != "heading":
                message = f"this text follows the `{block}` block without a heading between"
                yield page.problem(passage, RULE, SEVERITY, message, "begin it with a heading, or move it above")
            block = ""


def _in_order(page: PageText) -> Iterator[tuple[str, Passage | None]]:
    """The blocks by their names, and the passages of the body, as they follow each other in the source."""
    blocks = list(page.blocks)
    for passage in page.body():
        while blocks and blocks[0][1] < passage.offset:
            yield blocks.pop(0)[0], None
        yield "", passage
