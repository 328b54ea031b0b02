"""A site with something of every kind, and what an edit of it renders."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Final

from conftest import CONFIG, SiteFolder, article, exercise, term
from stories.webpage import url_of

CARE: Final = """
profiles:
  legs:
    title: Legs
    emergency: {heading: "Call {emergency_number} now if:", items: [you cannot stand]}
    urgent: {heading: Ask today if, items: [one calf swells]}
    non_urgent: {heading: See a doctor if, items: [it goes on]}
"""
GLOSSARY: Final = "vein: {term: Vein, definition: It carries blood.}\n"
SOURCES: Final = "nhs: {kind: website, title: NHS legs, publisher: NHS}\n"
TIRED: Final = {
    "condition": "cramp",
    "body_region": "calves",
    "sources": "nhs",
    "care": "legs",
    "redirect_from": "[/old/, /older/]",
}
BODY: Final = "A vein. See [sleep](sleep.md).\n\n/// exercise | stretch\n///"
FILES: Final = {
    "config.yaml": CONFIG,
    "content/topics/legs.md": term("Legs"),
    "content/topics/rest.md": term("Rest"),
    "content/conditions/cramp.md": term("Cramp"),
    "content/body-regions/calves.md": term("Calves"),
    "content/articles/tired-legs.md": article("Tired legs", BODY, **TIRED),
    "content/articles/cramp.md": article("Cramp at night", condition="cramp"),
    "content/articles/sleep.md": article("Sleep", topic="rest"),
    "content/exercises/stretch.md": exercise(body_region="calves"),
    "content/exercises/nap.md": exercise("Nap", topic="rest"),
    "content/pages/about.md": term("About"),
    "content/glossary.yaml": GLOSSARY,
    "content/sources.yaml": SOURCES,
    "content/care.yaml": CARE,
}
HOME: Final = {"/"}
TERMS: Final = {"/topics/legs/", "/conditions/cramp/", "/body-regions/calves/"}
LEGS: Final = {"/articles/tired-legs/", "/articles/cramp/"}
ARTICLES: Final = LEGS | {"/articles/sleep/"}
EXERCISES: Final = {"/exercises/stretch/", "/exercises/nap/"}


def built(site: SiteFolder) -> SiteFolder:
    """*site* with something of every kind, built once."""
    site.write(FILES).build()
    return site


def rendered(site: SiteFolder, edit: Callable[[SiteFolder], object]) -> set[str]:
    """The pages that an *edit* makes other or new: exactly those are rendered, and all is as in a clean build."""
    before = site.published()
    edit(site)
    outcome = site.build()
    after = site.published()
    changed = {path for path in after if path.endswith(".html") and after[path] != before.get(path)}
    assert outcome.rendered == len(changed)
    assert after == clean_build(site)
    return {url_of(path) for path in changed}


def clean_build(site: SiteFolder) -> dict[str, bytes]:
    """What a first build of *site* in another folder publishes."""
    other = SiteFolder(site.root.with_name(f"{site.root.name}-clean"))
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(site.root, other.root, ignore=shutil.ignore_patterns("public", ".cache"))
    other.build()
    return other.published()


def every_page(site: SiteFolder) -> set[str]:
    """All pages that are published now."""
    return {url_of(path) for path in site.published() if path.endswith(".html")}
