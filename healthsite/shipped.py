"""Where the shipped templates and static files are."""

from __future__ import annotations

from pathlib import Path


def shipped(folder: str) -> Path:
    """The shipped ``templates`` or ``static``: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / folder
    return installed if installed.is_dir() else package.parent / folder
