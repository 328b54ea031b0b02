"""The command that shows a site in a browser while it is being edited."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from healthsite.cli.answers import BUILT, WRONG_USAGE, answered, progress, tell_error, tell_outcome, tell_problems
from healthsite.cli.options import fit_for_output, shared_options, site_of
from healthsite.disk import reason_of
from healthsite.messages import look_again, visible
from healthsite.order import Order, Outcome
from healthsite.problems import Problem
from healthsite.shipped import shipped

if TYPE_CHECKING:  # a server costs more to import than a short build takes: only this command needs it
    from healthsite.preview.loop import Result
    from healthsite.preview.server import Server

_HELP: Final = """Show the site in a browser on this computer, and changes as they are saved.

Pages load again by themselves. Mistakes are shown here and in the browser, in front of the last good page. Ctrl-C
ends it. Nothing is written to public/.
"""
FEW: Final = 3
"""How many names of changed files are said."""


@click.command("serve", help=_HELP, short_help="Show the site in a browser, and changes as they are saved.")
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Where it can be reached (this computer only).")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="N", help="Its port (8000); 0 is any.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to build it (.cache/preview/ in the site)."
)
@shared_options
@click.pass_context
def serve(context: click.Context, /, host: str, port: int, out: Path | None, site: Path | None, **options: Any) -> None:
    """Serve the site until somebody ends it."""
    root = site_of(context, site)
    style, quiet = options.pop("style"), options.pop("quiet")
    jobs = options.pop("jobs") or os.cpu_count() or 1
    kept = root / ".cache" / "preview"
    out = fit_for_output(out, root, "public") if out else kept / "site"
    order = Order(root=root, out=out, cache=kept, jobs=jobs, **options)
    server = _server(host, port, out)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with answered(root, style, quiet=quiet):
            _follow(order, server, style, quiet=quiet)
    except KeyboardInterrupt:
        click.echo(err=True)
    finally:
        server.shutdown()
        server.server_close()
    sys.exit(BUILT)


def _server(host: str, port: int, out: Path) -> Server:
    from healthsite.preview.board import Board  # noqa: PLC0415 - see above
    from healthsite.preview.server import Server  # noqa: PLC0415

    try:
        return Server(host, port, out, Board())
    except (OSError, UnicodeError) as error:
        other = port + 1 if port < 65535 else 8000
        hint = f"choose another port, as in `--port {other}`"
        click.echo(f"error: {visible(host)}:{port} cannot be used: {reason_of(error)}; {hint}", err=True)
        sys.exit(WRONG_USAGE)


def _follow(order: Order, server: Server, style: str, *, quiet: bool) -> None:
    """Build, and build again, and say each time what became of it."""
    from healthsite import pipeline  # noqa: PLC0415 - as those below
    from healthsite.preview.loop import previews  # noqa: PLC0415 - see above
    from healthsite.preview.watching import look_at, rounds  # noqa: PLC0415

    talking = not quiet and style == "text"

    def make(order: Order) -> Outcome:
        with progress(shown=talking) as watch:
            return pipeline.build(order, watch)

    changes = rounds(partial(look_at, order.root, shipped()))
    said: tuple[Problem, ...] = ()
    for number, result in enumerate(previews(order, server.address, changes, server.board, make)):
        look_again()
        said = _tell(result, said, order.root, style, quiet=quiet)
        if number == 0 and talking:
            address = f"{server.address}{server.board.state.base_path}/"
            click.echo(f"{address} shows the site, and changes as they are saved. Ctrl-C ends it.")


def _tell(result: Result, said: tuple[Problem, ...], root: Path, style: str, *, quiet: bool) -> tuple[Problem, ...]:
    """Say what became of a build, if it is not what was *said* before, and answer with the warnings of it."""
    from healthsite.preview.loop import Built, Failed  # noqa: PLC0415 - see above

    talking = not quiet and style == "text"
    if isinstance(result, Built) and result.indexed:
        tell_problems([problem for problem in result.outcome.problems if problem not in said], root, style)
        if talking and result.outcome.indexing is not None:
            click.echo(f"The search index has followed, {result.seconds:.1f} seconds.")
        return result.outcome.problems
    if talking and result.changed:
        click.echo(_changed(result.changed))
    if isinstance(result, Built):
        tell_outcome(result.outcome, result.seconds, root, style, quiet=quiet)
        return result.outcome.problems
    if isinstance(result, Failed):
        tell_error(result.error, root, style, quiet=quiet)
    else:
        click.echo(f"{result.trace.rstrip()}\nThe build has crashed; the preview goes on.", err=True)
    return ()


def _changed(names: frozenset[str]) -> str:
    first = [visible(name) for name in sorted(names)[:FEW]]
    more = len(names) - len(first)
    return f"\nChanged: {', '.join(first)}{f' and {more} more' if more else ''}"
