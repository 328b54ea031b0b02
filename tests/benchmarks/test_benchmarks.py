"""The benchmarks work. What they measure is for no test to judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.corpus import articles, terms
from benchmarks.peers.healthsite import healthsite


def test_the_corpus_is_the_same_everywhere() -> None:
    """The same articles from the same seed, and others from another one."""
    assert list(articles(3)) == list(articles(3))
    assert list(articles(3)) != list(articles(3, seed=1))
    known = {slug for slugs in terms().values() for slug in slugs}
    assert {slug for one in articles(50) for slug in (one.topic, *one.regions, *one.conditions)} <= known


def test_articles_are_as_long_as_the_results_say() -> None:
    """About 6.7 kB with their front matter."""
    sizes = [len(healthsite().article(one)[1]) for one in articles(50)]
    assert 6_300 < sum(sizes) / len(sizes) < 7_100


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is measured on Linux only")
@pytest.mark.parametrize(("edits", "steps"), [([], 5), (["--edits", "healthsite"], 5), (["--edits"], 1)])
def test_a_small_comparison_runs(
    edits: list[str], steps: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Our own builds, cold and, unless only others are named, after edits, end in a table, figures and a plot."""
    main(["compare", "--count", "5", "--runs", "1", "--only", "healthsite", "--out", str(tmp_path), *edits])
    table = (tmp_path / "compare-5.md").read_text("utf-8")
    assert table in capsys.readouterr().out
    assert [line.split("|")[2].strip() for line in table.splitlines() if line.startswith("| healthsite")] == [
        *("cold build", "nothing changed", "one body edited", "one title edited", "one term renamed")
    ][:steps]
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".md", ".svg"]


def test_our_own_time_can_be_profiled(capsys: pytest.CaptureFixture[str]) -> None:
    """The profile names the functions that take the longest."""
    main(["profile", "--count", "2"])
    assert "function calls" in capsys.readouterr().out


def test_the_corpus_can_be_written(tmp_path: Path) -> None:
    """A site for each generator that is on this machine, ours among them."""
    main(["corpus", "4", str(tmp_path)])
    assert len(list((tmp_path / "healthsite/content/articles").iterdir())) == 4
