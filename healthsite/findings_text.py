"""Findings as plain data, for the cache, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from healthsite.artifact import Anchored, Findings
from healthsite.problems import Location, Problem, Severity

NOTHING: Final = Findings()


def plain_findings(findings: Findings) -> Any:
    """*findings* as plain data."""
    if findings == NOTHING:
        return 0
    return {
        "ids": findings.ids,
        "hrefs": findings.hrefs,
        "anchored": [[link.href, *_plain_location(link.location)] for link in findings.anchored],
        "problems": plain_problems(findings.problems),
        "indexed": findings.indexed,
    }


def _plain_location(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]


def findings_in(plain: Any) -> Findings:
    """The findings in *plain*. Raises `KeyError`, `TypeError` or `ValueError` for what is something else."""
    if plain == 0:
        return NOTHING
    return Findings(
        ids=tuple(plain["ids"]),
        hrefs=tuple(plain["hrefs"]),
        anchored=tuple(Anchored(href, Location(*place)) for href, *place in plain["anchored"]),
        problems=problems_in(plain["problems"]),
        indexed=str(plain["indexed"]),
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
