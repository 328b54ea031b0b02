"""A text taken apart into the passages that rules read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from healthsite.model.prose import PageText, Passage
from healthsite.pages.body import Body, Embed, Word
from healthsite.pages.care import CareView
from healthsite.text.dialect import convert

HEAD = "\ntitle: Back pain\nsummary: Rest helps.\nsteps:\n  - Lie down.\n  - Stand up.\n"


def draw(name: str, view: Any, number: int) -> str:
    return f"<p>{name} {number} {view.title}</p>"


def read(text: str, head: str = "", **meta: Any) -> PageText:
    body = Body(
        path="content/articles/back.md",
        first_line=head.count("\n") + 3 if head else 1,
        text=text,
        kind="articles",
        slug="back",
        head=head,
        meta=SimpleNamespace(**meta),
        words=(Word("disc", ("disc",), "/glossary/#disc"),),
        citations=("nhs", "who"),
        embeds=(Embed("care", "back", CareView("back", "Get help", ())), Embed("care", "legs", None)),
    )
    return convert(body, draw).text


def written(page: PageText, passage: Passage) -> str:
    """The first word of *passage* as it stands in the source."""
    return page.source[passage.offset :].split()[0]


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("One *two* `three`.", "paragraph", "One two three."),
        ("One\ntwo  \nthree", "paragraph", "One two three"),
        ("> One", "paragraph", "One"),
        ("- One", "item", "One"),
        ("- One\n\n    Two\n\n- Three", "item", "One Two"),
        ("| One |\n|---|\n| Two |", "header", "One"),
        ("| One |\n|---|\n| Two |", "cell", "Two"),
        ("One\n:   Two", "term", "One"),
        ("One\n:   Two", "paragraph", "Two"),
        ("## One", "heading", "One"),
        ("One disc[^nhs] [two](legs.md)", "paragraph", "One disc two"),
        ("Pins &amp; \\*needles\\*", "paragraph", "Pins & needles"),
    ],
)
def test_each_kind_of_passage(text: str, kind: str, passage: str) -> None:
    """A passage is what readers read, without marks, numbers of sources, and what they only hear."""
    assert next(read(text).of_kind(kind)).text == passage


def test_an_item_is_read_without_the_items_inside_it() -> None:
    """Each item of a nested list is a passage of its own, in the order of the text."""
    assert [passage.text for passage in read("- One\n    - Two\n- Three").body()] == ["One", "Two", "Three"]


def test_lists_and_tables_are_told_apart() -> None:
    """The items of one list share a group, and a numbered list is known as one."""
    page = read("- One\n- Two\n\nText.\n\n1. Three\n2. Four")
    assert [(item.group, item.ordered) for item in page.of_kind("item")] == [
        (1, False),
        (1, False),
        (2, True),
        (2, True),
    ]


def test_passages_know_their_section() -> None:
    """A passage belongs to the second-level heading above it, whatever smaller ones and blocks stand between."""
    page = read("One.\n\n## Signs\n\n### In the leg\n\n/// inset\nTwo.\n///\n\nThree.")
    assert [(passage.text, passage.section) for passage in page.of_kind("paragraph")] == [
        ("One.", ""),
        ("Two.", "Signs"),
        ("Three.", "Signs"),
    ]


def test_headings_know_their_level() -> None:
    """The heading of a block is known as one, so that rules can leave it to the site."""
    page = read("## Signs\n\n### Leg\n\n/// warning | New\nText.\n///\n")
    assert [(heading.text, heading.level, heading.block) for heading in page.of_kind("heading")] == [
        ("Signs", 2, ""),
        ("Leg", 3, ""),
        ("New", 3, "warning"),
    ]


def test_passages_know_their_block() -> None:
    """What stands in a block is known to, also where blocks stand in each other."""
    page = read("/// do\n- walk\n///\n\n//// inset\n/// dont\n- run\n///\n\nText.\n////\n")
    assert [(passage.text, passage.block) for passage in page.of_kind("item", "paragraph")] == [
        ("walk", "do"),
        ("do not run", "dont"),
        ("Text.", "inset"),
    ]


def test_cards_are_no_prose_of_the_page() -> None:
    """What a card says was written elsewhere, and is read there."""
    page = read("One.\n\n/// care | back\n///\n\nTwo.")
    assert [passage.text for passage in page.body()] == ["One.", "Two."]


def test_passages_are_found_in_the_source() -> None:
    """Every passage knows where it stands, also where its words stand in marks, or first in an address."""
    page = read("## Signs\n\n[A](run.md) *walk*.\n\n- sit\n\n/// dont\n- run\n///\n\n| Rest[^nhs] |\n|---|\n| sleep |")
    assert [written(page, passage) for passage in page.body() if passage.text != "Do not"] == [
        *("Signs", "A]", "sit", "run", "Rest", "sleep"),
    ]


def test_front_matter_has_passages_too() -> None:
    """The keys that hold prose are read first, each at its place in the file."""
    page = read("Walk.", HEAD, title="Back pain", summary="Rest helps.", steps=("Lie down.", "Stand up."), type="guide")
    assert [(passage.kind, passage.text, written(page, passage)) for passage in page.passages] == [
        ("title", "Back pain", "Back"),
        ("summary", "Rest helps.", "Rest"),
        ("step", "Lie down.", "Lie"),
        ("step", "Stand up.", "Stand"),
        ("paragraph", "Walk.", "Walk."),
    ]
    assert page.type == "guide"


def test_offsets_count_from_the_top_of_the_file() -> None:
    """The source has as many lines above the text as the file."""
    page = read("Walk.", HEAD)
    (passage,) = page.passages
    assert page.source.count("\n", 0, passage.offset) + 1 == HEAD.count("\n") + 3


def test_links_are_listed_as_they_were_written() -> None:
    """The links of an author are listed with their words and their place; those of the dialect are not."""
    page = read("A disc[^nhs] and[^1] [*this* page](gone.md).\n\n[^1]: Note.")
    (link,) = page.links
    assert (link.text, link.href, page.source[link.offset :][:4]) == ("this page", "gone.md", "this")


def test_a_caption_is_a_paragraph() -> None:
    """What stands below a picture is read like all other words, at its place in the source."""
    page = read('Sit.\n\n![On a chair](chair.png "It cures all.")\n\n![Up](up.png) and ![down](down.png "No caption")')
    paragraphs = [passage for passage in page.passages if passage.kind == "paragraph"]
    assert [(passage.text, page.source[passage.offset :][:2]) for passage in paragraphs] == [
        ("Sit.", "Si"),
        ("It cures all.", "It"),
        ("and", "an"),
    ]


def test_pictures_are_listed_with_their_words() -> None:
    """Each picture has its words, its address, and the place of its words."""
    page = read("![On a chair](chair.png) and ![](bed.png)")
    assert [(picture.alt, picture.src, picture.offset) for picture in page.pictures] == [
        ("On a chair", "chair.png", 2),
        ("", "bed.png", 31),
    ]


def test_what_else_rules_ask_for() -> None:
    """The profiles that are shown, the blocks in order, and the sources cited, once each."""
    page = read("Walk.[^who] Rest.[^nhs][^who] `[^x]`\n\n/// care | back\n///\n\n/// do\n- walk\n///")
    assert page.care == ("back",)
    assert [name for name, _ in page.blocks] == ["care", "do"]
    assert page.cited == ("who", "nhs")
    assert (page.path, page.kind, page.slug) == ("content/articles/back.md", "articles", "back")


def test_code_and_addresses_are_no_source_of_words() -> None:
    """What is no prose is blanked out of the source, and everything else stays where it was."""
    text = "Walk `run` [on](run.md).[^nhs]\n\n```\nrun\n```\n"
    source = read(text).source
    assert "run" not in source
    assert (len(source), source.index("on")) == (len(text), text.index("on"))


def test_a_text_that_cannot_be_converted_has_no_passages() -> None:
    """A text beyond all bounds is known by its path, and has nothing to read."""
    page = read("x" * 10_001)
    assert (page.path, page.passages) == ("content/articles/back.md", ())


@pytest.mark.parametrize("name", ["embed", "footnote"])
def test_no_class_takes_a_paragraph_from_the_rules(name: str) -> None:
    """What an author wrote is read by the rules, whatever class it has."""
    assert [passage.text for passage in read(f"A cure.\n{{: .{name} }}").body()] == ["A cure."]


@pytest.mark.parametrize("name", ["term", "citation-link", "footnote"])
def test_no_class_takes_a_link_from_the_rules(name: str) -> None:
    """The rule about the words of links reads every link that an author wrote."""
    assert [link.text for link in read(f"[here](legs.md){{: .{name} }} [here](#fnord)").links] == ["here", "here"]


def test_the_same_words_twice_have_two_places() -> None:
    """A passage is looked for behind the one before it."""
    assert [passage.offset for passage in read("## Walk\n\n- Walk\n- Walk").body()] == [3, 11, 18]


def test_the_same_words_in_the_front_matter_have_two_places() -> None:
    """Each step is found behind the one before it."""
    page = read("", "\nsteps:\n  - Walk.\n  - Walk.\n", steps=("Walk.", "Walk."))
    assert [page.source.count("\n", 0, passage.offset) for passage in page.passages] == [2, 3]


def test_the_same_link_twice_has_two_places() -> None:
    """A link is looked for behind the one before it."""
    assert [link.offset for link in read("[this](a.md) and [this](b.md)").links] == [1, 18]
