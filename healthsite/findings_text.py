"""Findings as plain data, for the cache, and back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Any, Final

from healthsite.artifact import Anchored, Findings
from healthsite.problems import Location, Problem, Severity

NOTHING: Final = Findings()


class Strings:
    """Strings with their numbers. Raises `TypeError` where *known*, those of an earlier run, are something else."""

    def __init__(self, known: Any = ()) -> None:
        if not isinstance(known, list | tuple) or not all(isinstance(one, str) for one in known):
            raise TypeError(known)
        self.all: list[str] = list(known)

    def number_of(self, string: str) -> int:
        """The number of *string*, which is among all strings from then on."""
        number = self._numbers.get(string)
        if number is None:
            number = self._numbers[string] = len(self.all)
            self.all.append(string)
        return number

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {string: number for number, string in enumerate(self.all)}


def renumbered(strings: Strings, entries: Collection[dict[str, Any]]) -> Strings:
    """*strings* without those that no entry of the index uses, if they are many; then the *entries* are altered."""
    used: set[int] = set()
    lists = [
        listed
        for entry in entries
        if isinstance(entry["findings"], dict)
        for listed in (entry["findings"]["ids"], entry["findings"]["hrefs"])
    ]
    for listed in lists:
        used.update(listed)
    if len(strings.all) <= len(used) * 5 // 4:
        return strings
    kept = Strings([strings.all[number] for number in sorted(used)])
    for listed in lists:
        listed[:] = [kept.number_of(strings.all[number]) for number in listed]
    return kept


def plain_findings(findings: Findings, number_of: Callable[[str], int]) -> Any:
    """*findings* as plain data; the strings that many pages share are written as the numbers that *number_of* gives."""
    if findings == NOTHING:
        return 0
    return {
        "ids": [number_of(name) for name in findings.ids],
        "hrefs": [number_of(href) for href in findings.hrefs],
        "anchored": [[link.href, *_plain_location(link.location)] for link in findings.anchored],
        "problems": plain_problems(findings.problems),
        "indexed": findings.indexed,
    }


def _plain_location(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]


def findings_in(plain: Any, strings: Sequence[str]) -> Findings:
    """The findings in *plain*, whose numbers are those of *strings*.

    Raises `LookupError`, `TypeError` or `ValueError` for what is something else.
    """
    if plain == 0:
        return NOTHING
    return Findings(
        ids=tuple([strings[number] for number in plain["ids"]]),
        hrefs=tuple([strings[number] for number in plain["hrefs"]]),
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
