"""What tests of rules share: the text of a page made from Markdown, and the cases written down as prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from conftest import SiteFolder
from photos import png

from healthsite.model.prose import PageText
from healthsite.pages.body import Body, Embed
from healthsite.problems import InvalidSite, Problem, in_order
from healthsite.text.dialect import convert

CASES: Final = Path(__file__).parent / "cases"

_TITLE: Final = re.compile(r"^## +(.+)$", re.MULTILINE)
_FENCE: Final = re.compile(r"^(`{3,})(\w*)[ ]*(\S*)[ ]*\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a rule: the files it is about by their paths, and the problems expected, as the program says them."""

    rule: str
    title: str
    files: Mapping[str, str | bytes]
    expected: tuple[str, ...]


def cases_of(file: Path) -> Iterator[Case]:
    """The cases written down in *file*, which is named after its rule.

    Each is a `## Title`, a fence for each file whose first line names the path (as in ```` ```markdown content/… ````),
    and a fence without a path that holds the expected lines. A fence `picture` holds the size of a picture to be made.
    """
    text = file.read_text("utf-8")
    fences = [(match.start(), match.end(), match[3], _content(match)) for match in _FENCE.finditer(text)]
    titles = [
        match for match in _TITLE.finditer(text) if not any(start < match.start() < end for start, end, _, _ in fences)
    ]
    ends = [*(match.start() for match in titles[1:]), len(text)]
    for title, end in zip(titles, ends, strict=True):
        own = [(path, content) for start, _, path, content in fences if title.start() < start < end]
        expected = [line for path, content in own if not path for line in str(content).splitlines()]
        yield Case(file.stem, title[1], {path: content for path, content in own if path}, tuple(expected))


def _content(fence: re.Match[str]) -> str | bytes:
    if fence[2] != "picture":
        return fence[4]
    width, height = map(int, re.findall(r"\d+", fence[4]))
    return png(width, height)


def problems_of(site: SiteFolder) -> tuple[Problem, ...]:
    """All problems of *site*, whether it can be built or not."""
    try:
        return site.check().problems
    except InvalidSite as invalid:
        return invalid.problems


def page_of(
    markdown: str,
    *,
    kind: str = "articles",
    slug: str = "example",
    head: str = "",
    care: Iterable[str] = (),
    **meta: Any,
) -> PageText:
    """The text of a page as rules read it; *head* is its front matter as written, *meta* the values read from it."""
    front = f"\n{head.rstrip()}\n" if head else ""
    views: list[Any] = [SimpleNamespace(slug=profile) for profile in care]
    body = Body(
        path=f"content/{kind}/{slug}.md",
        first_line=front.count("\n") + 3 if front else 1,
        text=markdown,
        kind=kind,
        slug=slug,
        head=front,
        meta=SimpleNamespace(**meta),
        citations=tuple(meta.get("sources", ())),
        embeds=tuple(Embed("care", view.slug, view) for view in views),
    )
    return convert(body, lambda _name, _view, _number: "").text


def said(problems: Iterable[Problem]) -> list[str]:
    """*problems* as the program says them, in order."""
    return [str(problem) for problem in in_order(problems)]
