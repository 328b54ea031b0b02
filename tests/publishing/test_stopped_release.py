"""A release that is stopped at any moment, by the disk, by hand or for good, and what the next one makes of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from publishing.putting_out import CHANGES, NEW, OLD, Trouble, found, full, put_out, times

from healthsite.artifact import Artifact
from healthsite.problems import NotPublished
from healthsite.publishing.manifest import NAME, STAGING
from healthsite.publishing.release import publish


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


@pytest.mark.parametrize("number", range(1, 5))
def test_a_first_build_that_is_killed_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Killed before the first manifest is there, a build leaves a staging folder, which the next one knows as ours."""
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        Trouble(patch, number, KeyboardInterrupt, [(Path, "write_bytes"), (os, "replace")])
        with pytest.raises(KeyboardInterrupt):
            put_out(tmp_path / "public", {"a.html": b"a"})
    assert [path.name for path in (tmp_path / "public").iterdir() if STAGING not in path.name] == []
    assert put_out(tmp_path / "public", {"a.html": b"a"}).written == 1
    assert found(tmp_path / "public") == {"a.html": b"a"}


def test_what_a_killed_build_left_is_swept_even_with_nothing_to_do(tmp_path: Path) -> None:
    """A staging folder never stays in what is published."""
    put_out(tmp_path, {"a.html": b"a"})
    (tmp_path / f"{STAGING}1").mkdir()
    (tmp_path / f"{STAGING}1" / "0").write_bytes(b"half")
    put_out(tmp_path, {"a.html": b"a"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.html", NAME}


def test_a_build_has_the_folder_to_itself(tmp_path: Path) -> None:
    """While files are published, nobody else gets the lock of the folder."""
    fcntl = pytest.importorskip("fcntl")
    refused = []

    def content_of(artifact: Artifact) -> bytes:
        handle = os.open(tmp_path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            refused.append(artifact.path)
        finally:
            os.close(handle)
        return artifact.content or b""

    publish([Artifact.of("a.html", b"a")], tmp_path, content_of)
    assert refused == ["a.html"]


def test_a_build_that_had_to_wait_begins_with_what_the_other_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is ours is read only when the folder is: else files of the other build would stay for ever."""
    fcntl = pytest.importorskip("fcntl")
    put_out(tmp_path, {"a.html": b"a"})
    real = fcntl.flock

    def other_first(handle: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", real)
        put_out(tmp_path, {"a.html": b"other", "b.html": b"other"})
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", other_first)
    put_out(tmp_path, {"a.html": b"a"})
    assert found(tmp_path) == {"a.html": b"a"}
