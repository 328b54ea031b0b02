"""What in an output folder is not ours: it stays, and is named where it stands in the way."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from publishing.putting_out import NEW, OLD, found, put_out

from healthsite.problems import NotPublished, UnusableFolder
from healthsite.publishing.manifest import NAME, manifest_bytes, read_manifest


def test_foreign_files_stay(tmp_path: Path) -> None:
    """A file beside ours is kept, and so is its folder when all of ours in it are gone."""
    put_out(tmp_path, OLD)
    foreign = {"CNAME": b"ease.example", "articles/gone/note.txt": b"mine"}
    for path, content in foreign.items():
        (tmp_path / path).write_bytes(content)
    put_out(tmp_path, NEW)
    assert found(tmp_path) == NEW | foreign


@pytest.mark.parametrize("path", ["file/index.html", "folder"])
def test_what_is_not_ours_is_never_removed_to_make_room(tmp_path: Path, path: str) -> None:
    """A foreign file in the way of a folder, or a foreign folder in the way of a file, stays; the build says so."""
    put_out(tmp_path, {"index.html": b"home"})
    foreign = {"file": b"mine", "folder/mine.txt": b"mine"}
    (tmp_path / "folder").mkdir()
    for name, content in foreign.items():
        (tmp_path / name).write_bytes(content)
    in_the_way = re.escape(str(tmp_path / path.partition("/")[0]))
    with pytest.raises(NotPublished, match=rf"^{in_the_way} is .*in the way.*; move it, and build again$"):
        put_out(tmp_path, {"index.html": b"new home", path: b"ours"})
    assert found(tmp_path) == foreign | {"index.html": b"home"}


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """Where there are files and no manifest, nothing is written."""
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(UnusableFolder):
        put_out(tmp_path, NEW)
    assert found(tmp_path) == {"thesis.doc": b"years of work"}


@pytest.mark.parametrize("path", ["", ".", NAME])
def test_a_manifest_that_names_the_folder_or_itself_does_no_harm(tmp_path: Path, path: str) -> None:
    """Whatever a tampered manifest lists, the folder holds what was published."""
    out = tmp_path / "public"
    out.mkdir()
    (out / NAME).write_bytes(manifest_bytes({path: "1"}))
    put_out(out, NEW)
    assert found(out) == NEW
    assert set(read_manifest(out)) == set(NEW)


@pytest.mark.parametrize("path", ["folder", "folder/note.txt", "folder/deeper/a.html"])
def test_a_folder_of_ours_with_others_files_in_it_is_not_removed_either(tmp_path: Path, path: str) -> None:
    """Before a page takes the place of a folder, all that is in it is looked at; nothing of ours goes in vain."""
    put_out(tmp_path, {"a.html": b"a", "folder/ours.html": b"ours"})
    if path != "folder":
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"mine")
    before = found(tmp_path)
    with suppress(NotPublished):
        put_out(tmp_path, {"a.html": b"new", "folder": b"a page"})
    assert found(tmp_path) == (before if path != "folder" else {"a.html": b"new", "folder": b"a page"})


def test_an_empty_folder_in_the_way_is_named(tmp_path: Path) -> None:
    """A folder that no build made stays even where it is empty, and nothing is published in part."""
    put_out(tmp_path, {"a.html": b"a"})
    (tmp_path / "z.html").mkdir()
    with pytest.raises(NotPublished, match=r"z\.html is a folder in the way of a page"):
        put_out(tmp_path, {"a.html": b"new", "z.html": b"z"})
    assert (found(tmp_path), (tmp_path / "z.html").is_dir()) == ({"a.html": b"a"}, True)


def test_a_file_of_others_is_not_written_over(tmp_path: Path) -> None:
    """Where a new page would take the place of a file that no build put there, the build says so."""
    put_out(tmp_path, {"a.html": b"a"})
    (tmp_path / "CNAME").write_bytes(b"mine")
    with pytest.raises(NotPublished, match="CNAME is in the way and was not put there by a build"):
        put_out(tmp_path, {"a.html": b"new", "CNAME": b"ours"})
    assert found(tmp_path) == {"a.html": b"a", "CNAME": b"mine"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A folder of ours that was replaced by a link to another place is named, and nothing is put there."""
    put_out(tmp_path / "public", {"d/a.html": b"a"})
    (tmp_path / "public/d").rename(tmp_path / "elsewhere")
    (tmp_path / "public/d").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotPublished, match="d is in the way"):
        put_out(tmp_path / "public", {"d/b.html": b"b"})
    assert found(tmp_path / "elsewhere") == {"a.html": b"a"}


def test_deletions_do_not_go_through_links(tmp_path: Path) -> None:
    """A folder of ours that was replaced by a link to another place is not emptied there."""
    put_out(tmp_path / "public", {"d/a.html": b"a"})
    (tmp_path / "public/d").rename(tmp_path / "elsewhere")
    (tmp_path / "public/d").symlink_to(tmp_path / "elsewhere")
    put_out(tmp_path / "public", {})
    assert found(tmp_path / "elsewhere") == {"a.html": b"a"}


def test_what_is_no_folder_is_left_alone(tmp_path: Path) -> None:
    """A file in the place of the output folder is refused as it is."""
    (tmp_path / "public").write_bytes(b"mine")
    with pytest.raises(UnusableFolder, match="is not a folder"):
        put_out(tmp_path / "public", NEW)
    assert (tmp_path / "public").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    """A name that no disk takes is answered with a message."""
    with pytest.raises(NotPublished, match="cannot be written: file name too long"):
        put_out(tmp_path / ("a" * 300), NEW)


def test_a_tampered_manifest_does_not_remove_the_link_to_the_folder(tmp_path: Path) -> None:
    """A linked output folder stays linked."""
    (tmp_path / "real").mkdir()
    (tmp_path / "public").symlink_to("real")
    (tmp_path / "real" / NAME).write_bytes(manifest_bytes({"": "1"}))
    put_out(tmp_path / "public", {"a.html": b"a"})
    assert (tmp_path / "public").is_symlink()
    assert found(tmp_path / "real") == {"a.html": b"a"}
