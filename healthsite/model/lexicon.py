"""``content/phrases.yaml``: wording that the site avoids, signs that need a care card, and remedies, all as data."""

from __future__ import annotations

import re
import warnings
from typing import Annotated, Final, Literal

from healthsite.model.schema import Checked, Described, Listed, Schema, Slugs, Text, Texts, wrong

MOST_CHOICES: Final = 20
"""How many groups a pattern may hold that are optional: each can double what there is to try."""

_RUNAWAY: Final = re.compile(r"\((?:\?:)?[^()?]*[+*|?][^()]*\)(?:[+*]|\{\d*,\})")
_CHOICE: Final = re.compile(r"\)\?|\(\?:\||\|\)")


def _pattern(value: str) -> str:
    """*value*, if it can be searched for as whole words, and ends in reasonable time."""
    try:
        if re.match(r"\(\?[aiLmsux]+\)", value):
            raise wrong(f"`{value}` begins with a flag", "leave it out: upper and lower case are one anyway")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(rf"(?<!\w)(?:{value})(?!\w)", re.IGNORECASE)
            re.compile(re.sub(r"(?<!\\)(?<!\(\?)[A-Z]", lambda match: match.group().lower(), value))
    except (re.error, OverflowError, RecursionError, FutureWarning, DeprecationWarning) as error:
        hint = "put a backslash before a sign meant as such"
        raise wrong(f"`{value[:60]}` is not a regular expression: {str(error)[:80]}", hint) from None
    if compiled.fullmatch(""):
        raise wrong(f"`{value}` matches nothing at all", "name at least one letter that must be there")
    if _RUNAWAY.search(value) or len(_CHOICE.findall(value)) > MOST_CHOICES:
        raise wrong(
            f"`{value[:60]}` can take for ever", "write it without repeats inside of repeats, or as two entries"
        )
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
