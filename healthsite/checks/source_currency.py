"""A source in use says when it was read, is not withdrawn, and is not old without a word on why.

Guidance is replaced, and pages on the web change under their address. The day of access tells a reader which version
is meant, and a `note` why a source of more than 10 years ago still counts.

Passing:

    cochrane-stretching-2011:
      year: 2011
      accessed: 2026-11-22
      note: Still the newest review of this question.

Failing:

    nice-cg88:
      year: 2009
      status: withdrawn
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks.source_uses import place_of, used_sources
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "source-currency"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

OLD: Final = 10
"""The years after which a source needs a note."""


def check(site: Site) -> Iterator[Problem]:
    """A problem for each source in use that is withdrawn, undated, or old without a note."""
    used = used_sources(site)
    for source in site.library.sources:
        if source.slug not in used:
            continue
        place, age = place_of(source), site.today.year - (source.year or site.today.year)
        if source.status == "withdrawn":
            message, hint = f"the source `{source.slug}` is withdrawn", "use what replaced it, or take the claim back"
            yield Problem(place, RULE, message, hint, Severity.ERROR, len(source.slug))
        if source.accessed is None:
            message = f"the source `{source.slug}` does not say when it was read"
            yield Problem(place, RULE, message, "add `accessed`, with the day", SEVERITY, len(source.slug))
        if age > OLD and not source.note:
            message = f"the source `{source.slug}` is {age} years old"
            hint = "look for a newer one, or say in `note` why this one still counts"
            yield Problem(place, RULE, message, hint, SEVERITY, len(source.slug))
