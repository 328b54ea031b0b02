"""Which files of an output folder are ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from healthsite.problems import UnusableFolder
from healthsite.publishing.manifest import NAME, STAGING, manifest_bytes, read_manifest


def test_nothing_is_ours_where_there_is_no_folder_yet(tmp_path: Path) -> None:
    """A folder that is not there can be published into."""
    assert read_manifest(tmp_path / "public") == {}


def test_nothing_is_ours_in_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder can be published into."""
    assert read_manifest(tmp_path) == {}


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    """A manifest gives back the files it was made of."""
    files = {"index.html": "a1", "articles/tired-legs/index.html": "b2", "pages/émigré.html": "c3"}
    (tmp_path / NAME).write_bytes(manifest_bytes(files))
    assert read_manifest(tmp_path) == files


def test_a_linked_folder_is_a_folder(tmp_path: Path) -> None:
    """The output folder may be a symbolic link to a folder."""
    real = tmp_path / "real"
    real.mkdir()
    (real / NAME).write_bytes(manifest_bytes({"index.html": "a1"}))
    (tmp_path / "public").symlink_to(real)
    assert read_manifest(tmp_path / "public") == {"index.html": "a1"}


def test_the_order_of_files_does_not_show() -> None:
    """The bytes of a manifest depend on the files only, not on the order in which they came."""
    assert manifest_bytes({"a": "1", "b": "2"}) == manifest_bytes({"b": "2", "a": "1"})


def test_a_manifest_is_plain_ascii_lines() -> None:
    """Each file has a line of its own, so that two manifests can be compared by eye."""
    lines = manifest_bytes({"é.html": "1", "b.html": "2"}).decode("ascii").splitlines()
    assert sum(".html" in line for line in lines) == 2


@pytest.mark.parametrize("path", ["a\0b", "a\ud800b", "a\nb", "", ".", "./a", "a//b", "a" * 256, "é" * 128], ids=ascii)
def test_a_path_that_no_build_can_have_written_is_not_ours(tmp_path: Path, path: str) -> None:
    """A path that is no path, or that no disk takes, does not keep a build from publishing."""
    (tmp_path / NAME).write_bytes(manifest_bytes({path: "a1", "index.html": "b2"}))
    assert read_manifest(tmp_path) == {"index.html": "b2"}


@pytest.mark.parametrize("path", ["/etc/passwd", "../content/a.md", "a/../../b", "..", "articles/.."])
def test_a_path_that_leads_out_is_not_ours(tmp_path: Path, path: str) -> None:
    """A manifest that was tampered with cannot make a build delete files outside of its folder."""
    (tmp_path / NAME).write_bytes(manifest_bytes({path: "a1", "index.html": "b2"}))
    assert read_manifest(tmp_path) == {"index.html": "b2"}


def test_a_name_with_two_dots_in_it_is_ours(tmp_path: Path) -> None:
    """Only a part that is nothing but two dots leads upwards."""
    (tmp_path / NAME).write_bytes(manifest_bytes({"a..b/..c.html": "a1"}))
    assert read_manifest(tmp_path) == {"a..b/..c.html": "a1"}


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    """A folder that holds files, but no manifest, is somebody else's."""
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(UnusableFolder, match="holds files that no build put there; choose an empty folder"):
        read_manifest(tmp_path)


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file cannot be published into."""
    (tmp_path / "public").write_text("a file")
    with pytest.raises(UnusableFolder, match="is not a folder; choose another with --out"):
        read_manifest(tmp_path / "public")


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    """A dangling link is not taken for a folder that is still to be made."""
    (tmp_path / "public").symlink_to("nowhere")
    with pytest.raises(UnusableFolder, match="is not a folder"):
        read_manifest(tmp_path / "public")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"5",
        b'"text"',
        b"[]",
        b"{}",
        b'{"format": 1}',
        b'{"format": 1, "files": null}',
        b'{"format": 1, "files": ["index.html"]}',
        b'{"files": {"index.html": "a1"}}',
    ],
    ids=lambda content: content.decode("latin-1") or "empty",
)
def test_a_broken_manifest_is_refused(tmp_path: Path, content: bytes) -> None:
    """Where the manifest cannot be read, nobody knows what is ours: the message says what to do."""
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(UnusableFolder, match=r"cannot be read \(.*\); delete .* and build again"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"files": ' + b"[" * 100_000], ids=["deep", "deep within"])
def test_a_manifest_nested_too_deeply_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever a manifest holds, there is no traceback."""
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(UnusableFolder, match="cannot be read"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("version", [99, "1", None])
def test_a_manifest_of_another_format_is_refused(tmp_path: Path, version: object) -> None:
    """What another version published is not overwritten as if it were nothing."""
    (tmp_path / NAME).write_text(json.dumps({"format": version, "files": {"old.html": "1"}}))
    with pytest.raises(UnusableFolder, match=r"was written by another version; delete .* and build again"):
        read_manifest(tmp_path)


def test_what_a_killed_build_left_is_nobodys(tmp_path: Path) -> None:
    """A folder that holds nothing but our staging can be published into."""
    (tmp_path / f"{STAGING}1").mkdir()
    assert read_manifest(tmp_path) == {}


def test_a_folder_in_place_of_the_manifest_is_refused(tmp_path: Path) -> None:
    """Whatever stands in the manifest's place, the answer is a message."""
    (tmp_path / NAME).mkdir()
    with pytest.raises(UnusableFolder, match="cannot be read"):
        read_manifest(tmp_path)


def test_digests_are_text(tmp_path: Path) -> None:
    """A digest of another type is compared as text, and so fits no file."""
    (tmp_path / NAME).write_text(json.dumps({"format": 1, "files": {"index.html": 5}}))
    assert read_manifest(tmp_path) == {"index.html": "5"}
