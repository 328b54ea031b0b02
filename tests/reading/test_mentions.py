"""A cheap scan tells what a text may mention."""

from __future__ import annotations

import pytest

from healthsite.model.document import Mentions
from healthsite.model.glossary import WordIndex
from healthsite.reading.mentions import scan

WORDS = WordIndex([("disc", ("disc", "discs")), ("sciatic-nerve", ("sciatic nerve",))])
NONE = WordIndex([])


def test_a_text_that_mentions_nothing() -> None:
    """Most words are just words."""
    assert scan("Rest your legs.\n", WORDS) == Mentions()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](legs.md)", ("legs.md",)),
        ("[a](../topics/legs.md#rest) and [b](legs.md 'Title')", ("../topics/legs.md", "legs.md")),
        ("[a](legs.md) and [b](feet.md) and [c](legs.md)", ("legs.md", "feet.md")),
        ("[a]: <legs.md>\n", ("legs.md",)),
        ("| [a](legs.md)|[b](feet.md) |", ("legs.md", "feet.md")),
        ("[a](https://example.org) and [b](#rest) and [c](legs.mdx) and [d](legs.md-old)", ()),
    ],
)
def test_links_to_markdown_files_are_listed(text: str, links: tuple[str, ...]) -> None:
    """Each address of a Markdown file is listed once, in order, without its anchor."""
    assert scan(text, NONE).links == links


@pytest.mark.parametrize(
    ("text", "embeds"),
    [
        ("/// care | back\n///", (("care", "back"),)),
        ("/// care\n///", (("care", ""),)),
        ("   ///exercise|calf-stretch  \n///", (("exercise", "calf-stretch"),)),
        ("//// exercise | a\n////\n\n/// care | b\n///", (("exercise", "a"), ("care", "b"))),
        ("/// care | back\n///\n\n/// care | back\n///", (("care", "back"),)),
        ("/// do\n- rest\n///\n\nSee /// care | back", ()),
    ],
)
def test_embedded_cards_are_listed(text: str, embeds: tuple[tuple[str, str], ...]) -> None:
    """Each care and exercise block is listed once, in order, with its argument."""
    assert scan(text, NONE).embeds == embeds


def test_glossary_words_are_listed_in_the_order_of_their_names() -> None:
    """Each entry is listed once however often and however it is written, so that the order of words plays no part."""
    text = "The sciatic nerve leaves below a disc. Discs age. The Sciatic Nerve is long."
    assert scan(text, WORDS).words == ("disc", "sciatic-nerve")
