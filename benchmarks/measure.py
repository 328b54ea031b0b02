"""Runs a command and tells what it took: wall time, processor time, and the peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

EVERY: Final = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of *wall* time and of *cpu* time, and the *peak* of its memory in MB.

    The memory is the proportional set size (PSS) of the whole process tree, in which what processes share counts once.
    """

    wall: float
    cpu: float
    peak: float


def measured(command: Sequence[str], folder: Path) -> Cost:
    """Run *command* in *folder*. Raises `RuntimeError` with what it said, if it fails. Needs Linux."""
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        watcher = _Watcher(process.pid)
        watcher.start()
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        watcher.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}\n{said.decode(errors='replace')}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, watcher.peak)


class _Watcher(threading.Thread):
    """Looks at the memory of a process and all its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._pid = pid
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(EVERY):
            self.peak = max(self.peak, sum(_pss(pid) for pid in _tree(self._pid)))

    def stop(self) -> None:
        """End the watch."""
        self._stopped.set()
        self.join()


def _tree(root: int) -> Iterator[int]:
    """*root* and its descendants."""
    parents: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            parent = _parent(int(entry))
            parents.setdefault(parent, []).append(int(entry))
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting += parents.get(pid, [])


def _parent(pid: int) -> int:
    """The parent of a process; 0 for one that has ended meanwhile."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _pss(pid: int) -> float:
    """The proportional set size of a process in MB; 0 for one that has ended meanwhile."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    except OSError:
        return 0.0
    return 0.0


def require_linux() -> None:
    """End with a message on a system without ``/proc``."""
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("the benchmarks measure memory through /proc, which is there on Linux only")
