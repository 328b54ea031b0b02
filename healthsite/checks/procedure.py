"""No text describes how a specialist procedure is done: where a needle goes, or how the inside of the body is felt.

A lay reader can only be harmed by it: by trying it, or by fear of it. That there is such a procedure is said in one
neutral line.

Passing:

    Sometimes a specialist suggests an internal examination, or an injection that is often guided by a scan.

Failing:

    The needle is inserted midway between the sit bone and the greater trochanter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText, sentences_of
from healthsite.problems import Problem, Severity

RULE: Final = "procedure"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

HINT: Final = (
    "name it in one neutral line, as in `sometimes an internal examination` or `an injection, often guided by a scan`"
)

_TOOL: Final = r"needles?|syringes?|catheters?|cannulas?|trocars?|light guides?|laser fibres?|endoscopes?"
_ACTION: Final = (
    r"insert(?:s|ed|ing|ion)?|pierc(?:e|es|ed|ing)|punctur(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|push(?:es|ed|ing)?"
    r"|pass(?:es|ed|ing)?|thread(?:s|ed|ing)?|enter(?:s|ed|ing)?|withdraw(?:s|n|ing)?|aim(?:s|ed|ing)?|angles?|angled"
    r"|depth|deep|into the|through the|\d+ (?:degrees|centimetres|millimetres)"
)
_LANDMARK: Final = (
    r"iliac spines?|iliac crest|trochanters?|ischial tuberosit(?:y|ies)|sit bones?|spinous process(?:es)?|sacral hiatus"
    r"|tailbone|coccyx|fingers?[- ]?breadths?|finger widths?|midline|midpoint|midway|halfway"
)
_INSIDE: Final = (
    r"rectal(?:ly)?|rectum|anus|anal|vagina|vaginal(?:ly)?|back passage|internal(?:ly)? (?:examin\w+|massage)"
)
_FELT: Final = (
    r"palpat\w+|fingers?|gloves?|gloved|lubricant|insert(?:s|ed|ing)?|press(?:es|ed|ing)?|massag(?:e|es|ed|ing)"
    r"|feel(?:s|ing)? for|touch(?:es|ed|ing)?|push(?:es|ed|ing)?"
)
_PAIRS: Final = (
    (_TOOL, _ACTION, "acupuncture|dry needling"),
    (f"{_TOOL}|injections?|injected|inject|block", _LANDMARK, ""),
    (_INSIDE, _FELT, ""),
    (r"rectal(?:ly)?|rectum|vaginal(?:ly)?", r"examin\w+", ""),
    (r"punctur(?:e|es|ed|ing)", r"discs?|skin|joints?|muscles?|canal|sac", r"wounds?|roller|spik\w+"),
)
"""Words that, both in one sentence, describe a procedure; unless a word of the third kind stands there too."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_COMPILED: Final = tuple((_words(one), _words(other), _words(unless or "(?!)")) for one, other, unless in _PAIRS)
_ANY: Final = _words("|".join(one for one, _, _ in _PAIRS))


def check(page: PageText, _lexicon: Lexicon) -> Iterator[Problem]:
    """A problem for each sentence that describes a procedure."""
    for passage in page.passages:
        for words in in_text(passage.text):
            yield page.problem(passage, RULE, SEVERITY, message_of(words), HINT, words=words)


def in_text(text: str) -> Iterator[str]:
    """What each sentence of *text* that describes a procedure begins to speak of."""
    if not _ANY.search(text):
        return
    for sentence in sentences_of(text):
        for one, other, unless in _COMPILED:
            found = one.search(sentence)
            if found and other.search(sentence) and not unless.search(sentence):
                yield found.group()
                break


def message_of(words: str) -> str:
    """What is wrong with the sentence that speaks of *words*."""
    return f"this sentence about `{words}` describes how a procedure is done"
