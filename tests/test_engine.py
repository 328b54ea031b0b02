"""The digest of the code that renders pages."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from healthsite import engine
from healthsite.engine import LIBRARIES, engine_digest


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package, whose digest is asked for in place of the real one's."""
    copy = tmp_path / "healthsite"
    shutil.copytree(Path(engine.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(engine, "__file__", str(copy / "engine.py"))
    return copy


def test_the_same_code_has_the_same_digest() -> None:
    """The digest is 64 hexadecimal digits, the same each time."""
    assert re.fullmatch(r"[0-9a-f]{64}", engine_digest())
    assert engine_digest() == engine_digest()


def test_it_does_not_matter_where_the_code_lies(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package in another folder is the same engine."""
    before = engine_digest()
    moved = package.rename(package.with_name("moved"))
    monkeypatch.setattr(engine, "__file__", str(moved / "engine.py"))
    assert engine_digest() == before


@pytest.mark.parametrize("change", ["edited", "added", "renamed", "deleted"])
def test_other_code_is_another_engine(package: Path, change: str) -> None:
    """Whatever changes in the package's code, the digest changes."""
    before = engine_digest()
    file = package / "text" / "images.py"
    if change == "edited":
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    elif change == "added":
        file.with_name("pictures.py").write_text("")
    elif change == "renamed":
        file.rename(file.with_name("pictures.py"))
    else:
        file.unlink()
    assert engine_digest() != before


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_another_engine(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Pages are rendered again when a library that shapes their bytes is upgraded."""
    before = engine_digest()
    monkeypatch.setattr(engine, "version", lambda name: "99.9" if name == library else version(name))
    assert engine_digest() != before


def test_another_python_is_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are rendered again when Python is upgraded."""
    before = engine_digest()
    monkeypatch.setattr("sys.version_info", (3, 99, 0, "final", 0))
    assert engine_digest() != before
