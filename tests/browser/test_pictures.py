"""Pictures in a real browser: it takes a copy that fits, keeps their place, and shows them in the dark and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from browser.conftest import DESKTOP, PHONE, NewPage, serve, until
from browser.test_accessibility import found_by_axe
from browser.test_html import said_by_checker
from browser.test_weight import WATCH_SHIFTS
from conftest import CONFIG, TODAY, TOPIC, article
from photos import clear, drawing, photo, saved
from playwright.sync_api import Page

from healthsite.pipeline import Order, build

TEXT: Final = """Sit upright.

![A wide photo](wide.jpg "A caption that says what to look at.")

## More

![A high photo](high.jpg) ![A small photo](small.png)

![A drawing](lines.svg "Lines")

![A photo that fades](clear.webp)

See [the photo large](wide.jpg).
"""
URL: Final = "/articles/sitting/"
SHOWN: Final = "[...document.querySelectorAll('.prose img')]"


@pytest.fixture(scope="module")
def pictures_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a published site with an article full of pictures."""
    root, here = tmp_path_factory.mktemp("pictures"), "content/articles/sitting"
    files: dict[str, str | bytes] = {
        "config.yaml": CONFIG,
        "content/topics/legs.md": TOPIC,
        f"{here}/index.md": article("Sitting", TEXT),
        f"{here}/wide.jpg": photo(3000, 2000),
        f"{here}/high.jpg": photo(1200, 1600),
        f"{here}/small.png": photo(330, 200, "png"),
        f"{here}/lines.svg": drawing('<path d="M0 0L60 40" stroke="black"/>', width="600"),
        f"{here}/clear.webp": saved(clear(800, 400), "webp"),
    }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    build(Order(root=root, today=TODAY, out=root / "public", search=False))
    return root / "public"


@pytest.fixture(scope="module")
def pictures_address(pictures_folder: Path) -> Iterator[str]:
    """Where that site is served."""
    server = serve(pictures_folder)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read_through(page: Page) -> None:
    """Scroll down the page as a reader does, until every picture is there."""
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 300) {"
        " scrollTo(0, y); await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20))); }"
        f" await Promise.all({SHOWN}.map(image => image.decode())); }}"
    )


@pytest.mark.parametrize(
    ("options", "taken", "widths"),
    [
        ({"viewport": PHONE}, ["360.avif", "360.avif", "330.avif", "600.svg", "360.avif"], [328, 328, 328, 328, 328]),
        (
            {"viewport": PHONE, "device_scale_factor": 3},
            ["1080.avif", "1080.avif", "330.avif", "600.svg", "800.avif"],
            [328, 328, 328, 328, 328],
        ),
        ({"viewport": DESKTOP}, ["720.avif", "720.avif", "330.avif", "600.svg", "800.avif"], [672, 448, 330, 600, 672]),
        (
            {"viewport": DESKTOP, "device_scale_factor": 2},
            ["1440.avif", "1080.avif", "330.avif", "600.svg", "800.avif"],
            [672, 448, 330, 600, 672],
        ),
    ],
    ids=["phone", "sharp phone", "desktop", "sharp desktop"],
)
def test_a_browser_takes_the_copy_that_fits(
    new_page: NewPage, pictures_address: str, options: dict[str, Any], taken: list[str], widths: list[int]
) -> None:
    """As many pixels as the screen shows, rounded up to the next copy; and nothing is shown larger than it is."""
    page = new_page(URL, base_url=pictures_address, **options)
    read_through(page)
    chosen = page.evaluate(f"{SHOWN}.map(image => image.currentSrc)")
    assert [re.sub(r".*-", "", address) for address in chosen] == taken
    assert page.evaluate(f"{SHOWN}.map(image => image.clientWidth)") == widths


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_pictures_load(new_page: NewPage, pictures_address: str, viewport: dict[str, int]) -> None:
    """Each picture's place is kept from the start, in its own ratio."""
    page = new_page("/404.html", base_url=pictures_address, viewport=viewport)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(URL)
    before = page.evaluate(f"{SHOWN}.map(image => [image.clientWidth, image.clientHeight])")
    read_through(page)
    assert page.evaluate(f"{SHOWN}.map(image => [image.clientWidth, image.clientHeight])") == before
    assert page.evaluate("window.shifted") == 0
    shown = page.evaluate(f"{SHOWN}.map(image => image.clientWidth / image.clientHeight)")
    assert shown == pytest.approx([3 / 2, 3 / 4, 330 / 200, 3 / 2, 2], rel=0.01)


def test_pictures_below_wait_until_they_are_near(new_page: NewPage, pictures_address: str) -> None:
    """A reader who does not scroll does not pay for what is far below."""
    page = new_page(URL, base_url=pictures_address)
    assert page.evaluate(f"{SHOWN}.every(image => image.loading === 'lazy' && image.decoding === 'async')")


@pytest.mark.parametrize("width", [320, 600])
def test_no_picture_widens_the_page(new_page: NewPage, pictures_address: str, width: int) -> None:
    """Not on the narrowest phone, and not in a narrow window."""
    page = new_page(URL, base_url=pictures_address, viewport={"width": width, "height": 600})
    read_through(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["dark", "forced"])
def test_black_lines_are_seen_in_the_dark(new_page: NewPage, pictures_address: str, options: dict[str, Any]) -> None:
    """What is see-through stands on white where pages are dark; photos stand for themselves."""
    page = new_page(URL, base_url=pictures_address, **options)
    grounds = page.evaluate(f"{SHOWN}.map(image => getComputedStyle(image).backgroundColor)")
    assert [ground == "rgb(255, 255, 255)" for ground in grounds] == [False, False, False, True, True]


def test_pictures_are_printed(new_page: NewPage, pictures_address: str, tmp_path: Path) -> None:
    """Also those that nobody has scrolled to, and none is higher than half a page.

    Printing asks for all of them; that it waits for them is the browser's business, so it is done twice.
    """
    page = new_page(URL, base_url=pictures_address)
    page.pdf(format="A4")
    until(page, f"() => {SHOWN}.every(image => image.complete && image.naturalWidth)")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert (tmp_path / "page.pdf").read_bytes().count(b"/Subtype /Image") >= 4
    page.emulate_media(media="print")
    assert max(page.evaluate(f"{SHOWN}.filter(i => i.closest('figure')).map(image => image.clientHeight)")) <= 416


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_with_pictures_has_no_barrier(new_page: NewPage, pictures_address: str, scheme: str) -> None:
    """Each picture has its words, and captions are easy to read."""
    page = new_page(URL, base_url=pictures_address, color_scheme=scheme)
    read_through(page)
    assert found_by_axe(page) == []


def test_a_page_with_pictures_is_valid(pictures_folder: Path) -> None:
    """The page, and the drawings as they are published."""
    assert said_by_checker([pictures_folder / "articles/sitting/index.html"], "--html") == []
    assert said_by_checker(sorted((pictures_folder / "assets/pictures").glob("*.svg")), "--svg") == []
