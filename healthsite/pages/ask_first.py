"""Who asks a professional before an exercise, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from healthsite.model.care import fill_in
from healthsite.model.site import Site


@dataclass(frozen=True, slots=True)
class AskFirst:
    """Who asks a professional first, and what matters to them."""

    label: str
    advice: str


def who_asks_first(site: Site, slugs: Iterable[str]) -> tuple[AskFirst, ...]:
    """The groups of content/care.yaml that *slugs* name, each once, in that order; a rule reports unknown ones."""
    groups = site.library.group_by_slug
    return tuple(
        AskFirst(groups[slug].label, fill_in(groups[slug].advice, site.config.care))
        for slug in dict.fromkeys(slugs)
        if slug in groups
    )
