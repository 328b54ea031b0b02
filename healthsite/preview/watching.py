"""Notices which files of a site change, by looking at their sizes and times again and again.

A look at 10,000 files takes about 20 milliseconds, and one at a usual site less than one; looks are spaced so that
they never take more than a twenty-fifth of the time. That is little enough to do without a library that is told of
changes by the system, such as watchfiles: it would bring three packages to every installation and save a few percent
of one processor on the largest sites. And looking also works where such notices do not arrive, on network drives and
in containers, and sees folders that come and go and files that editors' programs put in the place of others.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from healthsite.disk import IGNORED
from healthsite.reading.config_file import CONFIG

OFTEN: Final = 0.3
"""How many seconds lie between two looks at a site that is not very large."""
SHARE: Final = 25
"""How many times longer than a look the time between two looks is, at least."""
SETTLING: Final = 0.1
"""How many seconds nothing may change after a change before it is a whole one."""
MOST_LOOKS: Final = 20
"""How often a site is looked at in wait for that."""
QUIET: Final = 3.0
"""After how many seconds without a change there is time for other work."""

Stamp = tuple[int, ...]
"""What tells a file from its later versions."""
Look = Callable[[], Mapping[str, Stamp]]
"""Tells the files that there are now, by their names, each with its stamp."""


def look_at(site: Path, shipped: Path) -> Mapping[str, Stamp]:
    """What *site* is made from: its own files by their paths in it, and the *shipped* ones where they are others."""
    stamps: dict[str, Stamp] = {}
    _take(site / CONFIG, CONFIG, stamps)
    for folder in ("content", "templates", "static"):
        _take_all(site / folder, folder, stamps)
    for folder in () if shipped.resolve() == site.resolve() else ("templates", "static"):
        _take_all(shipped / folder, str(shipped / folder), stamps)
    return stamps


def rounds(
    look: Look, *, wait: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.perf_counter
) -> Iterator[frozenset[str]]:
    """What has changed since the round before: the names of files, once they are whole.

    A round without names means that all has been quiet for a while. The first look is taken at once, so that what
    changes before the first round is asked for, or between two of them, is part of the next.
    """
    return _rounds(look(), look, wait, clock)


def _rounds(
    known: Mapping[str, Stamp], look: Look, wait: Callable[[float], None], clock: Callable[[], float]
) -> Iterator[frozenset[str]]:
    pause, calm = OFTEN, 0.0
    while True:
        wait(pause)
        before, calm = calm, calm + pause
        started = clock()
        seen = look()
        pause = max(OFTEN, (clock() - started) * SHARE)
        if seen != known:
            seen, calm = _settled(seen, look, wait), 0.0
            changed = _differing(known, seen)
            known = seen
            if changed:
                yield changed
        elif before < QUIET <= calm:
            yield frozenset()


def _settled(seen: Mapping[str, Stamp], look: Look, wait: Callable[[float], None]) -> Mapping[str, Stamp]:
    """What is there once nothing changes any more, or after many looks."""
    for _ in range(MOST_LOOKS):
        wait(SETTLING)
        last, seen = seen, look()
        if seen == last:
            break
    return seen


def _differing(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> frozenset[str]:
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _take_all(folder: Path | str, name: str, stamps: dict[str, Stamp]) -> None:
    """Add the files below *folder*. What cannot be looked at is left for the build to report."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(IGNORED) or entry.name.startswith((".#", "#")):
            continue
        path = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            _take_all(entry.path, path, stamps)
        else:
            _take(entry.path, path, stamps)


def _take(file: Path | str, name: str, stamps: dict[str, Stamp]) -> None:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return
    if stat.S_ISREG(found.st_mode):
        stamps[name] = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
