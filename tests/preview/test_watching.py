"""Noticing what changes in a site, with looks and waits in place of disks and clocks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from pathlib import Path

import pytest
from conftest import SiteFolder

from healthsite.preview.watching import MOST_LOOKS, OFTEN, QUIET, SETTLING, SHARE, Stamp, look_at, rounds

A: Mapping[str, Stamp] = {"a": (1,)}
B: Mapping[str, Stamp] = {"a": (2,)}


class Watched:
    """Rounds over looks that are told beforehand; when they are used up, nothing changes any more."""

    def __init__(self, *looks: Mapping[str, Stamp], ticks: Iterable[float] = repeat(0.0)) -> None:
        self.waited: list[float] = []
        self._looks = chain(looks, repeat(looks[-1]))
        self._ticks = iter(ticks)
        self.rounds: Iterator[frozenset[str]] = rounds(
            lambda: next(self._looks), wait=self.waited.append, clock=lambda: next(self._ticks)
        )

    def next(self) -> set[str]:
        """The next round."""
        return set(next(self.rounds))


def test_a_change_is_told_with_the_names_of_its_files() -> None:
    """What was changed, added and removed since the last round."""
    watched = Watched({"same": (1,), "changed": (1,), "gone": (1,)}, {"same": (1,), "changed": (2,), "new": (1,)})
    assert watched.next() == {"changed", "gone", "new"}


def test_a_change_before_the_first_round_is_not_missed() -> None:
    """The first look is taken when the watching begins, so a change during the first build is the first round."""
    looks = iter([A, B, B])
    watching = rounds(lambda: next(looks), wait=lambda _: None, clock=lambda: 0.0)
    assert next(watching) == {"a"}


def test_a_file_is_told_once_it_is_whole() -> None:
    """While it is being written, nothing is told; then it is told once."""
    watched = Watched(A, B, {"a": (3,)}, {"a": (4,)}, {"a": (4,)}, {"a": (4,)}, {"a": (5,)})
    assert watched.next() == {"a"}
    assert watched.waited == [OFTEN, SETTLING, SETTLING, SETTLING]
    assert watched.next() == {"a"}


def test_a_site_that_never_rests_is_told_of_all_the_same() -> None:
    """After many looks it is built as it is then."""
    watched = Watched(*({"a": (number,)} for number in range(1000)))
    assert watched.next() == {"a"}
    assert watched.waited == [OFTEN, *[SETTLING] * MOST_LOOKS]


def test_a_change_taken_back_at_once_is_none() -> None:
    """What an editor's program writes and removes while it saves does not build the site; quiet comes later."""
    watched = Watched(A, {**A, "new": (1,)}, A)
    assert watched.next() == set()
    assert sum(watched.waited) >= QUIET + OFTEN


def test_quiet_is_told_once() -> None:
    """A round without names says that there is time for other work; only after another change does it come again."""
    quiet = round(QUIET / OFTEN) + 1
    watched = Watched(*[A] * (3 * quiet), B)
    assert watched.next() == set()
    assert watched.next() == {"a"}
    assert watched.next() == set()


def test_slow_looks_are_rare() -> None:
    """A look that takes two seconds is taken once in fifty, so that a large site leaves the processor alone."""
    watched = Watched(A, A, B, ticks=chain([0.0, 2.0, 2.0, 4.0], repeat(4.0)))
    watched.next()
    assert watched.waited[:2] == [OFTEN, 2.0 * SHARE]


def looked(site: SiteFolder, shipped: Path | None = None) -> Mapping[str, Stamp]:
    """A look at *site*."""
    return look_at(site.root, shipped or site.root)


def test_everything_that_a_site_is_made_from_is_looked_at(site: SiteFolder) -> None:
    """Its settings, content, templates and static files, and nothing else."""
    site.write({"templates/a.html": "", "static/css/a.css": "", "public/index.html": "", ".cache/x": "", "notes": ""})
    assert set(looked(site)) == {
        "config.yaml",
        "content/topics/legs.md",
        "content/articles/tired-legs.md",
        "templates/a.html",
        "static/css/a.css",
    }


def test_what_an_editors_program_leaves_behind_is_not(site: SiteFolder) -> None:
    """Its copies and locks are no part of the site."""
    before = looked(site)
    site.write({f"content/articles/{name}": "x" for name in ("a.md~", ".a.md.swp", ".#a.md", "#a.md#", ".DS_Store")})
    assert looked(site) == before


def test_shipped_templates_are_looked_at_where_they_are_others(site: SiteFolder, tmp_path: Path) -> None:
    """Who works on those of the generator sees changes to them too."""
    other = SiteFolder(tmp_path / "other").write({"templates/a.html": "", "static/a.css": "", "content/b.md": ""})
    more = set(looked(site, other.root)) - set(looked(site))
    assert more == {str(other.root / "templates/a.html"), str(other.root / "static/a.css")}


def test_a_file_put_in_the_place_of_another_is_a_change(site: SiteFolder) -> None:
    """Even if it has the same size and the same time."""
    before = looked(site)
    old = site.root / "config.yaml"
    new = site.root / "new.yaml"
    new.write_bytes(old.read_bytes())
    os.utime(new, ns=(old.stat().st_atime_ns, old.stat().st_mtime_ns))
    os.replace(new, old)
    assert {name for name, stamp in looked(site).items() if before[name] != stamp} == {"config.yaml"}


@pytest.mark.parametrize("target", ["nowhere", ".", "loop"])
def test_links_that_lead_nowhere_or_round_in_circles_do_no_harm(site: SiteFolder, target: str) -> None:
    """The build will report them."""
    before = looked(site)
    (site.root / "content" / "loop").symlink_to(target)
    assert looked(site) == before


def test_a_site_without_a_folder_is_empty(tmp_path: Path) -> None:
    """There is nothing to see, until there is."""
    assert look_at(tmp_path / "none", tmp_path / "none") == {}
