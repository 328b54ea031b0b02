"""What becomes of a cache that is broken, edited or in the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from cached import FINDINGS, MENDED, NOT_READ, PAGE, filled, index_of, later, objects, seal, tamper
from conftest import PAGES, SiteFolder

from healthsite.artifact import Artifact
from healthsite.cache import FORMAT, INDEX
from healthsite.packing import packed

ENGINE = f"{FORMAT}:e"
"""How an index names the engine of these tests."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a cache that remembers two results and a signature."""
    return filled(tmp_path / ".cache")


@pytest.mark.parametrize("content", [b"", b"<p>pa", b"<p>hacked</p>"], ids=["empty", "truncated", "altered"])
def test_an_altered_content_is_not_given_out(folder: Path, content: bytes) -> None:
    """A content that no longer fits its digest is as good as lost."""
    for file in objects(folder):
        file.write_bytes(content)
    assert later(folder).content(PAGE.digest) is None


@pytest.mark.parametrize(
    "index",
    [
        *(b"", b"{", b"\xff\xfe\x00", b"(" * 100_000, packed(len), packed({})[:-1]),
        *map(packed, (None, 5, [], "text", {}, {"engine": 1, "results": {}, "signatures": 5})),
        packed({"engine": 1, "results": {}, "signatures": ["ab", 5]}),
        packed({"engine": ENGINE, "results": [5], "signatures": {}}),
        packed({"engine": ENGINE, "results": 5, "signatures": {}}),
        packed({"engine": ENGINE, "results": {}, "signatures": {}, "groups": [5]}),
        packed({"engine": ENGINE, "results": {}, "signatures": {}}),
    ],
    ids=lambda index: repr(index[:60]),
)
@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "not sealed"])
def test_a_broken_index_is_thrown_away_with_a_line(folder: Path, index: bytes, *, sealed: bool) -> None:
    """Whatever stands in the index's place, the cache starts anew, says so, and works."""
    if sealed:
        seal(folder, index)
    else:
        (folder / INDEX).write_bytes(index)
    cache = later(folder)
    assert (cache.get("key", PAGE.path), cache.signatures("public"), cache.notes) == (None, {}, [NOT_READ])
    cache.put("key", PAGE)
    cache.save()
    again = later(folder)
    assert (again.get("key", PAGE.path), again.notes) == (Artifact(PAGE.path, PAGE.digest, None, FINDINGS), [])


@pytest.mark.parametrize(
    "findings",
    [
        None,
        5,
        (),
        (5, (), [], [], "", ""),
        ("ab", (), [], [], "", ""),
        ((5,), (), [], [], "", ""),
        ((), (), [5], [], "", ""),
    ],
)
def test_a_broken_entry_is_no_result(folder: Path, findings: Any) -> None:
    """A page whose findings cannot be read is rendered again."""
    plain = index_of(folder)
    plain["results"]["key"] = (*plain["results"]["key"][:2], findings)
    seal(folder, plain)
    assert later(folder).get("key", PAGE.path) is None


@pytest.mark.parametrize(
    "group",
    [5, [5], [{}], [{"path": 5, "digest": "0" * 64}], [{"path": "a", "digest": 5}], [{"path": "a", "digest": "x"}]],
)
def test_a_broken_group_is_no_result(folder: Path, group: Any) -> None:
    """What was made together is made again."""
    plain = index_of(folder)
    plain["groups"]["all"] = group
    seal(folder, plain)
    assert later(folder).get_all("all") is None


def test_signatures_of_another_kind_are_none(folder: Path) -> None:
    """Signatures that are not a mapping are as good as none."""
    plain = index_of(folder)
    plain["signatures"]["public"] = 5
    seal(folder, plain)
    assert later(folder).signatures("public") == {}


def test_a_check_leaves_a_broken_index_as_it_is(folder: Path) -> None:
    """Whoever may not write says that the cache is broken, and does not throw it away."""
    seal(folder, b"[]")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    cache = later(folder, write=False)
    cache.save()
    assert (cache.get("key", PAGE.path), cache.notes) == (None, [NOT_READ])
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("digest", ["", "ab", "a" * 63, "A" * 64, "x" * 64, "../" * 21 + "a", "a" * 5000, 5, None, []])
def test_what_is_no_digest_is_no_result(folder: Path, digest: Any) -> None:
    """A digest in the index is never taken for a path."""
    plain = index_of(folder)
    path, _, findings = plain["results"]["key"]
    plain["results"]["key"] = (path, digest, findings)
    seal(folder, plain)
    cache = later(folder)
    assert (cache.get("key", PAGE.path), cache.notes) == (None, [])
    cache.save()


def places(plain: Any, *path: Any) -> Iterator[tuple[Any, ...]]:
    """Every place in *plain*."""
    yield path
    members = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list | tuple) else ()
    for key, value in members:
        yield from places(value, *path, key)


def replaced(plain: Any, path: Sequence[Any], wrong: Any) -> Any:
    """*plain* with *wrong* at the place *path*."""
    if not path:
        return wrong
    first, *rest = path
    if isinstance(plain, dict):
        return {**plain, first: replaced(plain[first], rest, wrong)}
    return type(plain)([replaced(one, rest, wrong) if at == first else one for at, one in enumerate(plain)])


@pytest.mark.parametrize("wrong", [None, True, 5, "x", [], [5], [[]], {}, {"digest": 5}], ids=str)
def test_wrong_types_at_every_level_are_no_hindrance(folder: Path, wrong: Any) -> None:
    """Whatever value stands in the index in place of another, the cache can be used, and is whole after the run."""
    good = index_of(folder)
    for path in list(places(good))[1:]:
        seal(folder, replaced(good, path, wrong))
        cache = later(folder)
        found = cache.get("key", PAGE.path)
        assert found is None or (found.path, found.digest) == (PAGE.path, PAGE.digest)
        assert isinstance(cache.signatures("public"), dict)
        cache.put("key", PAGE)
        cache.save()
        assert later(folder).get("key", PAGE.path) == Artifact(PAGE.path, PAGE.digest, None, FINDINGS)


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
        lambda folder: (folder / INDEX).unlink(),
        lambda folder: (folder / INDEX).write_bytes(b"{"),
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


def _swap(plain: Any) -> None:
    results = plain["results"]
    one, two = list(results)[:2]
    results[one], results[two] = results[two], results[one]


def _dead(plain: Any) -> None:
    for key, (path, digest, findings) in plain["results"].items():
        if findings:
            plain["results"][key] = (path, digest, (findings[0], ("/nowhere/",), *findings[2:]))


def _elsewhere(plain: Any) -> None:
    for key, (_, digest, findings) in plain["results"].items():
        plain["results"][key] = ("../../escaped.html", digest, findings)


def _no_digest(plain: Any, digest: str = "a" * 5000) -> None:
    for key, (path, _, findings) in plain["results"].items():
        plain["results"][key] = (path, digest, findings)


@pytest.mark.parametrize("edit", [_swap, _dead, _elsewhere, _no_digest])
def test_an_edited_index_never_shows_in_the_site(site: SiteFolder, edit: Callable[[Any], None]) -> None:
    """An index that was edited is thrown away with a line, and everything is rendered again."""
    clean = site.build().rendered, site.published()
    plain = index_of(site.root / ".cache")
    edit(plain)
    tamper(site.root / ".cache", plain)
    outcome = site.build()
    assert ((outcome.rendered, site.published()), outcome.notes) == (clean, (NOT_READ,))


def test_a_page_is_never_written_where_the_index_says(site: SiteFolder) -> None:
    """Even an index whose first line fits cannot lead a build out of its folder."""
    site.build()
    plain = index_of(site.root / ".cache")
    _elsewhere(plain)
    seal(site.root / ".cache", plain)
    assert site.build().rendered == PAGES
    assert list(site.root.parent.rglob("escaped.html")) == []


def test_a_digest_never_deletes_a_file(site: SiteFolder, tmp_path: Path) -> None:
    """Even an index whose first line fits cannot make a build delete what is not ours."""
    site.build()
    (tmp_path / "victim").write_text("precious")
    plain = index_of(site.root / ".cache")
    _no_digest(plain, f"xx{tmp_path / 'victim'}")
    seal(site.root / ".cache", plain)
    site.build()
    assert (tmp_path / "victim").read_text() == "precious"


def test_a_signature_that_was_edited_does_not_hide_an_edited_page(site: SiteFolder) -> None:
    """An index whose signatures were edited is thrown away too."""
    site.build()
    clean, plain = site.published(), index_of(site.root / ".cache")
    (site.out / "index.html").write_text("hacked")
    stat = (site.out / "index.html").stat()
    plain["signatures"][str(site.out.resolve())]["index.html"] = [stat.st_size, stat.st_mtime_ns]
    tamper(site.root / ".cache", plain)
    site.build()
    assert site.published() == clean


def test_altered_objects_are_told_once(site: SiteFolder) -> None:
    """Contents that were altered in the cache are thrown away with one line, however many there are."""
    site.build()
    clean = site.published()
    _alter(site.root / ".cache")
    shutil.rmtree(site.out)
    assert (site.build().notes, site.published()) == ((MENDED,), clean)
    assert site.build().notes == ()


@pytest.mark.parametrize("name", [INDEX, "objects"])
def test_what_stands_in_the_way_of_the_cache_costs_one_build(site: SiteFolder, name: str) -> None:
    """A folder in the place of the index, or a file in that of the objects, goes: the second build is warm again."""
    site.build()
    path = site.root / ".cache" / name
    if name == "objects":
        shutil.rmtree(path)
        path.write_text("a file")
    else:
        path.unlink()
        path.mkdir()
    assert site.build().rendered == PAGES
    again = site.build()
    assert (again.rendered, again.notes) == (0, ())


def test_a_published_page_that_is_changed_in_place_is_mended(site: SiteFolder) -> None:
    """It may be another name of the file in the cache, which is then broken as well: told, and made again."""
    site.build()
    before = site.published()
    page = site.out / "articles/tired-legs/index.html"
    with page.open("r+b") as file:
        file.write(b"<p>hacked</p>")
    outcome = site.build()
    assert outcome.release is not None
    assert (site.published(), outcome.release.written, list(outcome.notes)) == (before, 1, [MENDED])
    assert site.build().notes == ()


def test_a_site_gets_its_search_later(site: SiteFolder, new_site: Callable[[str], SiteFolder]) -> None:
    """What was rendered when nothing was to be indexed is not taken for what can be."""
    site.build(search=False)
    site.build(search=True)
    files = {path: (site.root / path).read_bytes() for path in ("config.yaml", "content/topics/legs.md")}
    files["content/articles/tired-legs.md"] = (site.root / "content/articles/tired-legs.md").read_bytes()
    clean = new_site("clean").write(files)
    clean.build(search=True)
    assert site.published() == clean.published()
    assert any(path.startswith("pagefind/") for path in site.published())
