"""Pages made on a dask cluster: the very same as those that are made here, whatever becomes of its machines."""

from __future__ import annotations

import operator
import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import pytest
from command_line import Run, files
from conftest import TODAY, SiteFolder, article

from healthsite import cluster as module
from healthsite.cluster import LostCluster, address_in, joined
from healthsite.order import Order
from healthsite.pipeline import build, report
from healthsite.problems import InvalidSite, Location, Problem, UnusableCluster

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason='dask is not installed: pip install "healthsite[cluster]"'
)
NOWHERE = "dask:tcp://127.0.0.1:9"
ARTICLES = 120


class Deadly(int):
    """A number that kills the process which it is sent to."""

    def __reduce__(self) -> Any:
        """Unpickling it ends the process."""
        return os._exit, (1,)


class Watched(Sequence[int]):
    """Numbers that note how far they have been asked for."""

    def __init__(self, number: int) -> None:
        self.number, self.asked = number, 0

    def __len__(self) -> int:
        return self.number

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...
    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        found = range(self.number)[place]
        self.asked = max(self.asked, found + 1 if isinstance(found, int) else found.stop)
        return found


def invalid(_constants: None, value: int) -> int:
    """Finds a problem in the file of its number."""
    raise InvalidSite([Problem(Location(f"{value}.md"), "file", "this is wrong")])


def missing(_constants: None, _value: int) -> int:
    """Does not find a file."""
    raise FileNotFoundError


def started(processes: int, *, apart: bool) -> LocalCluster:
    """A cluster with so many workers: *apart*, in processes of their own; else in threads of this one."""
    from dask import config  # noqa: PLC0415 - the tests above need no dask
    from distributed import LocalCluster  # noqa: PLC0415 - as above

    with config.set({"distributed.comm.timeouts.connect": "60s"}):
        return LocalCluster(
            protocol="tcp",
            host="127.0.0.1",
            n_workers=processes,
            threads_per_worker=1,
            processes=apart,
            dashboard_address="127.0.0.1:0",
            silence_logs=50,
            memory_limit=0,
        )


@pytest.fixture(scope="module")
def machines() -> Iterator[LocalCluster]:
    """A cluster of two workers that are processes of their own, and are started again when they die."""
    with started(2, apart=True) as cluster:
        yield cluster


@pytest.fixture
def threads() -> Iterator[LocalCluster]:
    """A cluster of two workers in this process."""
    with started(2, apart=False) as cluster:
        yield cluster


def executor_of(cluster: LocalCluster) -> str:
    """How the cluster is named on the command line."""
    return f"dask:{cluster.scheduler_address}"


@pytest.fixture
def order(site: SiteFolder) -> Order:
    """What is asked for: a site of many articles, some of which mention others."""
    linked = "Walk a little. See [the next](walk-{0}.md).\n\n## How to do it\n\n- Step *{0}*."
    site.write(
        {
            f"content/articles/walk-{number}.md": article(f"Walk {number}", linked.format((number + 1) % ARTICLES))
            for number in range(ARTICLES)
        }
    )
    return Order(root=site.root, today=TODAY, out=site.out, search=False)


def published(order: Order, *, where: str, **options: Any) -> dict[str, bytes]:
    """Every file of what *order* publishes, with no earlier build to go by."""
    out, cache = order.root / where, order.root / f".cache-{where}"
    build(replace(order, out=out, cache=cache, executor=options.pop("executor", None)), options.pop("watch", None))
    return files(out)


@needs_dask
def test_a_cluster_makes_the_same_bytes(order: Order, machines: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without a cluster, and when one of its machines dies in the middle, every file is the same."""
    monkeypatch.setattr(module, "CHUNK", 4)
    here = published(order, where="here")
    assert published(order, where="there", executor=executor_of(machines)) == here
    victims = [worker.pid for worker in machines.workers.values()][:1]

    def kill(_what: str, done: int, total: int) -> None:
        assert total > ARTICLES
        if victims:
            assert done == 1
            os.kill(victims.pop(), signal.SIGKILL)

    assert published(order, where="killed", executor=executor_of(machines), watch=kill) == here
    assert victims == []


@needs_dask
def test_what_kills_machines_is_done_here(machines: LocalCluster) -> None:
    """A chunk that brought down as many workers as the scheduler allows is done in this process."""
    scheduler: Any = machines.scheduler
    allowed, scheduler.allowed_failures = scheduler.allowed_failures, 0
    try:
        with joined(executor_of(machines)) as cluster:
            values = [Deadly(value) if value == 30 else value for value in range(60)]
            assert list(cluster.map(operator.add, 10, values)) == list(range(10, 70))
    finally:
        scheduler.allowed_failures = allowed


@needs_dask
@pytest.mark.parametrize("number", [0, 1, 7, 200])
def test_results_come_in_the_order_of_the_values(threads: LocalCluster, number: int) -> None:
    """However many there are, the results are those of a plain loop, in its order."""
    with joined(executor_of(threads)) as cluster:
        assert list(cluster.map(operator.mul, 7, range(number))) == [7 * value for value in range(number)]


@needs_dask
def test_values_are_asked_for_when_they_are_sent(threads: LocalCluster) -> None:
    """A bounded number of them is under way, however many there are."""
    values = Watched(100_000)
    with joined(executor_of(threads)) as cluster:
        results = cluster.map(operator.add, 0, values)
        assert next(results) == 0
        assert values.asked <= module.CHUNK * module.AHEAD * 2
        results.close()  # type: ignore[attr-defined]


@needs_dask
def test_an_error_in_a_job_is_raised_here(threads: LocalCluster) -> None:
    """What a job finds wrong keeps its type and its place; so does a bug, even one that looks like a lost network."""
    with joined(executor_of(threads)) as cluster:
        with pytest.raises(InvalidSite, match=r"0\.md: error: this is wrong"):
            list(cluster.map(invalid, None, range(3)))
        with pytest.raises(ZeroDivisionError):
            list(cluster.map(operator.floordiv, 1, [1, 0]))
        with pytest.raises(FileNotFoundError):
            list(cluster.map(missing, None, [1]))


@needs_dask
def test_when_the_cluster_ends_the_rest_is_made_here(order: Order, threads: LocalCluster) -> None:
    """A scheduler that goes away in the middle costs time, no page, and is told in a note."""

    def end(_what: str, done: int, _total: int) -> None:
        if done == 1:
            threads.close()

    out = replace(order, executor=executor_of(threads))
    outcome = build(out, end)
    there = files(order.root / "public")
    assert [note for note in outcome.notes if "the cluster was lost; this machine made what was left" in note]
    assert there == published(order, where="here")


@needs_dask
def test_without_workers_nobody_is_waited_for(threads: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """When no worker is left and none comes back, the cluster is given up."""
    monkeypatch.setattr(module, "LOOK", 0.1)
    monkeypatch.setattr(module, "PATIENCE", 3)
    with joined(executor_of(threads)) as cluster:
        results = cluster.map(operator.add, 1, range(10_000))
        assert next(results) == 1
        threads.scale(0)
        with pytest.raises(LostCluster):
            list(results)


@needs_dask
def test_a_report_uses_the_cluster_too(order: Order, threads: LocalCluster, tmp_path: Path) -> None:
    """The pages of a report are rendered where those of a build are."""
    there = report(replace(order, executor=executor_of(threads)), tmp_path / "there")
    assert there[2] == report(order, tmp_path / "here")[2]


@needs_dask
def test_a_cluster_without_workers_is_refused() -> None:
    """There is nobody to wait for, and the message says how to start somebody."""
    with started(0, apart=False) as empty, pytest.raises(UnusableCluster, match="has no workers; start some with"):
        module.reach(executor_of(empty))


def _engine_of_this_thread() -> str:
    return "ours" if threading.current_thread() is threading.main_thread() else "theirs"


@needs_dask
def test_workers_with_other_code_are_refused(threads: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would make other bytes; each is named."""
    monkeypatch.setattr(module, "own_engine", _engine_of_this_thread)
    with pytest.raises(UnusableCluster, match="these do not run the same code") as caught:
        module.reach(executor_of(threads))
    assert all(worker.address in str(caught.value) for worker in threads.workers.values())


@needs_dask
def test_a_scheduler_without_the_package_is_refused(threads: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """It hands on what it must be able to name, and is named itself."""

    def missing_there(_client: Client, _function: object) -> None:
        raise ModuleNotFoundError("No module named 'healthsite'")

    monkeypatch.setattr("distributed.Client.run_on_scheduler", missing_there)
    with pytest.raises(UnusableCluster, match="do not run the same code as this machine: the scheduler; install"):
        module.reach(executor_of(threads))


@needs_dask
def test_a_cluster_that_was_left_is_lost(threads: LocalCluster) -> None:
    """Who goes on using it is told so, and not left waiting."""
    with joined(executor_of(threads)) as cluster:
        assert list(cluster.map(operator.add, 1, [1])) == [2]
    with pytest.raises(LostCluster):
        list(cluster.map(operator.add, 1, [1]))


def test_a_worker_that_comes_later_with_other_code_is_refused() -> None:
    """Each worker looks for itself, since it may not have been there at the start."""
    with pytest.raises(UnusableCluster, match="a worker has come that does not run the same code"):
        module._work("another", "key", b"", b"")


def test_a_worker_keeps_the_constants_of_one_job() -> None:
    """They are unpacked when they are new to it; then values are enough."""
    sent = pickle.dumps((operator.sub, 10))
    engine, chunk = module.own_engine(), pickle.dumps([3, 4])
    assert pickle.loads(module._work(engine, "one", sent, chunk)) == [7, 6]  # noqa: S301 - from this process
    assert pickle.loads(module._work(engine, "one", b"", chunk)) == [7, 6]  # noqa: S301 - as above
    module._work(engine, "two", sent, chunk)
    assert list(module._held) == ["two"]
    module._held.clear()


@needs_dask
def test_a_scheduler_that_does_not_answer_exits_with_2(
    site: SiteFolder, run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is named, and the way to do without; nothing is written."""
    monkeypatch.setattr(module, "ANSWER", 0.3)
    for command in ("build", "check", "report"):
        ran = run(command, *there, f"--executor={NOWHERE}")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "error: no dask scheduler answers at tcp://127.0.0.1:9; start one with `dask scheduler`, or build without "
            f"`--executor {NOWHERE}`\n"
        )
    assert not site.out.exists()


def test_without_dask_the_extra_is_named(run: Run, there: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be installed can be pasted."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = run("build", *there, f"--executor={NOWHERE}")
    assert (ran.code, ran.err) == (2, 'error: the executor needs dask: pip install "healthsite[cluster]"\n')


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("tcp://host:8786", "did you mean `dask:tcp://host:8786`?"),
        ("dask:host:8786", "write it as in dask:tcp://host:8786"),
        ("dask:tcp://host", "write it as in dask:tcp://host:8786"),
        ("ray:tcp://host:8786", "write it as in dask:tcp://host:8786"),
        ("", "write it as in dask:tcp://host:8786"),
    ],
)
def test_what_is_no_scheduler_is_wrong_usage(run: Run, there: tuple[str, str], value: str, hint: str) -> None:
    """The hint says how it is written."""
    ran = run("check", *there, f"--executor={value}")
    assert ran.code == 2
    assert f"`{value}` is no dask scheduler; {hint}" in " ".join(ran.err.split())
    with pytest.raises(UnusableCluster, match="write it as in"), joined(value):
        pass


def test_an_executor_names_an_address() -> None:
    """Plain, or encrypted where dask has its certificates."""
    assert address_in("dask:tcp://10.0.0.7:8786") == "tcp://10.0.0.7:8786"
    assert address_in("dask:tls://builder:8786") == "tls://builder:8786"
