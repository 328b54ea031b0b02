"""Tells whether what is published still stands: then a build has nothing to do, and needs to load nothing for it.

The last build that published something left a record: what it was asked, the stamps of all files that it may have read,
those of all files that it published, and its warnings. If a look at the disk finds the very same, the answer of that
build is the answer of this one. In all other cases, nothing is decided here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from healthsite.cache import kept_in
from healthsite.digest import digest_of
from healthsite.disk import stamp_of
from healthsite.engine import engine_digest
from healthsite.findings_text import plain_problems, problems_in
from healthsite.order import Order, Outcome
from healthsite.problems import Problem
from healthsite.publishing.manifest import NAME
from healthsite.publishing.release import Release
from healthsite.shipped import shipped

STANDING: Final = "standing"
"""Under this name the cache keeps the record."""
_OWN: Final = ("config.yaml", "content", "templates", "static")
_SHIPPED: Final = ("templates", "static")


def inputs_of(order: Order) -> str:
    """The digest of the stamps of everything that *order* may read; empty while a file has only just been changed."""
    stamps = [("own", *found) for found in _stamps(order.root, _OWN)]
    if shipped() != order.root.resolve():
        stamps += [("shipped", *found) for found in _stamps(shipped(), _SHIPPED)]
    return "" if any(None in stamp for stamp in stamps) else digest_of(sorted(stamps))


def record_of(order: Order, inputs: str, release: Release, problems: Sequence[Problem]) -> bytes:
    """What is to be kept of a build that published *release*; *inputs* are those from before it read them."""
    paths = [NAME, *release.signatures]
    plain = {
        **_asked(order),
        "inputs": inputs,
        "paths": "\n".join(paths),
        "files": digest_of([_signature_of(_out(order), NAME), *map(list, release.signatures.values())]),
        "problems": plain_problems(problems),
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def standing(order: Order, inputs: str) -> Outcome | None:
    """The outcome of *order*, if all that it asks for is published already; ``None`` where that is not certain.

    *inputs* are those that `inputs_of` finds now.
    """
    if order.out is None or order.clean:
        return None
    try:
        plain = json.loads(kept_in(order.cache_folder, STANDING) or b"")
        if not plain["inputs"] or any(plain[name] != value for name, value in _asked(order).items()):
            return None
        paths, out = plain["paths"].split("\n"), _out(order)
        if plain["inputs"] != inputs or plain["files"] != digest_of([_signature_of(out, path) for path in paths]):
            return None
        return Outcome(0, problems_in(plain["problems"]), Release(0, len(paths) - 1, 0))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _asked(order: Order) -> dict[str, Any]:
    """What the outcome of *order* depends on beside files."""
    options = [order.today.isoformat(), order.base_url, order.drafts, order.strict, order.search]
    return {"engine": engine_digest(), "options": options, "out": _out(order)}


def _out(order: Order) -> str:
    return os.path.realpath(order.out or "")


def _signature_of(out: str, path: str) -> list[int]:
    found = os.lstat(f"{out}/{path}")
    return [found.st_size, found.st_mtime_ns]


def _stamps(root: Path, names: Sequence[str]) -> Iterator[tuple[str, list[int] | None]]:
    waiting = [(name, os.path.isdir(f"{root}/{name}")) for name in names if os.path.lexists(f"{root}/{name}")]
    while waiting:
        path, is_folder = waiting.pop()
        yield path, stamp_of(root, path)
        if is_folder:
            try:
                with os.scandir(f"{root}/{path}") as entries:
                    waiting += [(f"{path}/{entry.name}", entry.is_dir()) for entry in entries]
            except OSError:
                yield f"{path}/", None
