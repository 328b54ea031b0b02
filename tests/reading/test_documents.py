"""The Markdown files of content/ become documents: the folder is the kind, the file name is the slug."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SiteFolder, article, exercise, term
from photos import drawing, png

from healthsite.model.glossary import WordIndex
from healthsite.model.library import AnyDocument
from healthsite.problems import Problem
from healthsite.reading.documents import read_documents
from healthsite.reading.texts import FileTexts

WORDS = WordIndex([("legs", ("legs",))])


def read(root: Path) -> tuple[dict[str, AnyDocument], list[Problem]]:
    """The documents below *root* by their paths, and the problems."""
    documents, problems = read_documents(root, WORDS)
    return {document.path: document for document in documents}, problems


def told(root: Path) -> list[str]:
    """What is wrong with the files, and the hint below each problem."""
    return [line for problem in read(root)[1] for line in (str(problem), f"hint: {problem.hint}")]


def test_the_folder_is_the_kind_and_the_name_is_the_slug(site: SiteFolder) -> None:
    """Where a file stands says what it is."""
    site.write({"content/exercises/calf-stretch.md": exercise(), "content/body-regions/calves.md": term("Calves")})
    documents, problems = read(site.root)
    assert problems == []
    assert [(document.kind, document.slug) for document in documents.values()] == [
        ("articles", "tired-legs"),
        ("body-regions", "calves"),
        ("exercises", "calf-stretch"),
        ("topics", "legs"),
    ]


def test_a_document_knows_its_parts(site: SiteFolder) -> None:
    """Front matter, text and the line on which the text starts are kept, and what the text mentions is listed."""
    site.write({"content/articles/a.md": article(body="My legs. See [legs](../topics/legs.md).")})
    document = read(site.root)[0]["content/articles/a.md"]
    assert document.meta.title == "Tired legs"
    assert (document.body, document.body_line) == (None, 9)
    assert FileTexts(site.root)(document) == "My legs. See [legs](../topics/legs.md).\n"
    assert document.mentions.links == ("../topics/legs.md",)
    assert document.mentions.words == ("legs",)


def test_an_article_may_be_a_folder_with_its_pictures(site: SiteFolder) -> None:
    """A page named index.md takes its folder's name, and the pictures below the folder are its own."""
    folder = "content/articles/sore-feet"
    site.write({f"{folder}/index.md": article(), f"{folder}/foot.PNG": png(), f"{folder}/more/toe.svg": drawing()})
    documents, problems = read(site.root)
    document = documents[f"{folder}/index.md"]
    assert problems == []
    assert (document.slug, document.url) == ("sore-feet", "/articles/sore-feet/")
    assert [(image.path, image.name) for image in document.images] == [
        (f"{folder}/foot.PNG", "foot.PNG"),
        (f"{folder}/more/toe.svg", "more/toe.svg"),
    ]


def test_a_page_may_itself_be_named_index(site: SiteFolder) -> None:
    """Right below the folder of its kind, index.md is a page like any other."""
    site.write({"content/pages/index.md": term("Welcome")})
    assert read(site.root)[0]["content/pages/index.md"].url == "/"


def test_data_files_are_not_documents(site: SiteFolder) -> None:
    """The data files of content/ are read elsewhere, and have their place there."""
    site.write({f"content/{name}.yaml": "{}\n" for name in ("glossary", "sources", "care", "phrases")})
    assert len(read(site.root)[0]) == 2
    assert told(site.root) == []


@pytest.mark.parametrize(
    ("path", "said", "hint"),
    [
        ("content/a.md", "error: this file has no place in content/", "put it into the folder of its kind"),
        ("content/glosary.yaml", "error: this file has no place in content/", "did you mean `glossary.yaml`?"),
        ("content/artikels/a.md", "error: `artikels` is not a kind of content", "did you mean `articles`?"),
        (
            "content/articles/foot.png",
            "error: this picture belongs to no article",
            "give the article a folder of its own, `name/index.md`, and put the picture beside it",
        ),
        (
            "content/articles/a.txt",
            "warning: this is not a Markdown file, and is left out",
            "remove it, or give it the ending `.md`",
        ),
        (
            "content/articles/photo.HEIC",
            "warning: this is not a Markdown file, and is left out",
            "save the picture as JPEG, or as PNG if it is drawn: browsers do not show this kind",
        ),
        (
            "content/articles/a/b.md",
            "error: a folder holds one page, named `index.md`, and its pictures",
            "move it up into content/articles/",
        ),
        ("content/articles/a.md.old/b.md", "error: `a.md.old` is a folder named like a file", "rename the folder"),
        (
            "content/articles/a/b/index.md",
            "error: a folder holds one page, named `index.md`, and its pictures",
            "move it up into content/articles/",
        ),
    ],
)
def test_what_has_no_place_is_told_where_to_go(site: SiteFolder, path: str, said: str, hint: str) -> None:
    """A file that is not where files of its sort belong is named, with what to do about it."""
    site.write({path: article()})
    assert told(site.root) == [f"{path}: {said} [misplaced-file]", f"hint: {hint}"]


def test_a_kind_that_resembles_no_other_is_told_which_there_are(site: SiteFolder) -> None:
    """Where no folder is near in name, all of them are listed."""
    site.write({"content/xyz/a.md": article()})
    said, hint = told(site.root)
    assert said == "content/xyz/a.md: error: `xyz` is not a kind of content [misplaced-file]"
    assert hint.startswith("hint: the folders of content/ are articles, exercises, ")


def test_a_second_page_in_a_folder_is_to_be_merged(site: SiteFolder) -> None:
    """Beside index.md there is no place for another page."""
    site.write({"content/articles/a/index.md": article(), "content/articles/a/b.md": article()})
    said, hint = told(site.root)
    assert said.startswith("content/articles/a/b.md: error: a folder holds one page")
    assert hint == "hint: merge them"


@pytest.mark.parametrize("name", ["left foot.png", "füße.png", "more/left+right.png"])
def test_a_picture_with_a_name_unfit_for_a_url_is_refused(site: SiteFolder, name: str) -> None:
    """A picture is published under its own name, so that must be plain too."""
    folder = "content/articles/sore-feet"
    site.write({f"{folder}/index.md": article(), f"{folder}/{name}": b"1"})
    assert told(site.root) == [
        f"{folder}/{name}: error: the name `{name}` is not fit for a URL [slug]",
        "hint: rename it with plain letters, digits, dots and hyphens",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Sore Feet", "rename it to `sore-feet`"),
        ("sore_feet", "rename it to `sore-feet`"),
        ("sore--feet", "rename it to `sore-feet`"),
        ("-feet", "rename it to `feet`"),
        ("feet!", "rename it to `feet`"),
        ("足", "use lower-case letters, digits and hyphens"),
    ],
)
def test_a_name_unfit_for_a_url_is_refused(site: SiteFolder, name: str, hint: str) -> None:
    """An address is made of lower-case letters, digits and single hyphens; the hint offers a name that is."""
    site.write({f"content/articles/{name}.md": article()})
    path = f"content/articles/{name}.md"
    assert told(site.root) == [f"{path}: error: the name `{name}` is not fit for a URL [slug]", f"hint: {hint}"]


def test_the_name_of_a_folder_must_be_fit_for_a_url_too(site: SiteFolder) -> None:
    """The folder of an article is its name."""
    site.write({"content/articles/Sore/index.md": article()})
    assert told(site.root)[1] == "hint: rename it to `sore`"


def test_one_broken_file_does_not_hide_another(site: SiteFolder) -> None:
    """Every file is read, whatever was wrong with those before it, and the sound ones are kept."""
    site.write(
        {
            "content/articles/a.md": b"\xff",
            "content/articles/b.md": "no head\n",
            "content/articles/c.md": "---\na: [\n---\n",
            "content/articles/d.md": "---\ntitle: d\n---\n",
            "content/articles/e.md": article(),
        }
    )
    documents, problems = read(site.root)
    assert list(documents) == ["content/articles/e.md", "content/articles/tired-legs.md", "content/topics/legs.md"]
    assert list(dict.fromkeys(problem.location.path[-4:] for problem in problems)) == ["a.md", "b.md", "c.md", "d.md"]
