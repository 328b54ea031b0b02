"""Every source is used: by a page, a dose, a glossary entry or a care card.

The list of sources is shown to readers as what the site rests on. One that nothing rests on makes it look better
founded than it is.

Passing:

    sources: [nhs-dvt]

Failing, where no page names it:

    nhs-dvt:
      kind: health-service
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks.source_uses import place_of, used_sources
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "source-use"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each source that nothing uses."""
    used = used_sources(site)
    for source in site.library.sources:
        if source.slug not in used:
            message = f"nothing uses the source `{source.slug}`"
            hint = "cite it where it supports a statement, or remove it"
            yield Problem(place_of(source), RULE, message, hint, SEVERITY, len(source.slug))
