"""The documents that follow from the code say what the code says."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from healthsite.checks.every import RULES
from healthsite.model import figure_words
from healthsite.model.library import KINDS

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def made() -> Mapping[Path, str]:
    """The pages as `docs/make.py` makes them now."""
    spec = importlib.util.spec_from_file_location("docs_make", DOCS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.path", [])
        spec.loader.exec_module(module)
    pages: Callable[[], Mapping[Path, str]] = module.pages
    return pages()


@pytest.mark.parametrize("name", ["keys.md", "rules.md", "figures.md"])
def test_a_made_page_is_as_it_is_made(made: Mapping[Path, str], name: str) -> None:
    """Who changes a key or a rule runs `python docs/make.py`, and the page says so."""
    written = (DOCS / name).read_text("utf-8")
    assert written == made[DOCS / name]
    assert "`python docs/make.py`" in written


def test_every_made_page_is_looked_at(made: Mapping[Path, str]) -> None:
    """There are no others than the pages above, and the pictures of one of them."""
    assert {file.name for file in made if file.suffix == ".md"} == {"keys.md", "rules.md", "figures.md"}
    pictures = {file: text for file, text in made.items() if file.suffix == ".svg"}
    assert {file.name for file in pictures} == {"example.svg", "postures.svg", "props.svg"}
    assert {file for file, text in pictures.items() if file.read_text("utf-8") != text} == set()
    assert all(f"(figures/{file.name})" in made[DOCS / "figures.md"] for file in pictures)


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("keys.md", [f"`content/{kind}/*.md`" for kind in KINDS]),
        ("rules.md", [*RULES]),
        ("figures.md", ["Postures", "Props", "Words", "Keys"]),
    ],
)
def test_a_made_page_leaves_nothing_out(made: Mapping[Path, str], name: str, titles: list[Any]) -> None:
    """Every kind of file has its table, and every rule its section."""
    assert set(titles) <= {line.removeprefix("## ") for line in made[DOCS / name].splitlines() if line[:3] == "## "}


def test_every_word_of_a_figure_stands_in_its_page(made: Mapping[Path, str]) -> None:
    """Postures, props, surfaces, points and directions: what may be written can be looked up."""
    text = made[DOCS / "figures.md"]
    known = (
        *figure_words.POSTURES,
        *figure_words.PROPS,
        *(f"`{word}`" for word in figure_words.SURFACES),
        *(f"`{word}`" for word in figure_words.MIDDLE_POINTS),
        *(f"`{word}`" for word in figure_words.SIDE_POINTS),
        *(f"`{word}`" for word in figure_words.DIRECTIONS),
    )
    assert [word for word in known if word not in text] == []
