"""Every mistake written down in ``cases/*.md`` is answered with exactly the words that stand below it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
import pytest
from checks.harness import Case, cases_of
from conftest import SiteFolder

from healthsite.messages import described
from healthsite.problems import InvalidSite, Problem, errors_in

FILES: Final = sorted((Path(__file__).parent / "cases").glob("*.md"))
ALL: Final = [case for file in FILES for case in cases_of(file)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.title}")
def test_a_mistake_is_answered_as_written_down(case: Case, site: SiteFolder) -> None:
    """An editor is told this, all of it and nothing else; where there is an error, nothing is published."""
    problems = _problems(site.write(case.files))
    lines = [line for problem in problems for line in click.unstyle(described(problem, site.root)).splitlines()]
    assert lines == list(case.expected)
    assert site.out.exists() is not errors_in(problems)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_cases_of_a_file_have_titles_of_their_own(file: Path) -> None:
    """A case is found again by its title, and each has a file and an answer."""
    cases = list(cases_of(file))
    assert len({case.title for case in cases}) == len(cases) > 0
    assert all(case.files and case.expected for case in cases)


def _problems(site: SiteFolder) -> tuple[Problem, ...]:
    try:
        return site.build().problems
    except InvalidSite as invalid:
        return invalid.problems
