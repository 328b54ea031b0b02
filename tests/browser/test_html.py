"""Every page of the real site is valid HTML: the Nu HTML Checker finds no error in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
CHECKER: Final = ROOT / ".tools/node_modules/vnu-jar/build/dist/vnu.jar"
"""Where `.ci/run` puts the checker."""


@pytest.mark.parametrize(("pattern", "option"), [("*.html", "--html"), ("*.css", "--css"), ("*.svg", "--svg")])
def test_every_file_is_valid(site_folder: Path, pattern: str, option: str) -> None:
    """Every page, style sheet and drawing."""
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        pytest.skip("the Nu HTML Checker is not on this machine: it takes Java, and `.ci/run` to fetch it")
    files = sorted(map(str, site_folder.rglob(pattern)))
    assert files
    command = [java, "-jar", str(CHECKER), "--errors-only", "--format", "json", option, *files]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    messages = said["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')}" for m in messages] == []
