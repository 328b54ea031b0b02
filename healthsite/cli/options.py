"""The options that the commands share, and what is made of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import click

from healthsite.cluster import address_in
from healthsite.disk import reason_of
from healthsite.messages import visible


def today_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
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


def executor_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The cluster that ``--executor`` names."""
    if value is None or address_in(value) is not None:
        return value
    hint = f"did you mean `dask:{value}`?" if address_in(f"dask:{value}") else "write it as in dask:tcp://host:8786"
    raise click.BadParameter(f"`{visible(value)}` is no dask scheduler; {hint}")


base_url_option: Final = click.option(
    "--base-url", metavar="URL", help="Where the site is published, instead of config.yaml's."
)

executor_option: Final = click.option(
    "--executor",
    callback=executor_of,
    metavar="dask:tcp://HOST:PORT",
    help="Render pages on the dask cluster with that scheduler.",
)


def shared_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all commands take which build."""
    path = click.Path(path_type=Path, file_okay=False)
    for option in reversed(
        (
            click.option("--site", type=path, metavar="DIR", help="The folder with config.yaml and content/."),
            click.option("--as-of", "today", callback=today_of, metavar="DATE", help="Build as on this day (today)."),
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


def site_of(context: click.Context, site: Path | None) -> Path:
    """The folder of the site that is meant: the named one, or the program's own, or the current one."""
    return site or context.obj.get("site") or Path.cwd()


def fit_for_output(out: Path, root: Path, *more: str) -> Path:
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
