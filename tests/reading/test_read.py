"""A whole site is read, or every error of its files is told."""

from __future__ import annotations

import shutil

import pytest
from conftest import SiteFolder, article, exercise

from healthsite.problems import InvalidSite
from healthsite.reading.read import read


def test_a_site_is_its_settings_and_its_library(site: SiteFolder) -> None:
    """What stands in the folder is found in the contents."""
    site.write({"content/glossary.yaml": "legs: {term: legs, definition: They carry you.}\n"})
    site.write({"content/articles/a.md": article(body="Rest your legs.")})
    contents = read(site.root)
    assert contents.config.title == "Testing"
    assert [document.slug for document in contents.library.documents] == ["a", "tired-legs", "legs"]
    assert contents.library.articles[0].mentions.words == ("legs",)
    assert contents.problems == ()


def test_warnings_are_kept(site: SiteFolder) -> None:
    """What does not stop the build is told all the same."""
    site.write({"content/articles/note.txt": "later"})
    assert [str(problem) for problem in read(site.root).problems] == [
        "content/articles/note.txt: warning: this is not a Markdown file, and is left out [misplaced-file]"
    ]


def test_all_errors_come_at_once_and_in_order(site: SiteFolder) -> None:
    """Problems of all files are told together, sorted by their places, warnings among them."""
    site.write(
        {
            "content/topics/b.md": "no head",
            "content/glossary.yaml": "a: words\n",
            "content/sources.yaml": "- a\n",
            "content/care.yaml": "x: 1\n",
            "content/phrases.yaml": "x: 1\n",
            "content/articles/a.md": "\ufeff" + article(titel="A", status="darft"),
        }
    )
    with pytest.raises(InvalidSite) as caught:
        read(site.root)
    assert [str(problem.location) for problem in caught.value.problems] == [
        "content/articles/a.md:1:1",
        "content/articles/a.md:7:1",
        "content/articles/a.md:8:9",
        "content/care.yaml:1:1",
        "content/glossary.yaml:1:4",
        "content/phrases.yaml:1:1",
        "content/sources.yaml:1:1",
        "content/topics/b.md:1:1",
    ]


def test_a_site_without_content_is_told_to_make_some(site: SiteFolder) -> None:
    """Without content/ there is nothing to read."""
    shutil.rmtree(site.root / "content")
    (problem,) = site.problems()
    assert str(problem) == "content: error: there is no folder content/ [file]"
    assert problem.hint == "make it, and put articles/ into it"


def test_drafts_are_read_but_held_back(site: SiteFolder) -> None:
    """A draft is checked like any file; whether it is in the library is asked for."""
    site.write({"content/exercises/squat.md": exercise(status="draft")})
    assert [document.slug for document in read(site.root).library.drafts] == ["squat"]
    assert [document.slug for document in read(site.root, drafts=True).library.exercises] == ["squat"]


def test_the_address_and_the_names_of_rules_are_passed_on(site: SiteFolder) -> None:
    """What the settings need from outside reaches them."""
    site.write({"config.yaml": "title: T\nbase_url: https://a.example/\nrules: {links: 'off'}\n"})
    config = read(site.root, base_url="https://b.example/", rules=["links"]).config
    assert (config.base_url, config.rules) == ("https://b.example/", (("links", "off"),))
