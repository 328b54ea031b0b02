"""A medical word is explained where it is first used: its plain word stands before or beside it.

Readers know "slipped disc"; "herniated disc" stops them. The pairs are the `term` and `medical_term` of the entries in
content/glossary.yaml. Only the first mention counts. The plain word may be inflected, as in "narrowing of the spinal
canal", and other plain words explain as well where the medical word follows them in brackets. A page may be named by
a medical word in its `title` or `also_called`.

Passing:

    A slipped disc (herniated disc) can press on a nerve. Most herniated discs get better by themselves.

Failing:

    A herniated disc can press on a nerve.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.places import words_of
from healthsite.model.prose import PageText, Passage
from healthsite.problems import Problem, Severity

RULE: Final = "glossary-first"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_ORDER: Final = {"title": 0, "summary": 1, "caution": 2, "step": 4, "note": 5}
"""The order in which the front matter is read; the body is 3."""
_SMALL_WORDS: Final = frozenset(
    {"a", "an", "and", "after", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "your"}
)


def check(page: PageText, lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for the first mention of each medical word that is not explained there or before."""
    text = "\n".join(passage.text for passage in page.passages).casefold()
    plain_words = {medical: plain for medical, plain in lexicon.explained if medical.casefold() in text}
    unexplained = {medical for medical in plain_words if not _names_page(page, medical)}
    if not unexplained:
        return
    longest_first = sorted(plain_words, key=lambda medical: (-len(medical), medical))
    pattern = _pattern(longest_first)
    for passage in sorted(page.passages, key=lambda passage: _ORDER.get(passage.kind, 3)):
        unexplained -= {medical for medical in unexplained if _explains(passage, plain_words[medical])}
        for match in pattern.finditer(passage.text):
            medical = longest_first[(match.lastindex or 1) - 1]
            if medical in unexplained:
                unexplained.remove(medical)
                if passage.text[: match.start()].endswith("("):
                    continue
                plain = plain_words[medical]
                message = f"the medical word `{match.group()}` comes before its plain word"
                hint = f"write `{plain[:1].lower()}{plain[1:]} ({medical})`"
                yield page.problem(passage, RULE, SEVERITY, message, hint, words=match.group())


def _names_page(page: PageText, medical: str) -> bool:
    meta = page.meta
    names = (getattr(meta, "title", ""), getattr(meta, "medical_name", ""), *getattr(meta, "also_called", ()))
    return any(medical.casefold() in (name or "").casefold() for name in names)


def _pattern(medical_words: Iterable[str]) -> re.Pattern[str]:
    """Matches each of the words, as a group of its own."""
    words = "|".join(f"({_spelling(word)})" for word in medical_words)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


def _spelling(word: str) -> str:
    return f"{re.escape(word)}s?" if len(word) < 4 else f"(?i:{re.escape(word)}(?:s|es)?)"


def _explains(passage: Passage, plain: str) -> bool:
    """Whether each word of *plain* stands in *passage*, in whatever form."""
    words = [word.casefold() for word in words_of(passage.text)]
    return all(
        any(word.startswith(_stem(wanted)) for word in words)
        for wanted in (word.casefold() for word in words_of(plain))
        if wanted not in _SMALL_WORDS
    )


def _stem(word: str) -> str:
    return word[: max(4, len(word) - 3)]
