"""Which rules run, how bad their findings are, and which findings an author has a reason to ignore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from healthsite.model.config import Config
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity, did_you_mean

RULE: Final = "unused-ignore"


def judged(site: Site, problems: Iterable[Problem], rules: Iterable[str]) -> Iterator[Problem]:
    """*problems* with the severities of config.yaml, without those of *rules* that are off or that a page ignores."""
    severities = dict(site.config.rules)
    known = set(rules)
    ignored = {
        document.path: {rule for rule, _ in document.meta.ignore}
        for document in site.library.documents
        if document.meta.ignore
    }
    for problem in problems:
        if problem.rule in known:
            chosen = severities.get(problem.rule)
            if chosen == "off" or problem.rule in ignored.get(problem.location.path, ()):
                continue
            if chosen:
                problem = replace(problem, severity=Severity(chosen))  # noqa: PLW2901 - the same problem, judged
        yield problem


def unused_ignores(site: Site, problems: Iterable[Problem], rules: Iterable[str]) -> Iterator[Problem]:
    """A warning for each ``ignore`` that keeps nothing quiet; *problems* are all that were found, before judging."""
    known = sorted(rules)
    found = {(problem.location.path, problem.rule) for problem in problems}
    for document in site.library.documents:
        for rule, _ in document.meta.ignore:
            if (document.path, rule) not in found:
                unknown = rule not in known
                message = f"there is no rule `{rule}`" if unknown else f"`{rule}` finds nothing here to ignore"
                hint = did_you_mean(rule, known) if unknown else ""
                place = document.place("ignore", rule)
                yield Problem(place, RULE, message, hint or "remove this line", Severity.WARNING, len(rule))


def is_on(config: Config, rule: str, preset: str) -> bool:
    """Whether *rule*, which belongs to *preset*, is to run."""
    chosen = dict(config.rules).get(rule)
    return chosen != "off" and (preset == "basic" or config.preset == "health" or chosen is not None)
