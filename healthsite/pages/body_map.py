"""The body map: the parts of the body that a reader can point at. The drawing is the template's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from healthsite.model.graph import key_of
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site

REGIONS_AT_MOST: Final = 24
"""A body of more regions than these has lists only."""


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A body region: its page, and how many pages there are about it. The *slug* chooses its zone in the drawing."""

    slug: str
    title: str
    href: str
    count: int


def map_regions(site: Site, regions: Iterable[AnyDocument]) -> tuple[MapRegion, ...]:
    """The first of *regions* as the map shows them, in the same order."""
    members = site.graph.members
    return tuple(
        MapRegion(region.slug, region.meta.title, site.link_to(region), len(members.get(key_of(region), ())))
        for region in islice(regions, REGIONS_AT_MOST)
    )
