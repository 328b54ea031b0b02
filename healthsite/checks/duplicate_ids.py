"""No two elements of a page have one id.

A link to an id leads to the first of them only, and a screen reader announces the wrong label.

Passing:

    ## Symptoms {: #symptoms }

    ## Causes {: #causes }

Failing:

    ## Symptoms {: #symptoms }

    ## Causes {: #symptoms }
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "duplicate-id"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"

_ID: Final = re.compile(r'<[a-zA-Z][^>]*?\sid="([^"]*)"')


def check(page: PageText, html: str) -> Iterator[Problem]:
    """A problem for each id that stands a second time."""
    if _seem_unique(html):
        return
    for name, count in Counter(_ID.findall(html)).items():
        if count > 1:
            offset = max((at for written, at in page.ids if written == name), default=0)
            message = f"the id `{name}` stands {count} times on this page"
            problem = page.problem(offset, RULE, SEVERITY, message, "give each place an id of its own")
            yield replace(problem, length=len(name)) if offset else problem


def _seem_unique(html: str) -> bool:
    """Whether no two of all the texts that could be ids are alike: on most pages, and told in no time."""
    texts = [part.partition('"')[0] for part in html.split('id="')[1:]]
    return len(texts) == len(set(texts))
