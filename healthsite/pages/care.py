"""Care cards: where to get help, in the words of this site's region."""

from __future__ import annotations

from dataclasses import dataclass

from healthsite.model.care import CareLevel, CareProfile, fill_in
from healthsite.model.site import Site


@dataclass(frozen=True, slots=True)
class CareCard:
    """One card. *level* is ``emergency``, ``urgent`` or ``non-urgent``; *prefix* is read out before the heading."""

    level: str
    prefix: str
    heading: str
    lead_in: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CareView:
    """The cards of a profile, the most urgent first."""

    slug: str
    title: str
    cards: tuple[CareCard, ...]


def care_view(site: Site, profile: CareProfile) -> CareView:
    """What readers see of *profile*."""
    return CareView(
        slug=profile.slug,
        title=profile.title,
        cards=(
            _card(site, "emergency", "Immediate action required: ", profile.emergency),
            _card(site, "urgent", "Urgent advice: ", profile.urgent),
            _card(site, "non-urgent", "Non-urgent advice: ", profile.non_urgent),
        ),
    )


def _card(site: Site, level: str, prefix: str, card: CareLevel) -> CareCard:
    names = site.config.care
    return CareCard(
        level=level,
        prefix=prefix,
        heading=fill_in(card.heading, names),
        lead_in=fill_in(card.lead_in or "", names),
        items=tuple(fill_in(item, names) for item in card.items),
    )
