"""Every exercise tells when to stop before it tells what to do, wherever its steps are shown.

The signs come from content/care.yaml through the templates, so this rule is for those who write templates of their
own: it looks at the finished page. All signs stand on the page before the first steps. Each card says again, before
its own steps, when to stop; where it does not repeat all signs, it links to the place that has them.

Passing, in the template of an exercise card below a list of all signs:

    <p class="exercise-card__stop">Do not start, and stop, if it hurts, or you notice another of the
    <a href="#page-stop-signs">signs to stop</a>.</p>
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

RULE: Final = "stop-shown"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_CARD: Final = re.compile(r'<(section|article) class="exercise-card"[^>]*>(.*?)</\1>', re.DOTALL)
_HEADING: Final = re.compile(r'class="exercise-card__heading"[^>]*>(.*?)</h\d>', re.DOTALL)
_STOP: Final = re.compile(r'class="exercise-card__stop"[^>]*>(.*?)</(?:p|div|ul)>', re.DOTALL)
_LINK: Final = re.compile(r'href="#([^"]+)"')
_TAG: Final = re.compile(r"<[^>]*>")
_WORDS: Final = re.compile(r"\bstop\b[^<]{0,40}\bif\b", re.IGNORECASE)
_HINT: Final = "show the signs of `stop_if` in its template, before the steps"


def check(page: PageText, html: str) -> Iterator[Problem]:
    """A problem for each exercise whose steps come without, or before, the signs to stop."""
    title = next(page.of_kind("title"), 0)
    html = _SCRIPT.sub("", html) if page.signs else html
    if page.kind == "exercises":
        before = html.partition("<main")[2].partition("<ol")[0]
        if not _WORDS.search(before) or _missing(page, before):
            yield page.problem(title, RULE, SEVERITY, "this page does not say when to stop before its steps", _HINT)
    for card in _CARD.finditer(html) if "exercise-card" in html else ():
        wrong = _wrong_with(page, card[2].partition("<ol")[0], html[: card.start()])
        if wrong:
            heading = _HEADING.search(card[2])
            name = _TAG.sub("", heading[1]).strip() if heading else "an exercise"
            yield page.problem(title, RULE, SEVERITY, f"the card of `{name}` {wrong}", _HINT)


def _wrong_with(page: PageText, before: str, above: str) -> str:
    """What is wrong with a card that has *before* its steps, on a page that has *above* it; empty where nothing is."""
    stop = _STOP.search(before)
    if not stop or not page.signs or not any(sign in _words(stop[1]) for sign in page.signs):
        return "does not say when to stop before its steps"
    if not _missing(page, stop[1]):
        return ""
    link = _LINK.search(stop[1])
    if not link or f' id="{link[1]}"' not in above:
        return "names some signs to stop, and does not link to a list of all above it"
    return "comes before all signs to stop are told" if _missing(page, above.partition(f' id="{link[1]}"')[2]) else ""


def _missing(page: PageText, html: str) -> list[str]:
    """The signs of the page that *html* does not tell."""
    said = _words(html)
    return [sign for sign in page.signs if sign not in said]


def _words(html: str) -> str:
    return " ".join(markup.unescape(_TAG.sub("", html)).split())
