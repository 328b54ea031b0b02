"""Which copies of a picture are made."""

from __future__ import annotations

import pytest

from healthsite.imaging.plan import Copy, Look, plan_of


def widths(width: int, height: int = 10) -> list[int]:
    """How wide the copies are of a photo of that size."""
    return [copy.width for copy in plan_of(Look("jpeg", width, height, clear=False)).plain]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (1, [1]),
        (360, [360]),
        (430, [430]),
        (500, [360, 500]),
        (720, [360, 720]),
        (800, [360, 800]),
        (1000, [360, 720, 1000]),
        (1440, [360, 720, 1080, 1440]),
        (1500, [360, 720, 1080, 1440]),
        (4000, [360, 720, 1080, 1440]),
    ],
)
def test_copies_are_never_wider_than_the_picture(width: int, expected: list[int]) -> None:
    """A picture is not enlarged, and two copies of nearly the same width are one."""
    assert widths(width) == expected


def test_a_high_picture_needs_no_wide_copies() -> None:
    """It is shown less wide than the text."""
    assert widths(3000, 4000) == [360, 720, 1080]


def test_a_link_leads_to_a_larger_copy() -> None:
    """Who wants to see more gets up to 2,400 pixels across, where the picture has them."""
    assert plan_of(Look("jpeg", 4000, 3000, clear=False)).large == Copy("jpeg", 2400, 1800)
    plan = plan_of(Look("jpeg", 1000, 300, clear=False))
    assert plan.large == plan.plain[-1]
    assert len(plan.shown) == 9


@pytest.mark.parametrize(
    ("kind", "clear", "plain"),
    [
        ("jpeg", False, "jpeg"),
        ("png", False, "png"),
        ("png", True, "png"),
        ("gif", False, "png"),
        ("webp", False, "jpeg"),
        ("webp", True, "png"),
        ("avif", False, "jpeg"),
        ("avif", True, "png"),
    ],
)
def test_each_copy_is_offered_in_three_formats(kind: str, plain: str, *, clear: bool) -> None:
    """AVIF first, then WebP; and for old browsers JPEG for photos, PNG for what is drawn or see-through."""
    plan = plan_of(Look(kind, 800, 600, clear))
    assert [[(copy.format, copy.width) for copy in group] for group in plan.offered] == [
        [("avif", 360), ("avif", 800)],
        [("webp", 360), ("webp", 800)],
    ]
    assert [(copy.format, copy.width) for copy in plan.plain] == [(plain, 360), (plain, 800)]


def test_a_drawing_is_one_file() -> None:
    """It is as sharp as one likes, whatever its size."""
    assert plan_of(Look("svg", 60, 40, clear=True)).shown == (Copy("svg", 60, 40),)


def test_the_sides_keep_their_ratio() -> None:
    """Heights are rounded, and never nothing."""
    assert [copy.height for copy in plan_of(Look("jpeg", 1000, 667, clear=False)).plain] == [240, 480, 667]
    assert [copy.height for copy in plan_of(Look("jpeg", 16000, 3, clear=False)).plain] == [1, 1, 1, 1]
