"""How an editor describes a figure: short forms, ranges, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from healthsite.model import figure_words
from healthsite.model.figure import LONGEST_ALT, Figure
from healthsite.problems import Problem
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse


def described(text: str) -> Figure | list[Problem]:
    """The figure in *text*, or what is wrong with it."""
    parsed = parse("figure.yaml", text)
    assert isinstance(parsed, Parsed)
    return validated(Figure, parsed)


def pose(text: str) -> Any:
    """The only pose of a figure, which stands and has *text* beside it."""
    found = described(f"alt: A person.\nposes: [{{posture: standing, {text}}}]")
    assert isinstance(found, Figure), found
    return found.poses[0]


def wrong(text: str) -> list[tuple[str, str]]:
    """The messages and hints for a pose with *text* beside it."""
    found = described(f"alt: A person.\nposes: [{{posture: standing, {text}}}]")
    assert isinstance(found, list)
    return [(problem.message, problem.hint) for problem in found]


def test_a_bare_value_stands_for_the_usual_key() -> None:
    """A number alone bends; a word alone is a place, a point or a prop."""
    found = pose("spine: 30, neck: -10, both: {hip: 90, shoulder: 40, hand: waist}, arrows: [crown]")
    assert (found.spine.bend, found.neck.bend, found.both.hip.bend, found.both.shoulder.lift) == (30, -10, 90, 40)
    assert (found.both.hand.at, found.arrows[0].at) == ("waist", "crown")
    figure = described("alt: A person.\nprops: [mat]\nposes: [{posture: standing}]")
    assert isinstance(figure, Figure)
    assert figure.props[0].name == "mat"


def test_degrees_to_a_side_are_read_as_people_say_them() -> None:
    """To the right they count up, to the left down; 0 has no side, and nothing at all is nothing."""
    found = pose("spine: {turn: 30 left, side: 20 right}, neck: {turn: 0}, turn: 90 left")
    assert (found.spine.turn, found.spine.side, found.neck.turn, found.turn) == (-30, 20, 0, -90)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("neck: {side: }", "side"),
        ("both: {elbow: }", "elbow"),
        ("both: {hand: {at: floor, bend: }}", "bend"),
        ("props: [{name: mat, under: }]", "under"),
    ],
)
def test_an_empty_key_is_named(text: str, key: str) -> None:
    """Who writes a key says something with it."""
    assert wrong(text) == [(f"`{key}` is empty", "write a value, or remove the key")]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("both: {knee: 170}", "170 is beyond what a knee can do", "write 0 to 150 degrees"),
        ("both: {hip: -50}", "-50 is beyond what a hip can do", "write -30 to 135 degrees"),
        ("neck: {turn: 95 left}", "95 is beyond what a neck can do", "write 0 to 80 degrees"),
        ("neck: {turn: 100}", "`100` does not say to which side", "write for instance `30 left` or `30 right`"),
        (
            "neck: {turn: far left}",
            "`far left` does not say to which side",
            "write for instance `30 left` or `30 right`",
        ),
        ("both: {hand: flor}", "`flor` is nothing to reach for", "did you mean `floor`?"),
        ("both: {hand: reader-kne}", "`reader-kne` is nothing to reach for", "did you mean `knee`?"),
        ("arrows: [left-kne]", "`left-kne` is not a point of the body", "did you mean `left-knee`?"),
        ("arrows: [sky]", "`sky` is not a point of the body", "docs/figures.md lists them"),
        ("arrows: [{at: crown, towards: upp}]", "`upp` is not a direction", "did you mean `up`?"),
        ("props: [balll]", "`balll` is not a prop", "did you mean `ball`?"),
        ("label: Far too many words for one small picture", "this has 40 characters", "say it in at most 30"),
    ],
)
def test_what_cannot_be_is_refused(text: str, message: str, hint: str) -> None:
    """With what to write instead."""
    assert wrong(text) == [(message, hint)]


def test_an_unknown_place_is_answered_with_some_that_are_known() -> None:
    """Where nothing is near to what was written."""
    ((message, hint),) = wrong("both: {hand: zzzz}")
    assert message == "`zzzz` is nothing to reach for"
    assert hint.startswith("use one of: floor, wall, ")


def test_a_figure_begins_with_a_posture_and_has_labels() -> None:
    """The first pose says where it begins; several poses have labels, a single one need not."""
    no_posture = described("alt: A person.\nposes: [{label: Start}]")
    assert isinstance(no_posture, list)
    assert no_posture[0].message == "the first pose has no posture"
    assert no_posture[0].hint.startswith("begin with one of: standing, ")
    no_label = described("alt: A person.\nposes: [{posture: standing, label: Start}, {neck: 10}]")
    assert isinstance(no_label, list)
    assert no_label[0].message == "a pose has no label"
    assert isinstance(described("alt: A person.\nposes: [{posture: standing}]"), Figure)
    assert isinstance(described("alt: A person.\nposes: []"), list)


def test_the_text_for_a_drawing_is_short() -> None:
    """At most so many characters as a screen reader reads in one breath."""
    long = described(f"alt: {'a' * (LONGEST_ALT + 1)}\nposes: [{{posture: standing}}]")
    assert isinstance(long, list)
    assert (long[0].message, long[0].hint) == (
        "this has 126 characters",
        "say what the drawing shows in at most 125",
    )


def test_every_point_has_its_name() -> None:
    """With and without its side; what is no point is none."""
    assert figure_words.is_point("left-knee")
    assert figure_words.is_point("opposite-sole")
    assert figure_words.is_point("belly")
    assert not figure_words.is_point("left-belly")
    assert not figure_words.is_point("floor")
