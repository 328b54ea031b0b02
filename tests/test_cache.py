"""Results kept between runs, and what becomes of a cache that is broken."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import SiteFolder, article

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.cache import Cache
from healthsite.problems import Location, Problem, Severity

FINDINGS = Findings(
    ids=("main", "näher"),
    hrefs=("/", "/topics/legs/#main"),
    anchored=(Anchored("/topics/legs/#main", Location("content/a.md", 3, 7)),),
    problems=(
        Problem(Location("content/a.md", 9, 2), "phrase", "this is „odd“", "say it", Severity.WARNING, 4),
        Problem(Location("content/a.md"), "slug", "this is wrong"),
    ),
)
PAGE = Artifact.of("a/index.html", b"<p>page</p>", FINDINGS)
OTHER = Artifact.of("b/index.html", b"<p>other</p>")
NOT_READ = "the cache could not be read and was made anew"


def later(folder: Path, engine: str = "e", *, write: bool = True) -> Cache:
    """The cache as the next run finds it."""
    return Cache(folder, engine, write=write)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a cache that remembers two results and a signature."""
    cache = Cache(tmp_path / ".cache", "e")
    cache.put("key", PAGE)
    cache.put("other", OTHER)
    cache.remember("public", {"a": [1, 2]})
    cache.save()
    return tmp_path / ".cache"


def objects(folder: Path) -> list[Path]:
    """The files that hold contents."""
    return [file for file in (folder / "objects").rglob("*") if file.is_file()]


def test_an_artifact_is_named_by_its_content() -> None:
    """An artifact's digest is the SHA-256 of its bytes, and of nothing else."""
    assert PAGE.digest == sha256(b"<p>page</p>").hexdigest()
    assert Artifact.of("elsewhere.html", b"<p>page</p>").digest == PAGE.digest


def test_a_result_comes_back_whole(folder: Path) -> None:
    """A later run gets the path, the digest and every finding, and the content when it asks for it."""
    cache = later(folder)
    assert cache.get("key") == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)
    assert cache.content(PAGE.digest) == b"<p>page</p>"
    assert cache.notes == []


def test_what_is_put_is_not_held_in_memory(tmp_path: Path) -> None:
    """What is given back in place of an artifact leaves its content on disk."""
    kept = Cache(tmp_path, "e").put("key", PAGE)
    assert kept == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)
    assert Cache(tmp_path, "e").content(PAGE.digest) == PAGE.content


def test_an_artifact_without_content_is_given_back(tmp_path: Path) -> None:
    """There is nothing to keep of an artifact whose content is elsewhere."""
    kept = Artifact("a", "0" * 64)
    assert Cache(tmp_path / ".cache", "e").put("key", kept) is kept
    assert not (tmp_path / ".cache").exists()


def test_an_unknown_key_has_no_result(folder: Path) -> None:
    """What was made from something else is not used."""
    assert later(folder).get("another") is None


def test_results_of_another_engine_are_not_used(folder: Path) -> None:
    """Other code may make other pages; what was remembered of the files in public/ still holds."""
    cache = later(folder, "another engine")
    assert cache.get("key") is None
    assert cache.signatures("public") == {"a": [1, 2]}
    assert cache.notes == []


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """A cache that is to be forgotten gives artifacts back as they came."""
    cache = Cache(None, "e")
    assert cache.put("key", PAGE) is PAGE
    cache.save()
    assert cache.get("key") is None
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_may_not_write_reads_only(folder: Path) -> None:
    """A check uses what is there, and changes nothing."""
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    cache = later(folder, write=False)
    assert cache.get("key") is not None
    new = Artifact.of("new", b"new")
    assert cache.put("new", new) is new
    cache.save()
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_what_a_run_does_not_use_is_dropped(folder: Path) -> None:
    """The cache holds what the last run used: it does not grow for ever."""
    cache = later(folder)
    cache.get("key")
    cache.save()
    assert [file.read_bytes() for file in objects(folder)] == [b"<p>page</p>"]
    assert later(folder).get("other") is None
    assert later(folder).get("key") is not None


def test_equal_contents_are_kept_once(tmp_path: Path) -> None:
    """Two pages of the same bytes share one object."""
    cache = Cache(tmp_path, "e")
    cache.put("one", PAGE)
    cache.put("two", PAGE)
    cache.save()
    assert len(objects(tmp_path)) == 1
    assert later(tmp_path).get("one") == later(tmp_path).get("two") is not None


def test_a_lost_content_is_no_result(folder: Path) -> None:
    """A page whose content is no longer there is rendered again."""
    later(folder).forget(PAGE.digest)
    assert later(folder).get("key") is None
    assert later(folder).content(PAGE.digest) is None
    later(folder).forget(PAGE.digest)


@pytest.mark.parametrize("content", [b"", b"<p>pa", b"<p>hacked</p>"], ids=["empty", "truncated", "altered"])
def test_an_altered_content_is_not_given_out(folder: Path, content: bytes) -> None:
    """A content that no longer fits its digest is as good as lost."""
    for file in objects(folder):
        file.write_bytes(content)
    assert later(folder).content(PAGE.digest) is None


@pytest.mark.parametrize(
    "index",
    [
        *(b"", b"{", b"null", b"5", b"[]", b'"text"', b"{}", b"\xff\xfe\x00", b"[" * 100_000),
        *(b'{"engine": 1, "results": [], "signatures": {}}', b'{"engine": 1, "results": {"key": 5}, "signatures": {}}'),
        *(b'{"engine": 1, "results": {}, "signatures": 5}', b'{"engine": 1, "results": {}, "signatures": ["ab", 5]}'),
    ],
    ids=lambda index: index[:60].decode("latin-1") or "empty",
)
def test_a_broken_index_is_thrown_away_with_a_line(folder: Path, index: bytes) -> None:
    """Whatever stands in the index's place, the cache starts anew, says so, and works."""
    (folder / "index.json").write_bytes(index)
    cache = later(folder)
    assert (cache.get("key"), cache.signatures("public"), cache.notes) == (None, {}, [NOT_READ])
    cache.put("key", PAGE)
    cache.save()
    again = later(folder)
    assert (again.get("key"), again.notes) == (Artifact(PAGE.path, PAGE.digest, None, FINDINGS), [])


@pytest.mark.parametrize("findings", [None, 5, {}, {"ids": 5}, {"ids": [], "hrefs": [], "anchored": [5]}])
def test_a_broken_entry_is_no_result(folder: Path, findings: Any) -> None:
    """A page whose findings cannot be read is rendered again."""
    plain = json.loads((folder / "index.json").read_bytes())
    plain["results"]["key"]["findings"] = findings
    (folder / "index.json").write_text(json.dumps(plain))
    assert later(folder).get("key") is None


def test_signatures_of_another_kind_are_none(folder: Path) -> None:
    """Signatures that are not a mapping are as good as none."""
    plain = json.loads((folder / "index.json").read_bytes())
    plain["signatures"]["public"] = 5
    (folder / "index.json").write_text(json.dumps(plain))
    assert later(folder).signatures("public") == {}


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


def test_an_index_that_cannot_be_written_costs_one_line(folder: Path) -> None:
    """What stands in the index's place is told, and is no reason to fail."""
    (folder / "index.json").unlink()
    (folder / "index.json").mkdir()
    cache = later(folder)
    cache.put("key", PAGE)
    cache.save()
    assert cache.notes == [NOT_READ, "the cache cannot be written: is a directory"]


def _alter(folder: Path) -> None:
    for file in objects(folder):
        file.write_bytes(b"hacked")


def _objects_are_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "objects")
    (folder / "objects").write_text("a file")


def _replace_by_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file")


def _replace_by_link(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to("nowhere")


@pytest.mark.parametrize("lost", [False, True], ids=["public is there", "public is lost"])
@pytest.mark.parametrize(
    "harm",
    [
        shutil.rmtree,
        _alter,
        _replace_by_file,
        _replace_by_link,
        lambda folder: (folder / "index.json").unlink(),
        lambda folder: (folder / "index.json").write_bytes(b"{"),
        lambda folder: shutil.rmtree(folder / "objects"),
        _objects_are_a_file,
    ],
    ids=["deleted", "altered", "a file", "a link", "no index", "broken index", "no objects", "objects are a file"],
)
def test_whatever_befalls_the_cache_the_site_is_the_same(
    site: SiteFolder, harm: Callable[[Path], object], *, lost: bool
) -> None:
    """A broken cache costs time only: what is published is what a clean build gives."""
    site.build()
    clean = site.published()
    harm(site.root / ".cache")
    if lost:
        shutil.rmtree(site.out)
    site.build()
    assert site.published() == clean


def test_a_warm_build_repeats_the_warnings(site: SiteFolder) -> None:
    """Warnings found while rendering are part of the result: a page that is not rendered again still has them."""
    site.write({"config.yaml": "title: T\nbase_url: https://t.example/\nrules: {broken-anchor: warning}\n"})
    site.write({"content/articles/tired-legs.md": article(body="See [below](#nowhere).")})
    first = site.build()
    again = site.build()
    assert (again.rendered, [str(problem) for problem in again.problems]) == (0, [str(first.problems[0])])
    assert "broken-anchor" in str(first.problems[0])
