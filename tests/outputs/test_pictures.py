"""The copies of pictures: what is to be made, and what becomes of pictures that cannot be copied."""

from __future__ import annotations

import pytest
from conftest import TODAY, SiteFolder, article
from photos import drawing, photo

from healthsite.imaging.plan import Copy, plan_of
from healthsite.model.site import Site
from healthsite.outputs.pictures import Task, check, lost, make, task_of
from healthsite.pages.pictures import FOLDER, every_image
from healthsite.problems import Problem
from healthsite.reading.read import read

HERE = "content/articles/sitting"


def tasks(site: SiteFolder) -> list[Task]:
    """All that could be made of the pictures of a site."""
    contents = read(site.root)
    images = every_image(Site.of(contents.config, contents.library, TODAY))
    return [task_of(image, plan_of(image.look).shown) for image in images]


@pytest.fixture
def sitting(site: SiteFolder) -> SiteFolder:
    """A site with an article that has a photo, twice, and a drawing."""
    site.write({f"{HERE}/index.md": article("Sitting"), f"{HERE}/a.jpg": photo(500, 400)})
    return site.write({f"{HERE}/b/c.jpeg": photo(500, 400), f"{HERE}/d.svg": drawing()})


def test_a_picture_is_one_task_however_often_it_lies_about(sitting: SiteFolder) -> None:
    """Pictures with the same content have the same copies, under names that say nothing of the file's."""
    photos, drawn = tasks(sitting)
    assert photos.path == f"{HERE}/a.jpg"
    assert [path for path, _ in photos.copies] == [
        f"{FOLDER}{photos.fingerprint}-{width}.{ending}" for ending in ("avif", "webp", "jpg") for width in (360, 500)
    ]
    assert [path for path, _ in drawn.copies] == [f"{FOLDER}{drawn.fingerprint}-60.svg"]


def test_a_task_makes_its_copies(sitting: SiteFolder) -> None:
    """Each at its path."""
    for task in tasks(sitting):
        done = make(sitting.root, task)
        assert isinstance(done, tuple)
        assert [artifact.path for artifact in done] == [path for path, _ in task.copies]
        assert all(artifact.content for artifact in done)


def test_a_check_makes_nothing(sitting: SiteFolder) -> None:
    """It only sees whether the copies could be made."""
    for task in tasks(sitting):
        done = check(sitting.root, task)
        assert isinstance(done, tuple)
        assert [(artifact.path, artifact.content) for artifact in done] == [(path, b"") for path, _ in task.copies]


@pytest.mark.parametrize("job", [make, check])
def test_a_broken_picture_is_a_problem_with_its_place(site: SiteFolder, job: type) -> None:
    """Its first bytes may be sound."""
    content = photo(300, 200)
    path = f"{HERE}/a.jpg"
    site.write({f"{HERE}/index.md": article("Sitting"), path: content[: len(content) // 2]})
    (task,) = tasks(site)
    assert (
        str(job(site.root, task))
        == f"{path}: error: this picture ends too early: a part of the file is missing [image]"
    )


@pytest.mark.parametrize("job", [make, check])
@pytest.mark.parametrize("change", ["another", "gone"])
def test_a_picture_that_changes_meanwhile_is_a_problem(sitting: SiteFolder, job: type, change: str) -> None:
    """What was seen as the site was read must be what is copied."""
    task = tasks(sitting)[0]
    if change == "gone":
        sitting.delete(task.path)
    else:
        sitting.write({task.path: photo(500, 400, tint=9)})
    problem = job(sitting.root, task)
    assert isinstance(problem, Problem)
    assert (problem.location.path, problem.hint) == (task.path, "build again" if change == "another" else problem.hint)
    assert ("changed while" in problem.message) == (change == "another")


def test_a_picture_that_ends_a_process_is_a_problem() -> None:
    """Its reader is gone, and the build goes on to say so."""
    problem = lost(Task("content/a/b.png", "0" * 20, (("x", Copy("png", 1, 1)),)))
    assert str(problem) == "content/a/b.png: error: this picture stops the program that reads it [image]"
