"""How documents hang together, whatever the order in which they were read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.document import Document, Mentions
from healthsite.model.graph import NEIGHBOURS_AT_MOST, Graph, key_of, target_path
from healthsite.model.library import KINDS, AnyDocument, Library
from healthsite.model.related import RELATED_AT_MOST, terms_of

NOTHING = Mentions()
LEAST: dict[str, dict[str, Any]] = {
    "articles": {"type": "guide", "topic": "legs", "reviewed": date(2026, 11, 22)},
    "exercises": {"kind": "stretch", "steps": ["Stand."]},
    "routines": {"care": "legs", "items": [{"exercise": "bend"}]},
}
TERMS = {"topic": ["legs", "sleep"], "body_region": ["calves", "feet"], "condition": ["cramp", "sprain"]}


def document(kind: str, slug: str, mentions: Mentions = NOTHING, **keys: Any) -> AnyDocument:
    """A document of which only these are of interest."""
    meta = KINDS[kind].model_validate({"title": slug, "summary": slug, **LEAST.get(kind, {}), **keys})
    return Document(kind, slug, f"content/{kind}/{slug}.md", "", "", 1, meta, mentions)


def graph(*documents: AnyDocument) -> Graph:
    """The graph of *documents*."""
    return Graph(Library.of(documents))


def terms(kind: str, *slugs: str) -> list[AnyDocument]:
    """The terms of a taxonomy."""
    return [document(kind, slug) for slug in slugs]


def slugs(documents: tuple[AnyDocument, ...]) -> list[str]:
    """The names of *documents*."""
    return [found.slug for found in documents]


@st.composite
def libraries(draw: st.DrawFn) -> list[AnyDocument]:
    """A handful of articles and exercises with the terms that they name, and some that mention each other."""
    names = ["a", "b", "c", "d", "e"]
    found = [
        document(kind, slug)
        for kind, key in (("topics", "topic"), ("body-regions", "body_region"), ("conditions", "condition"))
        for slug in TERMS[key]
    ]
    for slug in names:
        kind = draw(st.sampled_from(["articles", "exercises"]))
        keys = {key: draw(st.lists(st.sampled_from(known), min_size=1, max_size=2)) for key, known in TERMS.items()}
        links = draw(st.lists(st.sampled_from(names).map("../articles/{}.md".format), max_size=2))
        found.append(document(kind, slug, Mentions(links=tuple(links)), **keys))
    return found


@given(libraries(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(documents: list[AnyDocument], chance: Any) -> None:
    """Members, neighbours, backlinks and related pages are the same for every order of the same files."""
    shuffled = list(documents)
    chance.shuffle(shuffled)
    one, other = graph(*shuffled), graph(*documents)
    assert (one.members, one.neighbours, one.backlinks) == (other.members, other.neighbours, other.backlinks)
    assert dict(one.related) == dict(other.related)


@given(libraries())
def test_links_lead_both_ways(documents: list[AnyDocument]) -> None:
    """Neighbours are neighbours of each other, and no page is related to itself or mentions itself."""
    found = graph(*documents)
    for key, neighbours in found.neighbours.items():
        assert all(key in {key_of(back) for back in found.neighbours[key_of(one)]} for one in neighbours)
    for links in (found.related, found.backlinks, found.neighbours):
        assert all(key not in {key_of(other) for other in others} for key, others in links.items())


def test_members_are_articles_then_exercises() -> None:
    """A term's members are those that name it, each once."""
    found = graph(document("exercises", "bend", topic="legs"), document("articles", "ache", topic=["legs", "legs"]))
    assert [key_of(member) for member in found.members["topics", "legs"]] == [
        ("articles", "ache"),
        ("exercises", "bend"),
    ]


def test_neighbours_share_members() -> None:
    """The term that shares most comes first; of equals, the smaller one, whose members are less likely shared."""
    articles = [
        document("articles", "one", topic="legs", condition=["cramp", "sprain"]),
        document("articles", "two", topic="legs", condition="cramp", body_region="feet"),
        document("articles", "three", topic="sleep", condition="sprain"),
    ]
    found = graph(
        *articles,
        *terms("topics", "legs", "sleep"),
        *terms("conditions", "cramp", "sprain", "burn"),
        *terms("body-regions", "feet"),
    )
    assert slugs(found.neighbours["topics", "legs"]) == ["cramp", "feet", "sprain"]
    assert ("conditions", "burn") not in found.neighbours


def test_a_term_without_a_page_is_no_neighbour() -> None:
    """What cannot be linked is not listed."""
    found = graph(document("articles", "one", topic="legs", condition="cramp"), *terms("topics", "legs"))
    assert found.neighbours["topics", "legs"] == ()


def test_neighbours_are_few() -> None:
    """A term that shares members with all others lists the first of them only."""
    many = [f"c{number}" for number in range(NEIGHBOURS_AT_MOST + 3)]
    found = graph(document("articles", "one", condition=many), *terms("topics", "legs"), *terms("conditions", *many))
    assert slugs(found.neighbours["topics", "legs"]) == sorted(many)[:NEIGHBOURS_AT_MOST]


@pytest.mark.parametrize(
    ("mentions", "keys"),
    [
        (Mentions(links=("../exercises/bend.md",)), {}),
        (Mentions(embeds=(("exercise", "bend"),)), {}),
        (Mentions(), {"exercises": ["bend"]}),
        (Mentions(links=("../exercises/bend.md", "gone.md"), embeds=(("care", "legs"),)), {"exercises": ["bend"]}),
    ],
)
def test_a_page_knows_what_mentions_it(mentions: Mentions, keys: dict[str, Any]) -> None:
    """By a link, by a block, or in front matter: each counts, and all together count once."""
    found = graph(document("articles", "ache", mentions, **keys), document("exercises", "bend"))
    assert slugs(found.backlinks["exercises", "bend"]) == ["ache"]


def test_a_word_knows_the_pages_that_use_it() -> None:
    """The glossary's entries have backlinks, in the order of the pages' titles."""
    word = Mentions(words=("tendon",))
    found = graph(
        document("articles", "a", word, title="Zebra"),
        document("articles", "b", word, title="apple"),
        document("pages", "c", word, title="Mango"),
    )
    assert slugs(found.backlinks["glossary", "tendon"]) == ["b", "c", "a"]


def test_a_page_that_links_itself_is_no_backlink() -> None:
    """A link within one page leads nowhere new."""
    assert graph(document("articles", "ache", Mentions(links=("ache.md",)))).backlinks == {}


def test_a_shared_condition_outweighs_regions_and_topics() -> None:
    """Related are those of the same condition, then of the same region, then of the same topic."""
    found = graph(
        document("articles", "me", topic=["legs", "sleep"], body_region=["feet", "calves"], condition="cramp"),
        document("articles", "by-topic", topic=["legs", "sleep"]),
        document("articles", "by-region", topic="rest", body_region="feet"),
        document("articles", "by-condition", topic="rest", condition="cramp"),
        document("articles", "stranger", topic="rest"),
    )
    assert slugs(found.related["articles", "me"]) == ["by-condition", "by-region", "by-topic"]


def test_a_rare_term_weighs_more() -> None:
    """Two pages that share what few others have belong together."""
    crowd = [document("articles", f"crowd-{number}", condition="cramp", topic="rest") for number in range(3)]
    me = document("articles", "me", condition=["cramp", "sprain"])
    found = graph(me, *crowd, document("articles", "z-rare", condition="sprain", topic="rest"))
    assert slugs(found.related["articles", "me"])[0] == "z-rare"


def test_related_pages_are_few() -> None:
    """At most five, in a stable order, and no exercises."""
    crowd = [document("articles", f"a{number}") for number in range(RELATED_AT_MOST + 2)]
    found = graph(*reversed(crowd), document("exercises", "bend", topic="legs"))
    assert slugs(found.related["articles", "a0"]) == ["a1", "a2", "a3", "a4", "a5"]


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("ache.md", "content/articles/ache.md"),
        ("./ache.md", "content/articles/ache.md"),
        ("../topics/legs.md", "content/topics/legs.md"),
        ("../../x.md", "x.md"),
    ],
)
def test_links_are_relative_to_the_file(href: str, path: str) -> None:
    """A link leads where it would lead on the disk."""
    assert target_path(document("articles", "me"), href) == path


def test_terms_are_named_once() -> None:
    """A term that is written twice counts once, and a document without such a key names none."""
    assert terms_of(document("articles", "me", topic=["sleep", "legs", "sleep"]), "topics") == ("sleep", "legs")
    assert terms_of(document("pages", "about"), "conditions") == ()
