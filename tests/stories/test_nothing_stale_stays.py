"""Deleting, renaming and replacing files of any kind leaves no page as it was that should be another."""

from __future__ import annotations

import pytest
from conftest import CONFIG, SiteFolder, article, term
from stories.edited import ARTICLES, EXERCISES, FILES, HOME, TERMS, TIRED, built, clean_build, every_page, rendered

OWN = "{% extends 'base.html' %}{% block main %}<h1>Own: {{ view.title }}</h1><p id=\"review\"></p>{% endblock %}"
DOSE = "{% macro dose(doses) %}<p>As you like.</p>{% endmacro %}"


@pytest.mark.parametrize(
    ("path", "gone", "expected"),
    [
        (
            "content/articles/cramp.md",
            "/articles/cramp/",
            HOME | {"/topics/legs/", "/conditions/cramp/", "/articles/tired-legs/", "/a-to-z/"},
        ),
        ("content/exercises/nap.md", "/exercises/nap/", {"/exercises/", "/topics/rest/", "/a-to-z/"}),
    ],
)
def test_a_deleted_page_goes_from_all_that_showed_it(
    site: SiteFolder, path: str, gone: str, expected: set[str]
) -> None:
    """What is deleted is no longer published, and exactly the pages that showed it are rendered again."""
    before = every_page(built(site))
    assert rendered(site, lambda site: site.delete(path)) == expected
    assert before - every_page(site) == {gone}


def test_a_renamed_file_moves_its_page(site: SiteFolder) -> None:
    """A file under a new name is published there, everything links there, and nothing stands at the old address."""
    before = every_page(built(site))
    text = FILES["content/articles/cramp.md"]
    edit = {"content/articles/night-cramp.md": text}
    changed = rendered(site, lambda site: site.delete("content/articles/cramp.md").write(edit))
    assert changed == HOME | {
        *("/articles/night-cramp/", "/articles/tired-legs/", "/topics/legs/", "/conditions/cramp/", "/a-to-z/")
    }
    assert every_page(site) - before == {"/articles/night-cramp/"}
    assert before - every_page(site) == {"/articles/cramp/"}


def test_a_file_may_become_a_folder(site: SiteFolder) -> None:
    """An article that moves into a folder of its own keeps its address, and only its own page is rendered."""
    before = built(site).published()
    text = FILES["content/articles/cramp.md"]
    site.write({"content/articles/cramp/index.md": text}).delete("content/articles/cramp.md")
    assert site.build().rendered == 1
    assert site.published() == before


def test_a_renamed_term_moves_with_its_members(site: SiteFolder) -> None:
    """A condition under a new slug has its page there once its members name it, and the old page is gone."""
    before = every_page(built(site))

    def rename(site: SiteFolder) -> None:
        site.delete("content/conditions/cramp.md").write(
            {
                "content/conditions/spasm.md": term("Cramp"),
                "content/articles/tired-legs.md": FILES["content/articles/tired-legs.md"].replace(": cramp", ": spasm"),
                "content/articles/cramp.md": article("Cramp at night", condition="spasm"),
            }
        )

    moved = {"/conditions/spasm/", "/conditions/", "/articles/tired-legs/", "/articles/cramp/", "/a-to-z/"}
    assert rendered(site, rename) == HOME | moved | TERMS - {"/conditions/cramp/"}
    assert before - every_page(site) == {"/conditions/cramp/"}


def test_the_last_of_a_kind_takes_its_list_along(site: SiteFolder) -> None:
    """Without exercises there is no list of them, and no navigation leads there."""
    built(site).delete("content/exercises/nap.md", "content/exercises/stretch.md")
    site.write({"content/articles/tired-legs.md": article("Tired legs", **TIRED)})
    pages = rendered(site, lambda _: None)
    assert pages == every_page(site)
    assert not pages & {"/exercises/", *EXERCISES}


def test_a_page_template_renders_its_pages(site: SiteFolder) -> None:
    """An own template of articles renders the articles, and no other page."""
    edit = {"templates/pages/article.html": OWN}
    assert rendered(built(site), lambda site: site.write(edit)) == ARTICLES


def test_a_component_renders_the_pages_that_may_use_it(site: SiteFolder) -> None:
    """An own component renders all pages whose templates name it, directly or through others, and no other page."""
    outcome = built(site).write({"templates/components/dose.html": DOSE}).build()
    assert outcome.rendered == len(ARTICLES | EXERCISES)
    assert site.published() == clean_build(site)
    assert "As you like." in site.text("/exercises/nap/")
    assert "As you like." in site.text("/articles/tired-legs/")


def test_an_embed_renders_the_pages_that_place_it(site: SiteFolder) -> None:
    """An own template of exercise blocks renders the pages that hold such a block."""
    edit = {"templates/embeds/exercise.html": "<p>Do the {{ view.card.title }}.</p>"}
    assert rendered(built(site), lambda site: site.write(edit)) == {"/articles/tired-legs/"}


@pytest.mark.parametrize(
    "edit",
    [
        {"config.yaml": CONFIG.replace("Testing", "Tested")},
        {"config.yaml": CONFIG.replace("testing.example", "tested.example")},
        {"config.yaml": f"{CONFIG}language: en-US\n"},
        {"static/css/layout.css": "body { color: teal }\n"},
        {"templates/frame/footer.html": "<footer>Be well.</footer>"},
        {"content/pages/get-help.md": term("Get help")},
    ],
    ids=["title", "address", "language", "style", "footer", "help page"],
)
def test_what_all_pages_show_renders_all_pages(site: SiteFolder, edit: dict[str, str]) -> None:
    """The site's title, address and language, its style and its frame stand on every page."""
    changed = rendered(built(site), lambda site: site.write(edit))
    assert changed == every_page(site)


def test_an_edit_taken_back_gives_the_same_site(site: SiteFolder) -> None:
    """After an edit and its undoing, everything is published as before."""
    before = built(site).published()
    site.write({"content/articles/sleep.md": article("Sleep well", topic="rest")}).build()
    site.write({"content/articles/sleep.md": FILES["content/articles/sleep.md"]}).build()
    assert site.published() == before


def test_a_published_file_that_somebody_spoiled_is_mended(site: SiteFolder) -> None:
    """A page that was changed or deleted in the output folder is put right, without rendering it."""
    before = built(site).published()
    (site.out / "articles/sleep/index.html").write_text("spoiled")
    (site.out / "about/index.html").unlink()
    assert site.build().rendered == 0
    assert site.published() == before
