"""What the report knows of each page."""

from __future__ import annotations

import pickle

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term
from report.surveyed import row_of, survey_of

from healthsite.problems import Location, Problem
from healthsite.report.survey import read_text

OWN = "content/articles/tired-legs.md"
SOURCES = (
    "nice: {kind: guideline, title: A, publisher: B}\n"
    "trial: {kind: trial, title: A, publisher: B}\n"
    "second: {kind: trial, title: A, publisher: B}\n"
)


def test_there_is_a_row_for_each_page(site: SiteFolder) -> None:
    """In the order of their kinds and paths, with the name of the site and the day."""
    site.write({"content/articles/a.md": article("A"), "content/pages/about.md": term("About")})
    found = survey_of(site)
    assert (found.title, found.as_of) == ("Testing", "2026-11-22")
    assert [(row.kind, row.path, row.url, row.title, row.type) for row in found.rows] == [
        ("articles", "content/articles/a.md", "/articles/a/", "A", "guide"),
        ("articles", OWN, "/articles/tired-legs/", "Tired legs", "guide"),
        ("pages", "content/pages/about.md", "/about/", "About", ""),
        ("topics", "content/topics/legs.md", "/topics/legs/", "Legs", ""),
    ]


def test_a_page_that_was_not_read_has_no_row(site: SiteFolder) -> None:
    """Only pages with a text are reported on; the problems of others are told below the table."""
    problem = Problem(Location("content/sources.yaml", 1, 1), "sources", "something")
    own = Problem(Location(OWN, 9, 1), "lists", "something")
    found = survey_of(site, problem, own)
    assert found.elsewhere == (problem,)
    assert {row.path: row.problems for row in found.rows} == {OWN: (own,), "content/topics/legs.md": ()}


@pytest.mark.parametrize(
    ("reviewed", "config", "due", "days"),
    [
        ("2026-11-01", "", "2028-11-01", 710),
        ("2026-11-01", "review_every: 6 months\n", "2027-05-01", 160),
        ("2024-11-22", "", "2026-11-22", 0),
        ("2024-11-21", "", "2026-11-21", -1),
        ("2020-01-01", "", "2022-01-01", -1786),
    ],
)
def test_how_long_until_the_next_review(site: SiteFolder, reviewed: str, config: str, due: str, days: int) -> None:
    """Counted from the day of the report; a page that is overdue has negative days left."""
    site.write({"config.yaml": f"{CONFIG}{config}", OWN: article(reviewed=reviewed)})
    row = row_of(site, OWN)
    assert (row.reviewed, row.next_review, row.days_left) == (reviewed, due, days)


def test_a_page_may_have_its_own_cycle(site: SiteFolder) -> None:
    """It comes before that of the site."""
    row = row_of(site.write({OWN: article(review_every="1 year")}), OWN)
    assert (row.next_review, row.days_left) == ("2027-11-01", 344)


def test_a_page_that_was_never_reviewed(site: SiteFolder) -> None:
    """It has no next review, rather than an overdue one."""
    row = row_of(site, "content/topics/legs.md")
    assert (row.reviewed, row.next_review, row.days_left) == ("", "", None)


def test_sources_and_claims_are_counted_by_their_kinds(site: SiteFolder) -> None:
    """Claims belong to the pages that they name."""
    claims = "".join(
        f"Q{number}: {{says: A, status: {status}, shown_as: B, pages: tired-legs, sources: nice}}\n"
        for number, status in enumerate(["mixed", "mixed", "supported"], 1)
    )
    site.write({"content/sources.yaml": SOURCES, "content/claims.yaml": claims})
    row = row_of(site.write({OWN: article(sources="[trial, nice, second]")}), OWN)
    assert row.claims == (("mixed", 2), ("supported", 1))
    assert sorted(count for _, count in row.sources) == [1, 2]
    assert row_of(site, "content/topics/legs.md").claims == ()


def test_reviewers_and_reasons_are_listed(site: SiteFolder) -> None:
    """Who checked the page, and which rules it ignores for what reason."""
    site.write({OWN: article(reviewed_by="[{name: Ann Lee, credentials: MD}]", ignore="{lists: a table}")})
    row = row_of(site, OWN)
    assert (row.reviewed_by, row.ignored) == (("Ann Lee",), (("lists", "a table"),))


def test_what_exercises_lack(site: SiteFolder) -> None:
    """A dose and a figure are asked of exercises only."""
    doses = "[{reps: 3, source: trial}]"
    site.write({"content/sources.yaml": SOURCES, "content/exercises/bend.md": exercise("Bend")})
    site.write({"content/exercises/lift.md": exercise("Lift", doses=doses)})
    bend, lift = row_of(site, "content/exercises/bend.md"), row_of(site, "content/exercises/lift.md")
    assert (bend.without_dose, lift.without_dose) == (True, False)
    assert (bend.without_figure, bend.type) == (True, "stretch")
    own = row_of(site, OWN)
    assert (own.without_dose, own.without_figure) == (False, False)


def test_orphans_are_pages_that_nothing_leads_to(site: SiteFolder) -> None:
    """A link leads to a page, and so does a term that lists it; plain pages are reached by the footer."""
    site.write(
        {
            "content/exercises/alone.md": exercise("Alone"),
            "content/exercises/linked.md": exercise("Linked"),
            "content/conditions/empty.md": term("Empty"),
            "content/pages/about.md": term("About"),
            OWN: article(body="Try [this](../exercises/linked.md)."),
        }
    )
    assert {row.path.removeprefix("content/") for row in survey_of(site).rows if row.orphan} == {
        "exercises/alone.md",
        "conditions/empty.md",
    }


def test_a_text_is_read_in_any_process(site: SiteFolder) -> None:
    """What reading gives is a plain value: the words of the text, and the items that it meets."""
    row = row_of(site.write({OWN: article(body="Rest helps you. Walk.")}), OWN)
    assert row.reading.readability.words == 4
    assert [name for name, _, _ in row.reading.items] == ["DISCERN", "PEMAT-P", "CDC index"]
    assert pickle.loads(pickle.dumps(row.reading)) == row.reading  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(read_text)) is read_text  # noqa: S301 - our own bytes
