"""The Markdown dialect, told by the fixtures in cases/: a title, Markdown, its HTML, and what is wrong with it.

A fixture is itself Markdown. Each ``##`` heading is the title of a case; below it stand fenced blocks of four
backticks: ``markdown``, then ``html``, and ``problems`` where there are any. All else is for readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from photos import shown

from healthsite.pages.body import Body, Embed, Target, Word
from healthsite.pages.care import CareView
from healthsite.pages.pictures import Source
from healthsite.text.dialect import convert

CASES: Final = Path(__file__).parent / "cases"
_PART: Final = re.compile(r"^## ([^\n]+)$|^````(markdown|html|problems)\n(.*?)\n?^````$", re.MULTILINE | re.DOTALL)

CARE: Final = CareView("back", "Get help for your back", ())
PHOTO: Final = shown(
    "photo.jpg",
    "/p/2.jpg",
    tall=True,
    srcset="/p/1.jpg 360w, /p/2.jpg 720w",
    sizes="92vw",
    sources=(Source("image/avif", "/p/1.avif 360w"), Source("image/webp", "/p/1.webp 360w, /p/2.webp 720w")),
)
CARD: Final = CareView("knee-hug", "Knee hug", ())


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture."""

    name: str
    markdown: str
    html: str
    problems: str


def read_cases() -> list[Case]:
    """Every case of every fixture."""
    return [case for file in sorted(CASES.glob("*.md")) for case in _cases_in(file)]


def _cases_in(file: Path) -> list[Case]:
    cases: list[dict[str, str]] = []
    for title, kind, text in _PART.findall(file.read_text("utf-8")):
        if title:
            cases.append({"name": f"{file.stem}: {title}"})
        else:
            cases[-1][kind] = text
    return [Case(**{"problems": "", **case}) for case in cases]


def body(markdown: str) -> Body:
    """The text of an article about sciatica, with what its fixtures may mention."""
    return Body(
        path="content/articles/back.md",
        first_line=1,
        text=markdown,
        links=(
            Target("../conditions/sciatica.md", "/conditions/sciatica/"),
            Target("heavy-legs.md", "/articles/heavy-legs/"),
            Target("gone.md", "", "did you mean `heavy-legs.md`?"),
        ),
        images=(shown("chair.png", "/articles/back/chair.png"), PHOTO),
        words=(
            Word("disc", ("disc", "discs", "intervertebral disc"), "/glossary/#disc"),
            Word("nerve", ("nerve",), "/glossary/#nerve"),
        ),
        citations=("nice-ng59", "nhs-back-pain"),
        embeds=(
            Embed("care", "back", CARE),
            Embed("care", "", CARE),
            Embed("care", "bakc", None, "did you mean `back`?"),
            Embed("exercise", "knee-hug", CARD),
            Embed("exercise", "knee-hugs", None, "did you mean `knee-hug`?"),
        ),
    )


def draw(name: str, view: Any, number: int) -> str:
    """Stands for the templates of embeds."""
    return f'<section class="{name}" id="{view.slug}-{number}">{view.title}</section>'


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_markdown_becomes_html(case: Case) -> None:
    """A text becomes exactly the HTML of its case, and what is wrong with it is said at its line and column."""
    converted = convert(body(case.markdown), draw)
    said = (str(problem).removeprefix(f"{problem.location.path}:") for problem in converted.problems)
    assert converted.html == case.html
    assert "\n".join(sorted(said, key=_place)) == case.problems


def _place(said: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", said.partition(" ")[0]))


def test_every_fixture_has_cases() -> None:
    """No fixture is empty, and no two cases have the same name."""
    names = [case.name for case in read_cases()]
    assert {name.partition(":")[0] for name in names} == {file.stem for file in CASES.glob("*.md")}
    assert len(names) == len(set(names))
