"""The manifest: which files of public/ are ours, with their digests. Its bytes depend on nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from healthsite.problems import UnusableFolder

NAME: Final = ".healthsite-manifest.json"
STAGING: Final = ".healthsite-staging-"
"""How the folders begin in which new files wait; what a killed build left of them is swept away."""
LONGEST_NAME: Final = 255
"""How many bytes the name of a file can have."""
_FORMAT: Final = 1


def read_manifest(out: Path) -> Mapping[str, str]:
    """The files that were published in *out*, each with its digest; none in a new or empty folder.

    Raises `UnusableFolder` where *out* is something else than an output folder of ours.
    """
    try:
        if not os.path.lexists(out):
            return {}
        require_folder(out)
        plain = json.loads((out / NAME).read_bytes())
        if plain["format"] != _FORMAT:
            raise UnusableFolder(f"{out / NAME} was written by another version; delete {out} and build again")
        files = {str(path): str(digest) for path, digest in plain["files"].items()}
    except FileNotFoundError:
        if any(not entry.name.startswith(STAGING) for entry in out.iterdir()):
            raise UnusableFolder(
                f"{out} holds files that no build put there; choose an empty folder with --out"
            ) from None
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise UnusableFolder(f"{out / NAME} cannot be read ({error}); delete {out} and build again") from None
    return {path: digest for path, digest in files.items() if _is_inside(path)}


def require_folder(out: Path) -> None:
    """Raise `UnusableFolder` where something else than a folder stands at *out*."""
    if os.path.lexists(out) and not out.is_dir():
        raise UnusableFolder(f"{out} is not a folder; choose another with --out")


def manifest_bytes(files: Mapping[str, str]) -> bytes:
    """The manifest of *files*."""
    return (json.dumps({"format": _FORMAT, "files": dict(sorted(files.items()))}, indent=0) + "\n").encode()


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return path.isprintable() and all(
        part not in ("", ".", "..") and len(part.encode()) <= LONGEST_NAME for part in parts
    )
