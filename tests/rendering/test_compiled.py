"""Compiled templates are kept on the disk for this user, and nothing depends on it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from conftest import SiteFolder
from jinja2 import BytecodeCache, DictLoader, Environment

from healthsite.rendering.compiled import compiled_templates


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def rendered(kept: BytecodeCache | None, text: str = "Be {{ word }}.") -> str:
    """What a template of that *text* gives."""
    made = Environment(autoescape=True, bytecode_cache=kept, loader=DictLoader({"a.html": text}))
    return made.get_template("a.html").render(word="well")


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process, which has the same options, takes what the first one left; a changed text is compiled anew."""
    assert rendered(compiled_templates("options")) == "Be well."
    assert len(list(folder.glob("_jinja2-cache-*/healthsite-*"))) == 1
    monkeypatch.setattr(Environment, "_parse", None)
    assert rendered(compiled_templates("options")) == "Be well."
    with pytest.raises(TypeError):
        rendered(compiled_templates("options"), "Be very {{ word }}.")
    with pytest.raises(TypeError):
        rendered(compiled_templates("other options"))


def test_what_is_kept_belongs_to_this_user_alone(folder: Path) -> None:
    """Nobody else may put code there."""
    rendered(compiled_templates(""))
    (place,) = folder.iterdir()
    assert place.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("broken", [b"", b"rubbish", None])
def test_what_is_broken_is_compiled_again(folder: Path, broken: bytes | None) -> None:
    """So is what cannot be read at all."""
    rendered(compiled_templates(""))
    (kept,) = folder.glob("_jinja2-cache-*/healthsite-*")
    if broken is None:
        kept.unlink()
        kept.mkdir()
    else:
        kept.write_bytes(broken)
    assert rendered(compiled_templates("")) == "Be well."


def test_without_a_safe_place_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where there is no such folder, nor where somebody else has put a file in its place."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert compiled_templates("") is None
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"_jinja2-cache-{os.getuid()}").write_bytes(b"")
    assert compiled_templates("") is None


def test_a_disk_that_is_full_costs_time_only(folder: Path, monkeypatch: pytest.MonkeyPatch, site: SiteFolder) -> None:
    """The site is built all the same."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    assert rendered(compiled_templates("")) == "Be well."
    assert site.build().problems == ()
    assert not list(folder.glob("_jinja2-cache-*/*"))
