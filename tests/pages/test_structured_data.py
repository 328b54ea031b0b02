"""JSON-LD: it means what was written, and cannot break out of its element."""

from __future__ import annotations

import json

from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.config import Config
from healthsite.model.document import Document
from healthsite.model.library import Library
from healthsite.model.site import Site
from healthsite.model.term import ConditionFrontMatter
from healthsite.pages.page import Link
from healthsite.pages.structured_data import as_json, breadcrumb_list, medical_condition, reviewed_page

VALUES = st.recursive(
    st.none() | st.booleans() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
    max_leaves=10,
)
SITE = Site.of(Config(title="Ease", base_url="https://ease.example/name/"), Library.of([]), TODAY)


@given(st.lists(st.dictionaries(st.text(), VALUES)))
def test_what_is_written_is_what_is_read(things: list[dict[str, object]]) -> None:
    """Whatever signs a text holds, machines read it unchanged."""
    assert json.loads(as_json(things)) == {"@context": "https://schema.org", "@graph": things}


@given(st.lists(st.dictionaries(st.text(), VALUES)))
def test_nothing_in_it_means_anything_in_html(things: list[dict[str, object]]) -> None:
    """No sign that could end the element, begin a comment or be taken for an entity is left."""
    assert not set("<>&") & set(as_json(things))


def test_letters_stay_letters() -> None:
    """Accents are not turned into codes."""
    assert "Élan – naïve" in as_json([{"name": "Élan – naïve"}])


def test_breadcrumbs_name_whole_addresses() -> None:
    """The path of the site stands in each address once, and the page itself is the last."""
    steps = breadcrumb_list(SITE, (Link("Home", "/name/"), Link("Topics", "/name/topics/")), "Legs", "/topics/legs/")
    assert [(step["position"], step["name"], step["item"]) for step in steps["itemListElement"]] == [
        (1, "Home", "https://ease.example/name/"),
        (2, "Topics", "https://ease.example/name/topics/"),
        (3, "Legs", "https://ease.example/name/topics/legs/"),
    ]


def test_a_page_claims_nothing_that_it_does_not_have() -> None:
    """Without a review, reviewers, authors, sources or a publisher, none is named."""
    meta = ConditionFrontMatter(title="Cramp", summary="About cramp.")
    cramp = Document("conditions", "cramp", "content/conditions/cramp.md", "", "", 1, meta)
    claims = {"lastReviewed", "reviewedBy", "author", "publisher", "citation", "datePublished"}
    assert not claims & set(reviewed_page(SITE, cramp))
    assert set(medical_condition(SITE, cramp)) == {"@type", "name", "url"}
