"""Findings as plain data, for the cache, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from healthsite.artifact import Anchored, Findings
from healthsite.digest import digest_of
from healthsite.problems import Location, Problem, Severity

NOTHING: Final = Findings()


def plain_findings(findings: Findings, strings: dict[str, str]) -> Any:
    """*findings* as plain data: ``0`` or ``(ids, hrefs, anchored, problems, indexed, linkage)``.

    Many pages share their strings: of those that are equal, the one in *strings* stands for all.
    """
    if findings == NOTHING:
        return 0
    one = strings.setdefault
    ids, hrefs = (tuple(map(one, some, some)) for some in (findings.ids, findings.hrefs))
    anchored = [[link.href, *_plain_location(link.location)] for link in findings.anchored]
    problems = plain_problems(findings.problems)
    return ids, hrefs, anchored, problems, findings.indexed, digest_of(ids, hrefs, anchored)


def _plain_location(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]


def findings_in(plain: Any) -> Findings:
    """The findings in *plain*. Raises `TypeError` or `ValueError` for what is something else."""
    if plain == 0:
        return NOTHING
    ids, hrefs, anchored, problems, indexed, linkage = plain
    if not isinstance(ids, tuple) or not isinstance(hrefs, tuple):
        raise TypeError(plain)
    "".join(ids + hrefs)  # raises `TypeError` unless all of them are strings
    return Findings(
        ids,
        hrefs,
        tuple([Anchored(href, Location(*place)) for href, *place in anchored]) if anchored else (),
        problems_in(problems) if problems else (),
        str(indexed),
        str(linkage),
    )


def plain_problems(problems: Iterable[Problem]) -> list[list[Any]]:
    """*problems* as plain data."""
    return [
        [
            *_plain_location(problem.location),
            problem.rule,
            problem.message,
            problem.hint,
            problem.severity.value,
            problem.length,
        ]
        for problem in problems
    ]


def problems_in(plain: Any) -> tuple[Problem, ...]:
    """The problems in *plain*. Raises `TypeError` or `ValueError` for what is something else."""
    return tuple(
        Problem(Location(path, line, column), rule, message, hint, Severity(severity), length)
        for path, line, column, rule, message, hint, severity, length in plain
    )
