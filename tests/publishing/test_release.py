"""Artifacts into a folder: what is written, what stays, what goes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from publishing.putting_out import NEW, OLD, found, put_out, times

from healthsite.artifact import Artifact
from healthsite.publishing.manifest import NAME, read_manifest


def test_the_folder_holds_what_was_published(tmp_path: Path) -> None:
    """A folder that is not there is made, and holds exactly the artifacts."""
    release = put_out(tmp_path / "deep" / "public", OLD)
    assert found(tmp_path / "deep" / "public") == OLD
    assert (release.written, release.unchanged, release.removed) == (6, 0, 0)


def test_publishing_again_touches_nothing(tmp_path: Path) -> None:
    """Files that are right already, and the manifest, keep their times."""
    put_out(tmp_path, OLD)
    before = times(tmp_path)
    release = put_out(tmp_path, OLD)
    assert (release.written, release.unchanged, release.removed) == (0, 6, 0)
    assert times(tmp_path) == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """An unchanged file keeps its time while others around it change; what is no longer wanted goes."""
    put_out(tmp_path, OLD)
    os.utime(tmp_path / "same.html", ns=(5, 5))
    release = put_out(tmp_path, NEW)
    assert (release.written, release.unchanged, release.removed) == (5, 1, 4)
    assert found(tmp_path) == NEW
    assert (tmp_path / "same.html").stat().st_mtime_ns == 5


def test_folders_that_become_empty_go(tmp_path: Path) -> None:
    """A file that is no longer wanted takes its emptied folders along, but never the output folder."""
    put_out(tmp_path / "public", {"a/b/c.html": b"c", "a/d.html": b"d"})
    put_out(tmp_path / "public", {"a/d.html": b"d"})
    assert not (tmp_path / "public/a/b").exists()
    put_out(tmp_path / "public", {})
    assert [file.name for file in (tmp_path / "public").iterdir()] == [NAME]


@pytest.mark.parametrize("remembered", [True, False], ids=["with signatures", "without"])
@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b"edited by hand"),
        lambda file: file.write_bytes(b""),
        lambda file: file.unlink(),
        lambda file: shutil.rmtree(file.parent),
        lambda file: (file.rename(file.with_name("other")), file.symlink_to("other")),
    ],
    ids=["edited", "emptied", "deleted", "folder deleted", "replaced by a link"],
)
def test_what_was_changed_by_hand_is_restored(
    tmp_path: Path, harm: Callable[[Path], object], *, remembered: bool
) -> None:
    """A published file that was edited or deleted is published again."""
    release = put_out(tmp_path, {"a/index.html": b"the page"})
    file = tmp_path / "a" / "index.html"
    harm(file)
    again = put_out(tmp_path, {"a/index.html": b"the page"}, release.signatures if remembered else None)
    assert again.written == 1
    assert file.read_bytes() == b"the page"
    assert not file.is_symlink()


def test_a_file_as_it_was_remembered_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose size and time are those of its signature is right without a look into it."""
    signatures = put_out(tmp_path, OLD).signatures
    seen: list[str] = []
    read = Path.read_bytes

    def noted(file: Path) -> bytes:
        seen.append(file.name)
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", noted)
    put_out(tmp_path, OLD, signatures)
    assert seen == [NAME]


def test_a_file_that_was_only_touched_is_right(tmp_path: Path) -> None:
    """Where the time is another than remembered, the bytes decide."""
    signatures = put_out(tmp_path, OLD).signatures
    os.utime(tmp_path / "index.html", ns=(7, 7))
    assert put_out(tmp_path, OLD, signatures).written == 0
    assert (tmp_path / "index.html").stat().st_mtime_ns == 7


def test_the_manifest_says_what_is_there(tmp_path: Path) -> None:
    """After publishing, the manifest lists every file with the digest of its bytes."""
    put_out(tmp_path, OLD)
    put_out(tmp_path, NEW)
    assert read_manifest(tmp_path) == {path: Artifact.of(path, content).digest for path, content in NEW.items()}


def test_readers_never_meet_a_page_without_its_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Static files come first, then pages, then deletions, and the manifest at the very end."""
    put_out(tmp_path, {"assets/z.1.css": b"1", "a.html": b"1"})
    steps: list[str] = []

    def noted(real: Callable[..., object], sign: str) -> Callable[..., None]:
        def call(*paths: Path) -> None:
            steps.append(sign + Path(paths[-1]).name)
            real(*paths)

        return call

    monkeypatch.setattr(os, "replace", noted(os.replace, ""))
    monkeypatch.setattr(Path, "unlink", noted(Path.unlink, "-"))
    put_out(tmp_path, {"assets/z.2.css": b"2", "a.html": b"2"})
    assert steps == [NAME, "z.2.css", "a.html", "-z.1.css", NAME]
