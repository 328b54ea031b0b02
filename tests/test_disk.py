"""Files below a folder are found and read, whatever the disk holds."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest
from conftest import SiteFolder, article

from healthsite import disk
from healthsite.disk import DEEPEST, MOST_BYTES, Found, read_bytes, walk
from healthsite.problems import Problem

ARTICLES = "content/articles"


def found(root: Path, *hidden: str) -> list[str]:
    """What a walk through content/ finds, files by their paths and problems as they are said."""
    entries = walk(root, "content", hidden=hidden)
    return [entry.path if isinstance(entry, Found) else str(entry) for entry in entries]


def told(site: SiteFolder) -> list[str]:
    """What keeps *site* from being built, and the hint below each problem."""
    return [line for problem in site.problems() for line in (str(problem), f"hint: {problem.hint}")]


def write(root: Path, *paths: str) -> None:
    """Write a small file at each of *paths*."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"x")


def test_walk_finds_every_file_sorted_by_name(tmp_path: Path) -> None:
    """Files are found at every depth, in an order that no disk can change."""
    write(tmp_path, "content/b.md", "content/a/z.md", "content/a/b/c.png", "content/c.md")
    assert found(tmp_path) == ["content/a/b/c.png", "content/a/z.md", "content/b.md", "content/c.md"]


@pytest.mark.parametrize(
    "name", [".hidden.md", ".git/config", "#a.md#", "a.md~", "a.swp", "a.swo", "a.tmp", "a.bak", "a.orig"]
)
def test_walk_passes_over_hidden_and_leftover_files(tmp_path: Path, name: str) -> None:
    """What editors' programs leave lying about is not content."""
    write(tmp_path, f"content/{name}", "content/kept.md")
    assert found(tmp_path) == ["content/kept.md"]


def test_walk_finds_hidden_files_by_the_names_it_is_asked_for(tmp_path: Path) -> None:
    """Among static files some names begin with a dot; all others that do are passed over even there."""
    write(tmp_path, "content/.well-known/security.txt", "content/.git/config", "content/a.md~")
    assert found(tmp_path, ".well-known") == ["content/.well-known/security.txt"]


def test_walk_goes_only_so_deep(tmp_path: Path) -> None:
    """Folders in folders without end are a problem, not an exception."""
    folder = "content" + "/a" * (DEEPEST + 1)
    write(tmp_path, f"{folder}/b/c.md")
    assert found(tmp_path) == [f"{folder}: error: this folder is nested too deeply [file]"]


def test_walk_does_not_begin_outside_the_site(tmp_path: Path) -> None:
    """Where content/ itself is a link that leads out of the site, nothing behind it is read."""
    write(tmp_path, "elsewhere/a.md")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "site") == ["content: error: this is a link that leads out of the site [file]"]


def test_walk_says_why_a_folder_cannot_be_listed(tmp_path: Path) -> None:
    """A folder that is not there is a problem, not an exception."""
    assert found(tmp_path) == ["content: error: this folder cannot be read: no such file or directory [file]"]


def test_walk_takes_a_link_to_a_file_of_the_site(tmp_path: Path) -> None:
    """A symbolic link within the site counts as the file it leads to."""
    write(tmp_path, "content/a.md")
    (tmp_path / "content/b.md").symlink_to("a.md")
    assert found(tmp_path) == ["content/a.md", "content/b.md"]


def test_a_link_out_of_the_site_is_refused(site: SiteFolder) -> None:
    """Nothing from outside the site's folder is published by way of a symbolic link."""
    write(site.root.parent, "secret.md")
    (site.root / ARTICLES / "secret.md").symlink_to(site.root.parent / "secret.md")
    assert told(site) == [
        f"{ARTICLES}/secret.md: error: this is a link that leads out of the site [file]",
        "hint: copy what it leads to",
    ]


def test_a_link_that_leads_nowhere_is_refused(site: SiteFolder) -> None:
    """A dangling symbolic link is named."""
    (site.root / ARTICLES / "lost.md").symlink_to("nowhere.md")
    assert told(site) == [
        f"{ARTICLES}/lost.md: error: this file vanished, or is a link that leads nowhere [file]",
        "hint: restore it, or remove the link",
    ]


def test_a_link_to_a_folder_is_refused(site: SiteFolder) -> None:
    """Folders are not followed through links, so that no walk can go in circles."""
    (site.root / ARTICLES / "again").symlink_to(site.root / ARTICLES, target_is_directory=True)
    assert told(site) == [
        f"{ARTICLES}/again: error: this is a link to a folder [file]",
        "hint: copy the folder",
    ]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A symbolic link that leads in a circle is a problem, however the system words it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/loop.md").symlink_to("loop.md")
    (said,) = found(tmp_path)
    assert said.startswith("content/loop.md: error: this cannot be read: ")


def test_a_named_pipe_is_refused_without_being_opened(site: SiteFolder) -> None:
    """A pipe would keep the build waiting for ever, so it is only looked at."""
    os.mkfifo(site.root / ARTICLES / "pipe.md")
    assert told(site) == [
        f"{ARTICLES}/pipe.md: error: this is not a regular file [file]",
        "hint: remove it, or put a plain file in its place",
    ]


@pytest.mark.parametrize("name", ["sore-feet.md", "glossary.yaml"])
def test_a_folder_named_like_a_file_is_refused(tmp_path: Path, name: str) -> None:
    """A folder with the name of a page or a data file is a mistake, even where it is empty."""
    (tmp_path / "content" / name).mkdir(parents=True)
    assert found(tmp_path) == [f"content/{name}: error: this is a folder named like a file [file]"]


@pytest.mark.parametrize("name", ["config.yaml", "content/glossary.yaml"])
def test_a_pipe_in_place_of_a_known_file_is_not_opened_either(site: SiteFolder, name: str) -> None:
    """Files that are read by their names are looked at first, as all others are."""
    (site.root / name).unlink(missing_ok=True)
    os.mkfifo(site.root / name)
    assert f"{name}: error: this is not a regular file [file]" in site.said()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes no such names")
def test_a_name_that_is_not_utf8_is_shown_in_plain_signs(site: SiteFolder) -> None:
    """A file name in an old encoding is refused, its odd bytes written out."""
    with open(os.fsencode(site.root / ARTICLES) + b"/caf\xe9.md", "wb"):
        pass
    assert told(site) == [
        f"{ARTICLES}/caf\\xe9.md: error: this name is not valid UTF-8 [file]",
        "hint: rename it with plain letters, digits and hyphens",
    ]


def test_a_file_that_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses even to tell what something is, its reason is passed on."""
    (tmp_path / "content/a").mkdir(parents=True)

    def refuse(_: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", refuse)
        said = found(tmp_path)
    assert said == ["content/a: error: this cannot be read: permission denied [file]"]


def test_a_file_may_vanish_between_being_listed_and_being_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is deleted during the walk is a problem, not an exception."""
    gone = SimpleNamespace(name="gone.md", is_file=lambda **_: False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", lambda _: nullcontext([gone]))
        said = found(tmp_path)
    assert said == ["content/gone.md: error: this file vanished, or is a link that leads nowhere [file]"]


def test_a_file_that_vanishes_while_being_read_is_named(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file deleted between being found and being read is answered with a message."""
    site.write({f"{ARTICLES}/gone.md": article()})

    def open_late(path: str, _mode: str) -> BinaryIO:
        if path.endswith("/gone.md"):
            Path(path).unlink()
        return Path(path).open("rb")

    monkeypatch.setattr(disk, "open", open_late, raising=False)
    assert told(site) == [
        f"{ARTICLES}/gone.md: error: this file vanished while it was being read [file]",
        "hint: build again",
    ]


def test_an_unreadable_file_is_named(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is answered with the system's reason and a hint."""

    def open_strictly(path: str, _mode: str) -> BinaryIO:
        if path.endswith("/tired-legs.md"):
            raise PermissionError(13, "Permission denied")
        return Path(path).open("rb")

    monkeypatch.setattr(disk, "open", open_strictly, raising=False)
    assert told(site) == [
        f"{ARTICLES}/tired-legs.md: error: this file cannot be read: permission denied [file]",
        "hint: check who may read it",
    ]


def test_a_file_of_5_mb_is_refused(site: SiteFolder) -> None:
    """A text file larger than a megabyte is no page."""
    site.write({f"{ARTICLES}/long.md": article() + "Rest. " * 900_000})
    message = "this file has 5.4 MB; 1 MB are the most"
    assert told(site) == [
        f"{ARTICLES}/long.md: error: {message} [file]",
        "hint: split it into several pages",
    ]


def test_a_file_of_exactly_a_megabyte_is_read(tmp_path: Path) -> None:
    """The limit itself is still allowed, and one byte more is not."""
    (tmp_path / "a.md").write_bytes(b"a" * MOST_BYTES)
    assert read_bytes(tmp_path, "a.md") == b"a" * MOST_BYTES
    (tmp_path / "a.md").write_bytes(b"a" * (MOST_BYTES + 1))
    assert isinstance(read_bytes(tmp_path, "a.md"), Problem)


def test_another_limit_can_be_set(tmp_path: Path) -> None:
    """A picture may be larger than a text, and is not split where it is too large."""
    (tmp_path / "a.png").write_bytes(b"a" * 2_600_000)
    problem = read_bytes(tmp_path, "a.png", most=2_000_000)
    assert isinstance(problem, Problem)
    assert str(problem) == "a.png: error: this file has 2.6 MB; 2 MB are the most [file]"
    assert problem.hint == "make it smaller"
