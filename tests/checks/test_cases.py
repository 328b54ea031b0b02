"""Every rule on the cases of ``cases/RULE.md``: a site is made of each, and what the rule says of it is compared."""

from __future__ import annotations

from typing import Final

import pytest
from checks.harness import CASES, Case, cases_of, problems_of
from conftest import CONFIG, SiteFolder

from healthsite.checks.every import RULES
from healthsite.problems import Problem

ALL: Final = [case for file in sorted(CASES.glob("*.md")) for case in cases_of(file)]
SURROUNDINGS: Final = ("content/topics/legs.md", "content/articles/tired-legs.md")
"""The files of the minimal site; what a rule says of them counts only where the case wrote them itself."""


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.title}")
def test_rule_says_what_its_case_expects(case: Case, site: SiteFolder) -> None:
    """On each case, the rule finds what is written down, where it is written down, and nothing more."""
    site.write({"config.yaml": f"{CONFIG}preset: health\n", **case.files})
    found = [
        str(problem)
        for problem in problems_of(site)
        if problem.rule == case.rule and (problem.location.path in case.files or not _surrounds(problem))
    ]
    assert found == list(case.expected)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_rule_has_a_passing_and_a_failing_case(rule: str) -> None:
    """No rule comes without a case that passes and one that fails."""
    outcomes = {bool(case.expected) for case in ALL if case.rule == rule}
    assert outcomes == {True, False}


def test_every_case_is_about_a_rule() -> None:
    """A case file is named after a rule that there is."""
    assert {case.rule for case in ALL} <= set(RULES)


def _surrounds(problem: Problem) -> bool:
    return problem.location.path in SURROUNDINGS
