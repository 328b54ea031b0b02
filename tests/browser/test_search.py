"""The search page in a real browser: typing, choosing, sharing, and what happens when something is missing."""

from __future__ import annotations

import re
from typing import Any, Final, Literal
from urllib.parse import urldefrag

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage
from browser.test_accessibility import found_by_axe
from playwright.sync_api import Locator, Page, Request, Route, expect

INDEX: Final = "**/pagefind/**"
MOST: Final = 150_000
"""How many bytes of the index a first search may load; what it shows of each page comes on top."""
AT_ONCE: Final = 10
COUNT_CHANGES: Final = """() => {
  window.said = [];
  const status = document.querySelector(".search [role=status]");
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, subtree: true });
}"""
"""Collects what is read out."""
WATCH_SHIFTS: Final = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({type: "layout-shift", buffered: true});
"""


def results(page: Page) -> Locator:
    """The links to the pages that were found."""
    return page.locator(".search__list .search-result__link")


def searched(page: Page, query: str) -> Page:
    """*page* after a search for *query*."""
    page.get_by_label("What are you looking for?").fill(query)
    expect(count(page)).to_contain_text(f"“{query.strip()}”")
    expect(page.locator(".search")).not_to_have_attribute("aria-busy", "true")
    return page


def count(page: Page) -> Locator:
    """How many pages were found, in words."""
    return page.locator(".search__count")


def test_results_appear_while_a_reader_types(new_page: NewPage) -> None:
    """Each with its title, what it is, and a passage in which the words are marked; the address can be shared."""
    page = new_page("/search/")
    page.get_by_label("What are you looking for?").press_sequentially("slipped disc", delay=20)
    first = page.locator(".search-result").first
    expect(first.locator("h3")).to_have_text("Slipped disc")
    expect(first.locator(".search-result__kind")).to_have_text("Condition")
    expect(first.locator(".search-result__text mark").first).to_have_text("slipped")
    expect(count(page)).to_have_text(re.compile(r"\d+ pages for “slipped disc”"), use_inner_text=True)
    expect(page).to_have_url(re.compile(r"/search/#q=slipped\+disc$"))


def test_a_page_that_is_found_by_another_name_says_so(new_page: NewPage) -> None:
    """Else nobody would know why it is there."""
    page = searched(new_page("/search/"), "lumbago")
    expect(page.locator(".search-result").first.locator(".search-result__names")).to_have_text("Also called: lumbago")


def test_a_long_page_shows_where_it_speaks_of_it(new_page: NewPage) -> None:
    """Links lead to the parts, each to a heading of that page."""
    page = searched(new_page("/search/"), "denervation")
    part = page.locator(".search-result__parts a").first
    part.click()
    expect(page.locator(":target")).to_be_visible()


def test_the_index_is_loaded_when_it_is_needed(new_page: NewPage) -> None:
    """Not with the page; when the field is entered. A first search is light."""
    page = new_page("/search/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("performance.getEntriesByType('resource').filter(e => /pagefind/.test(e.name)).length") == 0
    loaded: dict[str, int] = {}
    page.on("requestfinished", lambda request: loaded.update({request.url: _size(request)}))
    with page.expect_request_finished(lambda request: "/pagefind/wasm." in request.url):
        page.get_by_label("What are you looking for?").focus()
    searched(page, "sciatica")
    page.wait_for_load_state("networkidle")
    index = {url: size for url, size in loaded.items() if not url.endswith(".pf_fragment")}
    assert len(loaded) - len(index) == AT_ONCE
    assert sum(index.values()) <= MOST, index


def _size(request: Request) -> int:
    sizes: Any = request.sizes()
    return int(sizes["responseHeadersSize"]) + int(sizes["responseBodySize"])


def test_no_word_leaves_the_device(new_page: NewPage, site_address: str) -> None:
    """From the field on a wide page to a page that is found, no request carries what was typed, nor leads elsewhere."""
    page = new_page("/about/", viewport=DESKTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urldefrag(request.url).url))
    page.get_by_label("Search this site").fill("wobblegong sciatica")
    page.get_by_label("Search this site").press("Enter")
    expect(results(page).first).to_have_text("Sciatica")
    expect(page).to_have_url(f"{site_address}/search/#q=wobblegong+sciatica")
    page.get_by_label("What are you looking for?").fill("wobblegong lumbago")
    expect(count(page)).to_contain_text("lumbago")
    results(page).first.click()
    page.wait_for_load_state("networkidle")
    assert f"{site_address}/search/" in asked
    assert [url for url in asked if "wobblegong" in url or not url.startswith(f"{site_address}/")] == []


@pytest.mark.parametrize(("url", "label"), [("/about/", "Search this site"), ("/search/", "What are you looking for?")])
def test_who_is_faster_than_the_script_loses_nothing(new_page: NewPage, url: str, label: str) -> None:
    """Enter does nothing until the script is there, and then it searches for what stands in the field."""
    held: list[Route] = []
    free = False
    page = new_page("/404.html", viewport=DESKTOP)
    page.route("**/search*.js", lambda route: route.continue_() if free else held.append(route))
    page.goto(url, wait_until="commit")
    field = page.get_by_label(label)
    field.fill("sciatica")
    field.press("Enter")
    expect(field).to_have_value("sciatica")
    expect(page).to_have_url(re.compile(f"{url}$"))
    free = True
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    field.press("Enter")
    expect(results(page).first).to_have_text("Sciatica")


def test_without_scripts_a_link_stands_in_place_of_the_field(new_page: NewPage) -> None:
    """A field that could not do anything is not shown, and the page leads to the A to Z."""
    page = new_page("/about/", java_script_enabled=False, viewport=DESKTOP)
    expect(page.get_by_label("Search this site")).to_be_hidden()
    page.locator(".site-header__search-link").click()
    expect(page.get_by_label("What are you looking for?")).to_be_hidden()
    assert "The search needs a script" in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name="A to Z").click()
    expect(page.locator("h1")).to_have_text("A to Z")


def test_a_search_is_kept_when_a_reader_comes_back(new_page: NewPage) -> None:
    """By the back button, by loading the page again, and by its address, choices and all."""
    page = searched(new_page("/search/"), "neck")
    page.get_by_label("Kind of page").select_option("Exercises")
    expect(page.locator(".search__clear")).to_be_visible()
    results(page).first.click()
    page.wait_for_url("**/exercises/**")
    page.go_back()
    for _ in range(2):
        expect(page.locator(".search-result__kind").first).to_have_text("Exercise")
        expect(page.get_by_label("What are you looking for?")).to_have_value("neck")
        expect(page).to_have_url(re.compile(r"#q=neck&kind=Exercises$"))
        page.reload()


def test_a_reader_can_choose_and_choose_again(new_page: NewPage) -> None:
    """A part of the body and a kind of page, each with its number of pages; and clear both."""
    page = searched(new_page("/search/"), "stretch")
    everything = count(page).inner_text()
    region = page.get_by_label("Part of the body")
    expect(region.locator("option").first).to_have_text("All parts")
    choice = region.locator("option").filter(has_text="Calves")
    number = int(re.findall(r"\d+", choice.inner_text())[0])
    region.select_option("Calves")
    expect(count(page)).to_have_text(f"{number} pages for “stretch”", use_inner_text=True)
    page.get_by_label("Kind of page").select_option("Exercises")
    expect(page.locator(".search-result__kind").first).to_have_text("Exercise")
    page.get_by_role("button", name="Clear both").click()
    expect(count(page)).to_have_text(everything, use_inner_text=True)
    expect(region).to_be_focused()
    expect(page).to_have_url(re.compile(r"#q=stretch$"))


def test_the_outcome_is_read_out_once(new_page: NewPage) -> None:
    """When it has settled, and not for each key."""
    page = new_page("/search/")
    page.evaluate(COUNT_CHANGES)
    page.get_by_label("What are you looking for?").press_sequentially("slipped disc", delay=30)
    expect(page.locator(".search [role=status]")).to_have_text(re.compile(r"^\d+ pages for “slipped disc”\.$"))
    assert len(page.evaluate("window.said")) == 1


def test_the_keyboard_is_enough(new_page: NewPage) -> None:
    """Enter leads to the outcome, and from there on through the choices to the pages."""
    page = new_page("/search/")
    page.get_by_label("What are you looking for?").fill("calf stretch")
    page.keyboard.press("Enter")
    expect(count(page)).to_be_focused()
    for expected in (".search__region", ".search__kind", ".search-result__link"):
        page.keyboard.press("Tab")
        expect(page.locator(expected).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Wall calf stretch")


def test_more_pages_are_shown_when_asked_for(new_page: NewPage) -> None:
    """Ten at a time; the reader goes on at the first new one."""
    page = searched(new_page("/search/"), "stretch")
    expect(results(page)).to_have_count(AT_ONCE)
    page.get_by_role("button", name="Show more pages").click()
    expect(results(page)).to_have_count(2 * AT_ONCE)
    expect(results(page).nth(AT_ONCE)).to_be_focused()


def test_a_mistyped_word_is_understood(new_page: NewPage) -> None:
    """It is said what was searched for, and that nothing was found for the other."""
    page = new_page("/search/#q=syatica+exercises")
    spelling = page.locator(".search__spelling")
    expect(spelling).to_have_text("Did you mean sciatica exercises? Nothing was found for “syatica”.")
    expect(count(page)).to_contain_text("pages for “sciatica exercises”")


def test_a_word_that_is_on_no_page_is_left_out(new_page: NewPage) -> None:
    """And it is said that it was."""
    page = new_page("/search/#q=zebra+sciatica")
    expect(page.locator(".search__spelling")).to_have_text("Nothing was found for “zebra”.", use_inner_text=True)
    expect(results(page).first).to_have_text("Sciatica")


def test_pages_with_some_of_the_words_follow(new_page: NewPage) -> None:
    """Where no page has all of them."""
    page = new_page("/search/#q=horseradish+kyphosis")
    expect(count(page)).to_have_text("No pages for “horseradish kyphosis”", use_inner_text=True)
    expect(page.get_by_role("heading", name="Pages with some of these words")).to_be_visible()
    expect(page.locator(".search__some .search-result__title", has_text="Kyphosis")).to_be_visible()


def test_where_nothing_is_found_the_page_leads_on(new_page: NewPage) -> None:
    """To the lists, and to help."""
    page = searched(new_page("/search/"), "xyzzy")
    expect(count(page)).to_have_text("No pages for “xyzzy”", use_inner_text=True)
    expect(page.get_by_text("Try other words")).to_be_visible()
    for name in ("A to Z", "Body regions", "Get help"):
        expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("chest pain", "/get-help/"),
        ("I can't pee", "/get-help/"),
        ("my bum is numb", "/get-help/#care-back-emergency"),
        ("one swollen calf", "/get-help/#care-legs-emergency"),
        ("chest pian", "/get-help/"),
        ("numbness in my bottom", "/get-help/#care-back-emergency"),
        ("my leg has gone cold", "/get-help/#care-legs-emergency"),
        ("coughing up blood", "/get-help/"),
    ],
)
def test_words_of_danger_put_help_first(new_page: NewPage, query: str, leads_to: str) -> None:
    """Above the results, and among what is read out; for other words there is no such thing."""
    page = new_page(f"/search/#q={query}")
    expect(results(page).first).to_be_visible()
    help_first = page.locator(".search__danger a:visible")
    expect(help_first).to_have_attribute("href", leads_to)
    boxes = [place.bounding_box() for place in (help_first, count(page))]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] < boxes[1]["y"]
    expect(page.locator(".search [role=status]")).to_contain_text("Get help first")
    searched(page, "calf stretch")
    expect(page.locator(".search__danger")).to_be_hidden()


@pytest.mark.parametrize("query", ["cold bath for legs", "str", "breath", "chest stretch", "pain in both hips"])
def test_other_words_raise_no_alarm(new_page: NewPage, query: str) -> None:
    """Who is warned at every second search no longer reads the warning."""
    expect(searched(new_page("/search/"), query).locator(".search__danger")).to_be_hidden()


def test_help_comes_first_even_where_the_index_does_not_come(new_page: NewPage) -> None:
    """The words of danger are on the page itself."""
    page = new_page("/search/")
    page.route(INDEX, lambda route: route.abort())
    page.get_by_label("What are you looking for?").fill("chest pain")
    expect(page.locator(".search__danger")).to_be_visible()


def test_an_index_that_does_not_come_is_told_kindly(new_page: NewPage) -> None:
    """With a way to try again, and the lists."""
    page = new_page("/search/")
    page.route(INDEX, lambda route: route.fulfill(status=404))
    page.get_by_label("What are you looking for?").fill("sciatica")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="A to Z")).to_be_visible()
    expect(page.locator(".search [role=status]")).to_contain_text("The search could not be loaded.")
    page.unroute(INDEX)
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_have_text("Sciatica")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


@pytest.mark.parametrize("lost", ["pagefind.js*", "wasm.*", "*.pf_meta", "words.json*"])
def test_an_index_that_comes_in_part_is_told_too(new_page: NewPage, lost: str) -> None:
    """Whichever part is missing, no error of a script is left over."""
    page = new_page("/search/")
    page.route(f"**/pagefind/{lost}", lambda route: route.abort())
    page.get_by_label("What are you looking for?").fill("sciatica")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()


def test_without_a_network_the_page_says_so(new_page: NewPage) -> None:
    """What is loaded already goes on working."""
    page = new_page("/search/")
    page.context.set_offline(offline=True)
    page.get_by_label("What are you looking for?").fill("sciatica")
    expect(page.get_by_text("You are offline")).to_be_visible()
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_have_text("Sciatica")
    page.context.set_offline(offline=True)
    searched(page, "sciatica ")
    expect(results(page).first).to_have_text("Sciatica")


def test_the_last_question_is_the_one_that_is_answered(new_page: NewPage) -> None:
    """However late the answer to an earlier one comes."""
    held: list[Route] = []
    page = searched(new_page("/search/"), "neck")
    page.route("**/*.pf_fragment", lambda route: held.append(route), times=1)  # noqa: PLW0108 - it takes a function
    page.get_by_label("What are you looking for?").fill("horseradish")
    expect(page.locator(".search")).to_have_attribute("aria-busy", "true")
    searched(page, "cookies")
    expect(results(page).first).to_have_text("Privacy")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(results(page)).to_have_text(["Privacy"])


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)> sciatica", '"><script>alert(1)</script> sciatica', "sciatica&region=<b>x"]
)
def test_a_hostile_query_is_text(new_page: NewPage, query: str) -> None:
    """Typed or in an address."""
    page = new_page("/search/")
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.get_by_label("What are you looking for?").fill(query)
    for _ in range(2):
        expect(page.locator(".search-result__link:visible, .search__nothing:visible").first).to_be_visible()
        expect(page.get_by_label("What are you looking for?")).to_have_value(query)
        assert page.locator(".search img, .search script, .search b").count() == 0
        page.reload()
    assert errors == []


def test_the_skip_link_leaves_the_search_alone(new_page: NewPage) -> None:
    """Another anchor in the address asks for nothing."""
    page = searched(new_page("/search/"), "sciatica")
    page.evaluate("location.hash = '#main'")
    expect(results(page).first).to_have_text("Sciatica")
    expect(page.get_by_label("What are you looking for?")).to_have_value("sciatica")


def test_the_field_above_asks_the_page_below(new_page: NewPage) -> None:
    """On the search page itself there is nothing to load."""
    page = searched(new_page("/search/", viewport=DESKTOP), "neck")
    page.get_by_label("Search this site").fill("lumbago")
    page.get_by_label("Search this site").press("Enter")
    expect(count(page)).to_contain_text("lumbago")
    expect(page.get_by_label("What are you looking for?")).to_have_value("lumbago")


def test_an_empty_field_is_the_page_as_it_was(new_page: NewPage) -> None:
    """A single letter asks for nothing yet."""
    page = searched(new_page("/search/"), "chest pain")
    page.get_by_label("What are you looking for?").fill("c")
    expect(count(page)).to_be_hidden()
    expect(page.locator(".search__danger")).to_be_hidden()
    page.get_by_label("What are you looking for?").fill("")
    expect(page).to_have_url(re.compile(r"/search/$"))


def test_results_do_not_move_the_page_about(new_page: NewPage) -> None:
    """Nothing moves but what the reader's own keys move; what stands below the results is out of sight by then."""
    page = new_page("/about/")
    page.add_init_script(WATCH_SHIFTS)
    page.goto("/search/")
    page.get_by_label("What are you looking for?").press_sequentially("chest pain", delay=20)
    expect(page.locator(".search [role=status]")).not_to_be_empty()
    assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize("query", ["chest pain", "syatica", "horseradish kyphosis", "xyzzy"])
@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
def test_an_open_search_has_no_barrier(
    new_page: NewPage, viewport: dict[str, int], scheme: Literal["light", "dark"], query: str
) -> None:
    """With results, with help first, with a guess, and with nothing."""
    page = searched(new_page("/search/", viewport=viewport, color_scheme=scheme), query.replace("syatica", "sciatica"))
    if query == "syatica":
        page.get_by_label("What are you looking for?").fill(query)
        expect(page.locator(".search__spelling")).to_be_visible()
    assert found_by_axe(page) == []


@pytest.mark.parametrize(("scale", "width"), [(1, 320), (2, 360)], ids=["narrow", "text at 200%"])
def test_results_fit_on_a_narrow_phone(new_page: NewPage, scale: int, width: int) -> None:
    """Nothing scrolls sideways, and every control is large enough."""
    page = new_page("/search/#q=neck&kind=Exercises", viewport={"width": width, "height": 600})
    expect(results(page).first).to_be_visible()
    page.evaluate("scale => { document.documentElement.style.fontSize = `${scale * 100}%` }", scale)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for control in page.locator(".search :is(input, button, select):visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
