"""Pictures beside articles are published as copies that suit every screen, and only those that a page shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from cached import MENDED
from conftest import TODAY, SiteFolder, article
from photos import MAKER, addresses_in, camera_photo, drawing, photo, png
from stories.edited import clean_build
from stories.webpage import dead_links

from healthsite import pipeline
from healthsite.disk import SETTLED
from healthsite.pipeline import Order, build
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Severity

FOLDER = "content/articles/sitting"
TEXT = "Sit.\n\n![A chair](chair.jpg)\n\n![A desk](rooms/desk.svg)"
CHAIR: Mapping[str, str | bytes] = {
    f"{FOLDER}/index.md": article("Sitting", TEXT),
    f"{FOLDER}/chair.jpg": camera_photo(800, 600),
    f"{FOLDER}/rooms/desk.svg": drawing("<!-- Jane --><g/>"),
}


@pytest.fixture
def sitting(site: SiteFolder) -> SiteFolder:
    """A site with an article that shows a photo and a drawing, built once."""
    site.write(CHAIR).build()
    return site


def settled(site: SiteFolder) -> SiteFolder:
    """*site*, whose pictures were changed some time ago."""
    for file in (site.root / "content").rglob("*"):
        if file.suffix in {".jpg", ".png", ".svg"}:
            found = file.stat()
            os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns - 2 * SETTLED))
    return site


def pictures(site: SiteFolder) -> dict[str, bytes]:
    """The published pictures with their bytes."""
    return {path: content for path, content in site.published().items() if path.startswith("assets/pictures/")}


def test_a_page_shows_its_pictures_in_sizes(sitting: SiteFolder) -> None:
    """Every copy that the page names is published, and nothing else of the article's folder."""
    page = sitting.page("/articles/sitting/")
    assert sorted(pictures(sitting)) == sorted(address[1:] for address in addresses_in(page))
    assert len(pictures(sitting)) == 7
    assert dead_links(sitting.published(), "") == []
    assert os.listdir(sitting.out / "articles/sitting") == ["index.html"]
    widths = re.findall(r'<img alt="A chair"[^>]* height="600"[^>]* width="800"', page)
    assert len(widths) == 1


def test_nobody_learns_where_a_photo_was_taken(sitting: SiteFolder) -> None:
    """What a camera and a drawing program noted is in no published file."""
    assert MAKER.encode() in (sitting.root / FOLDER / "chair.jpg").read_bytes()
    for content in pictures(sitting).values():
        assert not any(word in content for word in (MAKER.encode(), b"Jane", b"Exif\x00\x00", b"chair"))


def test_a_build_with_nothing_to_do_opens_no_picture(sitting: SiteFolder) -> None:
    """What was looked at once is known by its size and times; a text is edited without opening its pictures."""
    assert set(settled(sitting).build().opened) == {f"{FOLDER}/chair.jpg", f"{FOLDER}/rooms/desk.svg"}
    outcome = sitting.build()
    assert (outcome.rendered, outcome.opened, outcome.copied) == (0, (), 0)
    sitting.write({f"{FOLDER}/index.md": article("Sitting", f"Sit well.\n\n{TEXT}")})
    outcome = sitting.build()
    assert (outcome.rendered, outcome.opened, outcome.copied) == (1, (), 0)
    check = sitting.check()
    assert (check.opened, check.copied) == ((), 0)


def test_a_build_with_nothing_to_do_loads_no_decoder(sitting: SiteFolder) -> None:
    """Loading the library of pictures would take longer than all the rest."""
    settled(sitting).build()
    program = (
        "import sys; from datetime import date; from pathlib import Path; from healthsite.pipeline import Order, build;"
        "root = Path(sys.argv[1]); done = build(Order(root, date(2026, 11, 22), root / 'public', search=False));"
        "print(done.rendered, done.copied, 'PIL.Image' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(sitting.root)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["0", "0", "False"]


def test_another_picture_under_the_same_name_changes_its_page_only(sitting: SiteFolder) -> None:
    """The new copies come, the old ones go, and no other page is touched."""
    before = sitting.published()
    sitting.write({f"{FOLDER}/chair.jpg": photo(800, 600, tint=9)})
    outcome = sitting.build()
    assert (outcome.rendered, outcome.copied) == (1, 1)
    after = sitting.published()
    pages = {path for path in after if path.endswith(".html") and after[path] != before[path]}
    assert pages == {"articles/sitting/index.html"}
    assert len({*pictures(sitting)} & {*before}) == 1
    assert len(pictures(sitting)) == 7
    assert after == clean_build(sitting)


def test_a_renamed_picture_is_not_copied_again(sitting: SiteFolder) -> None:
    """Copies are named by what they show: only the text is another."""
    before = sitting.published()
    content = (sitting.root / FOLDER / "chair.jpg").read_bytes()
    sitting.delete(f"{FOLDER}/chair.jpg").write({f"{FOLDER}/stool.jpeg": content})
    assert [problem.rule for problem in sitting.problems()] == ["image"]
    sitting.write({f"{FOLDER}/index.md": article("Sitting", TEXT.replace("chair.jpg", "stool.jpeg"))})
    outcome = sitting.build()
    assert (outcome.rendered, outcome.copied, sitting.published()) == (1, 0, before)


def test_a_picture_that_goes_is_missed(sitting: SiteFolder) -> None:
    """When a picture is deleted, its page says so; when its article is deleted, the copies go too."""
    sitting.delete(f"{FOLDER}/chair.jpg")
    assert [problem.rule for problem in sitting.problems()] == ["image"]
    sitting.delete(f"{FOLDER}/index.md", f"{FOLDER}/rooms/desk.svg").build()
    assert not (sitting.out / "assets/pictures").exists()


def test_one_photo_beside_many_pages_is_copied_once(site: SiteFolder) -> None:
    """However many pages show it, under whatever names."""
    for number in range(3):
        site.write({f"content/articles/a{number}/index.md": article(f"A {number}", f"![A chair](photo{number}.jpg)")})
        site.write({f"content/articles/a{number}/photo{number}.jpg": photo(700, 500)})
    assert site.build().copied == 1
    assert len(pictures(site)) == 6
    site.delete("content/articles/a0/index.md", "content/articles/a0/photo0.jpg")
    assert site.build().copied == 0
    assert len(pictures(site)) == 6


def test_a_link_leads_to_a_larger_copy(site: SiteFolder) -> None:
    """It is made when a page links to it, beside the others or alone."""
    text = "[See it large](chair.jpg)."
    site.write({f"{FOLDER}/index.md": article("Sitting", text), f"{FOLDER}/chair.jpg": photo(2600, 1300)}).build()
    assert [path.partition("-")[2] for path in pictures(site)] == ["2400.jpg"]
    site.write({f"{FOLDER}/index.md": article("Sitting", f"![A chair](chair.jpg)\n\n{text}")})
    outcome = site.build()
    assert (outcome.copied, len(pictures(site))) == (1, 13)
    assert site.published() == clean_build(site)


def test_a_picture_that_no_page_shows_is_not_published(site: SiteFolder) -> None:
    """It may lie there by mistake, and is told; one beside a draft is not even told."""
    site.write({f"{FOLDER}/index.md": article("Sitting"), f"{FOLDER}/chair.jpg": photo(800, 600)})
    site.write(
        {"content/articles/soon/index.md": article("Soon", status="draft"), "content/articles/soon/a.png": png()}
    )
    outcome = site.build()
    assert [str(problem) for problem in outcome.problems] == [
        f"{FOLDER}/chair.jpg: warning: no text shows this picture [picture-unused]"
    ]
    assert (outcome.copied, pictures(site)) == (0, {})


def test_a_small_picture_is_told_where_it_is_used(site: SiteFolder) -> None:
    """It is published as it is: nothing is made larger."""
    site.write({f"{FOLDER}/index.md": article("Sitting", "![A chair](a.png)"), f"{FOLDER}/a.png": png(200, 100)})
    outcome = site.build()
    assert [(problem.rule, problem.location.path) for problem in outcome.problems] == [
        ("picture-size", f"{FOLDER}/index.md")
    ]
    assert [path.partition("-")[2] for path in pictures(site)] == ["200.avif", "200.png", "200.webp"]


BROKEN: Mapping[str, tuple[bytes, str]] = {
    "a.jpg": (photo(300, 200)[:2000], "ends too early"),
    "b.jpg": (png(), "its ending `.jpg` says something else"),
    "c.png": (b"", "is empty"),
    "d.svg": (drawing("<script/>"), "holds a program"),
    "e.gif": (b"GIF89a" + b"\xff" * 99, "is damaged"),
}


@pytest.mark.parametrize("checked", [True, False])
def test_pictures_that_cannot_be_used_are_told_with_their_places(site: SiteFolder, *, checked: bool) -> None:
    """A check finds what a build finds, and writes nothing; a photo that breaks off is found once the rest is sound."""
    site.write({f"{FOLDER}/index.md": article("Sitting", "".join(f"![A {name}]({name})\n\n" for name in BROKEN))})
    site.write({f"{FOLDER}/{name}": content for name, (content, _) in BROKEN.items()})
    before = {path for path in site.root.rglob("*") if path.is_file()}

    def told() -> list[tuple[str, str]]:
        with pytest.raises(InvalidSite) as caught:
            site.check() if checked else site.build()
        errors = [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]
        return [(problem.location.path, problem.message) for problem in errors]

    at_once = told()
    assert [path for path, _ in at_once] == [f"{FOLDER}/{name}" for name in BROKEN if name != "a.jpg"]
    assert all(BROKEN[path.rpartition("/")[2]][1] in message for path, message in at_once)
    site.write({f"{FOLDER}/b.jpg": photo(), f"{FOLDER}/c.png": png(), f"{FOLDER}/d.svg": drawing()})
    site.write({f"{FOLDER}/e.gif": photo(kind="gif")})
    ((path, message),) = told()
    assert (path, BROKEN["a.jpg"][1] in message) == (f"{FOLDER}/a.jpg", True)
    assert not site.out.exists()
    assert not checked or {path for path in site.root.rglob("*") if path.is_file()} == before


def test_a_picture_that_ends_its_process_is_told(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build goes on without it, and says which it was."""

    def died(_pool: Pool, _job: object, _root: Path, tasks: list[object]) -> Iterator[None]:
        yield from (None for _ in tasks)

    monkeypatch.setattr(Pool, "apart", died)
    site.write(CHAIR)
    assert [problem.message for problem in site.problems()] == ["this picture stops the program that reads it"] * 2


def test_a_check_copies_nothing(site: SiteFolder) -> None:
    """It only sees whether each picture is sound, and what is published stays."""
    before = {path for path in site.write(CHAIR).root.rglob("*") if path.is_file()}
    outcome = site.check()
    assert (outcome.problems, outcome.copied) == ((), 2)
    assert {path for path in site.root.rglob("*") if path.is_file()} == before


def test_a_clean_build_copies_all_to_the_same_bytes(sitting: SiteFolder) -> None:
    """Whether with one process or several."""
    before = sitting.published()
    for jobs in (1, 2):
        outcome = build(Order(sitting.root, TODAY, sitting.out, clean=True, search=False, jobs=jobs))
        assert outcome.copied == 2
        assert outcome.release is not None
        assert (outcome.release.written, sitting.published()) == (0, before)


def test_other_code_copies_nothing_again(sitting: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are rendered again after an update of this program; pictures take longer, and stay as they are."""
    monkeypatch.setattr(pipeline, "engine_digest", lambda: "another")
    outcome = sitting.build()
    assert (outcome.rendered > 3, outcome.copied) == (True, 0)


def test_a_broken_template_loses_no_copy(sitting: SiteFolder) -> None:
    """Where no page can be rendered no picture is shown; once that is mended, all copies are still there."""
    before = sitting.published()
    sitting.write({"templates/pages/article.html": "{{ nothing }}"})
    assert sitting.problems()
    outcome = sitting.delete("templates/pages/article.html").build()
    assert (outcome.copied, sitting.published()) == (0, before)


def objects(site: SiteFolder, content: bytes) -> list[Path]:
    """Where the cache keeps *content*."""
    files = [file for file in (site.root / ".cache/objects").rglob("*") if file.is_file()]
    return [file for file in files if file.read_bytes() == content]


@pytest.mark.parametrize("harm", ["altered", "lost"])
def test_a_copy_that_the_cache_lost_is_made_again(sitting: SiteFolder, harm: str) -> None:
    """A broken file of the cache costs that copy's time only."""
    before = sitting.published()
    path, content = next((path, content) for path, content in pictures(sitting).items() if path.endswith(".webp"))
    (file,) = objects(sitting, content)
    if harm == "altered":
        file.write_bytes(b"spoiled")
    else:
        file.unlink()
    (sitting.out / path).unlink()
    outcome = sitting.build()
    assert (outcome.rendered, outcome.copied, outcome.notes) == (0, 0, (MENDED,))
    assert sitting.published() == before
    assert len(objects(sitting, content)) == 1
    shutil.rmtree(sitting.out)
    assert sitting.build().notes == ()
    assert sitting.published() == before


def test_a_copy_that_comes_out_differently_starts_a_build_anew(
    sitting: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is published is what the build says it is, or the build begins from nothing."""
    before = sitting.published()
    path, content = next(iter(pictures(sitting).items()))
    (file,) = objects(sitting, content)
    file.write_bytes(b"spoiled")
    (sitting.out / path).unlink()
    monkeypatch.setattr(pipeline, "copied_again", lambda *_: b"something else")
    outcome = sitting.build()
    assert outcome.rendered > 3
    assert sitting.published() == before


def test_a_cache_that_lost_all_contents_makes_each_picture_once_more(
    sitting: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one copy of a picture, all its others come back."""
    before, real, tasks = sitting.published(), Pool.apart, []

    def counted(pool: Pool, job: Any, root: Any, values: Any) -> Any:
        tasks.extend(values)
        return real(pool, job, root, values)

    monkeypatch.setattr(Pool, "apart", counted)
    shutil.rmtree(sitting.root / ".cache/objects")
    shutil.rmtree(sitting.out)
    sitting.build()
    assert sorted(task.path for task in tasks) == [f"{FOLDER}/chair.jpg", f"{FOLDER}/rooms/desk.svg"]
    assert sitting.published() == before


def test_a_lost_cache_costs_time_only(sitting: SiteFolder) -> None:
    """Everything is made again, to the same bytes."""
    before = sitting.published()
    shutil.rmtree(sitting.root / ".cache")
    outcome = sitting.build()
    assert (outcome.copied, sitting.published()) == (2, before)
