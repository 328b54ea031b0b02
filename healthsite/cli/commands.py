"""The commands: building, checking, and what is told about a site."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from healthsite import __version__
from healthsite.cli.answers import BUILT, answered, progress, tell_outcome
from healthsite.cli.options import base_url_option, executor_option, fit_for_output, shared_options, site_of
from healthsite.cli.serve import serve
from healthsite.collecting import collect_no_more, collect_seldom
from healthsite.messages import visible
from healthsite.order import Order
from healthsite.publishing.manifest import NAME as MANIFEST
from healthsite.standing import inputs_of, standing

_HELP: Final = """Build a health site from the Markdown files in content/.

\b
build   write the site to public/ (this is what happens without a command)
serve   show the site in a browser on this computer, and changes as they are saved
check   make all the checks and write nothing
rules   list the rules; `rules NAME` explains one
report  write the editors' report to report/

\b
Exit codes: 0 built, 1 problems in the content, 2 wrong usage or unreadable config.
"""


_WITH_VALUE: Final = (
    "--out",
    "--site",
    "--as-of",
    "--base-url",
    "--jobs",
    "--format",
    "--host",
    "--port",
    "--executor",
)
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


@click.group(cls=_BuildByDefault, help=_HELP, context_settings=_SETTINGS)
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def _command(context: click.Context) -> None:
    context.ensure_object(dict)


@_command.command("build", help="Write the site to public/.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it (public/ in the site).")
@base_url_option
@executor_option
@shared_options
@click.pass_context
def _build(context: click.Context, /, out: Path | None, site: Path | None, **options: Any) -> None:
    root = site_of(context, site)
    _run(root, fit_for_output(out or root / "public", root), options)


@_command.command("check", help="Make all the checks and write nothing.")
@base_url_option
@executor_option
@shared_options
@click.pass_context
def _check(context: click.Context, /, site: Path | None, **options: Any) -> None:
    _run(site_of(context, site), None, options)


@_command.command("report", help="Write the editors' report to report/.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it (report/ in the site).")
@base_url_option
@executor_option
@shared_options
@click.pass_context
def _report(context: click.Context, /, out: Path | None, site: Path | None, **options: Any) -> None:
    root = site_of(context, site)
    style, quiet = options.pop("style"), options.pop("quiet")
    with answered(root, style, quiet=quiet):
        order = Order(root=root, jobs=options.pop("jobs") or os.cpu_count() or 1, **options)
        folder = fit_for_output(out or root / "report", root, "public")
        if any(os.path.lexists(part / MANIFEST) for part in (folder, *folder.resolve().parents)):
            raise click.UsageError(f"{visible(str(folder))} is published; choose another folder for the report")
        from healthsite.pipeline import report  # noqa: PLC0415 - as in `_run`

        page, data, found = report(order, folder)
        if not quiet and style == "text":
            count = sum(len(row.problems) for row in found.rows) + len(found.elsewhere)
            click.echo(f"{page} and {data.name}: {len(found.rows)} pages, {count} problems.")


_command.add_command(serve)


@_command.command("rules", help="List the rules, or explain the one named NAME.")
@click.argument("name", required=False)
def _rules(name: str | None) -> None:
    from healthsite.cli.rules import tell_rules  # noqa: PLC0415 - a build with nothing to do shall not load the rules

    tell_rules(name)


def main(default_site: Path | None = None, program: str = "healthsite", args: Sequence[str] | None = None) -> None:
    """Run the command line; *default_site* is the site that is built where ``--site`` is not given."""
    _command.main(args=args, prog_name=program, obj={"site": default_site})


def _run(root: Path, out: Path | None, options: dict[str, Any]) -> None:
    style, quiet = options.pop("style"), options.pop("quiet")
    jobs = options.pop("jobs") or os.cpu_count() or 1
    started = time.perf_counter()
    with answered(root, style, quiet=quiet), progress(shown=not quiet and style == "text") as watch:
        order = Order(root=root, out=out, jobs=jobs, **options)
        inputs = inputs_of(order)
        outcome = standing(order, inputs)
        if outcome is None:
            collect_seldom()
            from healthsite.pipeline import build  # noqa: PLC0415 - loading it takes longer than finding nothing to do

            outcome = build(order, watch, inputs)
    tell_outcome(outcome, time.perf_counter() - started, root, style, quiet=quiet)
    collect_no_more()
    sys.exit(BUILT)
