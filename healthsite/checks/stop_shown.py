"""Every exercise tells when to stop before it tells what to do, wherever its steps are shown.

The signs come from content/care.yaml through the templates, so this rule is for those who write templates of their
own: it looks at the finished page.

Passing, in the template of an exercise card:

    <p class="exercise-card__stop">Do not start, and stop, if your pain is sharp.</p>
    <ol>…the steps…</ol>

Failing:

    <ol>…the steps…</ol>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "stop-shown"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_CARD: Final = re.compile(r'<(section|article) class="exercise-card"[^>]*>(.*?)</\1>', re.DOTALL)
_HEADING: Final = re.compile(r'class="exercise-card__heading"[^>]*>(.*?)</h\d>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_WORDS: Final = re.compile(r"\bstop\b[^<]{0,40}\bif\b", re.IGNORECASE)
_HINT: Final = "show the signs of `stop_if` in its template, before the steps"


def check(page: PageText, html: str) -> Iterator[Problem]:
    """A problem for each exercise whose steps come without, or before, the signs to stop."""
    title = next(page.of_kind("title"), 0)
    if page.kind == "exercises" and not _WORDS.search(html.partition("<main")[2].partition("<ol")[0]):
        yield page.problem(title, RULE, SEVERITY, "this page does not say when to stop before its steps", _HINT)
    for _, card in _CARD.findall(html) if "exercise-card" in html else ():
        if "exercise-card__stop" not in card.partition("<ol")[0]:
            heading = _HEADING.search(card)
            name = _TAG.sub("", heading[1]).strip() if heading else "an exercise"
            message = f"the card of `{name}` does not say when to stop before its steps"
            yield page.problem(title, RULE, SEVERITY, message, _HINT)
