"""What a browser shows while a site cannot be built: its problems, before the last good page."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from healthsite.preview.board import Trouble
from healthsite.problems import Problem, Severity

MOST: Final = 100
"""How many problems are shown; the terminal lists them all."""
HOST: Final = "preview-trouble"
"""The id of the element that the dialog stands in."""

_QUOTED: Final = re.compile(r"`([^`]+)`")


def trouble_dialog(trouble: Trouble, styles: str) -> str:
    """A dialog that tells of *trouble*, cut off from the style sheets of the page; its own is at *styles*."""
    problems = sorted(trouble.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    told = "".join(map(_item, problems[:MOST]))
    left = len(problems) - MOST
    more = f"<p>And {left} more; the terminal lists them all.</p>\n" if left > 0 else ""
    listed = f"<ol>\n{told}</ol>\n{more}" if problems else f"<pre>{escape(trouble.message)}</pre>\n"
    title = _counted(problems) if problems else "The site could not be built"
    return (
        f'<div id="{HOST}" lang="en" dir="ltr"><template shadowrootmode="open">\n'
        f'<link rel="stylesheet" href="{styles}">\n'
        f'<dialog open aria-labelledby="title">\n<div class="head">\n<h1 id="title">{title}</h1>\n'
        "<p>The page behind this is the last that could be built. Once this is mended and saved, it goes away.</p>\n"
        '<button type="button" class="close" hidden>See the last good page</button>\n</div>\n'
        f"{listed}</dialog>\n"
        f'<button type="button" class="open" hidden>{title}</button>\n</template></div>\n'
    )


def nothing_yet(styles: str) -> str:
    """The page where nothing has been built so far; *styles* is where its style sheet is."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Preview</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<link rel="stylesheet" href="{styles}">\n</head>\n<body class="nothing-yet">\n'
        "<p>The site has not been built yet. This page shows it as soon as it is.</p>\n</body>\n</html>\n"
    )


def _counted(problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)


def _prose(text: str) -> str:
    """*text* with what stands between backticks as code."""
    return _QUOTED.sub(r"<code>\1</code>", escape(text))


def _item(problem: Problem) -> str:
    place = problem.location
    where = "".join(f", {name} {number}" for name, number in (("line", place.line), ("column", place.column)) if number)
    hint = f'<p class="hint">{_prose(problem.hint)}</p>\n' if problem.hint else ""
    return (
        f'<li class="{problem.severity}">\n<p class="place"><strong>{escape(place.path)}</strong>{where}</p>\n'
        f'<p class="message">{_prose(problem.message)}</p>\n{hint}'
        f'<p class="rule">{problem.severity} · {escape(problem.rule)}</p>\n</li>\n'
    )
