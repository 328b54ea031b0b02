"""What a program can check of three instruments for health texts."""

from __future__ import annotations

from typing import Any

import pytest
from checks.harness import page_of

from healthsite.model.prose import PageText
from healthsite.report.instruments import INSTRUMENTS, items_met

RICH = "## Signs\n\nRest may help you.\n\n- Walk slowly.\n"


def met(page: PageText) -> set[str]:
    """The items that *page* meets, by their instrument and number."""
    return {f"{name} {item.split()[0]}" for name, items, _ in items_met(page) for item in items}


def missed(page: PageText) -> set[str]:
    """The items that *page* does not meet."""
    return {f"{name} {item.split()[0]}" for name, _, items in items_met(page) for item in items}


def test_every_item_is_met_missed_or_does_not_apply() -> None:
    """The instruments stand in their order, and an item that does not apply is in neither list."""
    found = items_met(page_of(RICH, type="guide"))
    assert [name for name, _, _ in found] == list(INSTRUMENTS)
    for name, yes, no in found:
        asked = [item for item, _ in INSTRUMENTS[name] if item != "14 it names more than one choice"]
        assert sorted([*yes, *no]) == sorted(asked)


@pytest.mark.parametrize(
    ("item", "good", "bad"),
    [
        ("DISCERN 4", {"sources": ("nhs",)}, {}),
        ("DISCERN 4", {"sources": ("nhs",)}, {"sources": ()}),
        ("DISCERN 5", {"reviewed": "2026-11-01"}, {"reviewed": None}),
        ("DISCERN 7", {"sources": ("nhs", "who")}, {"sources": ("nhs", "collection")}),
        ("PEMAT-P 11", {"summary": "Rest helps."}, {"summary": ""}),
        ("CDC index 1", {"summary": "Rest helps."}, {}),
        ("CDC index 11", {"evidence_note": "Nobody knows."}, {"evidence_note": None}),
    ],
)
def test_what_front_matter_says(item: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    """An item about sources, dates, the summary or the evidence is met by the keys of the page."""
    assert item in met(page_of("Text.", **good))
    assert item in missed(page_of("Text.", **bad))


@pytest.mark.parametrize(
    ("item", "good", "bad"),
    [
        ("PEMAT-P 8", "word " * 300, "word " * 301),
        ("PEMAT-P 8", "## A\n\n" + "word " * 200 + "\n\n## B\n\n" + "word " * 200, "## A\n\n" + "word " * 300),
        ("PEMAT-P 9", "## Signs\n\nText.", "Text."),
        ("PEMAT-P 9", "## General signs\n\nText.", "## Overview\n\nText."),
        ("CDC index 9", "## Signs", "## Signs\n\n## GENERAL"),
        ("PEMAT-P 12", "- one", "one"),
        ("CDC index 8", "- one\n" * 7, "- one\n" * 8),
        ("CDC index 8", "- one\n" * 7 + "\nThen:\n\n1. two", "1. one\n" * 8),
        ("PEMAT-P 20", "Rest helps. Walk a little.", "Walking helps."),
        ("CDC index 5", "- call a doctor", "| Call |\n|---|\n| call |"),
        ("PEMAT-P 21", "This helps your legs.", "This helps the young."),
        ("CDC index 11", "It may help.", "## It may help\n\nIt helps."),
    ],
)
def test_what_the_text_says(item: str, good: str, bad: str) -> None:
    """An item about sections, headings, lists, actions, readers or doubt is met by the words of the page."""
    assert item in met(page_of(good))
    assert item in missed(page_of(bad))


def test_the_steps_of_an_exercise_are_a_list_and_an_action() -> None:
    """They stand in the front matter."""
    page = page_of("It is gentle.", head="steps:\n  - Stand up.", steps=("Stand up.",))
    assert {"PEMAT-P 12", "PEMAT-P 20"} <= met(page)


@pytest.mark.parametrize(("text", "choices"), [("| a |\n|---|\n| b |\n| c |", True), ("Rest.", False)])
def test_choices_are_asked_of_treatments_only(text: str, choices: bool) -> None:  # noqa: FBT001 - the answer
    """A page about a treatment compares it with others; no other page is asked to."""
    treatment, guide = page_of(text, type="treatment"), page_of(text, type="guide")
    assert "DISCERN 14" in (met(treatment) if choices else missed(treatment))
    assert "DISCERN 14" not in met(guide) | missed(guide)


def test_a_page_without_a_text_meets_nothing_by_its_words() -> None:
    """It has no section that is too long and no list that is too long, and nothing else."""
    assert met(page_of("")) == {"PEMAT-P 8", "CDC index 8"}
