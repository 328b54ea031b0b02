"""What a table is called for those who hear it."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.pages.body import Body
from healthsite.text.dialect import convert


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("| Rest | *Sleep* |", "Table: Rest, Sleep"),
        ("| Rest[^nhs] | Sleep |", "Table: Rest, Sleep"),
        ("| Pins &amp; needles | |", "Table: Pins &amp; needles"),
        ("| `code` | Sleep |", "Table: code, Sleep"),
    ],
)
def test_a_table_is_called_by_its_header(head: str, label: str) -> None:
    """Its label is the text of its header cells: no marks, no numbers of sources, no empty cells."""
    body = Body("content/articles/back.md", 1, f"{head}\n|---|---|\n| x | y |", citations=("nhs",))
    assert f'aria-label="{label}"' in convert(body, no_cards).html
