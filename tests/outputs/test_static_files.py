"""Static files: own ones in front of the shipped ones, fingerprints, and one style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import SiteFolder
from hypothesis import given
from hypothesis import strategies as st

from healthsite.outputs.static_files import static_files
from healthsite.problems import InvalidSite

Files = Mapping[str, str | bytes]
Published = tuple[dict[str, bytes | None], dict[str, str]]

BUNDLE = {
    "css/main.css": '@layer base;\n@import "base.css" layer(base);\n@import "parts/plain.css";\na { color: teal }\n',
    "css/base.css": "/* what it is */\nbody { margin: 0 }\n\n",
    "css/parts/plain.css": "p { margin: 1em } /* and\nwhy */\n",
}


def written(folder: Path, files: Files) -> Path:
    """*folder* with *files* below its folder `static`."""
    (folder / "static").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        target = folder / "static" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def published(tmp_path: Path, shipped: Files, own: Files | None = None, base_path: str = "") -> Published:
    """The contents published by their paths, and the addresses by their names."""
    own_folder = tmp_path / "own" if own is None else written(tmp_path / "own", own)
    artifacts, addresses = static_files(written(tmp_path / "shipped", shipped), own_folder, base_path)
    return {artifact.path: artifact.content for artifact in artifacts}, dict(addresses)


def fingerprint(content: bytes) -> str:
    """The piece of a name that changes with *content*."""
    return sha256(content).hexdigest()[:10]


def test_a_file_is_published_under_its_fingerprint(tmp_path: Path) -> None:
    """The name changes with the content, so that a browser may keep the file for ever."""
    contents, addresses = published(tmp_path, {"icons/mark.min.svg": "<svg/>"}, base_path="/name")
    path = f"assets/icons/mark.min.{fingerprint(b'<svg/>')}.svg"
    assert contents == {path: b"<svg/>"}
    assert addresses == {"icons/mark.min.svg": f"/name/{path}"}


@given(st.binary(), st.binary())
def test_equal_names_are_equal_contents(tmp_path_factory: pytest.TempPathFactory, one: bytes, other: bytes) -> None:
    """Two versions of a file have one address only if they are the same."""
    addresses = [
        published(tmp_path_factory.mktemp("static"), {"a.bin": content})[1]["a.bin"] for content in (one, other)
    ]
    assert (addresses[0] == addresses[1]) == (one == other)


def test_own_files_stand_in_front(tmp_path: Path) -> None:
    """File by file: one of the same name replaces the shipped one, all others stay."""
    contents, addresses = published(
        tmp_path, {"a.svg": "shipped", "b.svg": "shipped"}, {"b.svg": "own", "c.svg": "own"}
    )
    assert sorted(addresses) == ["a.svg", "b.svg", "c.svg"]
    assert sorted(content or b"" for content in contents.values()) == [b"own", b"own", b"shipped"]


def test_the_order_is_that_of_the_names(tmp_path: Path) -> None:
    """Whoever brings a file, and in whatever order the disk lists them, the result is the same."""
    _, addresses = published(tmp_path, {"z.svg": "", "m.svg": ""}, {"b.svg": "", "n/a.svg": ""})
    assert list(addresses) == sorted(addresses)


def test_files_at_the_root_keep_their_names(tmp_path: Path) -> None:
    """What others ask for by its name has no fingerprint, and templates do not ask for it."""
    contents, addresses = published(tmp_path, {}, {"root/CNAME": "ease", "root/.well-known/security.txt": "us"})
    assert contents == {"CNAME": b"ease", ".well-known/security.txt": b"us"}
    assert addresses == {}


def test_hidden_files_are_not_published(tmp_path: Path) -> None:
    """What a desktop or an editor leaves lying about stays where it is."""
    assert published(tmp_path, {}, {".DS_Store": "x", "icons/.a.svg.swp": "x", "root/.htpasswd": "x"}) == ({}, {})


@pytest.mark.parametrize("folder", ["shipped", "own"])
def test_a_folder_may_be_missing(tmp_path: Path, folder: str) -> None:
    """A site need not bring static files."""
    (written(tmp_path / folder, {"a.svg": "x"})).rename(tmp_path / "there")
    artifacts, _ = static_files(tmp_path / "there", tmp_path / "missing", "")
    assert (artifacts, _) == static_files(tmp_path / "missing", tmp_path / "there", "")
    assert len(artifacts) == 1


def test_style_sheets_are_published_as_one(tmp_path: Path) -> None:
    """Imports stand in their places, in their layers; comments are left out, and no piece is published by itself."""
    contents, addresses = published(tmp_path, BUNDLE)
    ((path, sheet),) = contents.items()
    assert sheet is not None
    assert sheet.decode() == (
        "@layer base;\n@layer base {\nbody { margin: 0 }\n}\np { margin: 1em } a { color: teal }\n"
    )
    assert addresses == {"css/main.css": f"/{path}"}
    assert path == f"assets/css/main.{fingerprint(sheet)}.css"


def test_an_own_piece_changes_the_style_sheet(tmp_path: Path) -> None:
    """A site replaces one piece and keeps the others."""
    contents, _ = published(tmp_path, BUNDLE, {"css/base.css": "body { margin: 1em }"})
    (sheet,) = contents.values()
    assert b"@layer base {\nbody { margin: 1em }\n}" in (sheet or b"")


def test_a_site_without_a_style_sheet_has_none(tmp_path: Path) -> None:
    """Pieces alone are nothing."""
    assert published(tmp_path, {"css/base.css": "body {}"}) == ({}, {})


@pytest.mark.parametrize("name", ["nowhere.css", "../secret.css", "/etc/passwd"])
def test_an_import_that_is_not_there_is_a_problem(tmp_path: Path, name: str) -> None:
    """It is told with its line, and nothing outside of the folder of style sheets is taken."""
    files = {"css/main.css": f'/* one */\n\n@import "{name}";\n', "secret.css": "a {}"}
    with pytest.raises(InvalidSite) as caught:
        published(tmp_path, files)
    (problem,) = caught.value.problems
    assert str(problem.location) == "static/css/main.css:3"
    assert problem.message.startswith("there is no style sheet `")


def test_a_style_sheet_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    """A sheet saved in another encoding is told, not a crash."""
    with pytest.raises(InvalidSite) as caught:
        published(tmp_path, {"css/main.css": b"a::after { content: '\xe9' }"})
    assert caught.value.problems[0].location.path == "static/css/main.css"


@pytest.mark.parametrize("target", ["outside.svg", "nowhere.svg", "."])
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, target: str) -> None:
    """A link that leads out of the site, nowhere, or to a folder is told with its place in the site."""
    (tmp_path / "outside.svg").write_bytes(b"<svg/>")
    link = written(tmp_path / "own", {"icons/b.svg": "x"}) / "static" / "icons" / "a.svg"
    link.symlink_to(tmp_path / target)
    with pytest.raises(InvalidSite) as caught:
        published(tmp_path, {}, {})
    (problem,) = caught.value.problems
    assert (problem.location.path, problem.rule) == ("static/icons/a.svg", "file")


def test_a_name_that_no_disk_would_take_is_told(site: SiteFolder) -> None:
    """A fingerprint makes a long name longer: it is refused before anything is written."""
    site.write({f"static/{'x' * 250}.js": "1"})
    assert site.said() == [f"static/{'x' * 250}.js: error: this name is too long [file]"]
    assert not site.out.exists()
