"""Where the shipped templates and static files are."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """The folder that holds the shipped ``templates`` and ``static``: in an installed package, or beside it."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent
