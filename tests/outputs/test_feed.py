"""The Atom feed: which articles, in which order, and safe in XML."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from atom import faults
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.article import ArticleFrontMatter
from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import AnyDocument, Library
from healthsite.model.site import Site
from healthsite.model.term import ConditionFrontMatter, TermFrontMatter
from healthsite.outputs import feed as module
from healthsite.outputs.feed import ENTRIES_AT_MOST, feeds

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
    return ET.fromstring(next(feeds(of)).content or b"")  # noqa: S314 - our own output


def term(kind: str, slug: str, title: str) -> AnyDocument:
    """A topic or a condition."""
    schema = ConditionFrontMatter if kind == "conditions" else TermFrontMatter
    return Document(kind, slug, f"content/{kind}/{slug}.md", "", "", 1, schema(title=title, summary=f"On {slug}."))


def feed_at(of: Site, path: str) -> ET.Element:
    """The feed at *path*, read as XML."""
    (content,) = (file.content for file in feeds(of) if file.path == path)
    return ET.fromstring(content or b"")  # noqa: S314 - our own output


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


def test_each_topic_and_condition_has_a_feed_of_its_articles() -> None:
    """Of those only, the last changed first; it names its page, and says where it is."""
    of = site(
        article("cramp", TODAY - timedelta(2), condition="cramp"),
        article("rest", TODAY, topic=["legs", "rest"]),
        article("sleep", TODAY - timedelta(1), topic="rest", condition="cramp"),
        term("topics", "legs", "Legs"),
        term("topics", "rest", "Rest & sleep"),
        term("conditions", "cramp", "Cramp"),
        title="Ease & care",
    )
    found = {file.path: feed_at(of, file.path) for file in feeds(of)}
    entries = {
        path: [entry.findtext("a:title", "", ATOM) for entry in root.iterfind("a:entry", ATOM)]
        for path, root in found.items()
    }
    assert entries == {
        "feed.xml": ["rest", "sleep", "cramp"],
        "topics/legs/feed.xml": ["rest", "cramp"],
        "topics/rest/feed.xml": ["rest", "sleep"],
        "conditions/cramp/feed.xml": ["sleep", "cramp"],
    }
    rest = found["topics/rest/feed.xml"]
    assert rest.findtext("a:title", "", ATOM) == "Rest & sleep – Ease & care"
    assert rest.findtext("a:subtitle", "", ATOM) == "On rest."
    assert [link.get("href") for link in rest.findall("a:link", ATOM)] == [
        "https://ease.example/name/topics/rest/feed.xml",
        "https://ease.example/name/topics/rest/",
    ]
    cramp = found["conditions/cramp/feed.xml"]
    assert cramp.findtext("a:updated", "", ATOM) == f"{TODAY - timedelta(1)}T00:00:00Z"
    assert len({root.findtext("a:id", "", ATOM) for root in found.values()}) == 4


def test_a_term_without_articles_has_no_feed() -> None:
    """There is nothing to follow yet, and no day to tell."""
    assert [file.path for file in feeds(site(term("topics", "legs", "Legs")))] == ["feed.xml"]


def test_a_feed_of_a_term_is_short() -> None:
    """As that of all articles is."""
    many = [article(f"a{number:03}", TODAY - timedelta(number)) for number in range(ENTRIES_AT_MOST + 5)]
    root = feed_at(site(*many, term("topics", "legs", "Legs")), "topics/legs/feed.xml")
    assert len(root.findall("a:entry", ATOM)) == ENTRIES_AT_MOST


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=2), DAYS)
def test_every_feed_is_valid(title: str, summary: str, authors: list[str], published: date) -> None:
    """Whatever its articles say, RFC 4287 has nothing against it."""
    told = article("legs", title=title, summary=summary, authors=authors, published=published, topic=["a", "a", "b"])
    of = site(told, article("other"), term("topics", "a", title), term("topics", "legs", "Legs"))
    found = list(feeds(of))
    assert [fault for file in found for fault in faults(file.content or b"")] == []
    assert len(found) == 3


def test_the_work_grows_with_the_articles_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each article is written at most once, however many feeds it is in."""
    terms = [term("conditions", f"c{number}", f"C {number}") for number in range(30)]
    slugs = [found.slug for found in terms]
    of = site(*(article(f"a{number}", condition=slugs) for number in range(40)), *terms)
    written: list[str] = []

    def entry(_: Site, article: AnyDocument) -> ET.Element:
        written.append(article.slug)
        return ET.Element("entry")

    monkeypatch.setattr(module, "_entry", entry)
    assert len(list(feeds(of))) == 31
    assert sorted(written) == sorted(set(written))
    assert len(written) == ENTRIES_AT_MOST
