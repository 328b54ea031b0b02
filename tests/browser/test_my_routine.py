"""The reader's own routine: collected on any page, kept on the device, put in order, done, printed and shared."""

from __future__ import annotations

from typing import Any, Final, Literal
from urllib.parse import urlsplit

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage, until
from browser.test_accessibility import found_by_axe
from playwright.sync_api import Page, Route, expect

KNEE: Final = "knee-across-body"
CALF: Final = "wall-calf-stretch"
LEGS: Final = "legs-up-wall"
THREE: Final = f'["{KNEE}","{CALF}","{LEGS}"]'
TITLES: Final = ["Knee across body", "Wall calf stretch", "Legs up the wall"]
BLOCKED: Final = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def opened(new_page: NewPage, url: str = "/my-routine/", kept: str = "", **options: Any) -> Page:
    """The page at *url* of a reader whose device has *kept* something as their routine."""
    page = new_page("/404.html", **options)
    if kept:
        page.evaluate("kept => localStorage.setItem('/my-routine', kept)", kept)
    page.goto(url)
    return page


def listed(page: Page) -> list[str]:
    """The titles of the exercises on the page, in order, once they are there."""
    expect(page.get_by_text("Getting your exercises")).to_have_count(0)
    return page.locator(".my-routine__title a").all_inner_texts()


def kept(page: Page) -> Any:
    """What the device has kept as the routine."""
    return page.evaluate("JSON.parse(localStorage.getItem('/my-routine'))")


def status(page: Page) -> str:
    """What the page tells of what was done."""
    return page.get_by_role("main").get_by_role("status").inner_text()


def pages_in(asked: list[str]) -> list[str]:
    """The pages of exercises among the addresses that were *asked* for."""
    return [url.partition("/exercises/")[2] for url in asked if "/exercises/" in url and url.endswith("/")]


def test_an_exercise_is_added_on_its_page_and_taken_out_again(new_page: NewPage) -> None:
    """The button says what it does, the change is told, and the menu counts."""
    page = opened(new_page, f"/exercises/{KNEE}/")
    main, told = page.get_by_role("main"), page.locator("body > [role=status]")
    main.get_by_role("button", name="Add to my routine : Knee across body").click()
    expect(told).to_have_text("Knee across body is in your routine. It holds 1 exercise.")
    expect(page.get_by_role("navigation").get_by_role("link", name="My routine 1 exercise")).to_be_visible()
    expect(main.get_by_role("link", name="my routine (1)")).to_be_visible()
    assert kept(page) == [KNEE]
    button = main.get_by_role("button", name="Remove from my routine : Knee across body")
    expect(button).to_be_focused()
    button.click()
    expect(told).to_have_text("Knee across body is no longer in your routine. It holds 0 exercises.")
    assert kept(page) == []


@pytest.mark.parametrize(
    ("url", "cards"),
    [("/routines/piriformis-area/", 4), ("/articles/lying-down-stretches/", 17), ("/articles/heavy-legs/", 5)],
)
def test_every_card_has_the_button(new_page: NewPage, url: str, cards: int) -> None:
    """On routines and in articles, each for its own exercise."""
    page = opened(new_page, url)
    buttons = page.get_by_role("button", name="Add to my routine")
    expect(buttons).to_have_count(cards)
    for index in range(cards):
        buttons.first.click()
        expect(buttons).to_have_count(cards - index - 1)
    assert len(kept(page)) == cards


def test_what_was_collected_is_listed_with_its_cautions_before_its_steps(new_page: NewPage) -> None:
    """In order, with dose, who asks first and when to stop; the whole list of signs stands above."""
    page = opened(new_page, kept=THREE)
    assert listed(page) == TITLES
    text = page.get_by_role("main").inner_text()
    order = (
        "1 leg is newly swollen, painful or warm",
        "Open the timer",
        "1. Knee across body",
        "Ask a professional first if",
        "Move slowly, and do not pull",
        "Do not start, and stop, if your pain becomes sharp",
        "Hold for 10 to 20 seconds.",
        "Steps",
        "2. Wall calf stretch",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    page.get_by_text("Steps of Knee").first.click()
    expect(page.get_by_text("Bring your right knee up towards your chest.")).to_be_visible()


def test_the_order_is_changed_with_buttons(new_page: NewPage) -> None:
    """With the keyboard too: the focus stays with the exercise, and its new number is told."""
    page = opened(new_page, kept=THREE)
    down = page.get_by_role("button", name="Move down : Knee across body")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Knee across body is now number 2 of 3.")
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move up : Knee across body")).to_be_focused()
    assert listed(page) == ["Wall calf stretch", "Legs up the wall", "Knee across body"]
    assert kept(page) == [CALF, LEGS, KNEE]
    expect(page.get_by_role("button", name="Move up : Wall calf stretch")).to_be_disabled()


def test_an_exercise_is_removed_and_put_back(new_page: NewPage) -> None:
    """One press takes it out, one more brings it back to its place."""
    page = opened(new_page, kept=THREE)
    page.get_by_role("button", name="Remove : Wall calf stretch").click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert status(page) == "Wall calf stretch is no longer in your routine."
    assert listed(page) == ["Knee across body", "Legs up the wall"]
    undo.click()
    expect(page.locator(".my-routine__item")).to_have_count(3)
    assert listed(page) == TITLES
    assert kept(page) == [KNEE, CALF, LEGS]


def test_the_routine_is_emptied(new_page: NewPage) -> None:
    """Then the page says how to begin, and nothing is left on the device but an empty list."""
    page = opened(new_page, kept=THREE)
    page.get_by_role("button", name="Empty my routine").click()
    expect(page.get_by_text("Every page of the exercises has a button that adds it.")).to_be_visible()
    expect(page.get_by_role("button", name="Open the timer")).to_have_count(0)
    assert kept(page) == []
    expect(page.get_by_text("1 leg is newly swollen, painful or warm")).to_be_hidden()


def test_the_timer_runs_over_it(new_page: NewPage) -> None:
    """Exercise after exercise, in the order of the list."""
    page = opened(new_page, kept=f'["{LEGS}","{KNEE}"]')
    page.get_by_role("button", name="Open the timer").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Legs up the wall")).to_be_visible()
    expect(dialog.locator(".timer__where")).to_contain_text("Exercise 1 of 2")
    dialog.get_by_role("button", name="Skip exercise").click()
    expect(dialog.get_by_role("heading", name="Knee across body")).to_be_visible()


def test_a_link_shows_a_routine_and_keeps_nothing(new_page: NewPage) -> None:
    """Until the reader says so; then it is theirs, and the link is gone from the address."""
    page = opened(new_page, f"/my-routine/#r={LEGS}.{KNEE}", kept=f'["{CALF}"]')
    assert listed(page) == ["Legs up the wall", "Knee across body"]
    expect(page.get_by_role("button", name="Move up")).to_have_count(0)
    assert kept(page) == [CALF]
    page.get_by_role("link", name="Show my own routine").click()
    expect(page.get_by_role("heading", name="Your exercises")).to_be_visible()
    assert listed(page) == ["Wall calf stretch"]
    page.go_back()
    expect(page.get_by_role("heading", name="A routine from a link")).to_be_visible()
    page.get_by_role("button", name="Add these to my routine").click()
    expect(page.get_by_role("heading", name="Your exercises")).to_be_visible()
    assert kept(page) == [CALF, LEGS, KNEE]
    assert page.evaluate("location.hash") == ""
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".my-routine__item")).to_have_count(1)
    assert kept(page) == [CALF]


def test_a_shared_routine_can_replace_ones_own(new_page: NewPage) -> None:
    """The button says what is lost; with nothing to lose there is no such choice."""
    page = opened(new_page, f"/my-routine/#r={LEGS}", kept=THREE)
    page.get_by_role("button", name="Replace my routine (3 exercises)").click()
    expect(page.locator(".my-routine__item")).to_have_count(1)
    assert kept(page) == [LEGS]
    page = opened(new_page, f"/my-routine/#r={LEGS}")
    page.get_by_role("button", name="Keep as my routine").click()
    expect(page.get_by_role("heading", name="Your exercises")).to_be_visible()
    assert kept(page) == [LEGS]


def test_the_link_to_a_routine_opens_it(new_page: NewPage) -> None:
    """What is copied is the link that the page shows, with the list where no server sees it."""
    page = opened(new_page, kept=THREE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.get_by_label("The link to this routine").input_value()
    assert link.endswith(f"/my-routine/#r={KNEE}.{CALF}.{LEGS}")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == link
    assert listed(opened(new_page, link)) == TITLES


def test_a_browser_may_not_copy(new_page: NewPage) -> None:
    """Then the link is marked, ready to be copied by hand."""
    page = opened(new_page, kept=THREE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("The link is marked: copy it from the field.")
    assert page.evaluate("getSelection().toString()") == page.get_by_label("The link to this routine").input_value()


@pytest.mark.parametrize(
    "fragment",
    [
        "#r=<img src=x onerror=alert(1)>",
        "#r=%3Cscript%3Ealert(1)%3C/script%3E",
        "#r=../../get-help",
        "#r=Knee-Across-Body",
        "#r=knee--across",
        "#r=-knee",
        "#r=",
        "#r=.",
        "#r=a..b",
        "#r=knee-across-body/",
        "#r=knee-across-body&x=1",
        f"#r={'a' * 101}",
        "#x=knee-across-body",
    ],
)
def test_a_hostile_link_shows_nothing(new_page: NewPage, fragment: str) -> None:
    """What is no list of names is no list: the reader sees their own routine."""
    asked: list[str] = []
    page = opened(new_page, kept=f'["{CALF}"]')
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto("/404.html")
    asked.clear()
    page.goto(f"/my-routine/{fragment}")
    assert listed(page) == ["Wall calf stretch"]
    assert pages_in(asked) == [f"{CALF}/"]


def test_a_link_with_thousands_of_names_asks_for_few(new_page: NewPage) -> None:
    """At most 50 are looked up, and the reader is told."""
    asked: list[str] = []
    page = opened(new_page, "/404.html")
    page.on("request", lambda request: asked.append(request.url))
    names = ".".join([KNEE, KNEE, *(f"x{number}" for number in range(5000))])
    page.goto(f"/my-routine/#r={names}")
    assert listed(page) == ["Knee across body"]
    expect(page.get_by_text("these are the first 50")).to_be_visible()
    assert len(pages_in(asked)) == 50


def test_an_unknown_exercise_is_named_and_left_out(new_page: NewPage) -> None:
    """In a link, and in one's own routine, from which it can be taken out."""
    page = opened(new_page, f"/my-routine/#r={KNEE}.stand-on-head")
    expect(page.get_by_text("Not on this site, and left out: Stand on head.")).to_be_visible()
    assert listed(page) == ["Knee across body"]
    assert page.get_by_label("The link to this routine").input_value().endswith(f"#r={KNEE}")
    page = opened(new_page, kept=f'["stand-on-head","{KNEE}"]')
    page.get_by_role("button", name="Take them out of my routine").click()
    expect(page.get_by_text("Not on this site")).to_have_count(0)
    assert kept(page) == [KNEE]


def test_an_exercise_that_has_moved_is_found(new_page: NewPage) -> None:
    """Under its new name, which is kept from then on; an old address that leads elsewhere leads nowhere."""
    page = opened(new_page, "/404.html", kept='["knee-old","away"]')

    def moved(to: str) -> str:
        return f'<!doctype html><meta http-equiv="refresh" content="0; url={to}"><title>Moved</title>'

    page.route("**/exercises/knee-old/", lambda route: route.fulfill(body=moved(f"/exercises/{KNEE}/")))
    page.route("**/exercises/away/", lambda route: route.fulfill(body=moved("https://elsewhere.example/exercises/x/")))
    page.goto("/my-routine/")
    assert listed(page) == ["Knee across body"]
    expect(page.get_by_text("left out: Away.")).to_be_visible()
    assert kept(page) == [KNEE, "away"]


@pytest.mark.parametrize("status_code", [0, 500])
def test_without_a_network_the_reader_is_told(new_page: NewPage, status_code: int) -> None:
    """What could be read is there, what could not is named, and can be tried again."""
    page = opened(new_page, "/404.html", kept=f'["{KNEE}","{CALF}"]')

    def fails(route: Route) -> None:
        route.fulfill(status=status_code) if status_code else route.abort()

    page.route(f"**/exercises/{CALF}/", fails)
    page.goto("/my-routine/")
    assert listed(page) == ["Knee across body"]
    expect(page.get_by_text("Could not be reached just now: Wall calf stretch.")).to_be_visible()
    page.unroute(f"**/exercises/{CALF}/")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".my-routine__item")).to_have_count(2)
    assert kept(page) == [KNEE, CALF]


@pytest.mark.parametrize(
    "page_text", ["<p>Something else.</p>", '<script type="application/json" class="program">{</script>']
)
def test_a_page_without_an_exercise_is_none(new_page: NewPage, page_text: str) -> None:
    """Some hosts answer every address with a page."""
    page = opened(new_page, "/404.html", kept='["made-up"]')
    page.route("**/exercises/made-up/", lambda route: route.fulfill(body=page_text, content_type="text/html"))
    page.goto("/my-routine/")
    expect(page.get_by_text("Not on this site, and left out: Made up.")).to_be_visible()


@pytest.mark.parametrize(
    "rubbish", ["{", "7", '{"a":1}', "null", '[1,null,{"x":2},"<b>","../x",["y"],"' + "z" * 200 + '"]']
)
def test_what_is_kept_may_be_rubbish(new_page: NewPage, rubbish: str) -> None:
    """Then the routine is empty, and can be filled."""
    page = opened(new_page, kept=rubbish)
    expect(page.get_by_text("Your routine is empty.")).to_be_visible()
    page.goto(f"/exercises/{KNEE}/")
    page.get_by_role("main").get_by_role("button", name="Add to my routine").click()
    assert kept(page) == [KNEE]


def test_a_full_routine_says_so(new_page: NewPage) -> None:
    """And takes no more."""
    full = "[" + ",".join(f'"x{number}"' for number in range(50)) + "]"
    page = opened(new_page, f"/exercises/{KNEE}/", kept=full)
    page.get_by_role("main").get_by_role("button", name="Add to my routine").click()
    expect(page.get_by_role("main").get_by_text("Your routine is full: it holds 50 exercises.")).to_be_visible()
    assert len(kept(page)) == 50


def test_a_browser_may_keep_nothing(new_page: NewPage) -> None:
    """Nothing breaks, the reader is told, and a routine from a link can be done all the same."""
    page = new_page("/404.html")
    page.add_init_script(BLOCKED)
    page.goto(f"/exercises/{KNEE}/")
    page.get_by_role("main").get_by_role("button", name="Add to my routine").click()
    refused = "Your browser does not let this site keep your routine."
    expect(page.get_by_role("main").get_by_text(refused)).to_be_visible()
    page.goto("/my-routine/")
    expect(page.get_by_text("Your browser does not let this site keep a routine.")).to_be_visible()
    page.goto(f"/my-routine/#r={KNEE}")
    page.reload()
    assert listed(page) == ["Knee across body"]
    page.get_by_role("button", name="Keep as my routine").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(refused)
    assert listed(page) == ["Knee across body"]


def test_the_pages_of_the_routine_stay_on_the_device(new_page: NewPage) -> None:
    """So that it can be done without a network: the worker is told of each change, of an empty list, and at each visit.

    At each visit, for the browser may have thrown away what was kept.
    """
    page = new_page("/404.html")
    page.add_init_script("""
      window.told = [];
      const worker = { active: { postMessage: ({ routine }) => window.told.push(routine) } };
      Object.defineProperty(navigator, "serviceWorker", {
        value: { getRegistration: async () => worker, register: async () => worker, controller: {} },
      });
    """)
    page.goto(f"/exercises/{KNEE}/")
    page.get_by_role("main").get_by_role("button", name="Add to my routine").click()
    told = [urlsplit(url).path for (routine,) in [page.evaluate("window.told")] for url in routine]
    assert told == ["/my-routine/", f"/exercises/{KNEE}/"]
    page.goto("/my-routine/")
    until(page, "() => window.told.length > 0")
    assert [len(routine) for routine in page.evaluate("window.told.splice(0)")] == [2]
    page.get_by_role("button", name="Empty my routine").click()
    expect(page.get_by_text("Your routine is empty. Every page")).to_be_visible()
    until(page, "() => window.told.length > 0")
    assert page.evaluate("window.told") == [[]]


def test_another_window_is_followed(new_page: NewPage) -> None:
    """What is added there appears here."""
    page = opened(new_page, kept=f'["{KNEE}"]')
    assert listed(page) == ["Knee across body"]
    other = page.context.new_page()
    other.goto(f"/exercises/{CALF}/")
    other.get_by_role("main").get_by_role("button", name="Add to my routine").click()
    expect(page.locator(".my-routine__item")).to_have_count(2)


def test_on_paper_the_steps_are_open_and_the_buttons_gone(new_page: NewPage) -> None:
    """With all cautions; afterwards the page is as it was."""
    page = opened(new_page, kept=f'["{KNEE}","{CALF}"]')
    listed(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_text("Bring your right knee up towards your chest.")).to_be_visible()
    expect(page.get_by_text("1 leg is newly swollen, painful or warm")).to_be_visible()
    assert page.get_by_role("main").get_by_role("button").count() == 0
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_text("Bring your right knee up towards your chest.")).to_be_hidden()


def test_without_scripts_the_page_explains_itself(new_page: NewPage) -> None:
    """And leads to the ready-made routines."""
    page = new_page("/my-routine/", java_script_enabled=False)
    main = page.get_by_role("main")
    expect(main.get_by_text("Your own routine needs scripts")).to_be_visible()
    expect(main.get_by_role("link", name="Before bed")).to_be_visible()
    assert main.get_by_role("button").count() == 0


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
@pytest.mark.parametrize("fragment", ["", f"#r={KNEE}.nothing-here"], ids=["own", "shared"])
def test_no_state_has_a_barrier(
    new_page: NewPage, viewport: dict[str, int], scheme: Literal["light", "dark"], fragment: str
) -> None:
    """With exercises, from a link, and after a change."""
    page = opened(new_page, f"/my-routine/{fragment}", kept=THREE, viewport=viewport, color_scheme=scheme)
    listed(page)
    found = found_by_axe(page)
    page.get_by_role("button", name="Add these to my routine" if fragment else "Remove : Wall calf stretch").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    listed(page)
    assert found + found_by_axe(page) == []


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (360, 2)])
def test_it_fits_a_narrow_screen(new_page: NewPage, width: int, scale: int) -> None:
    """Nothing scrolls sideways, and every button is large enough for a thumb."""
    page = opened(new_page, kept=THREE, viewport={"width": width, "height": 640})
    listed(page)
    page.evaluate("scale => { document.documentElement.style.fontSize = `${scale * 100}%` }", scale)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for button in page.get_by_role("main").get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, button.inner_text()
