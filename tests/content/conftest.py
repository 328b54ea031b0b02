"""The site of this repository, built once for each worker."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, SiteFolder

REPOSITORY: Final = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """A copy of the repository's site, built as on the day that its content is written for."""
    site = SiteFolder(tmp_path_factory.mktemp("real"))
    shutil.copytree(REPOSITORY / "content", site.root / "content")
    shutil.copy(REPOSITORY / "config.yaml", site.root)
    site.build(today=TODAY)
    return site
