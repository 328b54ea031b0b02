"""The glossary, the A to Z, the sources, and related articles."""

from __future__ import annotations

import re

import pytest
from conftest import SiteFolder, article, exercise, term
from stories.webpage import links_in, part

GLOSSARY = """
vein: {term: Vein, definition: It carries blood back., medical_term: vena, forms: [veins], see: clot}
clot: {term: Clot, definition: A lump of blood., not_same_as: vein}
"""
SOURCES = "nhs: {kind: health-service, title: Legs, publisher: NHS, url: 'https://nhs.example/legs', year: 2020}\n"


def test_a_glossary_word_is_linked_once_in_each_section(site: SiteFolder) -> None:
    """The first mention of a word in a section leads to its entry, and the next section begins anew."""
    body = "A vein, and veins.\n\n## Veins\n\nEach vein, each VENA.\n\n## Clots\n\nNo mention, but `vein`."
    site.write({"content/glossary.yaml": GLOSSARY, "content/articles/tired-legs.md": article(body=body)}).build()
    html = site.page("/articles/tired-legs/")
    assert re.findall('<a class="term" href="([^"]*)">([^<]*)</a>', html) == [("/glossary/#vein", "vein")] * 2


def test_the_glossary_shows_where_a_word_is_used(site: SiteFolder) -> None:
    """An entry links the pages that mention it and the entries that it names."""
    site.write({"content/glossary.yaml": GLOSSARY, "content/articles/tired-legs.md": article(body="A vein.")}).build()
    entries = dict(re.findall(r'(?s)id="(\w+)">\n<dt>(.*?)</div>', site.page("/glossary/")))
    assert links_in(entries["vein"]) == ["/glossary/#clot", "/articles/tired-legs/"]
    assert links_in(entries["clot"]) == ["/glossary/#vein"]
    assert "(vena)" in entries["vein"]


def test_sources_show_where_they_are_used(site: SiteFolder) -> None:
    """A citation leads to its numbered source on the page, and the list of sources leads back to the page."""
    dose = "[{hold: 10 seconds, source: nhs}]"
    site.write(
        {
            "content/sources.yaml": SOURCES,
            "content/articles/tired-legs.md": article(body="Rest helps.[^nhs]", sources="nhs"),
            "content/exercises/stretch.md": exercise(doses=dose),
        }
    ).build()
    assert "#source-nhs" in site.links("/articles/tired-legs/")
    for url in ("/articles/tired-legs/", "/exercises/stretch/"):
        assert links_in(part(site.page(url), "sources")) == ["https://nhs.example/legs"]
        assert url in site.links("/sources/")


def test_the_a_to_z_knows_every_name(site: SiteFolder) -> None:
    """The A to Z leads from each title, other name, medical name and glossary word to its page."""
    site.write(
        {
            "content/glossary.yaml": GLOSSARY,
            "content/exercises/stretch.md": exercise("Wall stretch"),
            "content/conditions/cramp.md": term("Cramp", medical_name="spasm"),
            "content/body-regions/calves.md": term("Calves"),
            "content/pages/about.md": term("Éclair"),
            "content/articles/tired-legs.md": article(also_called="[heavy legs, 1000 steps]"),
        }
    ).build()
    found = set(re.findall(r'<a href="([^"]*)">([^<]*)</a>', site.page("/a-to-z/")))
    assert {
        ("/articles/tired-legs/", "Heavy legs"),
        ("/articles/tired-legs/", "1000 steps"),
        ("/articles/tired-legs/", "Tired legs"),
        ("/conditions/cramp/", "Spasm"),
        ("/conditions/cramp/", "Cramp"),
        ("/body-regions/calves/", "Calves"),
        ("/exercises/stretch/", "Wall stretch"),
        ("/about/", "Éclair"),
        ("/glossary/#vein", "Vein"),
    } <= found


def test_the_a_to_z_is_sorted_without_regard_to_accents_and_case(site: SiteFolder) -> None:
    """Letters stand in order, each once, an accent counts for nothing, and what is no letter comes last."""
    names = "[éclair, Eagle, egg, 1000 steps, zest]"
    site.write({"content/articles/tired-legs.md": article(also_called=names)}).build()
    html = site.page("/a-to-z/")
    assert re.findall(r"<h2[^>]*>(.)</h2>", html) == ["E", "L", "T", "Z", "#"]
    assert re.findall(r">(E\w*|É\w*)</a>", part(html, "letter-e")) == ["Eagle", "Éclair", "Egg"]


def _related(site: SiteFolder, slug: str = "tired-legs") -> list[str]:
    return [link.split("/")[2] for link in links_in(part(site.page(f"/articles/{slug}/"), "related"))]


def test_at_most_five_articles_are_related(site: SiteFolder) -> None:
    """Of many articles that are equally near, the first 5 by their slugs are shown."""
    site.write({f"content/articles/{letter}.md": article(f"Title {letter}") for letter in "gbadcfe"}).build()
    assert _related(site) == ["a", "b", "c", "d", "e"]


def test_a_shared_condition_counts_most_and_a_shared_topic_least(site: SiteFolder) -> None:
    """Related articles come by shared conditions, then body regions, then topics; those that share nothing never."""
    site.write(
        {
            "content/topics/sleep.md": term("Sleep"),
            "content/conditions/cramp.md": term("Cramp"),
            "content/body-regions/calves.md": term("Calves"),
            "content/articles/tired-legs.md": article(condition="cramp", body_region="calves"),
            "content/articles/by-topic.md": article("By topic"),
            "content/articles/by-region.md": article("By region", topic="sleep", body_region="calves"),
            "content/articles/by-condition.md": article("By condition", topic="sleep", condition="cramp"),
            "content/articles/other.md": article("Other", topic="sleep"),
        }
    ).build()
    assert _related(site) == ["by-condition", "by-region", "by-topic"]


@pytest.mark.parametrize(("rare", "common"), [("cramp", "sprain"), ("sprain", "cramp")])
def test_a_rare_term_weighs_more(site: SiteFolder, rare: str, common: str) -> None:
    """An article that shares a condition of 2 articles is nearer than those that share one of 3."""
    site.write(
        {
            "content/conditions/cramp.md": term("Cramp"),
            "content/conditions/sprain.md": term("Sprain"),
            "content/topics/sleep.md": term("Sleep"),
            "content/articles/tired-legs.md": article(condition="[cramp, sprain]"),
            "content/articles/a.md": article("A", topic="sleep", condition=common),
            "content/articles/b.md": article("B", topic="sleep", condition=common),
            "content/articles/z.md": article("Z", topic="sleep", condition=rare),
        }
    ).build()
    assert _related(site) == ["z", "a", "b"]
