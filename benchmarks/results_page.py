"""The results in words and as a plot: a table in Markdown, the figures as JSON, and bars as SVG."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from benchmarks.compare import COLD, STEPS, Measure

FOLDER: Final = Path(__file__).resolve().parent / "results"
_OURS: Final = "healthsite"
_BAR: Final = 22
_LEFT: Final = 250
_WIDE: Final = 360


def write_results(measures: Sequence[Measure], count: int, day: date, folder: Path = FOLDER) -> Path:
    """Write table, figures and plot of *measures* with *count* articles into *folder*; the table's file."""
    folder.mkdir(exist_ok=True)
    table = folder / f"compare-{count}.md"
    table.write_text("\n".join(_table(measures, count, day)) + "\n", "utf-8")
    plain = [asdict(measure) for measure in measures]
    (folder / f"compare-{count}.json").write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    (folder / f"compare-{count}.svg").write_text(_plot(measures, count), "utf-8")
    return table


def _table(measures: Sequence[Measure], count: int, day: date) -> Iterator[str]:
    runs = len(measures[0].runs)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    yield f"# {count:,} articles"
    yield ""
    yield f"Measured on {day.isoformat()}, on {os.cpu_count()} cores and {memory:.0f} GB, {platform.machine()},"
    rounds = "One round" if runs == 1 else f"Medians of {runs} rounds"
    yield f"with Python {platform.python_version()}. {rounds}, all generators in turn."
    yield "The ratio is that of the wall time to Hugo's cold build with related pages, in the same run."
    yield ""
    yield "| generator | what | wall | CPU | peak memory | ratio |"
    yield "| --- | --- | --- | --- | --- | --- |"
    whole = next((one.middle.wall for one in measures if one.peer == "Hugo" and one.step == COLD), None)
    for measure in measures:
        cost = measure.middle
        ratio = _ratio(cost.wall / whole) if whole else ""
        name = f"{measure.peer} {measure.version}"
        yield (
            f"| {name} | {STEPS[measure.step]} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.peak:.0f} MB | {ratio} |"
        )


def _ratio(ratio: float) -> str:
    return f"1/{1 / ratio:.1f}" if ratio < 0.95 else f"{ratio:.2f}"


def _plot(measures: Sequence[Measure], count: int) -> str:
    """Bars of wall time: every generator's cold build, and our builds after edits."""
    rows = [one for one in measures if one.step == COLD or one.peer == _OURS]
    rows.sort(key=lambda one: -one.middle.wall)
    longest = max(one.middle.wall for one in rows)
    height = 64 + len(rows) * (_BAR + 10)
    wide = _LEFT + _WIDE + 90
    bars = []
    for number, one in enumerate(rows):
        seconds, top = one.middle.wall, 52 + number * (_BAR + 10)
        length = max(2.0, seconds / longest * _WIDE)
        name = one.peer if one.step == COLD else f"{one.peer}, {STEPS[one.step]}"
        colour = "#0b5f63" if one.peer == _OURS else "#9aa3a1"
        bars.append(
            f'<text x="{_LEFT - 10}" y="{top + 16}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{top}" width="{length:.1f}" height="{_BAR}" rx="3" fill="{colour}"/>'
            f'<text x="{_LEFT + length + 8:.1f}" y="{top + 16}">{seconds:.2f} s</text>'
        )
    title = f"Seconds to build {count:,} articles"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {height}" width="{wide}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="14"><title>{title}</title>'
        f'<rect width="{wide}" height="{height}" fill="#fff"/>'
        f'<text x="12" y="30" font-size="18" font-weight="bold">{title}</text>{"".join(bars)}</svg>\n'
    )
