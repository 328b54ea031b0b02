"""Units are left alone as long as all that they rest on holds."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, SiteFolder, article, exercise, term
from stories.edited import FILES, built

import healthsite.pages
from healthsite.cache import Cache
from healthsite.engine import engine_digest
from healthsite.pages.every import Unit
from healthsite.pipeline import Order, _read, _settings, _site
from healthsite.pool import Pool
from healthsite.reading.pictures import Pictures
from healthsite.rendering.ledger import Ledger
from healthsite.rendering.stage import pages_rendered
from healthsite.rendering.unit import Product, Workshop


def looked_at(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The units whose views a build of *site* makes."""
    seen: set[str] = set()
    enter = Ledger.enter

    def entered(self: Ledger, unit: Unit, product: Product) -> None:
        seen.add("/".join(unit))
        enter(self, unit, product)

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "enter", entered)
        site.build()
    return seen


def test_nothing_is_looked_at_twice(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a change, no view is made at all."""
    built(site)
    assert looked_at(site, monkeypatch) == set()


def test_an_edited_text_is_one_unit(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is shown the text of a page."""
    built(site).write({"content/articles/sleep.md": article("Sleep", "Long.", topic="rest")})
    assert looked_at(site, monkeypatch) == {"article/sleep"}


def test_a_new_title_is_looked_at_where_it_may_be_shown(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """On its own page, those of its terms, where it is linked, and in the lists of the whole site."""
    built(site).write({"content/articles/sleep.md": article("Rest", topic="rest")})
    seen = looked_at(site, monkeypatch)
    assert {"article/sleep", "term/topics/rest", "article/tired-legs", "home/", "a to z/"} <= seen
    assert seen.isdisjoint({"article/cramp", "term/conditions/cramp", "exercise/stretch"})


def test_a_new_page_is_looked_at_where_it_may_be_listed(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its terms have a member more; pages that show none of it stay."""
    built(site).write({"content/exercises/rise.md": exercise("Rise", topic="rest")})
    seen = looked_at(site, monkeypatch)
    assert {"exercise/rise", "exercises/", "term/topics/rest", "a to z/"} <= seen
    assert "article/cramp" not in seen


def test_a_renamed_term_is_looked_at_on_its_members(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """They name it; the members of other terms do not."""
    built(site).write({"content/topics/rest.md": term("Repose")})
    seen = looked_at(site, monkeypatch)
    assert {"article/sleep", "exercise/nap", "term/topics/rest", "terms/topics"} <= seen
    assert seen.isdisjoint({"article/cramp", "exercise/stretch"})


def test_facts_that_nothing_rests_on_are_dropped(site: SiteFolder) -> None:
    """However often a page is edited, what is kept does not grow."""
    built(site)
    sizes = []
    for number in range(12):
        site.write({"content/articles/sleep.md": article(f"Sleep {number}", topic="rest")}).build()
        cache = Cache(site.root / ".cache", engine_digest())
        sizes.append(len(cache.signatures("units")["facts"]))
    assert max(sizes) <= sizes[0] * 5 // 4 + 1


@pytest.mark.parametrize(
    "kept",
    [
        *({}, {"units": 5}, {"facts": 5, "units": {}, "shared": "s"}, {"units": {"a|b": 5}}),
        {"facts": [], "shape": {}, "shared": "s", "units": {"a|b": (b"\x07\0\0\0", [])}},
        {"facts": ["all|x|y", "all|x|y"], "shape": {}, "shared": "s", "units": {"a|b": (b"\1\0\0\0", [])}},
    ],
)
def test_what_cannot_be_understood_is_forgotten(site: SiteFolder, kept: dict[str, Any]) -> None:
    """Then everything is looked at, as the first time."""
    site.write(FILES)
    order = Order(site.root, TODAY, site.out, search=False)
    cache = Cache(site.root / ".cache", "e")
    contents = _read(order, Pictures(site.root), cache, Pool())
    found = _site(order, contents)
    settings, _ = _settings(order, found, cache)
    workshop = Workshop(found, settings)
    ledger = Ledger("s", workshop.facts, kept)
    assert ledger.settled(("a", "b")) is None
    assert ledger.known(("a", "b")) == ()
    assert pages_rendered(workshop, cache, Pool()).fresh > len(FILES)


def test_pages_do_not_know_the_day() -> None:
    """A view is made again when a fact has changed that it rests on: the day is none, so no view may ask for it."""
    folder = Path(healthsite.pages.__file__).parent
    for file in folder.glob("*.py"):
        asked = {node.attr for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Attribute)}
        assert "today" not in asked, file.name
