"""The glossary, the sources, and the A to Z."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from conftest import TODAY, SiteFolder, article, exercise, term

from healthsite.model.site import Site
from healthsite.pages.page import Page
from healthsite.pages.reference import a_to_z_pages, glossary_pages, sources_pages
from healthsite.reading.read import read

SOURCES = """
trial: {kind: trial, title: A trial, publisher: A journal}
unused: {kind: website, title: A website, publisher: Nobody}
"""

GLOSSARY = """
tendon: {term: tendon, definition: A cord., see: [cord, gone], not_same_as: cord}
cord: {term: cord, definition: A string., medical_term: chorda}
"""


def known(site: SiteFolder) -> Site:
    """The site of that folder."""
    contents = read(site.root)
    return Site.of(contents.config, contents.library, TODAY)


def a_to_z(site: SiteFolder) -> dict[str, list[str]]:
    """The names of the A to Z by their letters, over all its pages."""
    found: dict[str, list[str]] = {}
    for page in a_to_z_pages(known(site)):
        for letter in page.view.letters:
            found.setdefault(letter.letter, []).extend(name.name for name in letter.names)
    return found


def empty(site: SiteFolder) -> SiteFolder:
    """The site without its topic and its article."""
    return site.delete("content/articles/tired-legs.md", "content/topics/legs.md")


def test_names_stand_under_their_letters(site: SiteFolder) -> None:
    """Accents and capitals do not matter, neither for the letter nor for the order; digits and signs come last."""
    titles = ["Élan", "eczema", "Eye strain", "ßtrange", "3 exercises", "“Quoted”", "Zoster", "Øre"]
    empty(site).write({f"content/conditions/c{number}.md": term(title) for number, title in enumerate(titles)})
    found = a_to_z(site)
    assert found["E"] == ["eczema", "Élan", "Eye strain"]
    assert found["S"] == ["ßtrange"]
    assert found["#"] == ["3 exercises", "“Quoted”"]
    assert list(found)[-1] == "#"
    assert list(found)[:3] == ["E", "S", "Z"]


def test_every_letter_of_the_index_is_on_its_page(site: SiteFolder) -> None:
    """The index leads to the page on which a letter begins, and to an id that is there."""
    site.write({f"content/conditions/c{number}.md": term(f"{'ÁbZ1'[number]}x") for number in range(4)})
    (page,) = a_to_z_pages(known(site))
    assert [(entry.title, entry.href) for entry in page.view.index] == [
        (letter.letter, f"/a-to-z/#{letter.id}") for letter in page.view.letters
    ]
    assert page.view.letters[-1].id == "letter-other"


def test_other_names_say_whose_they_are(site: SiteFolder) -> None:
    """Each begins with a capital and says which page it leads to; the title in other letters is no other name."""
    names = {"also_called": "[sore calf, SORE LEG, sore légs, sore calf]", "medical_name": "myalgia"}
    empty(site).write({"content/conditions/sore.md": term("Sore legs", **names)})
    (page,) = a_to_z_pages(known(site))
    found = [(name.name, name.of, name.kind) for letter in page.view.letters for name in letter.names]
    assert found == [
        ("Myalgia", "Sore legs", "condition"),
        ("Sore calf", "Sore legs", "condition"),
        ("SORE LEG", "Sore legs", "condition"),
        ("Sore legs", "", "condition"),
    ]


def test_everything_that_has_a_name_is_listed(site: SiteFolder) -> None:
    """Pages of every kind and glossary entries are told apart by what they are; the home page is not listed."""
    site.write(
        {
            "content/glossary.yaml": "tendon: {term: tendon, definition: A cord.}\n",
            "content/exercises/bend.md": exercise("Bend"),
            "content/body-regions/calves.md": term("Calves"),
            "content/pages/about.md": term("About"),
            "content/pages/index.md": term("Welcome"),
        }
    )
    (page,) = a_to_z_pages(known(site))
    found = {name.name: (name.kind, name.href) for letter in page.view.letters for name in letter.names}
    assert found == {
        "About": ("", "/about/"),
        "Bend": ("exercise", "/exercises/bend/"),
        "Calves": ("body region", "/body-regions/calves/"),
        "Legs": ("topic", "/topics/legs/"),
        "tendon": ("glossary", "/glossary/#tendon"),
        "Tired legs": ("", "/articles/tired-legs/"),
    }


def test_two_pages_of_one_title_are_both_listed(site: SiteFolder) -> None:
    """A page cannot vanish from the A to Z because another has its name."""
    site.write({"content/articles/again.md": article("Tired legs")})
    (page,) = a_to_z_pages(known(site))
    found = [name.href for letter in page.view.letters for name in letter.names if name.name == "Tired legs"]
    assert found == ["/articles/again/", "/articles/tired-legs/"]


def test_a_site_without_names_has_no_a_to_z(site: SiteFolder) -> None:
    """Nothing is listed where there is nothing."""
    assert list(a_to_z_pages(known(empty(site)))) == []


@pytest.mark.parametrize("pages", [glossary_pages, sources_pages])
def test_a_site_without_data_has_no_reference_pages(site: SiteFolder, pages: Callable[[Site], Iterator[Page]]) -> None:
    """Neither an empty glossary nor an empty list of sources is published."""
    assert list(pages(known(site))) == []


def test_an_entry_leads_to_others_and_to_the_pages_that_use_it(site: SiteFolder) -> None:
    """Related and confusable entries are linked where they exist; so are the pages that mention it, by title."""
    site.write(
        {
            "content/glossary.yaml": GLOSSARY,
            "content/articles/z.md": article("About it", "A tendon."),
            "content/articles/tired-legs.md": article(body="Your tendon."),
        }
    )
    (page,) = glossary_pages(known(site))
    cord, tendon = page.view.entries
    assert (cord.term, cord.medical_term, tendon.medical_term) == ("cord", "chorda", "")
    assert [link.href for link in tendon.see] == [link.href for link in tendon.not_same_as] == ["/glossary/#cord"]
    assert [link.title for link in tendon.mentioned_in] == ["About it", "Tired legs"]


def test_pages_of_one_title_are_told_apart(site: SiteFolder) -> None:
    """An article and a condition may be called the same; two links with the same words would mislead."""
    site.write(
        {
            "content/glossary.yaml": GLOSSARY,
            "content/articles/tired-legs.md": article(body="Your tendon."),
            "content/conditions/tired-legs.md": term("Tired legs").replace("A few words.", "A tendon."),
        }
    )
    (page,) = glossary_pages(known(site))
    titles = {link.href: link.title for link in page.view.entries[1].mentioned_in}
    assert titles == {
        "/articles/tired-legs/": "Tired legs",
        "/conditions/tired-legs/": "Tired legs (condition)",
    }


def test_a_source_lists_the_pages_that_cite_it(site: SiteFolder) -> None:
    """Each page once, whether it cites the source for its text or for a dose; an unused source is listed as well."""
    site.write(
        {
            "content/sources.yaml": SOURCES,
            "content/articles/tired-legs.md": article(sources="trial"),
            "content/exercises/bend.md": exercise(
                "Bend", sources="trial", doses="[{reps: 3, source: trial}, {reps: 4, source: trial}]"
            ),
            "content/exercises/twist.md": exercise(
                "Twist", doses="[{reps: 3, source: trial}, {reps: 1, source: gone}]"
            ),
        }
    )
    (page,) = sources_pages(known(site))
    assert [(use.source.slug, [link.title for link in use.used_in]) for use in page.view.uses] == [
        ("trial", ["Tired legs", "Bend", "Twist"]),
        ("unused", []),
    ]
