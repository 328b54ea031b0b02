"""No page claims a day that has not come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from conftest import TODAY, SiteFolder, article, term

TOMORROW = (TODAY + timedelta(1)).isoformat()
OWN = "content/articles/tired-legs.md"


@pytest.mark.parametrize("key", ["reviewed", "published", "updated"])
def test_today_is_not_the_future(site: SiteFolder, key: str) -> None:
    """A page may be reviewed, published and updated on the day of the build."""
    keys = {"reviewed": TODAY.isoformat(), key: TODAY.isoformat()}
    assert site.write({OWN: article(**keys)}).check().problems == ()


@pytest.mark.parametrize(("key", "line", "column"), [("reviewed", 6, 11), ("published", 7, 12), ("updated", 7, 10)])
def test_a_day_to_come_is_told(site: SiteFolder, key: str, line: int, column: int) -> None:
    """With the place of the date itself, and the day of the build."""
    assert site.write({OWN: article(**{key: TOMORROW})}).said() == [
        f"{OWN}:{line}:{column}: error: `{key}` is {TOMORROW}, after {TODAY.isoformat()} [future-date]"
    ]


def test_the_day_of_the_build_decides(site: SiteFolder) -> None:
    """What is in the future today is not so tomorrow."""
    site.write({OWN: article(reviewed=TOMORROW)})
    assert site.check(today=TODAY + timedelta(1)).problems == ()


@pytest.mark.parametrize("kind", ["topics", "conditions", "body-regions", "pages"])
def test_every_kind_of_page_is_checked(site: SiteFolder, kind: str) -> None:
    """A term or a plain page makes no false claims either."""
    site.write({f"content/{kind}/x.md": term("X", reviewed=TOMORROW)})
    assert site.said() == [
        f"content/{kind}/x.md:4:11: error: `reviewed` is {TOMORROW}, after {TODAY.isoformat()} [future-date]"
    ]


def test_a_page_is_not_updated_before_it_is_published(site: SiteFolder) -> None:
    """One of the two days is wrong; the update is shown."""
    site.write({OWN: article(published="2026-05-02", updated="2026-05-01")})
    assert site.said() == [f"{OWN}:8:10: error: `updated` is before `published` [future-date]"]


def test_a_page_may_be_updated_on_the_day_it_is_published(site: SiteFolder) -> None:
    """Equal days are in order."""
    assert site.write({OWN: article(published="2026-05-01", updated="2026-05-01")}).check().problems == ()


def test_the_last_day_of_the_calendar_is_told_like_any_other(site: SiteFolder) -> None:
    """A slip of the finger that leaves no room for a next review is a problem with its place, not a crash."""
    last = date.max.isoformat()
    assert site.write({OWN: article(reviewed=last)}).said() == [
        f"{OWN}:6:11: error: `reviewed` is {last}, after {TODAY.isoformat()} [future-date]"
    ]
