"""How the timer behaves: what it tells a screen reader, what it does unasked (nothing), and what it bears."""

from __future__ import annotations

from typing import Any, Final, Literal

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage, until
from browser.test_accessibility import found_by_axe
from browser.timer_page import Timer
from playwright.sync_api import Locator, expect

ROUTINE: Final = "/routines/five-desk-stretches/"
SIDED: Final = "/exercises/knee-across-body/"
OPEN: Final = "/routines/home-decompression-set/"
BLOCKED: Final = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def kept(value: str) -> str:
    """A script that has *value* stand where the choices are kept."""
    return f"localStorage.setItem('/timer', {value!r});"


def test_a_screen_reader_is_told_of_changes_and_not_of_seconds(new_page: NewPage) -> None:
    """One sentence for each phase: what to do, on which side, and for how long."""
    timer = Timer(new_page, ROUTINE).open()
    said = timer.said()
    assert said == ["Exercise 1 of 5: Doorway chest stretch. Read the steps, then start."]
    timer.press("Start")
    timer.run(71)
    other = "Repeat on the other side with your left arm and left foot."
    assert timer.said() == [
        "Get ready. First side. 5 seconds.",
        "Hold. First side. 30 seconds.",
        f"Change sides. Other side. 5 seconds. {other}",
        "Hold. Other side. 30 seconds.",
        "Exercise 2 of 5: Kneeling hip stretch. Read the steps, then start.",
    ]


def test_pauses_and_the_end_are_told(new_page: NewPage) -> None:
    """With what is left, and what may be done."""
    timer = Timer(new_page, OPEN).start()
    timer.run(2)
    timer.press("Pause")
    timer.press("Go on")
    timer.run(3)
    assert timer.said()[2:] == [
        "Paused: get ready. 3 seconds left.",
        "Get ready. 3 seconds.",
        "In your own time. Press Done to go on.",
    ]
    for _ in range(5):
        timer.run(1)
        timer.press("Skip")
        timer.press("Start")
        timer.press("Skip")
    timer.said()
    timer.run(1)
    timer.press("Done")
    assert timer.said() == ["Finished."]


def test_a_hidden_tab_catches_up_and_tells_the_end_of_it(new_page: NewPage) -> None:
    """Several phases later, only where it is now is told, and seen."""
    timer = Timer(new_page, ROUTINE).start()
    timer.said()
    timer.looked_away(True)
    timer.page.clock.fast_forward(47_000)
    timer.looked_away(False)
    assert timer.shown == "Doorway chest stretch | Hold | Other side | 23"
    assert timer.said() == ["Hold. Other side. 23 seconds."]


def test_a_hidden_tab_runs_on_for_those_who_listen(new_page: NewPage) -> None:
    """Its tones and words come while nobody looks."""
    timer = Timer(new_page, ROUTINE, script=kept('{"sound":true,"voice":true}')).start()
    timer.looked_away(True)
    timer.calls()
    timer.run(5)
    assert {call.partition(" ")[0] for call in timer.calls()} >= {"tone", "say"}


def test_a_device_that_slept_has_paused(new_page: NewPage) -> None:
    """Nobody did the exercise meanwhile: a page that was looked at and stood still goes on where it was."""
    timer = Timer(new_page, ROUTINE).start()
    timer.run(10)
    timer.page.clock.fast_forward("02:00:00")
    assert timer.shown == "Doorway chest stretch | Paused: hold | First side | 25"
    assert timer.text("next") == "This device was asleep."
    assert timer.said()[-1] == "Paused: hold. 25 seconds left. This device was asleep."
    timer.press("Go on")
    assert timer.shown == "Doorway chest stretch | Hold | First side | 25"


def test_a_clock_that_moved_without_the_page_is_sleep_too(new_page: NewPage) -> None:
    """Where the page's own time stands still with the device, hidden or not."""
    timer = Timer(new_page, ROUTINE).start()
    timer.run(10)
    timer.looked_away(True)
    timer.page.evaluate("const now = Date.now; Date.now = () => now() + 3600000")
    timer.run(1)
    timer.looked_away(False)
    assert timer.shown == "Doorway chest stretch | Paused: hold | First side | 25"


def test_nothing_sounds_speaks_or_shakes_unless_it_is_switched_on(new_page: NewPage) -> None:
    """A whole exercise, in silence."""
    timer = Timer(new_page, SIDED).start()
    timer.run(60)
    assert timer.shown.endswith("Finished")
    assert set(timer.calls()) <= {"lit", "dark"}


def test_a_tone_marks_each_change(new_page: NewPage) -> None:
    """And three short ones the end of getting ready."""
    timer = Timer(new_page, SIDED).open().choose("Play a tone")
    assert timer.calls() == ["lit", "audio"]
    timer.press("Start")
    timer.run(5)
    assert timer.calls() == ["tone 523", *["tone 392"] * 3, "tone 784"]


def test_a_voice_says_what_is_told(new_page: NewPage) -> None:
    """A voice of the device, for the language of the page, reads cautions and steps first; a pause silences it."""
    timer = Timer(new_page, SIDED, script=kept('{"voice":true}')).open()
    hush, words = [call for call in timer.calls() if not call.startswith("lit")]
    assert hush == "hush"
    parts = (
        "say Ada",
        "Knee across body. Read the steps",
        "Ask a professional first",
        "Do not start, and stop, if",
        "Lie on",
    )
    places = [words.index(part) for part in parts]
    assert places == sorted(places)
    timer.press("Start")
    timer.run(5)
    assert [call for call in timer.calls() if call.startswith("say")] == [
        "say Ada Get ready. First side. 5 seconds.",
        "say Ada Hold. First side. 10 seconds.",
    ]
    timer.press("Pause")
    assert timer.calls() == ["hush", "dark"]


def test_no_voice_speaks_that_is_not_on_the_device(new_page: NewPage) -> None:
    """Such voices send the words to a server. The reader is told that there is none."""
    timer = Timer(new_page, SIDED, script="window.voices = window.voices.slice(0, 2);").open()
    timer.press("Settings")
    timer.dialog.get_by_label("Say it").check()
    expect(timer.dialog.get_by_text("Your device has no voice of its own for this language.")).to_be_visible()
    timer.press("Settings")
    timer.press("Start")
    timer.run(20)
    assert set(timer.calls()) <= {"lit", "dark"}


def test_the_device_can_shake(new_page: NewPage) -> None:
    """At each change, and differently for different ones."""
    timer = Timer(new_page, SIDED).open().choose("Vibrate, if your device can")
    timer.press("Start")
    timer.run(15)
    assert [call for call in timer.calls() if call.startswith("vibrate")] == [
        "vibrate 80",
        "vibrate 200",
        "vibrate 150,100,150",
    ]


def test_the_screen_stays_lit_while_it_is_needed(new_page: NewPage) -> None:
    """Not in a pause, not in a hidden tab, and not after the timer."""
    timer = Timer(new_page, SIDED).start()
    assert timer.calls() == ["lit"]
    timer.press("Pause")
    assert timer.calls() == ["dark"]
    timer.press("Go on")
    assert timer.calls() == ["lit"]
    timer.looked_away(True)
    assert timer.calls() == ["dark"]
    timer.looked_away(False)
    assert timer.calls() == ["lit"]
    timer.press("Stop")
    until(timer.page, "() => window.calls.length > 0")
    assert timer.calls() == ["dark"]


def test_a_device_may_refuse_to_stay_lit(new_page: NewPage) -> None:
    """Then the timer runs all the same."""
    refuses = "navigator.wakeLock.request = async () => { throw new DOMException('no', 'NotAllowedError'); };"
    timer = Timer(new_page, SIDED, script=refuses).start()
    timer.run(5)
    assert timer.shown == "Knee across body | Hold | First side | 10"


def test_a_browser_without_the_extras_has_the_timer(new_page: NewPage) -> None:
    """What it cannot do is not offered."""
    bare = """
    delete Navigator.prototype.vibrate; delete navigator.vibrate;
    delete Navigator.prototype.wakeLock; delete navigator.wakeLock;
    delete window.speechSynthesis;
    """
    timer = Timer(new_page, SIDED, script=bare).start()
    timer.run(5)
    assert timer.shown == "Knee across body | Hold | First side | 10"


def test_choices_are_remembered(new_page: NewPage) -> None:
    """On the same device, for the next page and the next time."""
    timer = Timer(new_page, SIDED).open().choose("Take your time", "Play a tone", Holds_and_rests="2 times as long")
    timer.page.goto(ROUTINE)
    timer.open()
    timer.press("Settings")
    expect(timer.dialog.get_by_label("Take your time")).to_be_checked()
    expect(timer.dialog.get_by_label("Play a tone")).to_be_checked()
    expect(timer.dialog.get_by_label("Holds and rests")).to_have_value("2 times as long")
    expect(timer.dialog.get_by_label("Say it")).not_to_be_checked()


@pytest.mark.parametrize(
    "rubbish",
    [
        "{",
        "null",
        "[]",
        "7",
        '"x"',
        '{"hold":-3,"ready":"x","timed":"no","sound":1,"__proto__":{"voice":true},"more":1}',
    ],
)
def test_what_is_kept_may_be_rubbish(new_page: NewPage, rubbish: str) -> None:
    """Then everything is as at first."""
    timer = Timer(new_page, SIDED, script=kept(rubbish)).start()
    timer.run(5)
    assert timer.shown == "Knee across body | Hold | First side | 10"
    assert set(timer.calls()) <= {"lit"}


def test_a_browser_may_keep_nothing(new_page: NewPage) -> None:
    """The choices hold for this page, and the reader is told."""
    timer = Timer(new_page, SIDED, script=BLOCKED).open().choose("Take your time")
    timer.press("Settings")
    expect(timer.dialog.get_by_text("Your browser does not let this site keep your choices")).to_be_visible()
    timer.press("Stop")
    timer.open()
    timer.press("Settings")
    expect(timer.dialog.get_by_label("Take your time")).to_be_checked()


def test_it_can_be_run_with_the_keyboard_alone(new_page: NewPage) -> None:
    """Everything is reached with Tab, and nothing behind the timer is."""
    timer = Timer(new_page, SIDED)
    keys = timer.page.keyboard
    timer.page.get_by_role("button", name="Open the timer").focus()
    keys.press("Enter")
    expect(timer.dialog.get_by_role("heading", name="Knee across body")).to_be_focused()
    assert tabbed(timer, 5) == ["Cautions and steps", "Get help", "Back", "Start", "Skip exercise"]
    keys.press("Shift+Tab")
    keys.press("Space")
    timer.run(6)
    assert timer.shown == "Knee across body | Hold | First side | 9"
    keys.press("Space")
    assert timer.shown == "Knee across body | Paused: hold | First side | 9"
    keys.press("Tab")
    keys.press("Enter")
    assert timer.shown == "Knee across body | Paused: change sides | Other side | 5"
    inside = timer.page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    assert inside


def tabbed(timer: Timer, times: int) -> list[str]:
    """The names of what is focused, pressing Tab *times* times."""
    names = []
    for _ in range(times):
        timer.page.keyboard.press("Tab")
        names.append(timer.page.evaluate("(at => at.ariaLabel ?? at.textContent)(document.activeElement)"))
    return names


def test_escape_pauses_first_and_then_stops(new_page: NewPage) -> None:
    """A key pressed by mistake loses nothing; in the settings it leads back to the exercise."""
    timer = Timer(new_page, SIDED).start()
    timer.run(8)
    timer.page.keyboard.press("Escape")
    assert timer.shown == "Knee across body | Paused: hold | First side | 7"
    timer.press("Settings")
    timer.page.keyboard.press("Escape")
    expect(timer.dialog.get_by_role("button", name="Settings")).to_be_focused()
    timer.press("Go on")
    timer.press("Pause")
    timer.page.keyboard.press("Escape")
    expect(timer.dialog).to_have_count(0)
    expect(timer.page.get_by_role("button", name="Open the timer")).to_be_focused()
    timer.open("Go on with Knee across body")
    assert timer.shown == "Knee across body | Paused: hold | First side | 7"


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
def test_no_state_has_a_barrier(new_page: NewPage, viewport: dict[str, int], scheme: Literal["light", "dark"]) -> None:
    """Waiting, running, with its settings open, paused, in an open phase, and finished."""
    slow = kept('{"hold":10,"ready":10}')
    timer = Timer(new_page, SIDED, script=slow, clock="real", viewport=viewport, color_scheme=scheme)
    found = found_by_axe(timer.page)
    timer.open()
    for name in ("", "Start", "Skip", "Pause", "Settings", "Settings", "Skip", "Skip", "Skip"):
        if name:
            timer.press(name)
        found += found_by_axe(timer.page)
    assert timer.shown.endswith("Finished")
    assert found == []


@pytest.mark.parametrize(("width", "height", "scale"), [(320, 568, 1), (360, 740, 2), (740, 360, 1), (1280, 800, 2)])
@pytest.mark.parametrize("state", ["waiting", "running", "settings"])
def test_it_fits_any_screen(new_page: NewPage, width: int, height: int, scale: int, state: str) -> None:
    """Nothing scrolls sideways, every button can be reached and is large enough, and no words are cut."""
    timer = Timer(new_page, "/routines/piriformis-area/", viewport={"width": width, "height": height})
    timer.page.evaluate("scale => { document.documentElement.style.fontSize = `${scale * 100}%` }", scale)
    timer.open()
    timer.press("Skip exercise")
    if state == "running":
        timer.press("Start")
        timer.run(6)
    elif state == "settings":
        timer.press("Settings")
    assert timer.dialog.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    for button in timer.dialog.get_by_role("button").all():
        measured = measure(button)
        assert measured["height"] >= 44
        assert measured["width"] >= 44
        assert measured["cut"] <= 1, button.inner_text()
        assert measured["top"] is True, button.inner_text()


def measure(button: Locator) -> Any:
    """The size of *button*, how much of its words does not fit, and whether it lies on top when scrolled to."""
    button.scroll_into_view_if_needed()
    return button.evaluate("""button => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return { width, height, cut: button.scrollWidth - button.clientWidth, top: button.contains(top) };
    }""")
