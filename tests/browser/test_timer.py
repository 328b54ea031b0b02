"""The guided timer on the real site: it leads through routines and exercises, as fast as the reader wants it to."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from browser.conftest import NewPage
from browser.timer_page import Timer
from playwright.sync_api import Route, expect

ROUTINE: Final = "/routines/five-desk-stretches/"
"""5 exercises: 4 of them on both sides for 30 seconds each, the last once."""
SIDED: Final = "/exercises/knee-across-body/"
"""Hold for 10 to 20 seconds, at least once on each side."""
OPEN: Final = "/routines/home-decompression-set/"
"""6 exercises without a number."""
REPEATED: Final = "/exercises/shoulder-blade-squeeze/"
"""Hold for 4 to 5 seconds, 3 to 4 times."""


def test_nothing_starts_by_itself(new_page: NewPage) -> None:
    """Opening the timer shows the exercise with its cautions, and waits as long as it takes."""
    timer = Timer(new_page, ROUTINE)
    timer.run(600)
    expect(timer.dialog).to_have_count(0)
    timer.open()
    timer.run(600)
    assert timer.shown == "Doorway chest stretch | Ready when you are"
    details = timer.text("details")
    places = [details.index(words) for words in ("Ask a professional first if", "Do not start, and stop, if", "Steps")]
    assert places == sorted(places)


def test_a_whole_routine(new_page: NewPage) -> None:
    """Each exercise waits for the reader; each phase follows at its time; the end is the end."""
    timer = Timer(new_page, ROUTINE).open()
    for number, last in enumerate([False, False, False, False, True], start=1):
        assert timer.text("where").startswith(f"Exercise {number} of 5")
        timer.press("Start")
        assert "Get ready" in timer.shown
        timer.run(5)
        assert timer.shown.endswith("Hold | 30" if last else "Hold | First side | 30")
        timer.run(30)
        if not last:
            assert timer.shown.endswith("Change sides | Other side | 5")
            timer.run(35)
        timer.run(1)
    assert timer.shown == "The 5 desk stretches | Finished"
    assert "You have come to the end." in timer.text("details")
    timer.press("Close")
    expect(timer.dialog).to_have_count(0)
    expect(timer.page.get_by_role("button", name="Open the timer")).to_be_focused()
    expect(timer.page.get_by_role("button", name="Go on with")).to_have_count(0)


def test_the_end_can_be_a_beginning(new_page: NewPage) -> None:
    """Starting again waits before the first exercise."""
    timer = Timer(new_page, REPEATED).start()
    timer.run(60)
    timer.run(1)
    timer.press("Start again")
    assert timer.shown == "Shoulder-blade squeeze | Ready when you are"


def test_exercises_follow_by_themselves_where_that_was_chosen(new_page: NewPage) -> None:
    """Then, after one start, the whole routine runs through."""
    timer = Timer(new_page, ROUTINE).open().choose("go on to the next exercise by itself")
    timer.press("Start")
    assert timer.text("where") == "Exercise 1 of 5 · about 5 minutes to go"
    timer.run(75)
    assert timer.shown == "Kneeling hip stretch | Hold | First side | 30"
    timer.run(300)
    assert timer.shown.endswith("Finished")


def test_a_pause_stops_the_clock(new_page: NewPage) -> None:
    """One press, as long as the reader likes, and on from where it was."""
    timer = Timer(new_page, SIDED).start()
    timer.run(9)
    timer.press("Pause")
    assert timer.shown == "Knee across body | Paused: hold | First side | 6"
    timer.run(900)
    timer.press("Go on")
    assert timer.shown == "Knee across body | Hold | First side | 6"
    timer.run(2)
    assert timer.shown.endswith("4")


def test_back_and_skip(new_page: NewPage) -> None:
    """To the phase before and the next one; at the very beginning there is no way back."""
    timer = Timer(new_page, SIDED).open()
    expect(timer.dialog.get_by_role("button", name="Back", exact=True)).to_have_attribute("aria-disabled", "true")
    timer.press("Start")
    timer.press("Skip")
    assert timer.shown == "Knee across body | Hold | First side | 10"
    timer.press("Skip")
    timer.press("Back")
    assert timer.shown == "Knee across body | Hold | First side | 10"
    timer.press("Back")
    timer.press("Back")
    assert timer.shown == "Knee across body | Ready when you are"


def test_an_exercise_can_be_skipped(new_page: NewPage) -> None:
    """Before it starts, and in a pause."""
    timer = Timer(new_page, ROUTINE).open()
    timer.press("Skip exercise")
    assert timer.shown.startswith("Kneeling hip stretch")
    timer.press("Start")
    timer.run(8)
    timer.press("Pause")
    timer.press("Skip this exercise")
    assert timer.shown == "Wall calf stretch | Ready when you are"
    expect(timer.dialog.get_by_role("button", name="Start", exact=True)).to_be_focused()


def test_stopping_remembers_the_place(new_page: NewPage) -> None:
    """The reader is back where they were on the page, and may go on or begin anew."""
    timer = Timer(new_page, ROUTINE).start()
    timer.run(12)
    timer.press("Stop")
    expect(timer.dialog).to_have_count(0)
    expect(timer.page.get_by_role("button", name="Open the timer")).to_be_focused()
    timer.run(100)
    timer.open("Go on with Doorway chest stretch")
    assert timer.shown == "Doorway chest stretch | Paused: hold | First side | 23"
    timer.press("Stop")
    timer.open()
    assert timer.shown == "Doorway chest stretch | Ready when you are"


def test_the_other_side_is_told_in_the_words_of_the_exercise(new_page: NewPage) -> None:
    """While sides change and on the other side, and not before."""
    timer = Timer(new_page, SIDED).start()
    assert timer.text("side") == ""
    timer.run(15)
    assert timer.text("side") == "Repeat on the other side with your left knee."
    assert timer.said()[-1] == ("Change sides. Other side. 5 seconds. Repeat on the other side with your left knee.")
    timer.run(5)
    assert timer.text("side") == "Repeat on the other side with your left knee."


def test_what_has_no_number_waits_for_the_reader(new_page: NewPage) -> None:
    """There are no seconds, and Done leads on."""
    timer = Timer(new_page, OPEN).start()
    timer.run(5)
    assert timer.shown == "Standing back bend | In your own time"
    timer.run(3600)
    timer.press("Done")
    assert timer.shown.endswith("Ready when you are")
    assert timer.text("where") == "Exercise 2 of 6"


def test_further_repetitions_where_the_source_allows_them(new_page: NewPage) -> None:
    """Asked for during the last one, it comes after it, and then there are no more."""
    timer = Timer(new_page, REPEATED).start()
    timer.run(5 + 4 + 5 + 4 + 5)
    assert timer.shown == "Shoulder-blade squeeze | Hold | Time 3 of 3 | 4"
    once_more = timer.dialog.get_by_role("button", name="Once more")
    once_more.click()
    expect(once_more).to_have_attribute("aria-pressed", "true")
    timer.run(4 + 5)
    assert timer.shown == "Shoulder-blade squeeze | Hold | Time 4 | 4"
    expect(once_more).to_be_hidden()
    timer.run(4)
    assert timer.shown.endswith("Finished")


def test_a_repetition_more_when_the_hands_are_free_again(new_page: NewPage) -> None:
    """Before the next exercise, and it says which exercise it means."""
    timer = Timer(new_page, "/routines/piriformis-area/").open()
    timer.press("Skip exercise")
    timer.press("Start")
    timer.run(30)
    assert timer.shown == "Knee towards same shoulder | Ready when you are"
    timer.press("Once more: Knee across body")
    assert timer.shown == "Knee across body | Get ready | Other side, time 2 | 5"
    timer.run(15)
    assert timer.shown == "Knee towards same shoulder | Ready when you are"


def test_a_hold_can_be_made_longer(new_page: NewPage) -> None:
    """Up to the larger number of the source; the focus does not get lost with the button."""
    timer = Timer(new_page, SIDED).start()
    timer.run(8)
    timer.press("Longer: 20 seconds")
    assert timer.shown.endswith("17")
    expect(timer.dialog.get_by_role("button", name="Pause")).to_be_focused()


def test_taking_your_time(new_page: NewPage) -> None:
    """Without a clock there are no seconds, and Done ends each part."""
    timer = Timer(new_page, SIDED).open().choose("Take your time")
    timer.press("Start")
    for shown in ("Hold | First side", "Change sides | Other side", "Hold | Other side"):
        timer.run(1000)
        assert timer.shown == f"Knee across body | {shown}"
        timer.press("Done")
    assert timer.shown == "Knee across body | Finished"


def test_times_can_be_adjusted(new_page: NewPage) -> None:
    """From half to ten times as long, in the middle of a hold as well; the settings pause the clock."""
    timer = Timer(new_page, SIDED).start()
    timer.run(7)
    timer.press("Settings")
    timer.run(100)
    holds = timer.dialog.get_by_label("Holds and rests")
    assert holds.locator("option").all_inner_texts()[0] == "Half as long"
    holds.select_option("10 times as long")
    timer.dialog.get_by_label("Getting ready and changing sides").select_option("50 seconds")
    timer.press("Back to the exercise")
    assert timer.shown == "Knee across body | Paused: hold | First side | 1:38"
    timer.press("Go on")
    timer.press("Skip")
    assert timer.shown == "Knee across body | Change sides | Other side | 50"


def test_the_larger_number_of_a_range_can_be_chosen(new_page: NewPage) -> None:
    """For the time and for the repetitions."""
    timer = Timer(new_page, REPEATED).open().choose(Where_our_source_gives_a_range="The larger number")
    timer.press("Start")
    timer.run(3 * (5 + 5))
    assert timer.shown == "Shoulder-blade squeeze | Get ready | Time 4 | 5"


def test_each_dose_has_its_button(new_page: NewPage) -> None:
    """Where an exercise has several."""
    timer = Timer(new_page, "/exercises/legs-up-wall/").open("Open the timer: After a leg workout")
    timer.press("Start")
    timer.run(5)
    assert timer.shown == "Legs up the wall | Carry on | 20:00"
    assert "Take 20 minutes." in timer.text("details")


def test_the_whole_is_done_as_often_as_the_routine_says(new_page: NewPage) -> None:
    """The round stands beside the exercise."""
    timer = Timer(new_page, "/routines/before-bed/").open()
    assert timer.text("where").startswith("Exercise 1 of 3, round 1 of 3")
    for _ in range(3):
        timer.press("Skip exercise")
    assert timer.text("where").startswith("Exercise 1 of 3, round 2 of 3")
    assert timer.dialog.get_by_role("progressbar").evaluate("bar => [bar.value, bar.max]") == [3, 9]


def test_steps_come_first_while_it_runs(new_page: NewPage) -> None:
    """Below one line on when to stop; all that matters before the start is still there, below."""
    timer = Timer(new_page, SIDED).start()
    details = timer.text("details")
    words = ("Stop if your pain becomes sharp", "Lie on your back with", "Take care", "Ask a professional first if")
    places = [details.index(each) for each in words]
    assert places == sorted(places)


def test_the_picture_is_shown(new_page: NewPage) -> None:
    """Below what to stop at, and with its text for those who do not see it; without one, the rest is all there."""
    timer = Timer(new_page, SIDED).start()
    program = json.loads(timer.page.locator("script.program").inner_text())
    picture = timer.dialog.get_by_role("img", name=program["stations"][0]["figure"]["alt"])
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_in_viewport()
    assert picture.evaluate(
        "picture => picture.naturalWidth > 0 && picture.offsetWidth <= picture.parentNode.offsetWidth"
    )


def test_an_exercise_may_have_no_picture(new_page: NewPage) -> None:
    """A site need not have any."""
    timer = Timer(new_page, "/404.html")

    def without(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('"figure":', '"other":'))

    timer.page.route(f"**{SIDED}", without)
    timer.page.goto(SIDED)
    timer.start()
    assert timer.dialog.get_by_role("img").count() == 0


def test_what_was_meant_for_one_phase_does_nothing_to_the_next(new_page: NewPage) -> None:
    """A press on Pause that comes just too late does not end an open phase."""
    timer = Timer(new_page, OPEN).start()
    timer.run(5.1)
    timer.dialog.locator(".timer__button--primary").click()
    assert timer.shown == "Standing back bend | In your own time"
    timer.run(1)
    timer.press("Done")
    assert timer.text("where") == "Exercise 2 of 6"


def test_without_scripts_nothing_dead_is_shown(new_page: NewPage) -> None:
    """The dose stands there in words, and there is no button that does nothing."""
    page = new_page(ROUTINE, java_script_enabled=False)
    assert page.get_by_role("main").get_by_role("button").count() == 0
    doses = page.locator(".exercise-card .dose").all_inner_texts()
    assert [dose.partition(".")[0] for dose in doses] == ["Hold for 30 seconds"] * 5
    assert page.locator(".timer-start").evaluate("place => place.getBoundingClientRect().height") == 0


@pytest.mark.parametrize(("motion", "moves"), [("reduce", "0s"), ("no-preference", "0.3s")])
def test_the_ring_moves_only_where_motion_is_welcome(new_page: NewPage, motion: Any, moves: str) -> None:
    """The number says the same in any case."""
    timer = Timer(new_page, SIDED, reduced_motion=motion).start()
    ring = timer.dialog.locator(".timer__rest")
    assert ring.evaluate("ring => getComputedStyle(ring).transitionDuration") == moves
