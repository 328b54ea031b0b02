"""Behaviour and style cannot be brought in, on whatever they are set."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from photos import shown

from healthsite.pages.body import Body, Target
from healthsite.text.dialect import Converted, convert


class Names(HTMLParser):
    """Collects the names of all attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        """Called by the parser for each tag."""
        self.found |= {name for name, _ in attrs}


def no_cards(name: str, view: Any, number: int) -> str:
    raise AssertionError(f"{name} {view} was drawn, time {number}")


def converted(text: str) -> Converted:
    body = Body(
        "content/articles/back.md",
        1,
        text,
        links=(Target("legs.md", "/articles/legs/"),),
        images=(shown("chair.png", "/articles/back/chair.png"),),
        citations=("nhs",),
    )
    return convert(body, no_cards)


def names_and_rules(text: str) -> tuple[set[str], set[str]]:
    result = converted(text)
    return Names(result.html).found, {problem.rule for problem in result.problems}


PLACES = {
    "a paragraph": "Text\n{: @ }",
    "a heading": "## Text {: @ }",
    "emphasis": "*Text*{: @ }",
    "strong words": "**Text**{: @ }",
    "a link": "[Text](legs.md){: @ }",
    "an address": "<https://x.example>{: @ }",
    "a picture": "![Text](chair.png){: @ }",
    "code": "`Text`{: @ }",
    "a citation": "Text[^nhs]{: @ }",
    "a footnote": "Text[^1]{: @ }\n\n[^1]: Text\n    {: @ }",
    "an item": "- Text\n{: @ }",
    "a cell": "| Text {: @ } |\n|---|\n| Text {: @ } |",
    "a defined word": "Text {: @ }\n:   Text\n    {: @ }",
    "a title": "/// warning | Text {: @ }\nText\n///",
    "a block's text": "/// inset\nText\n{: @ }\n///",
    "a quotation": "> Text\n> {: @ }",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("attribute", "name"),
    [
        ('onclick="alert(1)"', "onclick"),
        ("ONFOCUS=alert(1)", "onfocus"),
        ('srcset="https://x.example/a.png"', "srcset"),
        ("formaction=javascript:alert(1)", "formaction"),
        ("autofocus", "autofocus"),
    ],
)
def test_behaviour_is_taken_off(place: str, attribute: str, name: str) -> None:
    """An attribute that is not allowed is taken off whatever it was set on, and reported."""
    names, rules = names_and_rules(PLACES[place].replace("@", attribute))
    assert name not in names
    assert rules == {"attribute"}


@pytest.mark.parametrize("block", ["do", "dont", "warning | Text", "inset", "care | x", "exercise | x"])
def test_blocks_bring_no_behaviour(block: str) -> None:
    """A block's own options are no way around: a text with some is not converted at all."""
    names, rules = names_and_rules(f'/// {block}\n    attrs: {{onclick: "alert(1)", style: "color: red"}}\n///')
    assert names == set()
    assert rules == {"block"}


@pytest.mark.parametrize(
    ("attribute", "written"),
    [
        ("#mine", 'id="mine"'),
        (".mine", 'class="mine"'),
        ("lang=cy", 'lang="cy"'),
        ('title="Mine"', 'title="Mine"'),
        ("dir=rtl", 'dir="rtl"'),
    ],
)
@pytest.mark.parametrize("place", ["a paragraph", "a heading", "a link", "emphasis", "a cell"])
def test_names_and_languages_stay(place: str, attribute: str, written: str) -> None:
    """An id, a class, a language and a title may be set."""
    result = converted(PLACES[place].replace("@", attribute))
    assert written in result.html
    assert result.problems == ()


def test_what_may_be_set_instead() -> None:
    """The hint names what may be set, and the attribute's name is underlined."""
    (problem,) = convert(Body("content/articles/back.md", 3, "Text\n{: .x style='x' }"), no_cards).problems
    assert problem.hint == "remove it; `id`, `class`, `lang` and `title` are allowed"
    assert (problem.location.line, problem.location.column, problem.length) == (4, 7, 5)


def test_text_cannot_be_hidden() -> None:
    """No attribute takes text from readers."""
    names, rules = names_and_rules("Get help now.\n{: hidden }")
    assert (names, rules) == (set(), {"attribute"})


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In style.\n{: style='x' }", [(2, 4)]),
        ("A {style} note.\n\n`{: style=x }`\n\nOne.\n{: .style #style title='style=x' style=y }", [(6, 34)]),
        ("One.\n{: style=a }\n\nTwo.\n{: .x style=b hidden }", [(2, 4), (5, 7), (5, 15)]),
        ("## One {style=a}", [(1, 9)]),
        ("## One {style=a} ##", [(1, 9)]),
        ("| One {style=a} | Two |\n|---|---|\n| a | b {style=c} |", [(1, 8), (3, 10)]),
    ],
)
def test_an_attribute_is_told_where_it_is_set(text: str, places: list[tuple[int, int]]) -> None:
    """Not at a like word before it, in the text or in a value."""
    found = converted(text).problems
    assert sorted((problem.location.line, problem.location.column) for problem in found) == places
