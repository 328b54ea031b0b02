"""The front matter of topics, body regions and conditions."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from healthsite.model.schema import Schema
from healthsite.model.term import BodyRegionFrontMatter, ConditionFrontMatter, TermFrontMatter

LEAST = {"title": "Calves", "summary": "The back of the lower leg."}


@pytest.mark.parametrize("schema", [TermFrontMatter, BodyRegionFrontMatter, ConditionFrontMatter])
def test_a_title_and_a_summary_make_a_term(schema: type[Schema]) -> None:
    """Nothing else is required of any term."""
    assert schema.model_validate(LEAST).model_dump(exclude_defaults=True) == LEAST


@pytest.mark.parametrize(
    ("schema", "key"),
    [
        (TermFrontMatter, "adjacent"),
        (TermFrontMatter, "care"),
        (BodyRegionFrontMatter, "article"),
        (ConditionFrontMatter, "part_of"),
    ],
)
def test_each_taxonomy_has_its_own_keys(schema: type[Schema], key: str) -> None:
    """A key of one taxonomy is unknown to the others."""
    with pytest.raises(ValidationError, match=key):
        schema.model_validate({**LEAST, key: "legs"})


def test_regions_lie_next_to_each_other() -> None:
    """A body region names one neighbour or several, and the larger region that it is part of."""
    region = BodyRegionFrontMatter.model_validate({**LEAST, "adjacent": "thighs", "part_of": "whole-body"})
    assert (region.adjacent, region.part_of) == (("thighs",), "whole-body")


def test_a_condition_has_one_main_article() -> None:
    """Several would leave a reader to choose."""
    with pytest.raises(ValidationError, match="article"):
        ConditionFrontMatter.model_validate({**LEAST, "article": ["heavy-legs", "desk-stretches"]})
