"""The Atom feed: which articles, in which order, and safe in XML."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.article import ArticleFrontMatter
from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import AnyDocument, Library
from healthsite.model.site import Site
from healthsite.model.term import TermFrontMatter
from healthsite.outputs.feed import ENTRIES_AT_MOST, feed

ATOM = {"a": "http://www.w3.org/2005/Atom"}
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=TODAY)
LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\ufffc\ufffd")
TEXTS = st.text(LETTERS, min_size=1).filter(str.strip)


def article(slug: str, reviewed: date = TODAY, **keys: Any) -> AnyDocument:
    """An article of which only these are of interest."""
    least = {"title": slug, "summary": slug, "type": "guide", "topic": "legs", "reviewed": reviewed}
    meta = ArticleFrontMatter.model_validate({**least, **keys})
    return Document("articles", slug, f"content/articles/{slug}.md", "", "", 1, meta)


def site(*documents: AnyDocument, **settings: Any) -> Site:
    """A site of *documents*."""
    config = Config.model_validate({"title": "Ease", "base_url": "https://ease.example/name/", **settings})
    return Site.of(config, Library.of(documents), TODAY)


def read(of: Site) -> ET.Element:
    """The feed of a site, read as XML."""
    return ET.fromstring(feed(of).content or b"")  # noqa: S314 - our own output


def titles(of: Site) -> list[str]:
    """The titles of the entries in order."""
    return [entry.findtext("a:title", "", ATOM) for entry in read(of).iterfind("a:entry", ATOM)]


@given(st.dictionaries(st.from_regex(r"[a-z]{1,4}", fullmatch=True), DAYS, min_size=1, max_size=8))
def test_the_last_changed_comes_first(days: dict[str, date]) -> None:
    """Of equal days the order is that of the names, so that it is the same in every build."""
    articles = [article(slug, day) for slug, day in days.items()]
    assert titles(site(*articles)) == sorted(days, key=lambda slug: (-days[slug].toordinal(), slug))
    assert read(site(*articles)).findtext("a:updated", "", ATOM) == f"{max(days.values())}T00:00:00Z"


def test_an_update_counts_like_a_review() -> None:
    """The later of the two is the day of the last change."""
    older = article("older", TODAY - timedelta(9), updated=TODAY - timedelta(1))
    newer = article("newer", TODAY - timedelta(2), updated=TODAY - timedelta(8))
    assert titles(site(older, newer)) == ["older", "newer"]


def test_a_feed_is_short() -> None:
    """Only the last changed articles are in it."""
    many = [article(f"a{number:03}", TODAY - timedelta(number)) for number in range(ENTRIES_AT_MOST + 5)]
    assert titles(site(*many)) == [f"a{number:03}" for number in range(ENTRIES_AT_MOST)]


@given(TEXTS, TEXTS)
def test_any_text_is_safe_in_xml(title: str, summary: str) -> None:
    """Whatever an author writes is read as it was written."""
    (entry,) = read(site(article("legs", title=title, summary=summary))).iterfind("a:entry", ATOM)
    assert entry.findtext("a:title", "", ATOM) == " ".join(title.split())
    assert entry.findtext("a:summary", "", ATOM) == " ".join(summary.split())


def test_an_entry_says_only_what_is_known() -> None:
    """Without a day of publication, authors or a topic's page, none is named."""
    (entry,) = read(site(article("legs"))).iterfind("a:entry", ATOM)
    assert {found.tag.partition("}")[2] for found in entry} == {"id", "title", "link", "updated", "summary"}


def test_an_entry_names_its_authors_and_its_first_day() -> None:
    """Where they are known, readers of feeds see them."""
    (entry,) = read(site(article("legs", published=date(2026, 1, 2), authors=["Ada", "Bo & co"])))[-1:]
    assert [name.text for name in entry.iterfind("a:author/a:name", ATOM)] == ["Ada", "Bo & co"]
    assert entry.findtext("a:published", "", ATOM) == "2026-01-02T00:00:00Z"


def test_a_topic_is_a_category() -> None:
    """By its slug for machines and its title for readers."""
    legs = Document("topics", "legs", "content/topics/legs.md", "", "", 1, TermFrontMatter(title="Legs", summary="L."))
    (found,) = read(site(article("a", topic=["legs", "gone"]), legs)).iterfind(".//a:category", ATOM)
    assert found.attrib == {"term": "legs", "label": "Legs"}


@pytest.mark.parametrize(
    ("settings", "subtitle", "author"),
    [
        ({}, "", "Ease"),
        ({"description": "A site."}, "A site.", "Ease"),
        ({"tagline": "Calm.", "description": "A site.", "publisher": "Editors & co"}, "Calm.", "Editors & co"),
    ],
)
def test_the_feed_has_an_author_and_perhaps_a_subtitle(settings: dict[str, str], subtitle: str, author: str) -> None:
    """Atom asks for an author: the publisher, or else the site."""
    root = read(site(**settings))
    assert (root.findtext("a:subtitle", "", ATOM), root.findtext("a:author/a:name", "", ATOM)) == (subtitle, author)


def test_addresses_are_whole() -> None:
    """A reader outside of the site finds the site, the feed and the article."""
    root = read(site(article("legs")))
    assert [link.get("href") for link in root.iterfind(".//a:link", ATOM)] == [
        "https://ease.example/name/feed.xml",
        "https://ease.example/name/",
        "https://ease.example/name/articles/legs/",
    ]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
