"""Maps a pure function over values on the machines of a dask cluster, which need no disk in common with this one.

All that goes to and fro is bytes that are made and read here: dask carries them, and starts again what a lost worker
was about to do. The constants are a task of their own, so that a worker that comes later gets them as well.
"""

from __future__ import annotations

import logging
import pickle
import re
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeVar

from healthsite.engine import engine_digest
from healthsite.problems import UnusableCluster

if TYPE_CHECKING:  # dask is an extra, and is loaded by builds that ask for it only
    from distributed import Client, Future

C = TypeVar("C")
V = TypeVar("V")
R = TypeVar("R")

CHUNK: Final = 24
AHEAD: Final = 3
"""How many chunks each thread of the cluster is given in advance: no more texts than theirs are held here."""
LOOK: Final = 5.0
"""After so many seconds without a result, it is seen whether the cluster still has workers."""
PATIENCE: Final = 12
"""After so many looks in a row that saw no worker, the cluster is given up."""
ANSWER: Final = 10
"""Within so many seconds, a scheduler has to answer."""
_EXECUTOR: Final = re.compile(r"dask:((?:tcp|tls)://[^\s/]+:\d+)")


class LostCluster(Exception):
    """The cluster is gone. What it had not done yet is to be done elsewhere."""


def address_in(executor: str) -> str | None:
    """The address of the scheduler in *executor*, which is written as in ``dask:tcp://host:8786``."""
    found = _EXECUTOR.fullmatch(executor)
    return found[1] if found else None


class Cluster:
    """The workers of a dask cluster. The results are the same, and in the same order, as those of local processes."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def map(self, job: Callable[[C, V], R], constants: C, values: Sequence[V]) -> Iterator[R]:
        """The results of ``job(constants, value)`` for each of *values*, in order, as they become ready.

        *job* is a function of a module. *values* are asked for when they are sent, a few chunks at a time. Raises
        `LostCluster` when there is nobody left who could do the rest.
        """
        packed = pickle.dumps((job, constants), pickle.HIGHEST_PROTOCOL)
        key = sha256(packed).hexdigest()
        shared = self._submit(bytes, packed, key=f"healthsite-{key}")
        threads = max(1, sum(self._threads().values()))
        size = max(1, min(CHUNK, len(values) // (threads * 2)))
        starts = iter(range(0, len(values), size))
        waiting: deque[tuple[int, Future[bytes]]] = deque()
        while True:
            while len(waiting) < AHEAD * threads and (start := next(starts, None)) is not None:
                chunk = pickle.dumps(list(values[start : start + size]), pickle.HIGHEST_PROTOCOL)
                waiting.append((start, self._submit(_work, own_engine(), key, shared, chunk, pure=False)))
            if not waiting:
                return
            start, future = waiting.popleft()
            done = self._awaited(future)
            if done is None:  # whichever worker took this chunk was lost
                yield from (job(constants, value) for value in values[start : start + size])
            else:
                yield from pickle.loads(done)  # noqa: S301 - from workers that run this very code

    def _submit(self, *task: Any, **options: Any) -> Future[bytes]:
        import dask.config  # noqa: PLC0415 - see above

        if self._client.status != "running":
            raise LostCluster
        try:
            with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TiB"}):
                return self._client.submit(*task, **options)
        except OSError:
            raise LostCluster from None

    def _awaited(self, future: Future[bytes]) -> bytes | None:
        """The result of *future*; ``None`` where it has brought down every worker that began with it.

        What the job raised is raised here.
        """
        from distributed import KilledWorker  # noqa: PLC0415 - see above

        lonely = 0
        while lonely < PATIENCE:
            try:
                if future.exception(timeout=LOOK) is None:
                    return future.result(timeout=LOOK)
                break
            except TimeoutError:
                lonely = 0 if self._threads() else lonely + 1
            except (OSError, CancelledError):
                raise LostCluster from None
        if future.status != "error":
            raise LostCluster
        return None if isinstance(future.exception(), KilledWorker) else future.result()

    def _threads(self) -> Mapping[str, int]:
        """The workers, each with the number of its threads."""
        try:
            threads: Mapping[str, int] = self._client.nthreads()
        except (OSError, CancelledError, ValueError, AttributeError):  # as the client is when it has closed itself
            raise LostCluster from None
        return threads


def reach(executor: str | None) -> None:
    """See that the cluster that *executor* names, if it names one, could be `joined`; long before it is needed."""
    if executor is not None:
        with joined(executor):
            pass


@contextmanager
def joined(executor: str) -> Iterator[Cluster]:
    """The cluster that *executor* names. No process may be started meanwhile: dask has threads, which are not copied.

    Raises `UnusableCluster` where it cannot be reached, has no workers, or would run other code than this process.
    """
    address = address_in(executor)
    if address is None:
        raise UnusableCluster(f"`{executor}` is no executor; write it as in `dask:tcp://host:8786`")
    try:
        from distributed import Client  # noqa: PLC0415 - see above
    except ImportError:
        raise UnusableCluster('the executor needs dask: pip install "healthsite[cluster]"') from None
    hint = f"start one with `dask scheduler`, or build without `--executor {executor}`"
    unreachable = UnusableCluster(f"no dask scheduler answers at {address}; {hint}")
    with _hushed():
        try:
            client = Client(address, timeout=ANSWER, set_as_default=False)
        except (OSError, ValueError):
            raise unreachable from None
        try:
            try:
                _see_that_all_are_alike(client, address)
            except (OSError, CancelledError):
                raise unreachable from None
            yield Cluster(client)
        finally:
            with suppress(OSError, CancelledError):
                client.close(timeout=ANSWER)


def _see_that_all_are_alike(client: Client, address: str) -> None:
    workers: Mapping[str, Any] = client.run(own_engine, on_error="return")
    if not workers:
        hint = f"start some with `dask worker {address} --nthreads 1`"
        raise UnusableCluster(f"the dask cluster at {address} has no workers; {hint}")
    others = [worker for worker, engine in sorted(workers.items()) if engine != own_engine()]
    try:
        client.run_on_scheduler(own_engine)
    except ImportError:
        others.insert(0, "the scheduler")
    if others:
        hint = "install the same version there, with the same libraries, and start them again"
        raise UnusableCluster(f"these do not run the same code as this machine: {', '.join(others)}; {hint}")


@contextmanager
def _hushed() -> Iterator[None]:
    """Lets dask say nothing of its own on the terminal: what matters of it is said by the build."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    talking = [logger for logger in loggers if not logger.disabled]
    for logger in talking:
        logger.disabled = True
    try:
        yield
    finally:
        for logger in talking:
            logger.disabled = False


@cache
def own_engine() -> str:
    """The digest of the code of this process, from when it was first asked: later its files may be others."""
    return engine_digest()


_turn: Final = threading.Lock()
"""A worker may have several threads; what is rendered is not made for that."""
_held: dict[str, tuple[Callable[[Any, Any], Any], Any]] = {}
"""The job and the constants that this process worked with last, under their digest."""


def _work(engine: str, key: str, packed: bytes, chunk: bytes) -> bytes:
    """The results for a chunk of values; what *packed* holds is the job and its constants. Runs on a worker."""
    if own_engine() != engine:
        raise UnusableCluster("a worker has come that does not run the same code as this machine; start it again")
    with _turn:
        if key not in _held:
            _held.clear()
            _held[key] = pickle.loads(packed)  # noqa: S301 - from a client that runs this very code
        job, constants = _held[key]
        return pickle.dumps([job(constants, value) for value in pickle.loads(chunk)])  # noqa: S301 - as above
