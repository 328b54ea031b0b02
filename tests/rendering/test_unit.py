"""Units that are made elsewhere: on machines that are sent the texts they need, and have nothing else of the site."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY, SiteFolder, article, exercise, term

from healthsite.model.site import Site
from healthsite.pages.every import PAGE_TYPES, every_unit, told_by
from healthsite.pages.frame import frame_of
from healthsite.problems import InvalidSite
from healthsite.reading.read import read
from healthsite.reading.texts import FileTexts
from healthsite.rendering.job import Settings
from healthsite.rendering.templates import load_templates
from healthsite.rendering.unit import Parcels, SentTexts, Workshop, produce, produce_sent
from healthsite.shipped import shipped

PLAIN = "---\ntitle: {0}\nsummary: About {0}.\n---\n\nThe text of {0}.\n"
LEVEL = "{heading: Go now if, items: [a sign]}"
CARE = f"profiles:\n  legs: {{title: Legs, emergency: {LEVEL}, urgent: {LEVEL}, non_urgent: {LEVEL}}}\n"
ROUTINE = (
    "---\ntitle: Evening\nsummary: For tired legs.\ncare: legs\ntopic: legs\n"
    "items:\n  - {exercise: calf-stretch, reps: 3}\n---\n\nRest after it.\n"
)


@pytest.fixture
def whole(site: SiteFolder) -> SiteFolder:
    """A site with every type of page."""
    return site.write(
        {
            "content/articles/old-legs.md": article(
                "Old legs", "They *work*.", redirect_from="[/articles/legs-of-old/]"
            ),
            "content/exercises/calf-stretch.md": exercise(),
            "content/routines/evening.md": ROUTINE,
            "content/conditions/cramp.md": term("Cramp"),
            "content/body-regions/calf.md": term("Calf"),
            "content/pages/index.md": PLAIN.format("Home"),
            "content/pages/about.md": PLAIN.format("Us"),
            "content/care.yaml": CARE,
            "content/glossary.yaml": "tendon: {term: tendon, definition: A cord.}\n",
            "content/sources.yaml": "book: {kind: textbook, title: A book, publisher: P}\n",
        }
    )


def workshop_of(root: Path) -> Workshop:
    """What the pages of the site in *root* are made from."""
    contents = read(root)
    site = Site.of(contents.config, contents.library, TODAY, search=True, texts=FileTexts(root))
    assets = tuple((name, f"/{name}") for name in _assets())
    return Workshop(site, Settings(frame_of(site), load_templates(shipped(), root), assets))


def _assets() -> Iterator[str]:
    folder = shipped() / "static"
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_text_that_a_unit_shows_is_known_before(whole: SiteFolder) -> None:
    """For every type of page, `told_by` names the one document whose text its pages ask for."""
    workshop = workshop_of(whole.root)
    units = list(every_unit(workshop.site))
    assert {name for name, _ in units} == set(PAGE_TYPES)
    for unit in units:
        asked = {fact.split("|")[1] for fact in produce(workshop, (unit, ())).facts if fact.startswith("text|")}
        told = told_by(workshop.site.library, unit)
        assert asked == ({told.path} if told else set()), unit


def test_a_machine_without_the_files_makes_the_same_pages(whole: SiteFolder) -> None:
    """A parcel and the portable workshop are enough, after a journey as bytes, when the files are gone."""
    workshop = workshop_of(whole.root)
    tasks = [(unit, ()) for unit in every_unit(workshop.site)]
    here = [produce(workshop, task) for task in tasks]
    sent = pickle.dumps((workshop.portable, list(Parcels(workshop.site, tasks))))
    shutil.rmtree(whole.root)
    portable, parcels = pickle.loads(sent)  # noqa: S301 - from three lines above
    assert [produce_sent(portable, parcel) for parcel in parcels] == here


def test_a_text_is_read_when_its_parcel_is_asked_for(whole: SiteFolder) -> None:
    """Parcels are made late, so that a file may still turn out to be another one than was read."""
    workshop = workshop_of(whole.root)
    parcels = Parcels(workshop.site, [(("article", "old-legs"), ()), (("article", "tired-legs"), ())])
    whole.write({"content/articles/old-legs.md": article("New legs")})
    assert len(parcels) == 2
    assert parcels[1][1].sent == (("content/articles/tired-legs.md", "Rest them.\n"),)
    with pytest.raises(InvalidSite, match=r"old-legs\.md: error: this file was changed"):
        parcels[0:2]


def test_a_text_that_was_not_sent_is_named(whole: SiteFolder) -> None:
    """A unit that asks for the text of another document than the one it is told to is a bug that says so."""
    portable = workshop_of(whole.root).portable
    with pytest.raises(LookupError, match=r"the text of content/articles/old-legs\.md was not sent along"):
        produce_sent(portable, ((("article", "old-legs"), ()), SentTexts((("content/articles/tired-legs.md", ""),))))


def test_texts_that_the_site_holds_are_not_sent_twice(whole: SiteFolder) -> None:
    """A document that carries its text goes with the workshop: its parcel has none."""
    library = read(whole.root).library
    carrying = replace(library, articles=tuple(replace(article, body="Here.") for article in library.articles))
    site = replace(workshop_of(whole.root).site, library=carrying)
    assert [texts.sent for _, texts in Parcels(site, [(("article", "old-legs"), ())])] == [()]
