"""The signs to stop: all of them once on a page, before its first exercise; in each card, a line that leads to them."""

from __future__ import annotations

import pytest
from conftest import SiteFolder, article, exercise
from stories.edited import CARE, SOURCES

SIGNS = "\nstop_if: [it hurts, you feel faint]\n"
LEADS = 'it hurts, or you notice another of the <a href="#page-stop-signs">signs to stop</a>.'
BLOCK = "/// exercise | {}\n///\n"


@pytest.fixture
def stocked(site: SiteFolder) -> SiteFolder:
    """A site with two exercises, and signs to stop them."""
    return site.write(
        {
            "content/care.yaml": CARE + SIGNS,
            "content/sources.yaml": SOURCES,
            "content/exercises/bend.md": exercise("Bend", steps="[Bend a knee., Rest.]"),
            "content/exercises/twist.md": exercise("Twist", steps="[Turn slowly., Rest.]"),
        }
    )


def page(site: SiteFolder, url: str = "/articles/tired-legs/") -> str:
    """The page at *url* of *site*, freshly built."""
    site.build()
    return site.page(url)


def test_a_text_tells_them_with_the_first_exercise_that_it_shows(stocked: SiteFolder) -> None:
    """However many follow, and if one comes again."""
    text = "Rest.\n\n" + "\n".join(BLOCK.format(slug) for slug in ("bend", "twist", "bend"))
    html = page(stocked.write({"content/articles/tired-legs.md": article(body=text)}))
    assert html.count('id="page-stop-signs"') == html.count("you feel faint") == 1
    assert html.count(LEADS) == 3
    assert html.index("you feel faint") < html.index("Bend a knee.")


def test_a_list_of_exercises_tells_them_above_it(stocked: SiteFolder) -> None:
    """Where the text shows none, and the front matter names them."""
    html = page(stocked.write({"content/articles/tired-legs.md": article(exercises="[bend, twist]")}))
    assert html.count('id="page-stop-signs"') == 1
    assert html.count(LEADS) == 2
    assert html.index("you feel faint") < html.index("Bend a knee.")


def test_a_text_and_a_list_tell_them_once(stocked: SiteFolder) -> None:
    """What the text has told, the list below it does not tell again."""
    text = article(body=BLOCK.format("bend"), exercises="[bend, twist]")
    html = page(stocked.write({"content/articles/tired-legs.md": text}))
    assert html.count('id="page-stop-signs"') == 1
    assert html.count(LEADS) == 2


def test_an_exercise_in_the_text_of_another_tells_them_once(stocked: SiteFolder) -> None:
    """The page of an exercise has told them above its text."""
    stocked.write({"content/exercises/bend.md": exercise("Bend", body=BLOCK.format("twist"))})
    html = page(stocked, "/exercises/bend/").partition("<main")[2]
    assert html.count('id="page-stop-signs"') == 1
    assert html.index("you feel faint") < html.index("Turn slowly.")


def test_a_single_sign_needs_no_list(stocked: SiteFolder) -> None:
    """The card says it all, and leads nowhere."""
    stocked.write(
        {
            "content/care.yaml": CARE + "\nstop_if: [it hurts]\n",
            "content/articles/tired-legs.md": article(body=BLOCK.format("bend")),
        }
    )
    assert "if</span> it hurts.</p>" in page(stocked)


def test_without_signs_nothing_is_said(stocked: SiteFolder) -> None:
    """A site that has none shows no empty warning."""
    stocked.write({"content/care.yaml": CARE, "content/articles/tired-legs.md": article(body=BLOCK.format("bend"))})
    assert "exercise-card__stop" not in page(stocked)
    assert "page-stop-signs" not in page(stocked)
