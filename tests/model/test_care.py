"""Care profiles: the signs that need help, and the names of the places to get it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from healthsite.model.care import CareLevel, CareProfile, fill_in
from healthsite.model.config import CareNames

NAMES = CareNames(emergency_number="112", urgent_service="the night doctor")
LEVEL = {"heading": "Go now if:", "items": ["you cannot feel your leg"]}


def level(**keys: Any) -> CareLevel:
    """A care level with *keys* added or replaced."""
    return CareLevel.model_validate({**LEVEL, **keys})


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Call {emergency_number} now if:", "Call 112 now if:"),
        ("{emergency_number} or {urgent_service}", "112 or the night doctor"),
        ("Go to {emergency_place}", "Go to an emergency department"),
        ("No place at all", "No place at all"),
    ],
)
def test_placeholders_become_the_names_of_the_site(text: str, filled: str) -> None:
    """Each name stands where its placeholder stood; what the site does not name is neutral."""
    assert fill_in(text, NAMES) == filled


@given(st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"])))
def test_other_text_is_left_alone(text: str) -> None:
    """What is no placeholder is not touched."""
    assert fill_in(text, NAMES) == text


@pytest.mark.parametrize("text", ["Call {emergency_nubmer}", "Call {}", "Call {__class__}", "Call { urgent_service }"])
@pytest.mark.parametrize("key", ["heading", "lead_in"])
def test_an_unknown_placeholder_is_refused(key: str, text: str) -> None:
    """A misspelt placeholder is found before a reader sees it, and the hint names those that exist."""
    with pytest.raises(ValidationError) as caught:
        level(**{key: text})
    context = caught.value.errors()[0]["ctx"]
    assert context["message"] == f"`{text.removeprefix('Call ')}` is not a name of config.yaml's `care`"
    assert "{emergency_number}" in context["hint"]


def test_items_may_name_places_as_well() -> None:
    """The signs are checked like the heading, and known names are kept for the page to fill in."""
    assert level(items=["ask {urgent_service}"]).items == ("ask {urgent_service}",)
    with pytest.raises(ValidationError, match="urgent_servcie"):
        level(items=["ask {urgent_servcie}"])


@pytest.mark.parametrize("count", [0, 11])
def test_a_card_has_1_to_10_signs(count: int) -> None:
    """A card without signs says nothing, and a long one is not read."""
    with pytest.raises(ValidationError, match="items"):
        level(items=["a sign"] * count)
    assert len(level(items=["a sign"] * 10).items) == 10


@pytest.mark.parametrize("missing", ["emergency", "urgent", "non_urgent"])
def test_a_profile_has_all_three_cards(missing: str) -> None:
    """No profile leaves out what to do in an emergency, today, or soon."""
    cards = {"emergency": LEVEL, "urgent": LEVEL, "non_urgent": LEVEL}
    del cards[missing]
    with pytest.raises(ValidationError, match=missing):
        CareProfile.model_validate({"slug": "legs", "title": "Legs", **cards})
