"""Drawings in a real browser: played on request, printed, in forced colours, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage
from playwright.sync_api import Page, expect

SEVERAL: Final = "/exercises/single-knee-hug/"
"""An exercise with three pictures."""
SINGLE: Final = "/exercises/raised-feet-sleep/"
"""An exercise with one."""
SHOWN: Final = "[...document.querySelectorAll('.figure__layer')].map(one => one.matches('.figure__layer--shown'))"
FILL: Final = "selector => getComputedStyle(document.querySelector(selector)).fill"


@pytest.fixture
def timed(new_page: NewPage) -> Iterator[Any]:
    """Opens pages whose clock the test sets."""

    def opened(url: str, **options: Any) -> Page:
        page = new_page("/404.html", **options)
        page.clock.install()
        page.goto(url)
        return page

    return opened  # type: ignore[return-value]


def caption(page: Page) -> str:
    """What stands under the first picture."""
    return " ".join(page.locator(".figure__label").first.inner_text().split())


def test_pictures_are_played_on_request_and_stopped(timed: Any) -> None:
    """Nothing moves by itself; a button plays one picture after the other in the first one's place, until it stops."""
    page = timed(SEVERAL)
    button = page.get_by_role("button", name="Play the movement")
    page.clock.run_for(20_000)
    assert page.evaluate(SHOWN) == [False, False]
    height = page.locator(".figure").bounding_box()["height"]
    button.click()
    page.clock.run_for(1_000)
    assert page.evaluate(SHOWN) == [True, False]
    assert caption(page) == "2 Hold behind right knee"
    assert page.locator(".figure").bounding_box()["height"] == height
    page.clock.run_for(2_200)
    assert page.evaluate(SHOWN) == [False, True]
    page.clock.run_for(2_200)
    assert page.evaluate(SHOWN) == [False, False]
    assert caption(page) == "1 Head down, back flat"
    page.clock.run_for(2_200)
    page.get_by_role("button", name="Stop").click()
    page.clock.run_for(1_000)
    assert page.evaluate(SHOWN) == [False, False]
    assert caption(page) == "1 Head down, back flat"
    page.clock.run_for(20_000)
    assert page.evaluate(SHOWN) == [False, False]
    expect(button).to_be_visible()


def test_the_keyboard_plays_them_as_well(timed: Any) -> None:
    """The button has the focus, is large enough, and keeps the focus when it is pressed."""
    page = timed(SEVERAL)
    button = page.locator(".figure__play")
    button.focus()
    box = button.bounding_box()
    assert box["height"] >= 44
    assert box["width"] >= 44
    page.keyboard.press("Enter")
    expect(button).to_have_text("Stop")
    page.keyboard.press("Space")
    expect(button).to_have_text("Play the movement")
    assert page.evaluate("document.activeElement.className") == "figure__play"


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", "0.7s"), ("reduce", "0s")])
def test_who_wants_no_motion_gets_steps(timed: Any, motion: Literal["no-preference", "reduce"], moves: str) -> None:
    """Pictures pass into each other gently, or follow each other at once."""
    page = timed(SEVERAL, reduced_motion=motion)
    page.get_by_role("button", name="Play the movement").click()
    duration = page.evaluate("getComputedStyle(document.querySelector('.figure__layer')).transitionDuration")
    assert duration == moves
    expect(page.locator(".figure__layer--shown")).to_have_count(1)


def test_it_stops_when_nobody_looks_and_on_paper(timed: Any) -> None:
    """In another tab, and before the page is printed."""
    hidden = "Object.defineProperty(document, 'hidden', {value: true});"
    for event in (
        f"{hidden} document.dispatchEvent(new Event('visibilitychange'))",
        "dispatchEvent(new Event('beforeprint'))",
    ):
        page = timed(SEVERAL)
        page.get_by_role("button", name="Play the movement").click()
        page.evaluate(event)
        expect(page.locator(".figure__play")).to_have_text("Play the movement")


def test_a_screen_reader_hears_each_picture_once(timed: Any) -> None:
    """The copies that are played are hidden from it, and have no ids of their own."""
    page = timed(SEVERAL)
    page.get_by_role("button", name="Play the movement").click()
    assert page.get_by_role("img").count() == 3
    assert page.get_by_role("img", name="Single knee hug, picture 3 of 3").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_a_single_picture_has_no_button(new_page: NewPage) -> None:
    """There is nothing to play."""
    page = new_page(SINGLE)
    assert page.locator(".figure__play").count() == 0
    assert page.locator(".figure__drawing").count() == 1


def test_without_a_script_every_picture_is_there(new_page: NewPage) -> None:
    """With its number and its words, and without a dead button."""
    page = new_page(SEVERAL, java_script_enabled=False)
    assert page.locator(".figure__drawing").count() == 3
    assert page.locator(".figure button").count() == 0
    assert [" ".join(text.split()) for text in page.locator(".figure__label").all_inner_texts()] == [
        "1 Head down, back flat",
        "2 Hold behind right knee",
        "3 Draw knee to chest",
    ]


def test_near_and_far_are_told_apart_on_paper_and_in_the_dark(new_page: NewPage) -> None:
    """Each scheme has its colours; near and far differ in brightness, so that they do so in grey as well."""
    seen: dict[str, dict[str, float]] = {}
    for name, options in (("light", {}), ("dark", {"color_scheme": "dark"}), ("print", {})):
        page = new_page(SEVERAL, **options)
        if name == "print":
            page.emulate_media(media="print")
            assert not page.locator(".figure__play").is_visible()
        seen[name] = {tone: brightness(page, f".figure__part--{tone}") for tone in ("legs", "legs-far", "skin", "top")}
    for name, found in seen.items():
        assert abs(found["legs"] - found["legs-far"]) > 0.15, name
        assert found["skin"] > found["top"] > found["legs"] or name == "dark", name
    assert seen["dark"]["legs"] > seen["light"]["legs"]
    assert seen["print"] == seen["light"]


def brightness(page: Page, selector: str) -> float:
    """How bright the fill of the first such shape is, from 0 to 1."""
    red, green, blue = (int(part) for part in page.evaluate(FILL, selector)[4:-1].split(","))
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_forced_colours_leave_lines(new_page: NewPage) -> None:
    """Bodies are drawn in the reader's own two colours, and what is only shade is not there."""
    page = new_page("/exercises/wall-calf-stretch/", forced_colors="active")
    assert page.evaluate(FILL, ".figure__part--top") == page.evaluate("getComputedStyle(document.body).backgroundColor")
    stroke = page.evaluate("getComputedStyle(document.querySelector('.figure__part--top')).stroke")
    assert stroke == page.evaluate("getComputedStyle(document.body).color")
    assert not page.locator(".figure__part--shade").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.figure__part--arrow')).fill") == "none"


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_card_keeps_room_for_its_drawing(new_page: NewPage, viewport: dict[str, int]) -> None:
    """Before the file has come, its place is already as high as it will be."""
    page = new_page("/routines/before-bed/", viewport=viewport)
    image = page.locator(".exercise-card__figure").first
    box = image.bounding_box()
    assert box is not None
    width, height = (int(image.get_attribute(name) or 0) for name in ("width", "height"))
    assert box["width"] / box["height"] == pytest.approx(width / height, abs=0.02)
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
