"""What can be found on a site, and by which names."""

from __future__ import annotations

import pytest
from conftest import TODAY, SiteFolder, article, exercise, term

from healthsite.model.article import TYPES
from healthsite.model.library import KINDS as FOLDERS
from healthsite.model.site import Site
from healthsite.outputs.search_entries import KINDS, Entry, Passage, search_entries
from healthsite.reading.read import read

CARE = """\
profiles:
  legs:
    title: Legs
    searched: [swollen calf, blood clot]
    emergency: {heading: "Call {emergency_number} if:", items: [you cannot breathe]}
    urgent: {heading: "Ask today if:", items: [1 calf is swollen]}
    non_urgent: {heading: "See a doctor if:", items: [it goes on]}
"""


def entries(site: SiteFolder, **files: str) -> dict[str, Entry]:
    """Everything that can be found on *site* with *files* added, by address."""
    site.write({f"content/{path}": text for path, text in files.items()})
    contents = read(site.root)
    return {entry.url: entry for entry in search_entries(Site.of(contents.config, contents.library, TODAY))}


def test_every_document_can_be_found_but_the_home_page(site: SiteFolder) -> None:
    """Lists, and pages that the site makes itself, lead to documents and are none."""
    files = {
        "pages/index.md": term("Home"),
        "pages/about.md": term("About"),
        "exercises/stretch.md": exercise(),
        "conditions/cramp.md": term("Cramp"),
        "body-regions/calves.md": term("Calves"),
    }
    urls = {"/articles/tired-legs/", "/topics/legs/", "/about/", "/exercises/stretch/", "/conditions/cramp/"}
    assert entries(site, **files).keys() == urls | {"/body-regions/calves/"}


def test_a_draft_cannot_be_found(site: SiteFolder) -> None:
    """It is not on the site."""
    found = entries(site, **{"articles/secret.md": article("Secret", status="draft")})
    assert "/articles/secret/" not in found


def test_a_page_is_found_by_all_names_of_what_it_is_about(site: SiteFolder) -> None:
    """Its own names, and those of its regions and conditions; a region is about itself."""
    found = entries(
        site,
        **{
            "body-regions/calves.md": term("Calves", also_called="[lower leg]", medical_name="sural region"),
            "conditions/cramp.md": term("Cramp", body_region="calves", also_called="[charley horse]"),
            "exercises/stretch.md": exercise(
                body_region="[calves, nowhere]", condition="cramp", also_called="[heel press]"
            ),
        },
    )
    stretch, cramp, calves = found["/exercises/stretch/"], found["/conditions/cramp/"], found["/body-regions/calves/"]
    assert (stretch.names, stretch.regions) == (("heel press",), ("Calves",))
    assert stretch.about == ("Calves", "lower leg", "sural region", "Cramp", "charley horse")
    assert (cramp.names, cramp.about, cramp.regions) == (
        ("charley horse",),
        ("Calves", "lower leg", "sural region"),
        ("Calves",),
    )
    assert (calves.names, calves.about, calves.regions) == (("lower leg", "sural region"), (), ("Calves",))


def test_a_word_of_the_glossary_can_be_found(site: SiteFolder) -> None:
    """By its term, its medical term and its other forms, at its place in the glossary."""
    vein = "vein: {term: Vein, medical_term: vena, forms: [veins], definition: It carries blood.}\n"
    assert entries(site, **{"glossary.yaml": vein})["/glossary/#vein"] == Entry(
        url="/glossary/#vein",
        path="",
        kind="Word explained",
        group="Glossary",
        title="Vein",
        names=("vena", "veins"),
        about=(),
        regions=(),
        summary="It carries blood.",
    )


def test_a_plain_page_is_found_by_its_care_cards(site: SiteFolder) -> None:
    """Card by card, with the signs that people type; on other pages the cards are left out."""
    body = "A.\n\n/// care | legs\n///\n"
    found = entries(
        site,
        **{
            "care.yaml": CARE,
            "pages/get-help.md": f"---\ntitle: Get help\nsummary: How.\n---\n\n{body}",
            "articles/heavy.md": article("Heavy", body, care="legs"),
        },
    )
    page, other = found["/get-help/"], found["/articles/heavy/"]
    assert (page.kind, page.signs) == ("Getting help", ("swollen calf", "blood clot"))
    assert page.passages == (
        Passage("care-legs-emergency", "Call your local emergency number if:", ("you cannot breathe",)),
        Passage("care-legs-urgent", "Ask today if:", ("1 calf is swollen",)),
        Passage("care-legs-non-urgent", "See a doctor if:", ("it goes on",)),
    )
    assert (other.signs, other.passages) == ((), ())


@pytest.mark.parametrize(("kind", "group"), [("condition", "Conditions"), ("policy", "About this site")])
def test_an_article_is_of_its_type(site: SiteFolder, kind: str, group: str) -> None:
    """Under which readers can choose it, beside pages of like kind."""
    found = entries(site, **{"articles/one.md": article("One", type=kind)})["/articles/one/"]
    assert (found.group, found.path) == (group, "articles/one/index.html")


def test_everything_has_a_kind() -> None:
    """Each folder of content and each type of article."""
    assert KINDS.keys() == {*FOLDERS, *TYPES, "glossary"} - {"articles"}
