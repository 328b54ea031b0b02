"""Each kind of edit renders exactly the pages that show it, and leaves no page behind."""

from __future__ import annotations

import pytest
from conftest import CONFIG, SiteFolder, article, exercise, term
from stories.edited import BODY, CARE, GLOSSARY, HOME, LEGS, SOURCES, TERMS, TIRED, built, rendered

EDITS: dict[str, tuple[str, str, set[str]]] = {
    "the text of an article": (
        "content/articles/tired-legs.md",
        article("Tired legs", f"{BODY}\n\nMore.", **TIRED),
        {"/articles/tired-legs/"},
    ),
    "the title of an article": (
        "content/articles/sleep.md",
        article("Sleep well", topic="rest"),
        HOME | {"/articles/sleep/", "/topics/rest/", "/a-to-z/"},
    ),
    "the title of an article with relations": (
        "content/articles/tired-legs.md",
        article("Heavy legs", BODY, **TIRED),
        HOME | LEGS | TERMS | {"/a-to-z/", "/glossary/", "/sources/", "/exercises/stretch/", "/old/", "/older/"},
    ),
    "the summary of an article": (
        "content/articles/cramp.md",
        article("Cramp at night", condition="cramp", summary="Stretch it."),
        HOME | LEGS | {"/topics/legs/", "/conditions/cramp/"},
    ),
    "the other names of an article": (
        "content/articles/sleep.md",
        article("Sleep", topic="rest", also_called="slumber"),
        {"/articles/sleep/", "/a-to-z/"},
    ),
    "the review of an article": (
        "content/articles/sleep.md",
        article("Sleep", topic="rest", reviewed="2026-10-31"),
        HOME | {"/articles/sleep/"},
    ),
    "the title of a condition": (
        "content/conditions/cramp.md",
        term("Spasm"),
        HOME | LEGS | TERMS | {"/conditions/", "/a-to-z/"},
    ),
    "the text of a topic": ("content/topics/rest.md", f"{term('Rest')}More.\n", {"/topics/rest/"}),
    "the summary of a topic": (
        "content/topics/rest.md",
        term("Rest", summary="Lie down."),
        HOME | {"/topics/", "/topics/rest/"},
    ),
    "the title of an exercise": (
        "content/exercises/stretch.md",
        exercise("Wall stretch", body_region="calves"),
        {"/exercises/", "/exercises/stretch/", "/articles/tired-legs/", "/body-regions/calves/", "/a-to-z/"},
    ),
    "the steps of an exercise": (
        "content/exercises/stretch.md",
        exercise(body_region="calves", steps="[Sit down.]"),
        {"/exercises/stretch/", "/articles/tired-legs/"},
    ),
    "the text of an exercise": (
        "content/exercises/stretch.md",
        exercise(body="Softly.", body_region="calves"),
        {"/exercises/stretch/"},
    ),
    "the text of a plain page": ("content/pages/about.md", f"{term('About')}More.\n", {"/about/"}),
    "a definition": ("content/glossary.yaml", GLOSSARY.replace("carries", "moves"), {"/glossary/"}),
    "a glossary word": (
        "content/glossary.yaml",
        GLOSSARY.replace("Vein", "Blood vessel"),
        {"/glossary/", "/a-to-z/", "/articles/tired-legs/"},
    ),
    "the title of a source": (
        "content/sources.yaml",
        SOURCES.replace("NHS legs", "Legs"),
        {"/sources/", "/articles/tired-legs/"},
    ),
    "a glossary word that no page uses": (
        "content/glossary.yaml",
        GLOSSARY + "artery: {term: Artery, definition: It carries blood., medical_term: arteria}\n",
        {"/glossary/", "/a-to-z/"},
    ),
    "a care profile": ("content/care.yaml", CARE.replace("swells", "hurts"), {"/articles/tired-legs/"}),
    "the signs to stop": (
        "content/care.yaml",
        f"stop_if: [it hurts]\n{CARE}",
        {"/exercises/stretch/", "/exercises/nap/", "/articles/tired-legs/", "/my-routine/"},
    ),
    "the emergency number": (
        "config.yaml",
        f'{CONFIG}care: {{emergency_number: "112"}}\n',
        {"/articles/tired-legs/"},
    ),
    "how long lists are, where none is long": ("config.yaml", f"{CONFIG}page_size: 60\n", set()),
    "a new article": (
        "content/articles/nap.md",
        article("A nap", topic="rest"),
        HOME | {"/articles/nap/", "/articles/sleep/", "/topics/rest/", "/a-to-z/"},
    ),
    "a new topic": ("content/topics/food.md", term("Food"), HOME | {"/topics/", "/topics/food/", "/a-to-z/"}),
    "a new exercise": (
        "content/exercises/bath.md",
        exercise("Bath"),
        {"/exercises/", "/exercises/bath/", "/a-to-z/"},
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_renders_the_pages_that_show_it(site: SiteFolder, what: str) -> None:
    """The pages that show what was edited are rendered again, and no others."""
    path, text, expected = EDITS[what]
    assert rendered(built(site), lambda site: site.write({path: text})) == expected
