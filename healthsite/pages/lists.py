"""Lists of documents in groups, going on over several pages where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.body_map import MapRegion
from healthsite.pages.cards import Group, Pager, groups, page_url, pager, paginated
from healthsite.pages.head import head_of
from healthsite.pages.page import Head, Page


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list of documents. *body_regions* is the body map, on the first page of the list of regions."""

    title: str
    summary: str
    groups: tuple[Group, ...]
    pager: Pager
    body_regions: tuple[MapRegion, ...] = ()


def list_pages(
    site: Site,
    *,
    url: str,
    title: str,
    summary: str,
    members: Sequence[tuple[str, str, AnyDocument]],
    body_regions: tuple[MapRegion, ...] = (),
) -> Iterator[Page]:
    """The pages of a list at *url*; *members* are documents with their group's heading and id."""
    size = site.config.page_size
    for number, part in paginated(members, size):
        view = ListView(title, summary, groups(site, part), pager(site, url, len(members), size, number))
        if number == 1:
            view = replace(view, body_regions=body_regions)
        head = head_of(site, url=page_url(url, number), title=numbered(title, number), description=summary)
        yield Page(page_url(url, number), "pages/list.html", with_neighbours(head, view.pager), view)


def numbered(title: str, number: int) -> str:
    """*title*, and which page of it where it is not the first."""
    return title if number == 1 else f"{title}, page {number}"


def with_neighbours(head: Head, place: Pager) -> Head:
    """*head* with the addresses of the pages before and after."""
    first = place.links[0]
    return replace(
        head,
        section=first.href if first and not head.breadcrumbs[1:] else head.section,
        previous=place.previous,
        next=place.next,
    )
