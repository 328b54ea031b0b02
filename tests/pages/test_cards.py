"""Lists: their order, their groups, and their pages."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import KINDS, AnyDocument, Library
from healthsite.model.site import Site
from healthsite.pages.cards import (
    NEAR,
    Card,
    by_title,
    card,
    grouped_exercises,
    grouped_members,
    groups,
    page_url,
    pager,
    paginated,
)

SITE = Site.of(Config(title="Ease", base_url="https://ease.example/name/"), Library.of([]), TODAY)
SIZES = st.integers(min_value=1, max_value=20)
LEAST: dict[str, dict[str, Any]] = {
    "articles": {"type": "guide", "topic": "legs", "reviewed": date(2026, 11, 22)},
    "exercises": {"kind": "stretch", "steps": ["Stand."]},
    "routines": {"care": "legs", "items": [{"exercise": "bend"}]},
}


def document(folder: str, slug: str, title: str = "", **keys: Any) -> AnyDocument:
    """A document of which only these are of interest."""
    given_keys = {"title": title or slug, "summary": f"About {slug}.", **LEAST.get(folder, {}), **keys}
    return Document(folder, slug, f"content/{folder}/{slug}.md", "", "", 1, KINDS[folder].model_validate(given_keys))


@given(st.lists(st.integers()), SIZES)
def test_every_item_is_on_one_page(items: list[int], size: int) -> None:
    """All pages together are the list, in order, and no page is longer than its size."""
    pages = list(paginated(items, size))
    assert [item for _, part in pages for item in part] == items
    assert [number for number, _ in pages] == list(range(1, len(pages) + 1))
    assert all(len(part) == size for _, part in pages[:-1])
    assert len(pages[-1][1]) <= size


@given(st.integers(0, 60), SIZES, st.data())
def test_a_pager_leads_to_the_ends_and_to_what_is_near(count: int, size: int, data: st.DataObject) -> None:
    """To every page but those of a gap, which is shown as one; and each address is where the page stands."""
    numbers = [number for number, _ in paginated(range(count), size)]
    number = data.draw(st.sampled_from(numbers))
    place = pager(SITE, "/topics/legs/", count, size, number)
    shown = [other for other in numbers if other in (1, len(numbers)) or abs(other - number) <= NEAR]
    links = [link for link in place.links if link]
    assert [link.number for link in links] == shown
    hrefs = {other: f"/name{page_url('/topics/legs/', other)}" for other in numbers}
    assert [link.href for link in links] == [hrefs[other] for other in shown]
    assert (place.previous, place.next) == (hrefs.get(number - 1, ""), hrefs.get(number + 1, ""))
    assert (place.number, place.count) == (number, len(numbers))
    after_gaps = [link.number for gap, link in pairwise(place.links) if gap is None and link]
    assert after_gaps == [right for left, right in pairwise(shown) if right > left + 1]


def test_an_empty_list_has_one_page() -> None:
    """A term without members still has its page."""
    nothing: list[int] = []
    assert list(paginated(nothing, 5)) == [(1, [])]


@pytest.mark.parametrize(("number", "url"), [(1, "/topics/"), (2, "/topics/page/2/"), (12, "/topics/page/12/")])
def test_the_first_page_has_the_plain_address(number: int, url: str) -> None:
    """Further pages stand below it, by their number."""
    assert page_url("/topics/", number) == url


def test_lists_are_in_the_order_of_titles() -> None:
    """Capitals do not matter, and equal titles are in a stable order."""
    documents = [
        document("topics", "z", "Same"),
        document("articles", "b", "apple"),
        document("topics", "a", "Same"),
        document("articles", "c", "Banana"),
        document("articles", "y", "Same"),
    ]
    expected = ["b", "c", "y", "a", "z"]
    assert [found.slug for found in by_title(documents)] == expected
    assert [found.slug for found in by_title(reversed(documents))] == expected


def test_members_are_grouped_in_reading_order() -> None:
    """Articles by type, conditions first; then routines, then exercises; each group in the order of titles."""
    members = [
        document("exercises", "bend"),
        document("routines", "evening"),
        document("articles", "zest", type="guide"),
        document("articles", "ache", type="guide"),
        document("articles", "cramp", type="condition"),
    ]
    assert [(heading, identifier, found.slug) for heading, identifier, found in grouped_members(members)] == [
        ("Conditions explained", "type-condition", "cramp"),
        ("Guides", "type-guide", "ache"),
        ("Guides", "type-guide", "zest"),
        ("Routines", "group-routines", "evening"),
        ("Exercises", "group-exercises", "bend"),
    ]


def test_exercises_are_grouped_by_kind() -> None:
    """Stretches come before rest, and each exercise stands in one group."""
    exercises = [document("exercises", "nap", kind="recovery"), document("exercises", "bend", kind="stretch")]
    assert [(identifier, found.slug) for _, identifier, found in grouped_exercises(exercises)] == [
        ("kind-stretch", "bend"),
        ("kind-recovery", "nap"),
    ]


def test_a_group_has_one_heading() -> None:
    """Cards under one heading stand together, and the groups are in the order in which they come."""
    one, two, three = (document("topics", slug) for slug in ("one", "two", "three"))
    found = groups(SITE, [("O", "letter-o", one), ("T", "letter-t", two), ("T", "letter-t", three)])
    assert [(group.heading, group.id, len(group.cards)) for group in found] == [
        ("O", "letter-o", 1),
        ("T", "letter-t", 2),
    ]


def test_a_card_leads_to_its_page() -> None:
    """It shows title, summary and a note, and its address carries the path of the site."""
    assert card(SITE, document("topics", "legs", "Legs"), "new") == Card(
        "Legs", "/name/topics/legs/", "About legs.", "new"
    )
