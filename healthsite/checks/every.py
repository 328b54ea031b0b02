"""Every rule. A new one is a file in this room and a line here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from healthsite.artifact import Artifact
from healthsite.checks import (
    addresses,
    after_card,
    alarm_fatigue,
    alt_text,
    anchors,
    both_sides,
    care_cards,
    care_distraction,
    care_heading,
    clinician_notice,
    data_phrases,
    dates,
    do_dont,
    dose,
    dose_drift,
    dose_range,
    duplicate_ids,
    emergency_number,
    glossary_first,
    headings,
    inherited_cautions,
    judge,
    link_text,
    lists,
    medicine_dose,
    no_figure,
    numbers,
    orphan,
    output_links,
    paragraph_length,
    phrase,
    picture_size,
    picture_unused,
    policy_links,
    policy_pages,
    procedure,
    red_flag,
    references,
    remedy_steps,
    review_overdue,
    reviewer,
    sections,
    sentence_length,
    source_currency,
    source_uncited,
    source_use,
    sources,
    steps,
    stop_rule,
    stop_shown,
    summary,
    title,
    units,
)
from healthsite.checks.judge import is_on, judged, unused_ignores
from healthsite.model.config import Config
from healthsite.model.lexicon import Lexicon
from healthsite.model.prose import PageText
from healthsite.model.site import Site
from healthsite.problems import Problem

STRUCTURE: Final = (references, addresses)
"""Rules without which there is no site: ``check(site)``, and ``check(site, paths, static)``."""
SITE_RULES: Final = (
    dates,
    title,
    summary,
    orphan,
    review_overdue,
    reviewer,
    policy_pages,
    sources,
    source_currency,
    source_use,
    dose,
    dose_range,
    no_figure,
    stop_rule,
    data_phrases,
    care_heading,
    care_distraction,
)
"""Rules about front matter and data files: ``check(site)``."""
PROSE_RULES: Final = (
    headings,
    link_text,
    phrase,
    sentence_length,
    paragraph_length,
    glossary_first,
    do_dont,
    lists,
    numbers,
    units,
    sections,
    source_uncited,
    steps,
    dose_drift,
    both_sides,
    alt_text,
    picture_size,
    picture_unused,
    medicine_dose,
    remedy_steps,
    care_cards,
    red_flag,
    emergency_number,
    procedure,
    after_card,
    alarm_fatigue,
)
"""Rules about the text of one page: ``check(page, lexicon)``. They run where the page is rendered."""
LEXICAL: Final = (phrase, glossary_first, red_flag, remedy_steps)
"""Those of them that look for the words of content/phrases.yaml and the glossary."""
OF_OUTLINES: Final = (headings, link_text, picture_size, picture_unused, duplicate_ids)
"""Those that find the same in a text that is not whole, if not its places."""
_NAMES_OF_OUTLINES: Final = frozenset(rule.RULE for rule in OF_OUTLINES)
HTML_RULES: Final[tuple[ModuleType, ...]] = (duplicate_ids, clinician_notice, stop_shown, inherited_cautions)
"""Rules about one finished page: ``check(page, html)``. They run where the page is rendered."""
OUTPUT_RULES: Final = (anchors, output_links, policy_links)
"""Rules about all that was rendered: ``check(artifacts, base_path)``."""

RULES: Final[Mapping[str, ModuleType]] = {
    rule.RULE: rule for rule in (*STRUCTURE, *SITE_RULES, *PROSE_RULES, *HTML_RULES, *OUTPUT_RULES)
}
"""All rules by their names."""


@dataclass(frozen=True, slots=True)
class TextRules:
    """The rules that run where pages are rendered, by their names, and the words that they look for."""

    names: tuple[str, ...]
    lexicon: Lexicon

    @property
    def outlined(self) -> bool:
        """Whether they find anything in a text that is not whole, if there is anything to be found."""
        return _NAMES_OF_OUTLINES.issuperset(self.names)


def text_rules(site: Site) -> TextRules:
    """The rules of *site* that read one page at a time."""
    names = [rule.RULE for rule in (*PROSE_RULES, *HTML_RULES) if is_on(site.config, rule.RULE, rule.PRESET)]
    uses_words = {rule.RULE for rule in LEXICAL} & set(names)
    return TextRules(tuple(names), site.library.lexicon if uses_words else Lexicon())


def check_text(rules: TextRules, page: PageText, html: str) -> Iterator[Problem]:
    """What the rules about single pages find."""
    for rule in PROSE_RULES:
        if rule.RULE in rules.names:
            yield from rule.check(page, rules.lexicon)
    for rule in HTML_RULES:
        if rule.RULE in rules.names:
            yield from rule.check(page, html)


def check_structure(site: Site) -> Iterator[Problem]:
    """Gate 2: whether the site can be rendered."""
    yield from references.check(site)


def check_addresses(site: Site, paths: Iterable[str], static: Iterable[str]) -> Iterator[Problem]:
    """Gate 3: whether every file of the site has an address of its own.

    *paths* are those of its pages, and *static* those of static files at the top of the site.
    """
    yield from addresses.check(site, paths, static)


def check_outputs(site: Site, artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    """What the rules about all that was rendered find in *artifacts*."""
    by_path = {artifact.path: artifact for artifact in artifacts}
    for rule in _on(site.config, OUTPUT_RULES):
        yield from rule.check(by_path, site.base_path)


def check_all(site: Site, artifacts: Sequence[Artifact], of_outputs: Iterable[Problem]) -> Iterator[Problem]:
    """Gate 4: whether the site is fit to be published; *of_outputs* is what `check_outputs` finds in *artifacts*."""
    found = (*_found(site, artifacts), *of_outputs)
    yield from judged(site, found, RULES)
    if is_on(site.config, judge.RULE, "basic"):
        yield from unused_ignores(site, found, RULES)


def _found(site: Site, artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    for rule in _on(site.config, SITE_RULES):
        yield from rule.check(site)
    for artifact in artifacts:
        yield from artifact.findings.problems


def _on(config: Config, rules: Iterable[ModuleType]) -> Iterator[ModuleType]:
    return (rule for rule in rules if is_on(config, rule.RULE, rule.PRESET))
