"""What a page rests on, when it was reviewed, and by whom."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article, term

from healthsite.model.citation import Citation
from healthsite.model.site import Site
from healthsite.pages.provenance import Review, review_of, source_view, sources_of
from healthsite.reading.read import read

SOURCES = "a: {kind: trial, title: A, publisher: P}\nb: {kind: trial, title: B, publisher: P}\n"
NURSE = "[{name: Ada Mo, credentials: Nurse, url: 'https://ada.example'}, {name: Bo Li, credentials: Doctor}]"


def known(site: SiteFolder) -> Site:
    """The site of that folder."""
    contents = read(site.root)
    return Site.of(contents.config, contents.library, TODAY)


def review(site: SiteFolder, **keys: str) -> Review:
    """The review of an article with *keys*."""
    found = known(site.write({"content/articles/tired-legs.md": article(**keys)}))
    return review_of(found, found.library.articles[0])


def citation(**keys: Any) -> Citation:
    """A source with *keys*."""
    return Citation.model_validate({"slug": "a", "kind": "trial", "title": "A", "publisher": "P", **keys})


@pytest.mark.parametrize(
    ("config", "keys", "due"),
    [
        ("", {}, "2028-11-01"),
        ("review_every: 1 year\n", {}, "2027-11-01"),
        ("review_every: 1 year\n", {"review_every": "6 months"}, "2027-05-01"),
    ],
)
def test_the_next_review_is_due_by_the_cycle(site: SiteFolder, config: str, keys: dict[str, str], due: str) -> None:
    """The page's own cycle comes before that of the site."""
    found = review(site.write({"config.yaml": CONFIG + config}), **keys)
    assert found.reviewed is not None
    assert found.next_due is not None
    assert (found.reviewed.text, found.next_due.iso) == ("1 November 2026", due)


def test_reviewers_are_named_with_their_credentials(site: SiteFolder) -> None:
    """A reviewer who can be verified is linked, and without reviewers none is claimed."""
    found = [(one.name, one.credentials, one.href) for one in review(site, reviewed_by=NURSE).reviewers]
    assert found == [("Ada Mo", "Nurse", "https://ada.example"), ("Bo Li", "Doctor", "")]
    assert review(site).reviewers == ()


def test_a_page_that_was_never_reviewed_says_nothing_of_it(site: SiteFolder) -> None:
    """No day is made up for a term without one, and a plain page has no reviewers or authors."""
    found = known(site.write({"content/pages/about.md": term("About")}))
    assert review_of(found, found.library.topics[0]) == Review(None, None, None, None, (), ())
    assert review_of(found, found.library.pages[0]) == Review(None, None, None, None, (), ())


def test_sources_are_numbered_in_their_order(site: SiteFolder) -> None:
    """Each stands once, where it is first named, and an unknown one is left to the rule that reports it."""
    found = known(site.write({"content/sources.yaml": SOURCES}))
    assert [source.slug for source in sources_of(found, ("b", "a", "gone", "b"))] == ["b", "a"]


@pytest.mark.parametrize(
    ("keys", "href"),
    [
        ({"url": "https://nhs.example/legs", "doi": "10.1/x"}, "https://nhs.example/legs"),
        ({"doi": "10.1155/2012/519215"}, "https://doi.org/10.1155/2012/519215"),
        ({}, ""),
    ],
)
def test_a_source_is_linked_where_it_can_be_read(keys: dict[str, str], href: str) -> None:
    """Its address comes before its identifier; without both there is no link."""
    assert source_view(citation(**keys)).href == href


def test_a_source_is_shown_in_words() -> None:
    """The kind is told in words, authors in one line, and a withdrawn source as such."""
    view = source_view(citation(authors=["A. One", "B. Two"], year=2020, status="withdrawn"))
    assert (view.kind, view.authors, view.year, view.withdrawn) == ("Trial", "A. One, B. Two", "2020", True)
    assert (source_view(citation()).year, source_view(citation()).withdrawn) == ("", False)
