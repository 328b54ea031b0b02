"""A page that shows an exercise shows, before its steps, who asks a professional before doing it.

Someone with osteoporosis who meets an exercise on a page about desk work never opens the page of the exercise. The
groups come from `ask_first` through the templates, so this rule is for those who write templates of their own: it
looks at the finished page.

Passing, in the template of an exercise card:

    <p>Ask a professional first if {{ card.ask_first|join("; or ") }}.</p>
    <ol>…the steps…</ol>

Failing:

    <ol>…the steps…</ol>
"""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "inherited-cautions"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_CARD: Final = re.compile(
    r'<(?:section|article) class="exercise-card"(?:(?!<ol|</(?:section|article)>).)*?'
    r'\sid="exercise-([a-z0-9-]+)"(.*?)(?:<ol|</(?:section|article)>)',
    re.DOTALL,
)
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_HINT: Final = "show the groups of `ask_first` in the template, before the steps"


def check(page: PageText, html: str) -> Iterator[Problem]:
    """A problem for each group that a reader of an exercise's steps is not told of."""
    asked = dict(page.asked)
    html = _SCRIPT.sub("", html) if asked else html
    if page.kind == "exercises":
        before = markup.unescape(html.partition("<main")[2].partition("<ol")[0])
        yield from _unsaid(page, page.slug, asked.get(page.slug, ()), before)
    for name, before in _CARD.findall(html) if asked else ():
        slug = name if name in asked else re.sub(r"-\d+$", "", name)
        yield from _unsaid(page, slug, asked.get(slug, ()), markup.unescape(before))


def _unsaid(page: PageText, slug: str, labels: tuple[str, ...], before: str) -> Iterator[Problem]:
    title = next(page.of_kind("title"), 0)
    for label in labels:
        if label not in before:
            message = f"the steps of `{slug}` come without `ask first if {label}`"
            yield page.problem(title, RULE, SEVERITY, message, _HINT)
