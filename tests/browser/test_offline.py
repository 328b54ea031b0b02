"""Reading without a network: what the service worker keeps, when it shows it, and what it leaves alone."""

from __future__ import annotations

import io
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from browser.conftest import NAMES, NewPage, until
from browser.hosts import Host, hosted
from browser.test_accessibility import found_by_axe
from conftest import CONFIG, SiteFolder, article, exercise, term
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from healthsite.shipped import shipped

HELP: Final = "/get-help/"
LEGS: Final = "/articles/tired-legs/"
BEND: Final = "/exercises/bend/"
COPY: Final = re.compile(r"You are reading a saved copy from \d+ \w+ \d{4}\.")
MISSING: Final = "You are offline, and the page that you asked for is not on this device."
KEPT: Final = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    kept[name] = keys.map(key => new URL(key.url).pathname);
  }
  return kept;
}"""
"""The addresses in each cache."""
HOLDS: Final = """async part => {
  const keys = await (await caches.open("healthsite:/:assets")).keys();
  return keys.some(({ url }) => url.includes(part));
}"""
"""Whether an asset with *part* in its name is kept."""
FETCH: Final = "async address => { const got = await fetch(address); return [got.status, await got.text()]; }"
BELOW: Final = "https://testing.example/name/"
SCRIPT: Final = (shipped() / "static/js/offline.js").read_text("utf-8")
LONG: Final = "\n\n".join(["Rest. " * 1000] * 20)
OWN_COLOUR: Final = "body { border-block-start: 3px solid rgb(1, 2, 3) }\n"


@pytest.fixture
def health(site: SiteFolder) -> SiteFolder:
    """A site with a page about getting help, an exercise, a part of the body, and a picture."""
    return site.write(
        {
            "content/pages/get-help.md": term("Get help"),
            "content/exercises/bend.md": exercise("Bend & stretch"),
            "content/body-regions/calves.md": term("Calves"),
            "content/articles/sitting/index.md": article("Sitting", "![A chair](chair.svg)"),
            "content/articles/sitting/chair.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        }
    )


@pytest.fixture
def host(health: SiteFolder) -> Iterator[Host]:
    """A host of that site, built."""
    health.build()
    with hosted(health.out) as host:
        yield host


Reader = Callable[..., Page]


@pytest.fixture
def reader(new_page: NewPage) -> Reader:
    """Opens the page at an address of a host, waits until it is kept, and gives the browser's page."""

    def opened(host: Host, url: str, **options: object) -> Page:
        page = new_page(host.address + url, service_workers="allow", **options)
        is_kept(page, host.path + url)
        return page

    return opened


def is_kept(page: Page, address: str) -> None:
    """Wait until there is a copy of *address*."""
    until(page, "address => caches.match(address)", address)


def visit(page: Page, host: Host, url: str) -> Page:
    """Open a page of *host*, and wait until it is kept."""
    page.goto(host.address + url)
    is_kept(page, host.path + url)
    return page


def kept(page: Page, kind: str = "") -> set[str]:
    """What is kept, in all caches or in those of one *kind*."""
    return {address for name, found in page.evaluate(KEPT).items() if kind in name for address in found}


def updated(page: Page, before: str) -> None:
    """Wait until another release than *before* is in charge, and no other is left."""
    test = """async before => {
      const releases = (await caches.keys()).filter(name => name.includes(":essentials:"));
      return releases.length === 1 && releases[0] !== before;
    }"""
    until(page, test, before)


def release_of(page: Page) -> str:
    """The cache of the release in charge."""
    (release,) = (name for name in page.evaluate(KEPT) if ":essentials:" in name)
    assert isinstance(release, str)
    return release


def pictures(health: SiteFolder) -> list[str]:
    """Where the pictures of the site are."""
    return [f"/{path}" for path in health.published() if path.startswith("assets/pictures/")]


def notice(page: Page) -> str:
    """What the page says of itself being a copy."""
    expect(page.locator(".saved-copy p")).to_be_visible()
    return page.locator(".saved-copy p").inner_text()


def is_styled(page: Page) -> bool:
    """Whether the page's style sheet has been applied."""
    return bool(page.evaluate("getComputedStyle(document.querySelector('.skip-link')).position === 'absolute'"))


def test_help_is_on_the_device_from_the_first_visit(host: Host, reader: Reader) -> None:
    """Whatever page a reader opened first, the one about getting help can be read without a network."""
    page = reader(host, LEGS)
    host.down = True
    response = page.goto(host.address + HELP)
    assert response is not None
    assert response.status == 200
    assert COPY.match(notice(page))
    assert page.get_by_role("heading", level=1).inner_text() == "Get help"
    assert is_styled(page)


def test_a_picture_is_there_in_another_width(health: SiteFolder, host: Host, reader: Reader) -> None:
    """Where the window has grown since, and the copy that fits it was never loaded."""
    drawn = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 1000)).save(drawn, "PNG")
    body = {"content/articles/lying/index.md": article("Lying", "![A mat](mat.png)")}
    health.write({**body, "content/articles/lying/mat.png": drawn.getvalue()}).build()
    page = reader(host, "/articles/lying/")
    source = "document.querySelector('main img').currentSrc"
    until(page, f"() => {source} && caches.match({source})")
    small = page.evaluate(source)
    host.down = True
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{host.address}/articles/lying/")
    until(page, "() => document.querySelector('main img').naturalWidth > 0")
    assert page.evaluate(source) != small


@pytest.mark.parametrize("how", ["down", "offline"])
def test_a_visited_page_stays_on_the_device(host: Host, reader: Reader, how: str) -> None:
    """The very first page of a visit does so too, with its pictures; a copy says since when it is one."""
    page = visit(reader(host, "/articles/sitting/"), host, LEGS)
    host.down = how == "down"
    page.context.set_offline(how == "offline")
    for url in ("/articles/sitting/", LEGS):
        page.goto(host.address + url)
        assert COPY.match(notice(page))
        assert is_styled(page)
    page.go_back()
    until(page, "() => document.querySelector('main img').naturalWidth === 9")
    host.down = False
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Load it again").click()
    expect(page.locator(".saved-copy")).to_have_count(0)


def test_a_page_that_is_not_kept_says_what_is(host: Host, reader: Reader) -> None:
    """In its place stand the way to get help, the kept pages with their days, and the parts of the body."""
    page = visit(reader(host, BEND), host, "/body-regions/calves/")
    host.down = True
    response = page.goto(host.address + LEGS)
    assert response is not None
    assert response.status == 503
    assert notice(page) == MISSING
    entries = page.locator(".saved-pages__list li")
    expect(entries).to_have_count(3)
    words = entries.all_inner_texts()
    assert [re.sub(r"\s+saved \d+ \w+ \d{4}$", " saved DAY", text) for text in words] == [
        "Calves (body region) saved DAY",
        "Bend & stretch saved DAY",
        "Get help saved DAY",
    ]
    assert page.locator("main .link-list a").all_inner_texts() == ["Calves (saved)"]
    page.get_by_role("link", name="Bend & stretch").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bend & stretch"


def test_what_is_saved_can_be_deleted(host: Host, reader: Reader) -> None:
    """All but the pages that every reader has; the reader is told, and the keyboard stays where it was."""
    page = visit(reader(host, BEND), host, "/offline/")
    button = page.get_by_role("button", name="Delete the saved pages")
    button.press("Enter")
    told = page.get_by_text("The pages that you visited are deleted from this device.")
    expect(told).to_be_focused()
    assert kept(page, "visited") | kept(page, "pictures") == set()
    assert page.locator(".saved-pages__list a").all_inner_texts() == ["Get help"]
    assert page.get_by_role("button", name="Delete the saved pages").count() == 0
    host.down = True
    page.reload()
    assert is_styled(page)


def test_there_is_no_barrier_in_what_scripts_show(host: Host, reader: Reader) -> None:
    """Neither in the notice nor in the list of saved pages, light or dark."""
    page = reader(host, BEND)
    host.down = True
    for url in (BEND, LEGS):
        page.goto(host.address + url)
        notice(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert found_by_axe(page) == []


def test_with_a_network_pages_are_always_new(health: SiteFolder, host: Host, reader: Reader) -> None:
    """A changed page is seen at once, although the worker did not change; and its copy is the new one."""
    page = reader(host, LEGS)
    worker = health.published()["sw.js"]
    health.write({"content/articles/tired-legs.md": article(body="Raise them.")}).build()
    assert health.published()["sw.js"] == worker
    visit(page, host, LEGS)
    expect(page.locator("main")).to_contain_text("Raise them.")
    assert page.locator(".saved-copy").count() == 0
    until(page, "url => caches.match(url).then(r => r.text()).then(t => t.includes('Raise'))", LEGS)
    host.down = True
    page.goto(host.address + LEGS)
    expect(page.locator("main")).to_contain_text("Raise them.")


def test_the_next_release_takes_over(health: SiteFolder, host: Host, reader: Reader) -> None:
    """New help is kept at once and the old is gone; a page kept before still has the style sheet that it came with."""
    page = reader(host, LEGS)
    before = release_of(page)
    (old_sheet,) = (path for path in health.published() if path.endswith(".css"))
    health.write({"static/css/base.css": OWN_COLOUR, "content/pages/get-help.md": term("Help, now")}).build()
    visit(page, host, BEND)
    updated(page, before)
    assert page.evaluate("getComputedStyle(document.body).borderTopColor") == "rgb(1, 2, 3)"
    assert not (health.out / old_sheet).exists()
    host.down = True
    page.goto(host.address + HELP)
    expect(page.get_by_role("heading", level=1)).to_have_text("Help, now")
    assert page.evaluate("getComputedStyle(document.body).borderTopColor") == "rgb(1, 2, 3)"
    page.goto(host.address + LEGS)
    assert page.evaluate("document.styleSheets[0].href").endswith(old_sheet)
    assert page.evaluate("getComputedStyle(document.body).borderTopColor") != "rgb(1, 2, 3)"
    assert is_styled(page)


def test_an_open_page_outlives_a_release(health: SiteFolder, host: Host, reader: Reader) -> None:
    """A page left open while its files are replaced on the host still loads them, from the device."""
    page = reader(host, LEGS)
    before = release_of(page)
    script = page.evaluate("document.querySelector('script[src*=offline]').getAttribute('src')")
    other = visit(page.context.new_page(), host, LEGS)
    health.write({"static/js/offline.js": f"{SCRIPT}// anew\n"}).build()
    visit(other, host, BEND)
    updated(other, before)
    assert not (health.out / script[1:]).exists()
    assert page.evaluate(FETCH, script)[0] == 200


def test_assets_that_no_kept_page_needs_are_dropped(health: SiteFolder, host: Host, reader: Reader) -> None:
    """With the page that needed it, the old style sheet goes at the next release."""
    page = reader(host, LEGS)
    before = release_of(page)
    (old_sheet,) = (path for path in health.published() if path.endswith(".css"))
    health.write({"static/css/base.css": OWN_COLOUR}).build()
    visit(page, host, LEGS)
    updated(page, before)
    until(page, "old => caches.match(old).then(found => !found)", f"/{old_sheet}")
    assert {address for address in kept(page, "assets") if address.endswith(".css")} == {
        f"/{path}" for path in health.published() if path.endswith(".css")
    }


def test_a_page_that_is_gone_is_forgotten(health: SiteFolder, host: Host, reader: Reader) -> None:
    """What the site took back is not shown any more, with or without a network."""
    page = visit(reader(host, BEND), host, LEGS)
    health.delete("content/articles/tired-legs.md").build()
    page.goto(host.address + LEGS)
    until(page, "url => caches.match(url).then(found => !found)", LEGS)
    host.down = True
    page.goto(host.address + LEGS)
    assert notice(page) == MISSING


def test_errors_are_never_kept(health: SiteFolder, host: Host, reader: Reader) -> None:
    """A host in trouble is seen as it is, unless there is a copy of the page."""
    page = reader(host, BEND)
    host.fails = {LEGS, BEND, *pictures(health)}
    response = page.goto(host.address + LEGS)
    assert response is not None
    assert response.status == 500
    visit(page, host, "/articles/sitting/")
    page.goto(host.address + BEND)
    assert COPY.match(notice(page))
    assert not {LEGS, *pictures(health)} & kept(page)


def test_a_host_that_does_not_answer_is_no_network(host: Host, reader: Reader) -> None:
    """After some seconds the copy is shown; what comes later is kept for the next time."""
    page = reader(host, LEGS)
    host.stalls[LEGS] = threading.Event()
    page.goto(host.address + LEGS)
    assert COPY.match(notice(page))
    host.stalls[LEGS].set()
    page.get_by_role("button", name="Load it again").click()
    expect(page.locator(".saved-copy")).to_have_count(0)


def test_addresses_that_the_host_completes_work(host: Host, reader: Reader) -> None:
    """The host leads `/articles/tired-legs` on to the address with a slash; without a network the worker does so."""
    page = reader(host, BEND)
    page.goto(host.address + LEGS.rstrip("/"))
    assert page.url == host.address + LEGS
    is_kept(page, LEGS)
    host.down = True
    for url in (LEGS.rstrip("/"), f"{LEGS}?from=mail", f"{LEGS}index.html"):
        page.goto(host.address + url)
        assert page.get_by_role("heading", level=1).inner_text() == "Tired legs"
    assert kept(page, "visited") == {BEND, LEGS}


def test_an_old_address_leads_on_without_a_network(health: SiteFolder, host: Host, reader: Reader) -> None:
    """It sends its reader on as it did before, and is not listed beside the page where it leads."""
    health.write({"content/articles/tired-legs.md": article(redirect_from="/old/")}).build()
    page = reader(host, BEND)
    page.goto(f"{host.address}/old/")
    page.wait_for_url(f"**{LEGS}")
    is_kept(page, LEGS)
    host.down = True
    page.goto(f"{host.address}/offline/")
    expect(page.locator(".saved-pages__list a")).to_have_count(3)
    page.goto(f"{host.address}/old/")
    page.wait_for_url(f"**{LEGS}")
    assert COPY.match(notice(page))


def test_a_site_below_a_path_keeps_to_itself(health: SiteFolder, new_page: NewPage) -> None:
    """Everything works below a base path, and what others keep at the same origin stays theirs."""
    health.build(base_url=BELOW)
    with hosted(health.out, "/name") as host:
        page = visit(new_page(host.address + LEGS, service_workers="allow"), host, LEGS)
        before = release_of(page)
        theirs = {"healthsite:/:visited", "healthsite:/na/:assets", "else"}
        page.evaluate("names => Promise.all(names.map(name => caches.open(name)))", list(theirs))
        health.write({"content/pages/get-help.md": term("Help, now")}).build(base_url=BELOW)
        visit(page, host, BEND)
        updated(page, before)
        assert theirs < set(page.evaluate(KEPT))
        host.down = True
        for url, title in ((HELP, "Help, now"), (LEGS, "Tired legs"), (BEND, "Bend & stretch")):
            page.goto(host.address + url)
            assert page.get_by_role("heading", level=1).inner_text() == title
            assert is_styled(page)
        page.goto(f"{host.address}/topics/")
        assert notice(page) == MISSING
        expect(page.locator(".saved-pages__list a")).to_have_count(3)


def keep_routine(page: Page, health: SiteFolder, addresses: list[str]) -> None:
    """Say which pages are those of the reader's routine, as the site's scripts do."""
    (script,) = (path for path in health.published() if "/keep-routine." in path)
    page.evaluate("async ([script, list]) => (await import(script)).keepRoutine(list)", [f"/{script}", addresses])


def test_only_so_many_pages_are_kept(health: SiteFolder, host: Host, reader: Reader) -> None:
    """The oldest make room for the newest; a page of the reader's own routine stays."""
    many = [f"/articles/a{number}/" for number in range(105)]
    health.write({f"content{url[:-1]}.md": article(f"Page {url}") for url in many}).build()
    page = visit(reader(host, LEGS), host, BEND)
    keep_routine(page, health, [BEND, "/exercises/"])
    is_kept(page, "/exercises/")
    for url in many:
        assert page.evaluate(FETCH, url)[0] == 200
        is_kept(page, url)
    until(page, "() => caches.open('healthsite:/:visited').then(c => c.keys()).then(keys => keys.length === 100)")
    assert kept(page, "visited") == set(many[5:])
    assert kept(page, "routine") == {BEND, "/exercises/"}


def test_the_pages_of_a_routine_are_kept_unseen(health: SiteFolder, host: Host, reader: Reader) -> None:
    """With their pictures; a page taken out of the routine is one of the visited pages again."""
    page = reader(host, LEGS)
    keep_routine(page, health, [BEND, "/articles/sitting/", "https://elsewhere.example/", "/nowhere/"])
    is_kept(page, pictures(health)[0])
    until(page, "() => caches.open('healthsite:/:routine').then(c => c.keys()).then(keys => keys.length === 2)")
    keep_routine(page, health, ["/articles/sitting/"])
    until(page, "() => caches.open('healthsite:/:routine').then(c => c.keys()).then(keys => keys.length === 1)")
    assert kept(page, "visited") == {LEGS, BEND}
    host.down = True
    page.goto(f"{host.address}/articles/sitting/")
    until(page, "() => document.querySelector('main img').naturalWidth === 9")
    assert COPY.match(notice(page))
    assert page.evaluate(FETCH, BEND)[0] == 200


def test_an_exercise_that_is_collected_is_kept_with_its_drawing(health: SiteFolder, host: Host, reader: Reader) -> None:
    """From any page that shows its card, without a visit to its own page."""
    figure = "{alt: A person stands., poses: [{posture: standing}]}"
    health.write(
        {
            "content/exercises/bend.md": exercise("Bend & stretch", figure=figure),
            "content/articles/tired-legs.md": article(exercises="bend"),
        }
    ).build()
    page = reader(host, LEGS)
    page.get_by_role("button", name="Add to my routine").click()
    is_kept(page, BEND)
    is_kept(page, f"{BEND}figure.svg")
    is_kept(page, "/my-routine/")
    for script in ("my-routine", "routine-sharing", "timer-words", "wake-lock"):
        until(page, HOLDS, f"/{script}.")
    host.down = True
    page.goto(f"{host.address}/my-routine/")
    expect(page.get_by_role("heading", name="Bend & stretch")).to_be_visible()
    until(page, "() => document.querySelector('.my-routine__figure').naturalWidth > 0")


def test_a_copy_does_not_grow_younger(health: SiteFolder, host: Host, reader: Reader) -> None:
    """A visited page that becomes one of the routine, and leaves it again, is as old as it was."""
    page = reader(host, BEND)
    keep_routine(page, health, [])
    host.down = True
    since = "async () => (await caches.match('/exercises/bend/')).headers.get('x-kept-at')"
    before = page.evaluate(since)
    for routine, kind in (([BEND], "routine"), ([LEGS], "visited")):
        keep_routine(page, health, routine)
        until(page, f"async () => Boolean(await caches.match('{BEND}', {{ cacheName: 'healthsite:/:{kind}' }}))")
        assert page.evaluate(since) == before
    assert kept(page, "routine") == set()


def test_the_search_index_stays_as_far_as_it_was_used(health: SiteFolder, host: Host, reader: Reader) -> None:
    """What changes under its name comes from the network; parts with a fingerprint are asked for once."""
    entry, part = "/pagefind/pagefind-entry.json", "/pagefind/fragment/en_1a2b.pf_fragment"
    on_host = {url: health.out / url[1:] for url in (entry, part)}
    on_host[part].parent.mkdir(parents=True)
    on_host[entry].write_text("1")
    on_host[part].write_text("words")
    page = reader(host, LEGS)
    page.reload()
    for url in (entry, f"{entry}?ts=1", part, part):
        assert page.evaluate(FETCH, url)[0] == 200
    is_kept(page, part)
    assert [path for path, _ in host.seen].count(part) == 1
    on_host[entry].write_text("2")
    assert page.evaluate(FETCH, f"{entry}?ts=2") == [200, "2"]
    until(page, "url => caches.match(url).then(r => r.text()).then(text => text === '2')", entry)
    host.down = True
    assert page.evaluate(FETCH, f"{entry}?ts=3") == [200, "2"]
    assert page.evaluate(FETCH, part) == [200, "words"]
    assert kept(page, "search") == {entry, part}


def test_some_requests_are_none_of_its_business(health: SiteFolder, host: Host, reader: Reader) -> None:
    """Parts of files, what is sent to the host, and files that are no part of a page, such as the feed."""
    page = reader(host, LEGS)
    page.reload()
    ranged = "url => fetch(url, {headers: {Range: 'bytes=0-3'}}).then(response => response.status)"
    (picture,) = pictures(health)
    assert page.evaluate(ranged, picture) == 206
    assert (picture, "bytes=0-3") in host.seen
    assert page.evaluate("fetch('/articles/sitting/', {method: 'POST'}).then(response => response.status)") == 501
    assert page.evaluate(FETCH, "/feed.xml")[0] == 200
    visit(page, host, BEND)
    assert not {picture, "/articles/sitting/", "/feed.xml"} & kept(page)


def test_a_site_can_stop_to_keep_pages(health: SiteFolder, host: Host, reader: Reader) -> None:
    """Readers who have the worker lose it and all that it kept, at their next visit; and it can come back."""
    page = visit(reader(host, LEGS), host, BEND)
    health.write({"config.yaml": f"{CONFIG}offline: false\n"}).build()
    page.goto(host.address + BEND)
    until(page, "() => navigator.serviceWorker.getRegistrations().then(found => found.length === 0)")
    until(page, "() => caches.keys().then(names => names.length === 0)")
    page.goto(host.address + LEGS)
    assert page.evaluate(
        "[navigator.serviceWorker.controller, document.querySelectorAll('[src*=offline]').length]"
    ) == [
        None,
        0,
    ]
    health.write({"config.yaml": CONFIG}).build()
    visit(page, host, LEGS)


def test_the_real_site_keeps_little_from_the_start(new_page: NewPage, site_address: str) -> None:
    """The first visit loads what help without a network takes, and no more than 150 kB of it."""
    page = new_page("/about/", service_workers="allow")
    is_kept(page, "/about/")
    sizes = page.evaluate(
        """async () => {
          let size = 0;
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const key of await cache.keys()) size += (await (await cache.match(key)).arrayBuffer()).byteLength;
          }
          return size;
        }"""
    )
    assert 10_000 < sizes < 150_000
    assert kept(page, "essentials") == {"/offline/", HELP}
    assert site_address in page.url


def test_a_full_device_keeps_what_it_can(health: SiteFolder, host: Host, reader: Reader) -> None:
    """Where there is no room for a copy, older ones give way, and the reader sees the page all the same."""
    many = [f"/articles/a{number}/" for number in range(30)]
    health.write({f"content{url[:-1]}.md": article(f"Page {url}", LONG) for url in many}).build()
    page = reader(host, BEND)
    used = page.evaluate("navigator.storage.estimate().then(estimate => estimate.usage)")
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": used + 1_500_000})
    for url in many:
        page.goto(host.address + url)
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Page {url}")
    host.down = True
    page.goto(host.address + HELP)
    assert COPY.match(notice(page))
    assert 0 < len(kept(page, "visited")) < len(many)


@pytest.fixture
def forbidding(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser whose user has forbidden all sites to store anything."""
    (tmp_path / "Default").mkdir()
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default/Preferences").write_text(json.dumps(settings))
    kind = browser.browser_type
    executable = next(found for name in NAMES if (found := shutil.which(name)))
    context = kind.launch_persistent_context(tmp_path, executable_path=executable, args=["--no-sandbox"])
    yield context
    context.close()


def test_a_browser_that_stores_nothing_shows_the_site_all_the_same(host: Host, forbidding: BrowserContext) -> None:
    """No script fails, and the list of saved pages says why it is empty."""
    errors: list[str] = []
    page = forbidding.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    for url in (LEGS, "/offline/", HELP):
        page.goto(host.address + url)
        page.wait_for_load_state("networkidle")
        told = page.get_by_text("Your browser does not let this site save anything.")
        expect(told).to_have_count(1 if url == "/offline/" else 0)
    with pytest.raises(PlaywrightError):
        page.evaluate("caches.keys()")
    assert errors == []
