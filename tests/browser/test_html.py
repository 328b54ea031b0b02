"""Every page of the real site is valid HTML: the Nu HTML Checker finds no error in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
CHECKER: Final = ROOT / ".tools/node_modules/vnu-jar/build/dist/vnu.jar"
"""Where `.ci/run` puts the checker."""


@pytest.mark.parametrize(("pattern", "option"), [("*.html", "--html"), ("*.css", "--css"), ("*.svg", "--svg")])
def test_every_file_is_valid(site_folder: Path, pattern: str, option: str) -> None:
    """Every page, style sheet and drawing."""
    files = sorted(site_folder.rglob(pattern))
    assert files
    assert said_by_checker(files, option) == []


def said_by_checker(files: Iterable[Path], option: str) -> list[str]:
    """What the checker says of *files*; *option* tells what they are."""
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        pytest.skip("the Nu HTML Checker is not on this machine: it takes Java, and `.ci/run` to fetch it")
    command = [java, "-jar", str(CHECKER), "--errors-only", "--format", "json", option, *map(str, files)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    messages = said["messages"]
    return [f"{m['url']}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')}" for m in messages]
