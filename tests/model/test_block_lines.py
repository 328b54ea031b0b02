"""The lines at which blocks open and close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthsite.model.block_lines import BlockLine, block_lines

PIECES = st.sampled_from(
    ["/// do", "///", "/// warning | Cold", "> ///", "text", "", "   ", "/// two words", "//", "|"]
)


@pytest.mark.parametrize(
    ("line", "slashes", "name", "argument", "at", "argument_at"),
    [
        ("/// do", 3, "do", "", 4, 0),
        ("///", 3, "", "", 0, 0),
        ("/////", 5, "", "", 0, 0),
        ("///do", 3, "do", "", 3, 0),
        ("/// care | back", 3, "care", "back", 4, 11),
        ("////  warning |  Cold  feet ", 4, "warning", "Cold  feet", 6, 17),
        ("/// care |", 3, "care", "", 4, 10),
        ("/// warning | a | b", 3, "warning", "a | b", 4, 14),
        ("  > /// do", 3, "do", "", 8, 4),
    ],
)
def test_a_line_of_slashes_is_a_block_line(
    line: str, slashes: int, name: str, argument: str, at: int, argument_at: int
) -> None:
    """Its name and its argument are told with their places; a line without a name closes a block."""
    assert list(block_lines(line)) == [BlockLine(slashes, name, argument, at, argument_at, has_options=False)]


@pytest.mark.parametrize("line", ["", "// do", "text ///", "/// two words", "/// | argument", "/ / /", "- a"])
def test_other_lines_are_none(line: str) -> None:
    """Fewer slashes, slashes behind text, and what cannot be a name are prose."""
    assert list(block_lines(line)) == []


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("/// do\n    open: true\n", [True]),
        ("/// do\n\n    code", [False]),
        ("/// do\n- item", [False]),
        ("/// do\n     ", [False]),
        ("///\n    open: true", [False]),
        ("> /// do\n    open: true", [False]),
    ],
)
def test_options_are_noticed(text: str, options: list[bool]) -> None:
    """An indented line straight below a block's name is taken for its options by the dialect."""
    assert [line.has_options for line in block_lines(text)] == options


@given(st.lists(PIECES).map("\n".join))
def test_places_lead_back_to_the_text(text: str) -> None:
    """Each name and each argument stands where it is said to stand, and the lines come in order."""
    found = list(block_lines(text))
    for line in found:
        assert text[line.at :].startswith(line.name or "/" * line.slashes)
        assert text[line.argument_at :].startswith(line.argument)
    assert [line.at for line in found] == sorted(line.at for line in found)
