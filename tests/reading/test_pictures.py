"""Pictures are looked at once, and not opened again until they change."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from photos import drawing, photo, png

from healthsite.disk import SETTLED, stamp_of
from healthsite.imaging.fingerprint import engine, fingerprint
from healthsite.imaging.plan import Look
from healthsite.model.document import Image
from healthsite.problems import Problem
from healthsite.reading.pictures import Pictures

PATH = "content/articles/sitting/chair.png"


def settle(root: Path, path: str = PATH, age: int = 2 * SETTLED) -> None:
    """Make the last change of a file older than it is."""
    found = os.stat(root / path)
    os.utime(root / path, ns=(found.st_atime_ns, found.st_mtime_ns - age))


def put(root: Path, content: bytes, path: str = PATH, *, settled: bool = True) -> Path:
    """*root* with a picture in it."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    if settled:
        settle(root, path)
    return root


def remembered(pictures: Pictures) -> Any:
    """What one run leaves to the next, as it is kept: as JSON."""
    return json.loads(json.dumps(pictures.seen))


def again(root: Path, memory: Any) -> tuple[Image | Problem, list[str]]:
    """The picture as the next run sees it, and the files that it opened."""
    pictures = Pictures(root, memory)
    return pictures.look(PATH, "chair.png"), pictures.opened


def seen(root: Path) -> tuple[Image | Problem, Any]:
    """The picture as a first run sees it, and what it remembers."""
    pictures = Pictures(root)
    return pictures.look(PATH, "chair.png"), remembered(pictures)


def test_a_picture_has_a_name_and_a_look(tmp_path: Path) -> None:
    """Its fingerprint is that of its content."""
    image, _ = seen(put(tmp_path, png()))
    assert image == Image(PATH, "chair.png", fingerprint(png()), Look("png", 40, 30, clear=False))


def test_an_unchanged_picture_is_not_opened(tmp_path: Path) -> None:
    """The next run, and the one after it, know it by its size and times."""
    image, memory = seen(put(tmp_path, png()))
    for _ in range(2):
        pictures = Pictures(tmp_path, memory)
        assert pictures.look(PATH, "chair.png") == image
        assert pictures.opened == []
        memory = remembered(pictures)


def test_a_picture_that_was_only_just_changed_is_opened(tmp_path: Path) -> None:
    """Within the same moment it could be changed again, and its time would not tell."""
    image, memory = seen(put(tmp_path, png(), settled=False))
    assert memory == {}
    assert again(tmp_path, memory) == (image, [PATH])


@pytest.mark.parametrize("change", ["content", "time", "file"])
def test_a_changed_picture_is_opened(tmp_path: Path, change: str) -> None:
    """Whether it has another size, another time, or is another file of the same size and time."""
    _, memory = seen(put(tmp_path, png()))
    before = os.stat(tmp_path / PATH)
    if change == "content":
        put(tmp_path, png(50))
    elif change == "time":
        settle(tmp_path)
    else:
        other = bytearray(png())
        other[-1] ^= 1
        (tmp_path / "other").write_bytes(other)
        os.utime(tmp_path / "other", ns=(before.st_atime_ns, before.st_mtime_ns))
        os.replace(tmp_path / "other", tmp_path / PATH)
        assert os.stat(tmp_path / PATH).st_size == before.st_size
    image, opened = again(tmp_path, memory)
    assert opened == [PATH]
    assert isinstance(image, Image)
    assert image.fingerprint == fingerprint((tmp_path / PATH).read_bytes())


def test_another_way_of_looking_opens_every_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version of this program saw is not trusted."""
    _, memory = seen(put(tmp_path, png()))
    monkeypatch.setattr("healthsite.reading.pictures.engine", lambda: "another")
    assert again(tmp_path, memory)[1] == [PATH]


@pytest.mark.parametrize("wrong", [None, 5, "x", [], {}, [1, 2], True, -1, "../../etc/hosts", 0])
def test_a_memory_that_was_edited_is_not_trusted(tmp_path: Path, wrong: Any) -> None:
    """Whatever stands in the place of something remembered, the picture is opened instead, or is as it was."""
    image, memory = seen(put(tmp_path, png()))
    entry = memory["files"][PATH]
    spoiled: list[Any] = [wrong, {"engine": wrong, "files": memory["files"]}, {"engine": engine(), "files": wrong}]
    spoiled.append({"engine": engine(), "files": {PATH: wrong}})
    others = [[*entry[:place], wrong, *entry[place + 1 :]] for place in range(len(entry))]
    spoiled += [{"engine": engine(), "files": {PATH: other}} for other in (*others, entry[:-1], [*entry, 1])]
    for one in spoiled:
        if isinstance(one, dict):
            found, opened = again(tmp_path, one)
            assert opened == [PATH] or isinstance(found, Image)
            assert found == image or (isinstance(found, Image) and found.fingerprint == fingerprint(png()))


def test_nothing_is_remembered_of_a_picture_that_cannot_be_used(tmp_path: Path) -> None:
    """It is told each time, with its place, until it is mended."""
    problem, memory = seen(put(tmp_path, photo()))
    assert memory == {}
    assert str(problem).startswith(f"{PATH}: error: this is a JPEG picture")
    assert str(problem).endswith("[image]")


def test_a_flaw_of_a_drawing_has_its_line(tmp_path: Path) -> None:
    """Drawings are texts, and can be mended in an editor."""
    path = "content/articles/sitting/chair.svg"
    put(tmp_path, drawing("\n<script/>"), path)
    assert str(Pictures(tmp_path).look(path, "chair.svg")).startswith(f"{path}:2: error: this drawing holds a program")


def test_a_picture_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """It may have vanished while the folder was read."""
    problem, memory = seen(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.rule, memory) == ("file", {})
    assert "vanished" in problem.message


def test_a_picture_that_is_too_large_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file has its bounds, whatever is in it."""
    monkeypatch.setattr("healthsite.reading.pictures.MOST_MEDIA_BYTES", 2_000_000)
    problem, _ = seen(put(tmp_path, png() + b"x" * 2_600_000))
    assert isinstance(problem, Problem)
    assert (problem.message, problem.hint) == ("this file has 2.6 MB; 2 MB are the most", "make it smaller")


def test_a_stamp_is_there_only_for_a_file(tmp_path: Path) -> None:
    """What cannot be looked at has none."""
    assert stamp_of(tmp_path, "nothing.png") is None
    assert stamp_of(tmp_path, "a\x00b") is None
    put(tmp_path, b"x")
    assert stamp_of(tmp_path, PATH) == stamp_of(tmp_path, PATH) is not None
