"""The commands. This is the only room that prints."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import click

from healthsite import __version__
from healthsite.checks.every import RULES
from healthsite.disk import reason_of
from healthsite.messages import as_data, closing_line, counted, described, explained_rule, listed_rules, visible
from healthsite.pipeline import RENDERING, Order, Watch, build, report
from healthsite.problems import (
    InvalidConfig,
    InvalidSite,
    Problem,
    SiteError,
    UnusableFolder,
    did_you_mean,
)
from healthsite.publishing.manifest import NAME as MANIFEST

BUILT: Final = 0
PROBLEMS: Final = 1
WRONG_USAGE: Final = 2

LONG: Final = 100
FEW: Final = 3
"""A build that renders more pages or copies more pictures than these shows a progress bar, if somebody is looking."""

_HELP: Final = """Build a health site from the Markdown files in content/.

\b
build   write the site to public/ (this is what happens without a command)
check   make all the checks and write nothing
rules   list the rules; `rules NAME` explains one
report  write the editors' report to report/

\b
Exit codes: 0 built, 1 problems in the content, 2 wrong usage or unreadable config.
"""


_WITH_VALUE: Final = ("--out", "--site", "--as-of", "--base-url", "--jobs", "--format")
"""The options that another word follows."""
_SETTINGS: Final = {"max_content_width": 100, "help_option_names": ["-h", "--help"]}


class _BuildByDefault(click.Group):
    """A group that builds when no command is named, and whose help shows what a build takes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help", "--version")):
            named = args[-1] in self.commands and args[-2] not in _WITH_VALUE if len(args) > 1 else False
            if named:
                ctx.fail(f"write the command first: `{args[-1]}`, then its options")
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        command = self.commands["build"]
        command.format_options(ctx, formatter)
        with formatter.section("Other"):
            formatter.write_dl([("--version", "Show the version.")])


def _today(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    """The day to build for: ``--as-of``, or ``SOURCE_DATE_EPOCH``, or today."""
    try:
        if value is not None:
            return date.fromisoformat(value)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch) if epoch else time.time(), UTC).date()
    except (ValueError, OverflowError, OSError):
        if value is None:
            raise click.UsageError("SOURCE_DATE_EPOCH is not a number of seconds since 1970") from None
        raise click.BadParameter(f"`{visible(value)}` is not a date; write it as in 2026-11-22") from None


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that both commands take."""
    path = click.Path(path_type=Path, file_okay=False)
    for option in reversed(
        (
            click.option("--site", type=path, metavar="DIR", help="The folder with config.yaml and content/."),
            click.option("--as-of", "today", callback=_today, metavar="DATE", help="Build as on this day (today)."),
            click.option("--base-url", metavar="URL", help="Where the site is published, instead of config.yaml's."),
            click.option("--drafts", is_flag=True, help="Take drafts in."),
            click.option("--strict", is_flag=True, help="Warnings count as errors."),
            click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes to use (one per core)."),
            click.option("--clean", is_flag=True, help="Forget the cache and render every page again."),
            click.option("--search/--no-search", default=True, help="Leave the search index out of it."),
            click.option("--quiet", is_flag=True, help="Print problems only."),
            click.option(
                "--format",
                "style",
                type=click.Choice(["text", "json"]),
                default="text",
                help="Problems for people (text), or one JSON object a line on standard output.",
            ),
        )
    ):
        function = option(function)
    return function


@click.group(cls=_BuildByDefault, help=_HELP, context_settings=_SETTINGS)
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def _command(context: click.Context) -> None:
    context.ensure_object(dict)


@_command.command("build", help="Write the site to public/.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it (public/ in the site).")
@_options
@click.pass_context
def _build(context: click.Context, /, out: Path | None, site: Path | None, **options: Any) -> None:
    root = _site(context, site)
    _run(root, _fit_for_output(out or root / "public", root), options)


@_command.command("check", help="Make all the checks and write nothing.")
@_options
@click.pass_context
def _check(context: click.Context, /, site: Path | None, **options: Any) -> None:
    _run(_site(context, site), None, options)


@_command.command("report", help="Write the editors' report to report/.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it (report/ in the site).")
@_options
@click.pass_context
def _report(context: click.Context, /, out: Path | None, site: Path | None, **options: Any) -> None:
    root = _site(context, site)
    style, quiet = options.pop("style"), options.pop("quiet")
    with _answered(root, style, quiet=quiet):
        order = Order(root=root, jobs=options.pop("jobs") or os.cpu_count() or 1, **options)
        folder = _fit_for_output(out or root / "report", root, "public")
        if any(os.path.lexists(part / MANIFEST) for part in (folder, *folder.resolve().parents)):
            raise click.UsageError(f"{visible(str(folder))} is published; choose another folder for the report")
        page, data, found = report(order, folder)
        if not quiet and style == "text":
            count = sum(len(row.problems) for row in found.rows) + len(found.elsewhere)
            click.echo(f"{page} and {data.name}: {len(found.rows)} pages, {count} problems.")


@_command.command("rules", help="List the rules, or explain the one named NAME.")
@click.argument("name", required=False)
def _rules(name: str | None) -> None:
    if name is None:
        click.echo(listed_rules())
    elif name in RULES:
        click.echo(explained_rule(name))
    else:
        hint = did_you_mean(name, RULES)
        raise click.UsageError(f"there is no rule `{visible(name)}`; {hint or '`rules` lists them'}")


def main(default_site: Path | None = None, program: str = "healthsite", args: Sequence[str] | None = None) -> None:
    """Run the command line; *default_site* is the site that is built where ``--site`` is not given."""
    _command.main(args=args, prog_name=program, obj={"site": default_site})


def _site(context: click.Context, site: Path | None) -> Path:
    return site or context.obj.get("site") or Path.cwd()


def _fit_for_output(out: Path, root: Path, *more: str) -> Path:
    """*out*, if writing there cannot touch what the site is made from, nor its folders *more*."""
    try:
        place, site = out.resolve(), root.resolve()
        inputs = [site / name for name in ("content", "static", "templates", ".cache", *more)]
        if place == site or site.is_relative_to(place) or any(place.is_relative_to(part) for part in inputs):
            message = f"{visible(str(out))} is part of the site; choose a folder outside of its content, or a new one"
            raise click.UsageError(message)
    except (OSError, RuntimeError, ValueError) as error:
        raise click.UsageError(f"{visible(str(out))} cannot be used: {reason_of(error)}") from None
    return out


def _run(root: Path, out: Path | None, options: dict[str, Any]) -> None:
    style, quiet = options.pop("style"), options.pop("quiet")
    jobs = options.pop("jobs") or os.cpu_count() or 1
    started = time.perf_counter()
    with _answered(root, style, quiet=quiet), _progress(shown=not quiet and style == "text") as watch:
        outcome = build(Order(root=root, out=out, jobs=jobs, **options), watch)
    _print_problems(outcome.problems, root, style)
    for note in () if quiet else outcome.notes:
        click.echo(f"note: {visible(note)}", err=True)
    if not quiet and style == "text":
        click.echo(closing_line(outcome, time.perf_counter() - started))
    sys.exit(BUILT)


@contextmanager
def _answered(root: Path, style: str, *, quiet: bool) -> Iterator[None]:
    """Answers the errors of a site with messages and an exit code."""
    try:
        yield
    except InvalidSite as error:
        _print_problems(error.problems, root, style)
        _say_failed(error.problems, quiet=quiet or style != "text")
        sys.exit(WRONG_USAGE if isinstance(error, InvalidConfig) else PROBLEMS)
    except SiteError as error:
        click.echo(f"error: {visible(str(error))}", err=True)
        sys.exit(WRONG_USAGE if isinstance(error, UnusableFolder) else PROBLEMS)


def _print_problems(problems: Sequence[Problem], root: Path, style: str) -> None:
    for problem in problems:
        if style == "json":
            click.echo(json.dumps(as_data(problem)))
        else:
            click.echo(described(problem, root), err=True)


def _say_failed(problems: Sequence[Problem], *, quiet: bool) -> None:
    if not quiet:
        click.echo(f"{counted(problems)}; nothing was written.", err=True)


@contextmanager
def _progress(*, shown: bool) -> Iterator[Watch | None]:
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
