"""Wording that rules look for, as data."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from healthsite.model.lexicon import Lexicon, Phrase, RedFlag


def phrase(**keys: Any) -> Phrase:
    """A phrase with *keys* added or replaced."""
    return Phrase.model_validate({"pattern": "cures?", "why": "Nothing here is a cure.", **keys})


def test_an_empty_lexicon_is_none() -> None:
    """A site without such a file avoids no wording."""
    assert Lexicon() == Lexicon.model_validate({"phrases": None, "red_flags": [], "remedies": None})


def test_a_phrase_is_an_error_unless_it_says_otherwise() -> None:
    """Whoever lists wording to avoid means it."""
    assert (phrase().severity, phrase(severity="warning").severity) == ("error", "warning")


@pytest.mark.parametrize("key", ["pattern", "unless"])
def test_a_broken_pattern_is_refused(key: str) -> None:
    """The message shows the pattern, and the hint says how to mean a sign as such."""
    with pytest.raises(ValidationError) as caught:
        phrase(**{key: "cure (all"})
    context = caught.value.errors()[0]["ctx"]
    assert context["message"].startswith("`cure (all` is not a regular expression: ")
    assert "backslash" in context["hint"]


@pytest.mark.parametrize("keys", [{"why": None}, {"severity": "off"}, {"blocks": ["Big One"]}])
def test_what_makes_no_sense_is_refused(keys: dict[str, object]) -> None:
    """A phrase says why, how bad it is, and where it may stand."""
    with pytest.raises(ValidationError, match=next(iter(keys))):
        phrase(**keys)


def test_a_red_flag_needs_a_care_profile() -> None:
    """A sign of danger always has a card that answers it."""
    assert RedFlag.model_validate({"pattern": "numb", "care": "back"}).care == ("back",)
    with pytest.raises(ValidationError, match="care"):
        RedFlag.model_validate({"pattern": "numb", "care": []})


@pytest.mark.parametrize(
    "pattern",
    [
        "(?i)cures?",
        "[Z-a]x",
        "a{99999999999}",
        "(?:" * 900 + "a" + ")" * 900,
        "(a+)+b",
        r"(?:\w+\s?)+cures",
        "(?:a|aa)+$",
        "(?:(?:a)?|(?:b)?)" * 24 + "c",
        "x*",
        "(?:very )?",
        "[[a]b]",
    ],
)
def test_a_pattern_that_would_crash_or_hang_a_build_is_refused(pattern: str) -> None:
    """What cannot be searched for as whole words, matches nothing, or runs away, is told when it is read."""
    with pytest.raises(ValidationError):
        phrase(pattern=pattern)


@pytest.mark.parametrize("pattern", [r"(?:\w+ ){0,3}cure", "cure(?:s|d)?", "(?:never|always) works?"])
def test_a_plain_pattern_is_taken(pattern: str) -> None:
    """Bounded repeats and choices are what patterns are for."""
    assert phrase(pattern=pattern).pattern == pattern
