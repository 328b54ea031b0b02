"""Maps a pure function over values, in this process or in several."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from typing import Any, Final, TypeVar

from healthsite.collecting import collect_seldom

C = TypeVar("C")
V = TypeVar("V")
R = TypeVar("R")

FEW: Final = 48
"""Fewer values than these are done in this process: starting others would take longer."""
CHUNK: Final = 24


class Pool:
    """Up to *jobs* processes. The results are the same, and in the same order, whatever their number."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = max(1, jobs)

    def map(self, job: Callable[[C, V], R], constants: C, values: Sequence[V]) -> Iterator[R]:
        """The results of ``job(constants, value)`` for each of *values*, in order, as they become ready.

        *job* is a function of a module. *constants* reach each process once.
        """
        if self.jobs == 1 or len(values) < FEW:
            for value in values:
                yield job(constants, value)
            return
        chunk = max(1, min(CHUNK, len(values) // (self.jobs * 2)))
        done = 0
        gc.freeze()  # so that processes that begin as copies of this one go on sharing its memory
        try:
            with _processes(self.jobs, job, constants) as executor:
                for result in executor.map(_do, values, chunksize=chunk):
                    done += 1
                    yield result
        except (BrokenExecutor, OSError):
            for value in values[done:]:
                yield job(constants, value)
        finally:
            gc.unfreeze()

    def apart(self, job: Callable[[C, V], R], constants: C, values: Sequence[V]) -> Iterator[R | None]:
        """As `map`, but never in this process: for values that may bring down whoever works on them.

        The result is ``None`` for a value whose process ended before it was done, twice. Only where the system cannot
        start processes at all is the work done here.
        """
        waiting = list(values)
        while waiting:
            done = 0
            try:
                for result in self._elsewhere(job, constants, waiting, self.jobs):
                    done += 1
                    yield result
            except BrokenExecutor:
                yield self._alone(job, constants, waiting[done])
                done += 1
            except OSError:
                for value in waiting[done:]:
                    yield job(constants, value)
                return
            waiting = waiting[done:]

    def _alone(self, job: Callable[[C, V], R], constants: C, value: V) -> R | None:
        """The result for one value, in a process that works on nothing else."""
        try:
            (result,) = self._elsewhere(job, constants, [value], 1)
        except BrokenExecutor:
            return None
        return result

    @staticmethod
    def _elsewhere(job: Callable[[C, V], R], constants: C, values: Sequence[V], jobs: int) -> Iterator[R]:
        with _processes(min(jobs, len(values)), job, constants) as executor:
            yield from executor.map(_do, values)


def _processes(count: int, job: Callable[[Any, Any], Any], constants: Any) -> Executor:
    """Up to *count* processes that are ready for *job*."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most builds after an edit need no processes

    return ProcessPoolExecutor(count, initializer=_begin, initargs=(job, constants))


_task: tuple[Callable[[Any, Any], Any], Any] | None = None
"""The job and the constants of this worker process."""


def _begin(job: Callable[[Any, Any], Any], constants: Any) -> None:
    """Prepare a process of a pool. It leaves Ctrl-C to the one that started it, and that ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    _prepare(job, constants)


def _prepare(job: Callable[[Any, Any], Any], constants: Any) -> None:
    global _task  # noqa: PLW0603 - a worker process has no other place to keep what its initializer was given
    _task = job, constants


def _do(value: Any) -> Any:
    if _task is None:
        raise RuntimeError("this process was not prepared")
    job, constants = _task
    return job(constants, value)
