"""The drawing of an exercise: on its own page, as a file of its own, and as a picture on the cards of other pages."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from conftest import TODAY, SiteFolder, exercise

from healthsite.drawing.frames import drawn
from healthsite.model.site import Site
from healthsite.pages.exercise_card import exercise_card
from healthsite.pages.figure import FigureImage, columns_of
from healthsite.reading.read import read

SVG = "{http://www.w3.org/2000/svg}"
ONE = "{alt: A person stands & waits., poses: [{posture: standing, label: Stand}]}"
TWO = (
    "{alt: A person stands and bends., props: [wall], "
    "poses: [{posture: standing, label: Stand}, {lean: 60, label: Bend, arrows: [crown]}]}"
)
LEVEL = "{heading: Go now if, items: [a sign]}"
CARE = f"profiles: {{legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}}}}}\n"
ROUTINE = "---\ntitle: Evening\nsummary: For legs.\ntopic: legs\ncare: legs\nitems: [{exercise: bend}]\n---\n\nRest.\n"


def with_figure(site: SiteFolder, figure: str = TWO) -> SiteFolder:
    """The site with an exercise that has a *figure*, and a routine with it."""
    return with_routine(site).write({"content/exercises/bend.md": exercise("Bend", figure=figure)})


def with_routine(site: SiteFolder) -> SiteFolder:
    """The site with a routine."""
    return site.write({"content/care.yaml": CARE, "content/routines/evening.md": ROUTINE})


def image_of(site: SiteFolder) -> FigureImage | None:
    """The drawing as the exercise's card shows it."""
    contents = read(site.root)
    return exercise_card(Site.of(contents.config, contents.library, TODAY), contents.library.exercises[0]).figure


def test_the_page_of_an_exercise_shows_every_picture(site: SiteFolder) -> None:
    """Numbered, with its label; a screen reader is told what each is, by ids that are there once."""
    with_figure(site).build()
    html = site.page("/exercises/bend/")
    pictures = re.findall(r"<svg class=\"figure__drawing\".*?</figcaption>", html, re.DOTALL)
    assert len(pictures) == 2
    assert '<title id="figure-1-title">Bend, picture 1 of 2</title>' in pictures[0]
    assert '<desc id="figure-1-about">A person stands and bends.</desc>' in pictures[0]
    assert '<desc id="figure-2-about">Bend</desc>' in pictures[1]
    assert [re.sub("<.*?>", "", picture.split("<figcaption")[1].split(">", 1)[1]) for picture in pictures] == [
        "1 Stand",
        "2 Bend",
    ]
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_script_plays_several_pictures_and_no_single_one(site: SiteFolder) -> None:
    """Where there is one picture, it has no number, and nothing to play is loaded."""
    with_figure(site).build()
    assert "figure." in site.page("/exercises/bend/").split("</main>")[1]
    with_figure(site, ONE).build()
    html = site.page("/exercises/bend/")
    assert "figure." not in html.split("</main>")[1]
    assert "figure__number" not in html
    assert '<title id="figure-1-title">Bend</title>' in html


def test_without_a_figure_nothing_is_shown(site: SiteFolder) -> None:
    """No picture on the page, none on cards, and no file."""
    with_routine(site).write({"content/exercises/bend.md": exercise("Bend")}).build()
    assert '<svg class="figure' not in site.page("/exercises/bend/")
    assert "exercise-card__figure" not in site.page("/routines/evening/")
    assert not (site.out / "exercises/bend/figure.svg").exists()
    assert image_of(site) is None


def test_the_file_holds_all_pictures(site: SiteFolder) -> None:
    """Beside each other, with numbers and labels, a title, a description and colours for the dark."""
    with_figure(site).build()
    root = ET.fromstring(site.page("/exercises/bend/figure.svg"))  # noqa: S314 - it is our own
    assert (root.get("width"), root.get("height")) == ("370", "330")
    assert [element.text for element in (root.find(f"{SVG}title"), root.find(f"{SVG}desc")) if element is not None] == [
        "Bend",
        "A person stands and bends.",
    ]
    assert ["".join(text.itertext()) for text in root.findall(f"{SVG}text")] == ["1 Stand", "2 Bend"]
    assert [(svg.get("x"), svg.get("y")) for svg in root.findall(f"{SVG}svg")] == [("0", "30"), ("190", "30")]
    assert "prefers-color-scheme: dark" in site.page("/exercises/bend/figure.svg")


def test_a_single_picture_fills_its_file(site: SiteFolder) -> None:
    """Without a number; what would break XML is written so that it does not."""
    with_figure(site, ONE).build()
    root = ET.fromstring(site.page("/exercises/bend/figure.svg"))  # noqa: S314 - it is our own
    assert (root.get("width"), root.get("height")) == ("180", "300")
    assert root.findall(f"{SVG}text") == []
    assert "".join(root.find(f"{SVG}desc").itertext()) == "A person stands & waits."  # type: ignore[union-attr]


def test_cards_show_the_file(site: SiteFolder) -> None:
    """In a routine, where an article embeds it, and below a path; its size is known, so that nothing moves about."""
    with_figure(site).write({"config.yaml": "title: Testing\nbase_url: https://testing.example/health/\n"})
    site.build()
    image = (
        '<img class="exercise-card__figure" src="/health/exercises/bend/figure.svg" alt="A person stands and bends." '
        'width="370" height="330" loading="lazy" decoding="async">'
    )
    assert image in site.page("/routines/evening/")
    assert image_of(site) == FigureImage("/health/exercises/bend/figure.svg", 370, 330, "A person stands and bends.")


@pytest.mark.parametrize(
    ("posture", "pictures", "size"),
    [
        ("standing", 3, (560, 330)),
        ("standing", 4, (370, 670)),
        ("sitting", 2, (490, 270)),
        ("lying-on-back", 1, (330, 130)),
        ("lying-on-back", 3, (330, 500)),
        ("hands-and-knees", 4, (670, 490)),
    ],
)
def test_pictures_stand_so_that_a_phone_shows_them(
    site: SiteFolder, posture: str, pictures: int, size: tuple[int, int]
) -> None:
    """Upright ones beside each other, wide ones below each other."""
    more = "".join(f", {{neck: {number}, label: More}}" for number in range(2, pictures + 1))
    with_figure(site, f"{{alt: A person., poses: [{{posture: {posture}, label: Start}}{more}]}}")
    image = image_of(site)
    assert image is not None
    assert (image.width, image.height) == size


def test_columns_are_filled() -> None:
    """As many rows as are needed, and no row with a single picture below a full one where that can be helped."""
    assert [columns_of("tall", number) for number in range(1, 7)] == [1, 2, 3, 2, 3, 3]
    assert [columns_of("long", number) for number in range(1, 7)] == [1, 1, 1, 2, 2, 2]


def test_a_drawing_is_no_page_of_its_own_for_machines(site: SiteFolder) -> None:
    """It stands in no sitemap and in no list."""
    with_figure(site).build()
    assert "/exercises/bend/" in site.page("/sitemap.xml")
    assert "figure.svg" not in site.page("/sitemap.xml")
    assert "figure.svg" not in site.page("/a-to-z/")


def test_only_what_shows_a_figure_is_rendered_again(site: SiteFolder) -> None:
    """A new position touches the exercise and its two files; a new text, the routine and its handout too."""
    with_figure(site).build()
    assert site.build().rendered == 0
    with_figure(site, TWO.replace("lean: 60", "lean: 50"))
    assert site.build().rendered == 3
    with_figure(site, TWO.replace("and bends", "and leans"))
    assert site.build().rendered == 5


def test_a_figure_is_drawn_once_for_page_and_file(site: SiteFolder) -> None:
    """They and the small file follow each other, and share the drawing."""
    with_figure(site)
    drawn.cache_clear()
    site.build()
    info = drawn.cache_info()
    assert (info.misses, info.hits) == (1, 3)
