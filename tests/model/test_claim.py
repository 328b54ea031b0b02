"""Questionable claims, and what is known of each."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from healthsite.model.claim import CLAIM_STATUSES, Claim

LEAST = {"slug": "Q06", "says": "A corset cures.", "status": "contradicted", "shown_as": "Not given as advice."}


def claim(**keys: Any) -> Claim:
    """A claim with *keys* added or replaced."""
    return Claim.model_validate({**LEAST, **keys})


def test_every_status_has_words() -> None:
    """What editors may write can be shown."""
    assert set(get_args(Claim.model_fields["status"].annotation)) == set(CLAIM_STATUSES)


@pytest.mark.parametrize("missing", sorted(LEAST))
def test_a_claim_says_what_is_known_and_how_it_is_shown(missing: str) -> None:
    """A claim without a verdict, or without what the site makes of it, is refused."""
    with pytest.raises(ValidationError, match=missing):
        Claim.model_validate({key: value for key, value in LEAST.items() if key != missing})


def test_pages_and_sources_are_slugs() -> None:
    """One or several of each, and what is no slug is refused."""
    assert claim(pages="heavy-legs", sources=["nhs", "nice"]).sources == ("nhs", "nice")
    with pytest.raises(ValidationError, match="pages"):
        claim(pages="Heavy legs")
