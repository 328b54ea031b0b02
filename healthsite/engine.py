"""The digest of the code that renders pages: results of another engine are not reused."""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

LIBRARIES: Final = ("markdown", "pymdown-extensions", "jinja2", "markupsafe", "pydantic")
"""The libraries that a page's bytes depend on."""


def engine_digest() -> str:
    """The digest of this package's own code, the versions of its libraries, and that of Python."""
    digest = sha256(f"{sys.version_info[:2]}".encode())
    package = Path(__file__).resolve().parent
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library}={version(library)};".encode())
    return digest.hexdigest()
