"""What a text may need to know of other pages: where its links lead, its words, pictures and blocks."""

from __future__ import annotations

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article, exercise, term
from photos import photo, png

from healthsite.model.site import Site
from healthsite.pages.body import Body, Embed, EmbeddedExercise, Target, body_of
from healthsite.pages.care import CareView
from healthsite.reading.read import read
from healthsite.reading.texts import FileTexts

LEVEL = "{heading: 'Call {emergency_number}', items: [you cannot feel your leg]}"
CARE = f"profiles:\n  legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}}}\n"
GENERAL = "a link to another page is the path to its `.md` file, as in `../conditions/sciatica.md`"


def body(site: SiteFolder, text: str = "Rest them.", path: str = "content/articles/tired-legs.md", **keys: str) -> Body:
    """The body of the article at *path*, whose text is *text*."""
    site.write({path: article(body=text, **keys)})
    contents = read(site.root)
    document = contents.library.at(path)
    assert document is not None
    return body_of(Site.of(contents.config, contents.library, TODAY, texts=FileTexts(site.root)), document)


def link(site: SiteFolder, written: str) -> Target:
    """Where a link to *written* leads."""
    (target,) = body(site, f"See [this]({written}).").links
    return target


@pytest.fixture
def wide(site: SiteFolder) -> SiteFolder:
    """A site below a path, with a page of each kind that a text may mention."""
    return site.write(
        {
            "config.yaml": CONFIG.replace("example/", "example/name/"),
            "content/care.yaml": CARE,
            "content/glossary.yaml": "tendon: {term: tendon, definition: A cord., forms: tendons}\n",
            "content/conditions/sciatica.md": term("Sciatica"),
            "content/exercises/calf-stretch.md": exercise(),
            "content/articles/secret.md": article(status="draft"),
            "content/pages/about.md": term("About"),
        }
    )


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../conditions/sciatica.md", "/name/conditions/sciatica/"),
        ("tired-legs.md", "/name/articles/tired-legs/"),
        ("./../topics/../topics/legs.md", "/name/topics/legs/"),
        ("../pages/about.md", "/name/about/"),
    ],
)
def test_a_link_leads_to_the_page_of_its_file(wide: SiteFolder, written: str, href: str) -> None:
    """Paths are relative to the file, addresses carry the path of the site."""
    assert link(wide, written) == Target(written, href)


def test_a_link_from_a_folder_starts_in_the_folder(wide: SiteFolder) -> None:
    """An article that is a folder of its own links from there."""
    found = body(wide, "[x](../../topics/legs.md) [y](../tired-legs.md)", "content/articles/sitting/index.md")
    assert [target.href for target in found.links] == ["/name/topics/legs/", "/name/articles/tired-legs/"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("secret.md", "that page is a draft: publish it first, or remove the link"),
        ("sciatica.md", "did you mean `../conditions/sciatica.md`?"),
        ("../conditions/siatica.md", "did you mean `../conditions/sciatica.md`?"),
        ("tired-leg.md", "did you mean `tired-legs.md`?"),
        ("../../../../x.md", GENERAL),
        ("../conditions/heart-attack.md", GENERAL),
        ("https://example.org/readme.md", ""),
        ("naïve.md", ""),
    ],
)
def test_a_link_that_leads_nowhere_has_a_hint(wide: SiteFolder, written: str, hint: str) -> None:
    """The nearest file is named as a link from here; an address of another site is not guessed at."""
    assert link(wide, written) == Target(written, "", hint)


def test_a_hint_is_a_link_that_works(wide: SiteFolder) -> None:
    """From a folder of its own, the hint climbs as far as it has to."""
    (target,) = body(wide, "[x](sciatica.md)", "content/articles/sitting/index.md").links
    assert target.hint == "did you mean `../../conditions/sciatica.md`?"


def test_words_lead_to_the_glossary(wide: SiteFolder) -> None:
    """Only the entries that the text may mention are carried along, with all their spellings."""
    (word,) = body(wide, "Two tendons.").words
    assert (word.slug, word.spellings, word.href) == ("tendon", ("tendon", "tendons"), "/name/glossary/#tendon")
    assert body(wide, "No such word.").words == ()


def test_pictures_stand_beside_the_page(wide: SiteFolder) -> None:
    """A picture of the article's folder is found by its name there."""
    folder = "content/articles/sitting"
    wide.write({f"{folder}/chair.png": png(), f"{folder}/rooms/desk.webp": photo(kind="webp")})
    images = body(wide, path=f"{folder}/index.md").images
    assert [(image.written, image.path) for image in images] == [
        ("chair.png", f"{folder}/chair.png"),
        ("rooms/desk.webp", f"{folder}/rooms/desk.webp"),
    ]
    assert all(image.src.startswith("/name/assets/pictures/") for image in images)


def test_citations_are_the_sources_in_order(wide: SiteFolder) -> None:
    """They are numbered in the order of the front matter, whatever the text says."""
    assert body(wide, sources="[b, a]").citations == ("b", "a")


@pytest.mark.parametrize(("block", "care"), [("care | legs", ""), ("care", "legs")])
def test_a_care_block_shows_its_profile(wide: SiteFolder, block: str, care: str) -> None:
    """By its argument, or else the one of the front matter; the names of places are filled in."""
    (embed,) = body(wide, f"/// {block}\n///", **({"care": care} if care else {})).embeds
    assert isinstance(embed.view, CareView)
    assert embed.view.cards[0].heading == "Call your local emergency number"


def test_an_exercise_block_shows_its_card(wide: SiteFolder) -> None:
    """The card is that of the exercise named."""
    (embed,) = body(wide, "/// exercise | calf-stretch\n///").embeds
    assert isinstance(embed.view, EmbeddedExercise)
    assert embed.view.card.href == "/name/exercises/calf-stretch/"


@pytest.mark.parametrize(
    ("block", "name", "argument", "hint"),
    [
        ("care | lges", "care", "lges", "did you mean `legs`?"),
        ("care | shoulder", "care", "shoulder", "the profiles stand in content/care.yaml"),
        ("care", "care", "", "name a care profile, as in `/// care | back`"),
        ("exercise | calf-stretsh", "exercise", "calf-stretsh", "did you mean `calf-stretch`?"),
        ("exercise | handstand", "exercise", "handstand", "the exercises stand in content/exercises/"),
    ],
)
def test_a_block_without_its_thing_has_a_hint(
    wide: SiteFolder, block: str, name: str, argument: str, hint: str
) -> None:
    """What is not there is not shown, and the hint says what there is."""
    assert body(wide, f"/// {block}\n///").embeds == (Embed(name, argument, None, hint),)
