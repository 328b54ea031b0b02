"""Artifacts into a folder, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest

from healthsite.artifact import Artifact
from healthsite.problems import NotPublished, UnusableFolder
from healthsite.publishing.manifest import NAME, manifest_bytes, read_manifest
from healthsite.publishing.release import Release, Signatures, publish

OLD: Final = {
    "assets/main.1.css": b"old style",
    "index.html": b"old home",
    "same.html": b"same",
    "articles/gone/index.html": b"gone",
    "file": b"was a file",
    "folder/a/deep.html": b"was in a folder",
}
NEW: Final = {
    "assets/main.2.css": b"new style",
    "index.html": b"new home, longer than the old one",
    "same.html": b"same",
    "articles/new/index.html": b"new",
    "file/index.html": b"is a folder now",
    "folder": b"is a file now",
}
CHANGES: Final = ((os, "replace"), (Path, "write_bytes"), (Path, "unlink"), (Path, "mkdir"), (Path, "rmdir"))
"""The calls by which publishing changes the disk."""


def full() -> OSError:
    """What a full disk answers."""
    return OSError(errno.ENOSPC, "No space left on device")


def put_out(out: Path, files: Mapping[str, bytes], signatures: Signatures | None = None) -> Release:
    """Publish *files* in *out*."""
    artifacts = [Artifact.of(path, content) for path, content in files.items()]
    return publish(artifacts, out, lambda artifact: artifact.content or b"", signatures)


def found(out: Path) -> dict[str, bytes]:
    """Every file in *out* but the manifest."""
    files = (file for file in out.rglob("*") if file.is_file() and file.name != NAME)
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def times(out: Path) -> dict[str, int]:
    """When each file in *out* was last changed, the manifest among them."""
    return {file.name: file.stat().st_mtime_ns for file in out.rglob("*") if file.is_file()}


class Trouble:
    """Raises what *error* makes at the change number *at* of the disk; a write gets half of its bytes done."""

    def __init__(
        self, patch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException], changes: Any = CHANGES
    ) -> None:
        self.left = at
        self.error = error
        for owner, name in changes:
            patch.setattr(owner, name, self._counted(getattr(owner, name), half=name == "write_bytes"))

    def _counted(self, real: Callable[..., Any], *, half: bool) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                if half:
                    real(args[0], args[1][: len(args[1]) // 2])
                raise self.error()
            return real(*args, **options)

        return call


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


def test_foreign_files_stay(tmp_path: Path) -> None:
    """A file beside ours is kept, and so is its folder when all of ours in it are gone."""
    put_out(tmp_path, OLD)
    foreign = {"CNAME": b"ease.example", "articles/gone/note.txt": b"mine"}
    for path, content in foreign.items():
        (tmp_path / path).write_bytes(content)
    put_out(tmp_path, NEW)
    assert found(tmp_path) == NEW | foreign


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
            steps.append(sign + paths[-1].name)
            real(*paths)

        return call

    monkeypatch.setattr(os, "replace", noted(os.replace, ""))
    monkeypatch.setattr(Path, "unlink", noted(Path.unlink, "-"))
    put_out(tmp_path, {"assets/z.2.css": b"2", "a.html": b"2"})
    assert steps == [NAME, "z.2.css", "a.html", "-z.1.css", NAME]


@pytest.mark.parametrize(
    ("error", "changes"), [(full, CHANGES[:-1]), (KeyboardInterrupt, CHANGES)], ids=["disk", "Ctrl-C"]
)
@pytest.mark.parametrize(
    ("wanted", "killed"), [(NEW, False), (OLD, False), (NEW, True)], ids=["goes on", "goes back", "killed"]
)
def test_stopped_anywhere_every_file_is_whole_and_the_next_build_mends_the_rest(
    tmp_path: Path, error: Callable[[], BaseException], changes: Any, wanted: Mapping[str, bytes], *, killed: bool
) -> None:
    """Wherever it was stopped, each file is the old or the new one, and publishing again gives what a clean one gives.

    A process that is killed does not even clear up behind itself.
    """
    for number in count(1):
        out = tmp_path / str(number)
        put_out(out, OLD)
        with pytest.MonkeyPatch.context() as patch, suppress(NotPublished, KeyboardInterrupt):
            trouble = Trouble(patch, number, error, changes)
            if killed:
                patch.setattr(shutil, "rmtree", lambda *_, **__: None)
            put_out(out, NEW)
        if trouble.left > 0:
            break
        left = {path: content for path, content in found(out).items() if "-staging-" not in path}
        assert left.items() <= OLD.items() | NEW.items()
        put_out(out, wanted)
        assert found(out) == wanted
        assert [path for path in out.rglob("*") if path.is_dir() and not any(path.iterdir())] == []
    assert number > 20


@pytest.mark.parametrize("number", range(1, 8))
def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Nothing is moved to its place before everything is written: with a full disk, no file changes or moves."""
    put_out(tmp_path, OLD)
    before, manifest = times(tmp_path), (tmp_path / NAME).read_bytes()
    Trouble(monkeypatch, number, full, [(Path, "write_bytes")])
    with pytest.raises(NotPublished, match="cannot be written: no space left on device"):
        put_out(tmp_path, NEW)
    assert found(tmp_path) == OLD
    assert (times(tmp_path), (tmp_path / NAME).read_bytes()) == (before, manifest)


def test_a_first_build_that_fails_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that fails in a new folder leaves it empty, so that the next one may use it."""
    Trouble(monkeypatch, 3, full, [(Path, "write_bytes")])
    with pytest.raises(NotPublished):
        put_out(tmp_path / "public", NEW)
    assert list((tmp_path / "public").iterdir()) == []
    assert put_out(tmp_path / "public", NEW).written == 6


@pytest.mark.parametrize("path", ["file/index.html", "folder"])
def test_what_is_not_ours_is_never_removed_to_make_room(tmp_path: Path, path: str) -> None:
    """A foreign file in the way of a folder, or a foreign folder in the way of a file, stays; the build says so."""
    put_out(tmp_path, {"index.html": b"home"})
    foreign = {"file": b"mine", "folder/mine.txt": b"mine"}
    (tmp_path / "folder").mkdir()
    for name, content in foreign.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(NotPublished, match="cannot be written"):
        put_out(tmp_path, {"index.html": b"home", path: b"ours"})
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
