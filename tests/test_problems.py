"""Problems as values, and the exceptions that carry them."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from healthsite.problems import (
    InvalidConfig,
    InvalidSite,
    Location,
    NotPublished,
    Problem,
    Severity,
    SiteError,
    UnusableFolder,
    did_you_mean,
    errors_in,
    in_order,
)

ERROR = Problem(Location("content/a.md", 3, 7), "slug", "the name is not fit for a URL", "rename it")
WARNING = Problem(Location("content/a.md", 2, 1), "encoding", "this is odd", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location("a.md", 3, 7), "a.md:3:7"),
        (Location("a.md", 3), "a.md:3"),
        (Location("a.md"), "a.md"),
    ],
)
def test_a_location_names_only_what_it_knows(location: Location, text: str) -> None:
    """A place reads ``path:line:column``, without the numbers that mean the whole line or the whole file."""
    assert str(location) == text


def test_a_problem_reads_as_one_line() -> None:
    """Place, severity, message and rule stand in one line that editors' programs understand."""
    assert str(ERROR) == "content/a.md:3:7: error: the name is not fit for a URL [slug]"
    assert str(WARNING) == "content/a.md:2:1: warning: this is odd [encoding]"


def test_problems_stand_in_the_order_of_their_places() -> None:
    """Problems are sorted by file, line and column as numbers, and each is told once."""
    places = [Location("b.md", 1), Location("a.md", 10, 1), Location("a.md", 9, 12), Location("a.md", 9, 2)]
    problems = [Problem(place, "rule", "message") for place in places]
    assert in_order([*problems, *problems]) == tuple(reversed(problems))


def test_a_problem_can_be_softened() -> None:
    """The same problem as a warning differs in nothing but its severity."""
    softened = ERROR.as_warning()
    assert softened.severity is Severity.WARNING
    assert (softened.location, softened.rule, softened.message, softened.hint, softened.length) == (
        *(ERROR.location, ERROR.rule, ERROR.message, ERROR.hint, ERROR.length),
    )
    assert ERROR.severity is Severity.ERROR


def test_only_errors_stop_a_build() -> None:
    """Warnings stop a build only where they count as errors."""
    assert errors_in([WARNING, ERROR])
    assert not errors_in([WARNING])
    assert errors_in([WARNING], strict=True)
    assert not errors_in([], strict=True)


def test_an_invalid_site_tells_all_its_problems_in_order() -> None:
    """The exception carries every problem, sorted, each once; its text is theirs, a line each."""
    error = InvalidSite(iter([ERROR, WARNING, ERROR]))
    assert error.problems == (WARNING, ERROR)
    assert str(error) == f"{WARNING}\n{ERROR}"


@pytest.mark.parametrize(
    ("kind", "parent"),
    [(InvalidSite, SiteError), (InvalidConfig, InvalidSite), (UnusableFolder, SiteError), (NotPublished, SiteError)],
)
def test_every_exception_has_one_root(kind: type[Exception], parent: type[Exception]) -> None:
    """The tree of exceptions is the one that the module's docstring draws."""
    assert kind.__base__ is parent


def test_problems_reach_other_processes_whole() -> None:
    """A problem pickles to an equal one."""
    assert pickle.loads(pickle.dumps(ERROR)) == ERROR  # noqa: S301 - our own bytes


def test_problems_do_not_change() -> None:
    """A problem is a value."""
    with pytest.raises(FrozenInstanceError):
        ERROR.message = "another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("word", "choices", "hint"),
    [
        ("leg", ["arms", "legs"], "did you mean `legs`?"),
        ("LEGS", ["arms", "legs"], "did you mean `legs`?"),
        ("legs", ["LEGS", "arms"], ""),
        ("elbow", ["arms", "legs"], ""),
        ("", ["arms", "legs"], ""),
        ("legs", [], ""),
    ],
)
def test_the_nearest_word_is_offered(word: str, choices: list[str], hint: str) -> None:
    """A misspelt word, also one in capital letters, is answered with the one that was meant; a strange one is not."""
    assert did_you_mean(word, choices) == hint


def test_the_offer_does_not_depend_on_the_order_of_choices() -> None:
    """Of words that are equally near, the same one is offered, however the choices came."""
    assert did_you_mean("calf-a", iter(["calf-c", "calf-b"])) == did_you_mean("calf-a", ["calf-b", "calf-c"])
