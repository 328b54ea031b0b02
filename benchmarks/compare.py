"""Builds the corpus with every generator in turn, cold and after edits."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.corpus import article, articles
from benchmarks.measure import Cost, measured
from benchmarks.peers.peer import Peer

COLD: Final = "cold"
STEPS: Final[Mapping[str, str]] = {
    COLD: "cold build",
    "again": "nothing changed",
    "body": "one body edited",
    "title": "one title edited",
    "term": "one term renamed",
}
"""What is measured, in this order, each in words."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Measure:
    """What one step cost a generator: every run."""

    peer: str
    version: str
    step: str
    runs: tuple[Cost, ...]

    @property
    def middle(self) -> Cost:
        """The medians of the runs, each figure for itself."""
        return Cost(*(median(getattr(run, part) for run in self.runs) for part in ("wall", "cpu", "peak")))


def compared(
    peers: tuple[Peer, ...], count: int, runs: int, folder: Path, say: Say, edits: Collection[str] | None = None
) -> Iterator[Measure]:
    """What each step costs each of *peers* with *count* articles; every one is run *runs* times, the peers in turn.

    Where *edits* names some of them, only those are measured after edits as well: for one that remembers nothing, each
    of these steps is a cold build once more.
    """
    sites = {peer.name: folder / peer.name.replace(" ", "-") for peer in peers}
    for peer in peers:
        say(f"writing {count} articles for {peer.name}")
        shutil.rmtree(sites[peer.name], ignore_errors=True)
        peer.write(sites[peer.name], articles(count))
    costs: dict[tuple[str, str], list[Cost]] = {}
    for number in range(runs):
        for peer in peers:
            steps = _steps(peer, sites[peer.name], count, number)
            for step, cost in steps if edits is None or peer.name in edits else islice(steps, 1):
                say(f"{peer.name}, {STEPS[step]}: {cost.wall:.2f} s, {cost.cpu:.2f} s CPU, {cost.peak:.0f} MB")
                costs.setdefault((peer.name, step), []).append(cost)
    for peer in peers:
        for step in STEPS:
            if (peer.name, step) in costs:
                yield Measure(peer.name, peer.version, step, tuple(costs[peer.name, step]))


def _steps(peer: Peer, site: Path, count: int, number: int) -> Iterator[tuple[str, Cost]]:
    """Each step of one round; edits differ from round to round, so that each changes something."""
    for name in peer.leftovers:
        shutil.rmtree(site / name, ignore_errors=True)
    chosen = article(count // 2, count)
    edited = replace(chosen, body=f"{chosen.body}\nA sentence of round {number}.\n")
    command = peer.command(site)
    yield COLD, measured(command, site)
    yield "again", measured(command, site)
    peer.write_article(site, edited)
    yield "body", measured(command, site)
    peer.write_article(site, replace(edited, title=f"A title of round {number}"))
    yield "title", measured(command, site)
    if peer.term:
        peer.write_term(site, "conditions", chosen.conditions[0], f"A condition of round {number}")
        yield "term", measured(command, site)
