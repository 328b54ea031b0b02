"""The loop of builds, with changes and builds that are told beforehand, and with real ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import pytest
from conftest import TODAY, SiteFolder, article

from healthsite.pipeline import Order, Outcome, build
from healthsite.preview.board import Board, State, Trouble
from healthsite.preview.loop import CRASHED, Built, Crashed, Failed, Result, previews
from healthsite.problems import InvalidConfig, InvalidSite, Location, NotPublished, Problem, UnusableFolder

ADDRESS: Final = "http://127.0.0.1:8000"
EDIT: Final = frozenset({"content/articles/tired-legs.md"})
QUIET: Final = frozenset[str]()
WRONG: Final = Problem(Location("content/x.md", 1), "x", "this is wrong")
OUTCOME: Final = Outcome(1, (), None)


@dataclass
class Bench:
    """Stands in for the build: does what *does* says, one after the other, and then builds without a word."""

    site: SiteFolder
    does: list[Exception | None] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    board: Board = field(default_factory=Board)
    states: list[State] = field(default_factory=list)

    def make(self, order: Order) -> Outcome:
        """Take an order."""
        self.orders.append(order)
        if error := self.does.pop(0) if self.does else None:
            raise error
        return OUTCOME

    def run(self, *changes: frozenset[str], search: bool = True, clean: bool = False) -> list[Result]:
        """Everything that becomes of the builds, the state after each being kept."""
        order = Order(root=self.site.root, today=TODAY, out=self.site.out, search=search, clean=clean)
        results = []
        for result in previews(order, ADDRESS, changes, self.board, self.make, clock=lambda: 0.0):
            results.append(result)
            self.states.append(self.board.state)
        return results


@pytest.fixture
def bench(site: SiteFolder) -> Bench:
    """A loop over the smallest site."""
    return Bench(site)


def test_a_site_is_built_at_once_and_after_each_change(bench: Bench) -> None:
    """Each result names the files that it followed."""
    assert bench.run(EDIT, EDIT) == [Built(QUIET, OUTCOME, 0.0), Built(EDIT, OUTCOME, 0.0), Built(EDIT, OUTCOME, 0.0)]
    assert bench.states == [State("", None, 1), State("", None, 2), State("", None, 3)]


def test_the_search_index_waits_for_quiet(bench: Bench) -> None:
    """A change is shown without it; it follows once, when there is time."""
    results = bench.run(EDIT, QUIET, QUIET, EDIT, EDIT, QUIET)
    assert [order.search for order in bench.orders] == [False, False, True, False, False, True]
    assert [result.indexed for result in results if isinstance(result, Built)] == [False, False, True] * 2


def test_without_search_quiet_is_quiet(bench: Bench) -> None:
    """`--no-search` leaves the index out altogether."""
    bench.run(QUIET, EDIT, QUIET, search=False)
    assert [order.search for order in bench.orders] == [False, False]


def test_a_site_with_problems_gets_no_index(bench: Bench) -> None:
    """There is nothing to index; after it is mended there is."""
    bench.does = [None, InvalidSite([WRONG]), None]
    bench.run(EDIT, QUIET, EDIT, QUIET)
    assert [order.search for order in bench.orders] == [False, False, False, True]


def test_only_the_first_build_forgets_the_cache(bench: Bench) -> None:
    """`--clean` would make every change slow."""
    bench.run(EDIT, QUIET, clean=True)
    assert [order.clean for order in bench.orders] == [True, False, False]


@pytest.mark.parametrize("path", ["", "/name"])
def test_the_site_is_built_for_where_it_is_served(bench: Bench, path: str) -> None:
    """Below the path of config.yaml, which may change."""
    bench.site.write({"config.yaml": f"title: T\nbase_url: https://testing.example{path}/\n"})
    bench.run()
    assert bench.orders[0].base_url == f"{ADDRESS}{path}/"
    assert bench.board.state.base_path == path


def test_problems_are_shown_until_they_are_mended(bench: Bench) -> None:
    """They and errors of other kinds stand on the board until a build goes well."""
    bench.does = [None, InvalidSite([WRONG]), NotPublished("the disk is full"), None]
    results = bench.run(EDIT, EDIT, EDIT)
    assert [type(result) for result in results] == [Built, Failed, Failed, Built]
    assert [state.trouble for state in bench.states] == [
        None,
        Trouble((WRONG,)),
        Trouble(message="the disk is full"),
        None,
    ]


def test_a_crash_is_reported_and_does_not_end_the_watching(bench: Bench) -> None:
    """It says that it is a bug, and where."""
    bench.does = [None, ZeroDivisionError("so it goes")]
    _, crashed, after = bench.run(EDIT, EDIT)
    assert isinstance(crashed, Crashed)
    assert crashed.trace.endswith("ZeroDivisionError: so it goes\n")
    assert bench.states[1].trouble == Trouble(message=f"{CRASHED}\n\n{crashed.trace}")
    assert isinstance(after, Built)


def test_an_interrupt_ends_it(bench: Bench) -> None:
    """Ctrl-C is no crash."""

    def interrupted(_order: Order) -> Outcome:
        raise KeyboardInterrupt

    order = Order(root=bench.site.root, today=TODAY, out=bench.site.out)
    with pytest.raises(KeyboardInterrupt):
        list(previews(order, ADDRESS, [], bench.board, interrupted))


def test_a_folder_without_a_site_is_not_watched(bench: Bench) -> None:
    """Whoever named the wrong folder is told so; one whose config.yaml vanishes later can put it back."""
    bench.site.delete("config.yaml")
    with pytest.raises(UnusableFolder, match=r"there is no config\.yaml"):
        bench.run(EDIT)
    bench.does = [None, UnusableFolder("gone")]
    bench.site.write({"config.yaml": "title: T\nbase_url: https://testing.example/\n"})
    assert [type(result) for result in bench.run(EDIT, EDIT)] == [Built, Failed, Built]


def test_broken_settings_leave_the_site_where_it_is(bench: Bench) -> None:
    """While config.yaml cannot be read, the last good build stays below its path."""
    good = "title: T\nbase_url: https://testing.example/name/\n"
    bench.site.write({"config.yaml": good})

    def changes() -> Iterable[frozenset[str]]:
        bench.site.write({"config.yaml": "title: [\n"})
        yield frozenset({"config.yaml"})

    order = Order(root=bench.site.root, today=TODAY, out=bench.site.out)
    _, failed = previews(order, ADDRESS, changes(), bench.board, bench.make)
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, InvalidConfig)
    assert bench.board.state.base_path == "/name"


def test_a_bad_edit_leaves_the_last_good_build(site: SiteFolder) -> None:
    """With real builds: nothing of it is touched, and the mended page takes its place."""
    board = Board()
    seen: list[str] = []

    def changes() -> Iterable[frozenset[str]]:
        for body in ("See [this](nowhere.md).", "Rest more."):
            site.write({"content/articles/tired-legs.md": article(body=body)})
            yield EDIT
            seen.append(site.text("/articles/tired-legs/"))

    order = Order(root=site.root, today=TODAY, out=site.out, cache=site.root / ".cache/preview")
    results = list(previews(order, ADDRESS, changes(), board, partial(build)))
    assert [type(result) for result in results] == [Built, Failed, Built]
    assert "Rest them." in seen[0]
    assert "Rest more." in seen[1]
    assert f'<link rel="canonical" href="{ADDRESS}/articles/tired-legs/">' in site.page("/articles/tired-legs/")
    assert sorted(file.name for file in (site.root / ".cache").iterdir()) == ["preview"]
