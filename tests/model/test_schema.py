"""The field types that all front matter and data files share."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from healthsite.model.schema import SLUG, CalendarDate, Listed, Pairs, Schema, Slug, Slugs, Text, Texts, WebAddress

LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\ufffc\ufffd")


class Everything(Schema):
    """A record with a field of each type."""

    text: Text = "text"
    slug: Slug = "slug"
    address: WebAddress = "https://example.org"
    day: CalendarDate = date(2026, 11, 22)
    texts: Texts = ()
    slugs: Slugs = ()
    items: Annotated[tuple[Text, ...], Listed] = ()
    pairs: Pairs = ()


def read(key: str, value: object) -> Any:
    """What *value* becomes in the field *key*."""
    return getattr(Everything.model_validate({key: value}), key)


def refused(key: str, value: object) -> str:
    """What is said about *value* in the field *key*."""
    with pytest.raises(ValidationError) as caught:
        read(key, value)
    return str(caught.value.errors()[0].get("ctx", {}).get("message", ""))


def test_a_record_is_frozen() -> None:
    """Nobody changes what was read."""
    with pytest.raises(ValidationError, match="frozen"):
        Everything().text = "other"  # type: ignore[misc]  # that is the point


def test_an_unknown_key_is_refused() -> None:
    """A misspelt key is never passed over in silence."""
    with pytest.raises(ValidationError, match="txet"):
        Everything.model_validate({"txet": "words"})


@pytest.mark.parametrize("value", [3, True, 2.5, date(2026, 11, 22), ["words"], None])
def test_only_text_is_text(value: object) -> None:
    """A number, a yes or a date is not taken for words."""
    with pytest.raises(ValidationError, match="valid string"):
        read("text", value)


@given(st.text(LETTERS).filter(str.strip))
def test_white_space_is_folded(text: str) -> None:
    """Every run of white space in a text counts as one space, and none stands around it."""
    assert read("text", text) == " ".join(text.split())


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u00a0", "\u200b\u00ad"])
def test_an_empty_text_is_refused(text: str) -> None:
    """White space alone is no text."""
    assert refused("text", text) == "this is empty"


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\uffff"])
def test_control_characters_are_refused(sign: str) -> None:
    """What a feed could not carry and nobody can see is found before it is published."""
    assert refused("text", f"one{sign}two") == "this holds an invisible control character"


@given(st.from_regex(SLUG, fullmatch=True))
def test_slugs_are_kept_as_they_are(slug: str) -> None:
    """Lower-case letters, digits and single hyphens make a slug."""
    assert read("slug", slug) == slug


@pytest.mark.parametrize("slug", ["", "Legs", "heavy legs", "legs-", "-legs", "heavy--legs", "beiné", "a_b", "legs\n"])
def test_what_does_not_fit_a_url_is_no_slug(slug: str) -> None:
    """Capitals, spaces, accents and stray hyphens are refused."""
    assert refused("slug", slug) == f"`{slug}` is not a slug"


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org"])
def test_web_addresses_are_whole(address: str) -> None:
    """An address with its scheme is kept as it is."""
    assert read("address", address) == address


@pytest.mark.parametrize(
    "address", ["example.org", "//example.org", "ftp://example.org", "https://", "https://a b", 'https://a"b', "/page"]
)
def test_other_addresses_are_refused(address: str) -> None:
    """Neither half an address nor one that would break out of its attribute is taken."""
    assert refused("address", address) == f"`{address}` is not a web address"


@pytest.mark.parametrize("value", ["2026-11-22", 20261122, datetime(2026, 11, 22, tzinfo=UTC), None])
def test_only_a_day_is_a_date(value: object) -> None:
    """Quoted dates, numbers and times of the day are refused."""
    assert refused("day", value) == "this is not a date"


@pytest.mark.parametrize("key", ["texts", "slugs"])
def test_one_is_as_good_as_a_list(key: str) -> None:
    """One value, a list and an empty key are all lists."""
    assert read(key, "legs") == ("legs",)
    assert read(key, ["legs", "safety"]) == ("legs", "safety")
    assert read(key, None) == ()


def test_each_item_is_checked() -> None:
    """A list of slugs is not spared the check of each."""
    assert refused("slugs", ["legs", "Big Legs"]) == "`Big Legs` is not a slug"


def test_a_list_of_steps_is_a_list() -> None:
    """Where one value alone makes no sense, text is not taken for a list."""
    assert read("items", ["Stand up."]) == ("Stand up.",)
    assert read("items", None) == ()
    with pytest.raises(ValidationError, match="valid tuple"):
        read("items", "Stand up.")


@pytest.mark.parametrize(
    ("value", "pairs"),
    [
        (None, ()),
        ({"headings": "a reason", "links": "another"}, (("headings", "a reason"), ("links", "another"))),
        ({"headings": False}, (("headings", "off"),)),
        ((("headings", "a reason"),), (("headings", "a reason"),)),
    ],
)
def test_pairs_keep_their_order(value: object, pairs: tuple[tuple[str, str], ...]) -> None:
    """A group of keys is kept in order, and a plain `off`, which YAML reads as no, is still `off`."""
    assert read("pairs", value) == pairs


@pytest.mark.parametrize("value", ["headings", ["headings"], 3])
def test_pairs_are_a_group_of_keys(value: object) -> None:
    """A name without a text is no pair."""
    assert refused("pairs", value) == "this is not a group of keys"
