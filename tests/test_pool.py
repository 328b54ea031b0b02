"""A pure function mapped over values, in this process or in several."""

from __future__ import annotations

import errno
import operator
import os
import signal
from typing import Any

import pytest

from healthsite import pool as module
from healthsite.pool import FEW, Pool

MANY = 3 * FEW


class Deadly(int):
    """A number that kills the process which it is sent to."""

    def __reduce__(self) -> Any:
        """Unpickling it ends the process."""
        return os._exit, (1,)


def process_of(_constants: None, _value: int) -> int:
    """The process that did the job."""
    return os.getpid()


def ignores_an_interrupt(_constants: None, _value: int) -> bool:
    """Whether the process that did the job leaves Ctrl-C to others."""
    return signal.getsignal(signal.SIGINT) == signal.SIG_IGN


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, FEW - 1, FEW, FEW + 1, MANY])
def test_results_come_in_the_order_of_the_values(jobs: int, number: int) -> None:
    """However many processes there are, the results are those of a plain loop, in its order."""
    values = list(range(number, 0, -1))
    assert list(Pool(jobs).map(operator.mul, 7, values)) == [7 * value for value in values]


def test_many_values_are_shared_out() -> None:
    """With two jobs, many values are done in other processes than this one."""
    processes = set(Pool(2).map(process_of, None, range(MANY)))
    assert os.getpid() not in processes
    assert 1 <= len(processes) <= 2


@pytest.mark.parametrize(("jobs", "number"), [(1, MANY), (2, FEW - 1)], ids=["one job", "few values"])
def test_little_work_is_done_here(jobs: int, number: int) -> None:
    """With one job, or few values, no process is started."""
    assert set(Pool(jobs).map(process_of, None, range(number))) == {os.getpid()}


@pytest.mark.parametrize("jobs", [0, -3])
def test_there_is_at_least_one_job(jobs: int) -> None:
    """A pool without processes does the work in this one."""
    assert Pool(jobs).jobs == 1


def test_results_are_there_as_they_become_ready() -> None:
    """A result can be used before the next value is looked at."""
    results = Pool(1).map(operator.truediv, 1, [4, 0])
    assert next(results) == 0.25
    with pytest.raises(ZeroDivisionError):
        next(results)


@pytest.mark.parametrize("place", [0, 50, MANY - 1])
def test_when_a_process_dies_its_work_is_done_here(place: int) -> None:
    """A process that is killed, as by a system short of memory, costs time and no result."""
    values = [Deadly(value) if value == place else value for value in range(MANY)]
    assert list(Pool(2).map(operator.add, 10, values)) == list(range(10, 10 + MANY))


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems without semaphores, or at their limit of processes, build too."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    assert list(Pool(2).map(operator.add, 1, range(MANY))) == list(range(1, MANY + 1))


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, 5])
def test_work_may_be_done_apart(jobs: int, number: int) -> None:
    """However little there is, it is done in other processes, in the order of the values."""
    assert list(Pool(jobs).apart(operator.mul, 7, range(number))) == [7 * value for value in range(number)]
    processes = set(Pool(jobs).apart(process_of, None, range(number)))
    assert os.getpid() not in processes
    assert len(processes) <= min(jobs, number)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("places", [{0}, {2}, {4}, {1, 2}, {0, 1, 2, 3, 4}])
def test_a_value_that_brings_its_process_down_has_no_result(jobs: int, places: set[int]) -> None:
    """This process goes on, and all other values have theirs."""
    values = [Deadly(value) if value in places else value for value in range(5)]
    expected = [None if value in places else 10 + value for value in range(5)]
    assert list(Pool(jobs).apart(operator.add, 10, values)) == expected


def test_where_there_are_no_processes_nothing_can_be_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems without semaphores do the work here, rather than not at all."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    assert list(Pool(2).apart(operator.add, 1, range(4))) == [1, 2, 3, 4]


def test_an_error_in_a_job_apart_is_raised_here() -> None:
    """A bug in a job is no reason to do without its result."""
    with pytest.raises(ZeroDivisionError):
        list(Pool(2).apart(operator.floordiv, 1, [1, 0]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_job_is_raised_here(jobs: int) -> None:
    """A bug in a job keeps its type, in whichever process it happened."""
    with pytest.raises(ZeroDivisionError):
        list(Pool(jobs).map(operator.floordiv, 1, [1] * (MANY - 1) + [0]))


def test_an_interrupt_is_for_the_process_that_started_the_others() -> None:
    """After Ctrl-C, no worker prints a traceback of its own."""
    assert set(Pool(2).map(ignores_an_interrupt, None, range(MANY))) == {True}
    assert set(Pool(1).map(ignores_an_interrupt, None, range(MANY))) == {False}


def test_a_worker_does_what_it_was_prepared_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The job and its constants are given to a process once; then values are enough."""
    monkeypatch.setattr(module, "_task", None)
    module._prepare(operator.sub, 10)
    assert [module._do(3), module._do(4)] == [7, 6]


def test_a_worker_that_was_not_prepared_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value without a job is a bug, and is not passed over."""
    monkeypatch.setattr(module, "_task", None)
    with pytest.raises(RuntimeError, match="not prepared"):
        module._do(3)
