"""``content/phrases.yaml``: wording that the site avoids, signs that need a care card, and remedies, all as data."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from healthsite.model.schema import Checked, Described, Listed, Schema, Slugs, Text, Texts, wrong


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise wrong(
            f"`{value}` is not a regular expression: {error}", "put a backslash before a sign meant as such"
        ) from None
    return value


Pattern = Annotated[Text, Checked(_pattern)]
"""A regular expression for whole words, in which upper and lower case are one."""


class Phrase(Schema):
    """Wording to avoid, why, and what to write instead."""

    pattern: Pattern = Described(description="The wording, as a regular expression for whole words.")
    why: Text = Described(description="Why it is avoided.")
    instead: Text | None = Described(None, description="What to write instead.")
    severity: Literal["error", "warning"] = Described("error", description="How bad it is.")
    unless: Pattern | None = Described(
        None, description="Wording around it, in the same sentence, that makes it right."
    )
    blocks: Slugs = Described((), description="The blocks in which it may be reported, such as `warning`.")
    pages: Slugs = Described((), description="The pages, by their slugs, on which it may be reported.")
    claim: Text | None = Described(None, description="The entry of the claims ledger that it guards, such as Q06.")


class RedFlag(Schema):
    """A sign of danger that a text may speak of only on a page with the care card for it."""

    pattern: Pattern = Described(description="The sign, as a regular expression for whole words.")
    care: Slugs = Described(min_length=1, description="The care profiles of which one must be on the page.")


class Lexicon(Schema):
    """All of ``content/phrases.yaml``, and the glossary's pairs of words."""

    phrases: Annotated[tuple[Phrase, ...], Listed] = Described((), description="Wording to avoid.")
    red_flags: Annotated[tuple[RedFlag, ...], Listed] = Described((), description="Signs that need a care card.")
    remedies: Texts = Described((), description="Home remedies, which are never given as steps.")
    explained: tuple[tuple[str, str], ...] = ()
    """Pairs of a medical word and its plain word, from the glossary."""
