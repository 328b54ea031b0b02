"""The commands: ``corpus``, ``compare`` and ``profile``."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.compare import compared
from benchmarks.corpus import articles
from benchmarks.measure import require_linux
from benchmarks.peers.every import every_peer
from benchmarks.peers.healthsite import healthsite
from benchmarks.results_page import FOLDER, write_results
from healthsite.pipeline import Order, build


def main(args: list[str] | None = None) -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    corpus = commands.add_parser("corpus", help="write the synthetic site for every generator")
    corpus.add_argument("count", type=int, help="how many articles")
    corpus.add_argument("folder", type=Path, help="where; each generator has a folder below it")
    compare = commands.add_parser("compare", help="build it with every generator, cold and after edits")
    compare.add_argument("--count", type=int, default=10_000, help="how many articles (10,000)")
    compare.add_argument("--runs", type=int, default=3, help="how many rounds (3)")
    compare.add_argument("--only", nargs="*", help="the names of the generators to run")
    compare.add_argument("--edits", nargs="*", help="the names of those to run after edits too (all)")
    compare.add_argument("--out", type=Path, default=FOLDER, help="where to write the results (benchmarks/results)")
    profile = commands.add_parser("profile", help="show where our time goes, in one process")
    profile.add_argument("--count", type=int, default=500, help="how many articles (500)")
    profile.add_argument("--sort", default="tottime", help="how to sort: tottime, cumulative …")
    given = parser.parse_args(args)
    if given.command == "corpus":
        _corpus(given.count, given.folder)
    elif given.command == "compare":
        _compare(given.count, given.runs, given.only, given.edits, given.out)
    else:
        _profile(given.count, given.sort)


def _corpus(count: int, folder: Path) -> None:
    for peer in every_peer():
        peer.write(folder / peer.name.replace(" ", "-"), articles(count))
        _say(f"{folder / peer.name.replace(' ', '-')}: {peer.name} {peer.version}")


def _compare(count: int, runs: int, only: list[str] | None, edits: list[str] | None, out: Path) -> None:
    require_linux()
    peers = tuple(peer for peer in every_peer() if not only or peer.name in only)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        measures = tuple(compared(peers, count, runs, Path(folder), _say, edits))
    table = write_results(measures, count, datetime.now(UTC).date(), out)
    _say(table.read_text("utf-8"))


def _profile(count: int, sort: str) -> None:
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        root = Path(folder)
        healthsite().write(root, articles(count))
        order = Order(root=root, today=date(2026, 11, 22), out=root / "public", search=False)
        build(order)
        shutil.rmtree(root / ".cache")
        shutil.rmtree(root / "public")
        profiler = cProfile.Profile()
        profiler.runcall(build, order)
        pstats.Stats(profiler, stream=sys.stdout).sort_stats(sort).print_stats(60)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
