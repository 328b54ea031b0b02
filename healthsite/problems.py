"""What can be wrong with a site, as data: functions return problems, only the command line prints them.

The exceptions::

    SiteError             anything that a build can answer for; all else is a bug and keeps its traceback
    ├── InvalidSite       the content has problems (exit code 1)
    │   └── InvalidConfig config.yaml has problems (exit code 2)
    ├── UnusableFolder    there is no site here, or the output folder is not ours (exit code 2)
    ├── UnusableCluster   the machines that were to help cannot (exit code 2)
    └── NotPublished      the site is sound, but the disk would not take it (exit code 1)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How bad a problem is. An error stops the build; a warning does so only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    *path* is relative to the site's folder, with forward slashes. *line* and *column* count from 1 and from
    the top of the file, front matter included; 0 means the whole file, or the whole line.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, where it is, and what to write instead.

    *message* is a lower-case sentence about the author's text. *hint* says what to write instead.
    *length* is how many characters are meant, for underlining; 0 underlines to the end of the line.
    """

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    length: int = 1

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}: {self.message} [{self.rule}]"

    def as_warning(self) -> Problem:
        """The same problem, as a warning."""
        return replace(self, severity=Severity.WARNING)


class SiteError(Exception):
    """The root of every error that a build answers with a message instead of a traceback."""


class InvalidSite(SiteError):
    """The site has problems that must be mended before it can be published. *problems* is all of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[InvalidSite], tuple[tuple[Problem, ...]]]:
        """How the error comes from one process to another."""
        return type(self), (self.problems,)


class InvalidConfig(InvalidSite):
    """``config.yaml`` is missing, unreadable or wrong."""


class UnusableFolder(SiteError):
    """A folder given on the command line is not fit for its purpose."""


class UnusableCluster(SiteError):
    """The cluster given on the command line cannot be reached, or would not make the same pages."""


class NotPublished(SiteError):
    """The finished site could not be written. What was published before is still whole."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The distinct *problems*, sorted by place."""
    return tuple(sorted(set(problems)))


def errors_in(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether any of *problems* stops the build; with *strict*, warnings do so too."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


MANY: Final = 400
"""Of more choices than these, only those that begin alike and are about as long are compared."""
SLIGHT: Final = 3


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """``did you mean `x`?`` with the one of *choices* that is nearest to *word*, or an empty string."""
    known = sorted(choices)
    if len(known) > MANY:
        known = [choice for choice in known if choice[:1] == word[:1] and abs(len(choice) - len(word)) <= SLIGHT]
    near = get_close_matches(word, known, n=1, cutoff=0.6) or get_close_matches(
        word.lower(), [choice for choice in known if choice == choice.lower()], n=1, cutoff=0.6
    )
    return f"did you mean `{near[0]}`?" if near else ""
