"""A build with nothing to do is told by a look at the disk, and by nothing less than all of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY, SiteFolder, article

from healthsite import standing as module
from healthsite.order import Order
from healthsite.pipeline import build
from healthsite.publishing.manifest import NAME
from healthsite.standing import inputs_of, standing

TIRED = "content/articles/tired-legs.md"
LONG_AGO = 1_000_000_000


def settled(root: Path) -> None:
    """Let all files of the site be old enough for their times to tell them apart."""
    for path in [root, *root.rglob("*")]:
        if ".cache" not in path.parts and "public" not in path.parts:
            os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def order(site: SiteFolder) -> Order:
    """What was asked of the last build, whose files have not changed for long."""
    site.write({TIRED: article(body="Rest.\r\n")})
    settled(site.root)
    order = Order(site.root, TODAY, site.out, search=False)
    build(order)
    return order


def test_what_stands_is_the_outcome(order: Order) -> None:
    """The warnings are those of the build before, and every file is counted."""
    before = build(order)
    found = standing(order, inputs_of(order))
    assert found is not None
    assert before.release is not None
    assert found.release is not None
    assert (found.rendered, found.problems, found.release.unchanged) == (0, before.problems, before.release.unchanged)
    assert [problem.rule for problem in found.problems] == ["line-ends"]


def _edit(root: Path) -> None:
    (root / TIRED).write_text(article(body="Rise."))


def _touch(root: Path) -> None:
    os.utime(root / TIRED)


@pytest.mark.parametrize(
    "change",
    [
        _edit,
        _touch,
        lambda root: (root / TIRED).unlink(),
        lambda root: (root / "content/articles/new.md").write_text(article("New")),
        lambda root: (root / "config.yaml").write_text("title: Other\nbase_url: https://testing.example/\n"),
        lambda root: (root / "static/css").mkdir(parents=True),
        lambda root: (root / "templates").mkdir(),
        lambda root: (root / "content/articles/link.md").symlink_to("nowhere"),
        lambda root: (root / "public/index.html").write_text("hacked"),
        lambda root: (root / "public/index.html").unlink(),
        lambda root: (root / "public" / NAME).unlink(),
        lambda root: shutil.rmtree(root / "public"),
        lambda root: shutil.rmtree(root / ".cache"),
        lambda root: (root / ".cache/standing.kept").write_bytes(b"nonsense"),
    ],
)
def test_any_change_on_the_disk_is_seen(order: Order, change: Callable[[Path], object]) -> None:
    """Whether of the site, of what is published, or of the record."""
    change(order.root)
    assert standing(order, inputs_of(order)) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"today": TODAY.replace(day=1)},
        {"base_url": "https://other.example/"},
        {"drafts": True},
        {"strict": True},
        {"search": True},
        {"clean": True},
        {"out": None},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_another_order_has_another_outcome(order: Order, asked: dict[str, object]) -> None:
    """What was asked for before must be the same in all that matters."""
    assert standing(replace(order, **asked), inputs_of(order)) is None  # type: ignore[arg-type]
    assert standing(replace(order, jobs=3), inputs_of(order)) is not None


def test_other_code_has_another_outcome(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of the generator looks at everything again."""
    monkeypatch.setattr(module, "engine_digest", lambda: "another")
    assert standing(order, inputs_of(order)) is None


def test_what_has_only_just_been_changed_is_not_certain(site: SiteFolder) -> None:
    """A file may change twice within one tick of the disk's clock."""
    order = Order(site.root, TODAY, site.out, search=False)
    build(order)
    assert standing(order, inputs_of(order)) is None


def test_a_build_that_fails_leaves_no_record(order: Order) -> None:
    """The record of the build before does not stand for it."""
    (order.root / TIRED).write_text("broken")
    settled(order.root)
    assert standing(order, inputs_of(order)) is None


def test_nothing_is_loaded_for_it(order: Order) -> None:
    """The command imports neither the schemas nor Markdown nor Jinja when there is nothing to do."""
    code = (
        "import sys\nfrom healthsite.cli import main\n"
        "try:\n    main(args=sys.argv[1:])\nfinally:\n"
        "    print(sorted({'pydantic', 'markdown', 'jinja2', 'yaml'} & set(sys.modules)))"
    )
    options = ["--site", str(order.root), "--as-of", TODAY.isoformat(), "--no-search"]
    ran = subprocess.run([sys.executable, "-c", code, *options], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert "0 pages rendered" in ran.stdout
