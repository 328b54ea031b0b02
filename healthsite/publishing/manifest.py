"""The manifest: which files of public/ are ours, with their digests. Its bytes depend on nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from healthsite.problems import UnusableFolder

NAME: Final = ".healthsite-manifest.json"
_FORMAT: Final = 1


def read_manifest(out: Path) -> Mapping[str, str]:
    """The files that were published in *out*, each with its digest; none in a new or empty folder.

    Raises `UnusableFolder` where *out* is something else than an output folder of ours.
    """
    if not out.exists() and not out.is_symlink():
        return {}
    if not out.is_dir():
        raise UnusableFolder(f"{out} is not a folder; choose another with --out")
    try:
        plain = json.loads((out / NAME).read_bytes())
        files = {str(path): str(digest) for path, digest in plain["files"].items() if plain["format"] == _FORMAT}
    except FileNotFoundError:
        if any(out.iterdir()):
            raise UnusableFolder(
                f"{out} holds files that no build put there; choose an empty folder with --out"
            ) from None
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableFolder(f"{out / NAME} cannot be read ({error}); delete {out} and build again") from None
    return {path: digest for path, digest in files.items() if _is_inside(path)}


def manifest_bytes(files: Mapping[str, str]) -> bytes:
    """The manifest of *files*."""
    return (json.dumps({"format": _FORMAT, "files": dict(sorted(files.items()))}, indent=0) + "\n").encode()


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")
