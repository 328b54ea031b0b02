"""Reading grade and length of a text: a ranking for editors, never a gate.

The grade is that of Flesch and Kincaid (1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables
are counted by rules, which is right for about nine words in ten. A text under 100 words is not graded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from healthsite.model.places import words_of
from healthsite.model.prose import Passage, sentences_of

FEWEST_WORDS: Final = 100

_VOWELS: Final = re.compile(r"[aeiouy]+")
_EXCEPTIONS: Final = {
    "people": 2,
    "muscle": 2,
    "muscles": 2,
    "area": 3,
    "areas": 3,
    "being": 2,
    "doing": 2,
    "going": 2,
    "diagnosis": 4,
    "exercise": 3,
    "exercises": 4,
    "something": 2,
    "sometimes": 2,
    "someone": 2,
    "sciatica": 4,
    "idea": 3,
    "create": 2,
    "science": 2,
    "diet": 2,
    "quiet": 2,
}


@dataclass(frozen=True, slots=True)
class Readability:
    """The measures of a text. *grade* is in tenths of a school year; ``None`` for a text too short to grade."""

    words: int
    sentences: int
    longest: int
    grade: int | None


def readability(passages: Iterable[Passage]) -> Readability:
    """The measures of the prose among *passages*; each heading, item and cell is a sentence of its own."""
    sentences = [
        words
        for passage in passages
        if passage.kind in ("paragraph", "item", "cell", "step", "caution")
        for sentence in sentences_of(passage.text)
        if (words := [word for word in words_of(sentence) if not word.isdigit()])
    ]
    count = sum(map(len, sentences))
    longest = max(map(len, sentences), default=0)
    if count < FEWEST_WORDS:
        return Readability(count, len(sentences), longest, None)
    syllables = sum(syllables_of(word) for sentence in sentences for word in sentence)
    grade = 0.39 * count / len(sentences) + 11.8 * syllables / count - 15.59
    return Readability(count, len(sentences), longest, round(grade * 10))


def syllables_of(word: str) -> int:
    """How many syllables *word* has, by the groups of its vowels."""
    lower = re.sub(r"[^a-z]", "", word.lower())
    if lower in _EXCEPTIONS:
        return _EXCEPTIONS[lower]
    count = len(_VOWELS.findall(lower))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]es$|[^aeiouytd]ed$", lower) and count > 1:
        count -= 1
    count += len(re.findall(r"i[ao]|eo|ua", re.sub(r"[tscg]i[ao]|qua|gua", "", lower)))
    return max(1, count)
