"""Where the shipped templates and static files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthsite import shipped as module
from healthsite.shipped import shipped


@pytest.mark.parametrize("file", ["templates/base.html", "static/css/main.css"])
def test_the_shipped_files_are_there(file: str) -> None:
    """What every site stands on comes with the generator."""
    assert (shipped() / file).is_file()


def test_in_a_checkout_they_stand_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package holds no shipped files, those of the checkout are taken."""
    monkeypatch.setattr(module, "__file__", str(tmp_path / "healthsite" / "shipped.py"))
    assert shipped() == tmp_path


def test_an_installed_package_carries_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those inside of the package are taken first: an installed one has nothing of its own beside it."""
    inside = tmp_path / "healthsite" / "shipped"
    (inside / "static").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    monkeypatch.setattr(module, "__file__", str(tmp_path / "healthsite" / "shipped.py"))
    assert shipped() == inside
