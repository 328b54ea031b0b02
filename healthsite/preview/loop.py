"""Builds a site, and again whenever something has changed: one build at a time, in this process.

The builds that follow a change leave the search index out, so that a browser shows the change at once; the index is
made when the site has been quiet for a while. A change that is saved while the index is being made waits for it. A
build that fails changes nothing of what was built before.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from healthsite.checks.every import RULES
from healthsite.order import Order, Outcome
from healthsite.preview.board import Board, Trouble
from healthsite.problems import InvalidSite, SiteError, UnusableFolder
from healthsite.reading.config_file import read_config

CRASHED: Final = "The generator itself has failed, which is a bug in it and no mistake of yours."


@dataclass(frozen=True, slots=True)
class Built:
    """A build that went well, after these files had *changed*; *indexed* where it was made for the search index."""

    changed: frozenset[str]
    outcome: Outcome
    seconds: float
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A build that the site's problems, or the disk, did not let through."""

    changed: frozenset[str]
    error: SiteError


@dataclass(frozen=True, slots=True)
class Crashed:
    """A build that broke because of a bug; *trace* is for those who look for it."""

    changed: frozenset[str]
    trace: str


Result = Built | Failed | Crashed
Make = Callable[[Order], Outcome]
"""Builds: `healthsite.pipeline.build`, or what stands in for it."""


def previews(
    order: Order,
    address: str,
    changes: Iterable[frozenset[str]],
    board: Board,
    make: Make,
    clock: Callable[[], float] = time.perf_counter,
) -> Iterator[Result]:
    """What becomes of *order*, first at once, and then after each of the *changes*; the *board* shows it too.

    *address* is where the site is served, without a slash at the end. Changes without a file mean that all is quiet.
    Raises `UnusableFolder` where the first build cannot do anything with the folders of *order*.
    """
    stale = False
    for number, changed in enumerate(chain((frozenset[str](),), changes)):
        indexing = number > 0 and not changed
        if indexing and not stale:
            continue
        one = replace(order, search=indexing, clean=order.clean and number == 0)
        result = _result(one, address, changed, board, make, clock)
        if number == 0 and isinstance(result, Failed) and isinstance(result.error, UnusableFolder):
            raise result.error
        stale = order.search and not indexing and isinstance(result, Built)
        yield result


def _result(
    order: Order,
    address: str,
    changed: frozenset[str],
    board: Board,
    make: Make,
    clock: Callable[[], float],
) -> Result:
    """Build *order* as a site at *address*, and show on the *board* what became of it."""
    started = clock()
    base_path = board.state.base_path
    result: Result
    try:
        base_path = read_config(order.root, rules=RULES).base_path
        outcome = make(replace(order, base_url=f"{address}{base_path}/"))
    except InvalidSite as error:
        trouble, result = Trouble(error.problems), Failed(changed, error)
    except SiteError as error:
        trouble, result = Trouble(message=str(error)), Failed(changed, error)
    except Exception:  # noqa: BLE001 - a bug must not end the watching: it is reported, with its place, and all goes on
        trace = traceback.format_exc()
        trouble, result = Trouble(message=f"{CRASHED}\n\n{trace}"), Crashed(changed, trace)
    else:
        board.show(base_path, None)
        return Built(changed, outcome, clock() - started, order.search)
    board.show(board.state.base_path, trouble)
    return result
