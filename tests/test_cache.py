"""Results kept between runs."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from cached import FINDINGS, OTHER, PAGE, filled, later, objects
from conftest import PAGES, TODAY, SiteFolder, article

from healthsite.artifact import Artifact
from healthsite.cache import LASTING, Cache
from healthsite.objects import place_of, store
from healthsite.pipeline import Order, build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a cache that remembers two results and a signature."""
    return filled(tmp_path / ".cache")


def test_an_artifact_is_named_by_its_content() -> None:
    """An artifact's digest is the SHA-256 of its bytes, and of nothing else."""
    assert PAGE.digest == sha256(b"<p>page</p>").hexdigest()
    assert Artifact.of("elsewhere.html", b"<p>page</p>").digest == PAGE.digest


def test_a_result_comes_back_whole(folder: Path) -> None:
    """A later run gets the path, the digest and every finding, and the content when it asks for it."""
    cache = later(folder)
    assert cache.get("key", PAGE.path) == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)
    assert cache.content(PAGE.digest) == b"<p>page</p>"
    assert cache.notes == []


def test_what_is_put_is_not_held_in_memory(tmp_path: Path) -> None:
    """What is given back in place of an artifact leaves its content on disk."""
    kept = Cache(tmp_path, "e").put("key", PAGE)
    assert kept == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)
    assert Cache(tmp_path, "e").content(PAGE.digest) == PAGE.content


def test_only_what_this_run_wrote_may_get_another_name(tmp_path: Path) -> None:
    """Nobody has looked since whether what an earlier run left is still whole."""
    first = Cache(tmp_path, "e")
    first.put("key", PAGE)
    written = first.file_of(PAGE.digest)
    assert written is not None
    assert written.read_bytes() == PAGE.content
    first.save()
    second = later(tmp_path)
    second.put("another key", PAGE)
    assert second.file_of(PAGE.digest) is None
    second.forget(PAGE.digest)
    second.put("key", PAGE)
    assert second.file_of(PAGE.digest) == written


def test_half_a_content_is_replaced(tmp_path: Path) -> None:
    """A process of the pool that finds what another one left half done does it again."""
    folder = later(tmp_path).storing()
    assert folder is not None
    place = place_of(folder, PAGE.digest)
    place.parent.mkdir(parents=True)
    place.write_bytes((PAGE.content or b"")[:3])
    store(folder, PAGE)
    assert place.read_bytes() == PAGE.content
    assert [file.name for file in place.parent.iterdir()] == [place.name]


def test_an_artifact_without_content_is_given_back(tmp_path: Path) -> None:
    """There is nothing to keep of an artifact whose content is elsewhere."""
    kept = Artifact("a", "0" * 64)
    assert Cache(tmp_path / ".cache", "e").put("key", kept) is kept
    assert not (tmp_path / ".cache").exists()


def test_an_unknown_key_has_no_result(folder: Path) -> None:
    """What was made from something else is not used."""
    assert later(folder).get("another", PAGE.path) is None


def test_a_lasting_result_outlives_its_engine(tmp_path: Path) -> None:
    """What its key says all about is good under any other code; what no run uses goes all the same."""
    first = Cache(tmp_path, "e")
    first.put(f"{LASTING}a", PAGE)
    first.put("b", OTHER)
    first.save()
    second = later(tmp_path, "another engine")
    assert second.get("b", OTHER.path) is None
    assert second.get(f"{LASTING}a", PAGE.path) == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)
    second.save()
    assert len(objects(tmp_path)) == 1
    later(tmp_path).save()
    assert objects(tmp_path) == []


@pytest.mark.parametrize("kept", [True, False])
def test_a_clean_cache_trusts_nothing(folder: Path, *, kept: bool) -> None:
    """What is there is neither used nor kept; until something is put into it, nothing is removed."""
    cache = Cache(folder, "e", clean=True)
    assert (cache.get("key", PAGE.path), dict(cache.signatures("public"))) == (None, {})
    assert len(objects(folder)) == 2
    for file in objects(folder):
        file.write_bytes(b"spoiled")
    if kept:
        cache.put("key", PAGE)
    cache.save()
    assert [file.read_bytes() for file in objects(folder)] == [PAGE.content] * kept


def test_results_of_another_engine_are_not_used(folder: Path) -> None:
    """Other code may make other pages; what was remembered of the files in public/ still holds."""
    cache = later(folder, "another engine")
    assert cache.get("key", PAGE.path) is None
    assert cache.signatures("public") == {"a": [1, 2]}
    assert cache.notes == []


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """A cache that is to be forgotten gives artifacts back as they came."""
    cache = Cache(None, "e")
    assert cache.put("key", PAGE) is PAGE
    cache.save()
    assert cache.get("key", PAGE.path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_may_not_write_reads_only(folder: Path) -> None:
    """A check uses what is there, and changes nothing."""
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    cache = later(folder, write=False)
    assert cache.get("key", PAGE.path) is not None
    new = Artifact.of("new", b"new")
    assert cache.put("new", new) is new
    cache.save()
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_what_a_run_does_not_use_is_dropped(folder: Path) -> None:
    """The cache holds what the last run used: it does not grow for ever."""
    cache = later(folder)
    cache.get("key", PAGE.path)
    cache.save()
    assert [file.read_bytes() for file in objects(folder)] == [b"<p>page</p>"]
    assert later(folder).get("other", OTHER.path) is None
    assert later(folder).get("key", PAGE.path) is not None


def test_equal_contents_are_kept_once(tmp_path: Path) -> None:
    """Two pages of the same bytes share one object."""
    cache = Cache(tmp_path, "e")
    cache.put("one", PAGE)
    cache.put("two", PAGE)
    cache.save()
    assert len(objects(tmp_path)) == 1
    assert later(tmp_path).get("one", PAGE.path) == later(tmp_path).get("two", PAGE.path) is not None


def test_a_lost_content_is_no_result(folder: Path) -> None:
    """A page whose content is no longer there is rendered again."""
    later(folder).forget(PAGE.digest)
    assert later(folder).get("key", PAGE.path) is None
    assert later(folder).content(PAGE.digest) is None
    later(folder).forget(PAGE.digest)


def test_a_cache_that_takes_nothing_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a full disk, artifacts keep their contents, nothing half written stays, and one line says why."""

    def full(file: Path, content: bytes) -> int:
        with file.open("wb") as half:
            half.write(content[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    cache = Cache(tmp_path, "e")
    assert cache.put("key", PAGE) is PAGE
    assert cache.put("other", OTHER) is OTHER
    cache.save()
    assert cache.notes == ["the cache cannot be written: no space left on device"]
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_an_index_that_cannot_be_written_costs_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not take the index, that is told, and is no reason to fail."""

    def refused(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    cache = later(folder)
    cache.put("key", PAGE)
    monkeypatch.setattr(os, "replace", refused)
    cache.save()
    assert cache.notes == ["the cache cannot be written: read-only file system"]


def test_a_warm_build_repeats_the_warnings(site: SiteFolder) -> None:
    """Warnings found while rendering are part of the result: a page that is not rendered again still has them."""
    site.write({"config.yaml": "title: T\nbase_url: https://t.example/\nrules: {broken-anchor: warning}\n"})
    site.write({"content/articles/tired-legs.md": article(body="See [below](#nowhere).")})
    first = site.build()
    again = site.build()
    assert (again.rendered, [str(problem) for problem in again.problems]) == (0, [str(first.problems[0])])
    assert "broken-anchor" in str(first.problems[0])


def test_a_result_is_that_of_its_page(folder: Path) -> None:
    """A result is given only for the path that it was made for: a page's file is named by the page."""
    assert later(folder).get("key", "elsewhere/index.html") is None


def test_only_what_is_ours_is_cleared(folder: Path) -> None:
    """In a site that lies in a home folder, `.cache` belongs to others too."""
    (folder / "browser").mkdir()
    (folder / "browser" / "precious").write_text("x")
    Cache.clear(folder)
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*")] == ["browser", "browser/precious"]


def test_clearing_does_not_go_through_links(folder: Path, tmp_path: Path) -> None:
    """Where our folder is a link, the link goes, and what it led to stays."""
    (folder / "objects").rename(tmp_path / "elsewhere")
    (folder / "objects").symlink_to(tmp_path / "elsewhere")
    Cache.clear(folder)
    assert not (folder / "objects").is_symlink()
    assert any((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("path", ["objects/.DS_Store", "objects/aa/folder/file", "objects/aa/note.txt"])
def test_a_foreign_file_in_the_cache_is_no_hindrance(site: SiteFolder, path: str) -> None:
    """What others put among the objects stays, and no build says that the cache cannot be written."""
    site.build()
    site.write({f".cache/{path}": "x"})
    assert site.build().notes == site.build().notes == ()
    assert (site.root / ".cache" / path).is_file()


def test_a_folder_that_is_a_link_is_not_swept(folder: Path, tmp_path: Path) -> None:
    """Contents that are not needed are dropped in our own folders only."""
    (place,) = {file.parent for file in objects(folder) if file.read_bytes() == OTHER.content}
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    cache = later(folder)
    cache.get("key", PAGE.path)
    cache.save()
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


def test_after_a_clean_build_the_next_one_has_nothing_to_render(site: SiteFolder) -> None:
    """`clean` forgets what was remembered, and remembers what it made."""
    site.build()
    assert build(Order(site.root, TODAY, site.out, clean=True, search=False)).rendered == PAGES
    assert site.build().rendered == 0


def test_results_can_be_kept_together(tmp_path: Path) -> None:
    """All of them are found again under one key, or none."""
    made = [Artifact.of("one.bin", b"1"), Artifact.of("two.bin", b"2")]
    cache = Cache(tmp_path / ".cache", "e")
    kept = cache.put_all("both", made)
    assert [(one.path, cache.content(one.digest)) for one in kept] == [("one.bin", b"1"), ("two.bin", b"2")]
    cache.save()
    again = Cache(tmp_path / ".cache", "e")
    assert again.get_all("both") == kept
    again.save()
    third = Cache(tmp_path / ".cache", "e")
    third.forget(kept[1].digest)
    assert third.get_all("both") is None
    assert third.get_all("neither") is None


def test_what_is_kept_together_keeps_its_findings(tmp_path: Path) -> None:
    """As what is kept alone does."""
    cache = Cache(tmp_path / ".cache", "e")
    kept = cache.put_all("both", [PAGE, OTHER])
    cache.save()
    assert [artifact.findings for artifact in kept] == [FINDINGS, OTHER.findings]
    assert Cache(tmp_path / ".cache", "e").get_all("both") == kept


def test_what_could_not_be_kept_whole_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a group is no use to a later run."""
    cache = Cache(tmp_path / ".cache", "e")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def some() -> Iterator[Artifact]:
        yield PAGE
        monkeypatch.setattr("healthsite.objects.write_whole", full)
        yield OTHER

    assert cache.put_all("both", some()) == [Artifact(PAGE.path, PAGE.digest, None, FINDINGS), OTHER]
    monkeypatch.undo()
    cache.save()
    assert Cache(tmp_path / ".cache", "e").get_all("both") is None


def test_an_empty_group_is_a_result(tmp_path: Path) -> None:
    """That there is nothing to make is worth remembering too."""
    cache = Cache(tmp_path / ".cache", "e")
    cache.put_all("none", [])
    cache.save()
    assert Cache(tmp_path / ".cache", "e").get_all("none") == []
