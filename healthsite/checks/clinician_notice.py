"""A health page says that no clinician has checked it, until a named reviewer has.

Readers take a tidy page about health for a checked one. The sentence comes from the templates, so this rule is for
those who write templates of their own: it looks at the finished page.

Passing, on the page of an article without `reviewed_by`:

    <p>This page has not been checked by a clinician.</p>

Failing, on the same page:

    <p>Checked with care.</p>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.prose import PageText
from healthsite.problems import Problem, Severity

RULE: Final = "clinician-notice"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

SENTENCE: Final = "This page has not been checked by a clinician"
_KINDS: Final = frozenset({"articles", "exercises", "conditions", "routines"})


def check(page: PageText, html: str) -> Iterator[Problem]:
    """A problem where the page's notice and its front matter disagree."""
    if page.kind not in _KINDS:
        return
    title = next(page.of_kind("title"), 0)
    reviewed = bool(getattr(page.meta, "reviewed_by", ()))
    said = SENTENCE in html
    if not reviewed and not said:
        message = "this page does not say that no clinician has checked it"
        hint = f"show `{SENTENCE}.` in its template, as components/clinician_notice.html does"
        yield page.problem(title, RULE, SEVERITY, message, hint)
    elif reviewed and said:
        message = "this page says that no clinician has checked it, though it names a reviewer"
        hint = "leave the notice out of its template and text where there is a reviewer"
        yield page.problem(title, RULE, SEVERITY, message, hint)
