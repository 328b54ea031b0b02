"""What the commands say while they work, and the exit codes that they end with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from healthsite.messages import as_data, closing_line, counted, described, visible
from healthsite.order import RENDERING, Outcome, Watch
from healthsite.problems import InvalidConfig, InvalidSite, Problem, SiteError, UnusableCluster, UnusableFolder

BUILT: Final = 0
PROBLEMS: Final = 1
WRONG_USAGE: Final = 2

LONG: Final = 100
FEW: Final = 3
"""A build that renders more pages or copies more pictures than these shows a progress bar, if somebody is looking."""


@contextmanager
def answered(root: Path, style: str, *, quiet: bool) -> Iterator[None]:
    """Answers the errors of a site with messages and an exit code."""
    try:
        yield
    except SiteError as error:
        tell_error(error, root, style, quiet=quiet)
        sys.exit(exit_code(error))


def exit_code(error: SiteError) -> int:
    """What a command ends with that ran into *error*."""
    return WRONG_USAGE if isinstance(error, InvalidConfig | UnusableFolder | UnusableCluster) else PROBLEMS


def tell_error(error: SiteError, root: Path, style: str, *, quiet: bool) -> None:
    """Say what is wrong with the site in *root*, and what became of the build."""
    if not isinstance(error, InvalidSite):
        click.echo(f"error: {visible(str(error))}", err=True)
        return
    tell_problems(error.problems, root, style)
    if not quiet and style == "text":
        click.echo(f"{counted(error.problems)}; nothing was written.", err=True)


def tell_outcome(outcome: Outcome, seconds: float, root: Path, style: str, *, quiet: bool) -> None:
    """Say what a build did that took so many *seconds*, with its warnings first."""
    tell_problems(outcome.problems, root, style)
    for note in () if quiet else outcome.notes:
        click.echo(f"note: {visible(note)}", err=True)
    if not quiet and style == "text":
        click.echo(closing_line(outcome, seconds))


def tell_problems(problems: Sequence[Problem], root: Path, style: str) -> None:
    """Say each of *problems*, for people or for machines."""
    for problem in problems:
        if style == "json":
            click.echo(json.dumps(as_data(problem)))
        else:
            click.echo(described(problem, root), err=True)


@contextmanager
def progress(*, shown: bool) -> Iterator[Watch | None]:
    """A progress bar on standard error, for long builds that somebody looks at."""
    if not (shown and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - few builds are long, and the import costs as much as a short one
    from rich.progress import Progress  # noqa: PLC0415 - as above

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, visible=False)

        def watch(what: str, done: int, total: int) -> None:
            visible = total > (LONG if what == RENDERING else FEW)
            progress.update(task, description=what, completed=done, total=total, visible=visible)

        yield watch
