"""A link says where it leads.

Readers who use a screen reader hear the links of a page as a list: "here, here, more" tells them nothing. A bare web
address is read out letter by letter.

Passing:

    Read [how to exercise safely](exercise-safely.md).

Failing:

    Click [here](exercise-safely.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "link-text"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"

_EMPTY_WORDS: Final = re.compile(
    r"(?:click|tap|press|see|read|find out|learn|go)?\s*(?:on\s+)?(?:here|more|this|link|this link|this page|page"
    r"|more here|this article|details|info|more information|continue)?\s*[.…>»]*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each link whose words say nothing."""
    for link in page.links:
        if _ADDRESS.fullmatch(link.text):
            hint = "name the page in words, as in `[the NHS page on sciatica](https://…)`"
            yield page.problem(link.offset, RULE, SEVERITY, "this link shows a bare address", hint, words=link.text)
        elif _EMPTY_WORDS.fullmatch(link.text):
            message = (
                f"the link text `{link.text}` does not say where it leads" if link.text else "this link has no words"
            )
            hint = "name the page that it leads to, as in `[how to exercise safely](…)`"
            yield page.problem(link.offset, RULE, SEVERITY, message, hint, words=link.text)
