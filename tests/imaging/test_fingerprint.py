"""A picture's name stands for its content, and for the program that copies it."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from healthsite.imaging import fingerprint as room
from healthsite.imaging.fingerprint import engine, fingerprint, is_fingerprint


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    engine.cache_clear()
    yield
    engine.cache_clear()


def test_the_same_content_has_the_same_name() -> None:
    """And another has another."""
    assert fingerprint(b"a") == fingerprint(b"a") != fingerprint(b"b")
    assert is_fingerprint(fingerprint(b"a"))


@pytest.mark.parametrize("text", ["", "../../etc", "0" * 19, "0" * 21, "G" * 20, "0" * 19 + "\n"])
def test_not_every_text_is_a_name(text: str) -> None:
    """A name never leads anywhere."""
    assert not is_fingerprint(text)


def test_other_code_gives_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes a setting of this room gives every copy a new name."""
    before = engine()
    shutil.copytree(Path(room.__file__).parent, tmp_path / "imaging", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(room, "__file__", str(tmp_path / "imaging" / "fingerprint.py"))
    engine.cache_clear()
    assert engine() == before
    (tmp_path / "imaging" / "plan.py").write_text("WIDTHS = (1, 2)\n")
    engine.cache_clear()
    assert engine() != before


def test_another_version_of_the_library_gives_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Pillow may write other bytes."""
    before = engine()
    monkeypatch.setattr(room, "version", lambda _: "99.0")
    engine.cache_clear()
    assert engine() != before


@pytest.mark.parametrize("has", [True, False])
def test_other_codecs_give_other_names(monkeypatch: pytest.MonkeyPatch, *, has: bool) -> None:
    """The same Pillow may be built with another encoder, or without one."""
    before, real = engine(), importlib.import_module

    def imported(name: str) -> Any:
        if name != "PIL._avif":
            return real(name)
        if not has:
            raise ImportError(name)
        return SimpleNamespace(libavif_version="99.0", codec_versions=lambda: "aom 99")

    monkeypatch.setattr(importlib, "import_module", imported)
    engine.cache_clear()
    assert engine() != before
