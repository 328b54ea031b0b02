"""What Markdown would drop without a word: footnotes and addresses that nothing uses, and cells beyond a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.text.place import Finder, without_code

_FOOTNOTE: Final = re.compile(r"^[ ]{0,3}\[\^([^\]]+)\]:", re.MULTILINE)
_ADDRESS: Final = re.compile(r"^[ ]{0,3}\[([^\]^][^\]]*)\]:[ ]*\S", re.MULTILINE)
_SEPARATOR: Final = re.compile(r"^[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_PIPE: Final = re.compile(r"(?<!\\)\|")


def check_definitions(finder: Finder) -> None:
    """Record each footnote, address and cell that would not be shown."""
    text = without_code(finder.body.text)
    seen: set[str] = set()
    for match in _FOOTNOTE.finditer(text) if "[^" in text else ():
        name, message, hint = match[1], "", "give it another name"
        if name in finder.body.citations:
            message = f"the footnote `{name}` has the name of a source"
        elif name in seen:
            message = f"there is a second footnote `{name}`"
        elif text.count(f"[^{name}]") < 2:
            message = f"nothing refers to the footnote `{name}`"
            hint = f"write `[^{name}]` in the text, or remove it"
        if message:
            finder.problem_at(match.start(1), "footnote", message, hint, length=len(name))
        seen.add(name)
    addresses = list(_ADDRESS.finditer(text)) if "]:" in text else ()
    lower = re.sub(r"\s+", " ", text.lower()) if addresses else ""
    for match in addresses:
        if lower.count(f"[{' '.join(match[1].lower().split())}]") < 2:
            message = "this line defines an address that no link uses, and is not shown"
            finder.problem_at(match.start(1), "unused-address", message, "remove it, or take the brackets out")
    for offset, cells, columns in _rows(text):
        if cells > columns:
            message = f"this row has {cells} cells, and the table {columns} columns"
            finder.problem_at(offset, "table", message, "take the last ones out, or write `\\|` for a plain bar")


def _rows(text: str) -> Iterator[tuple[int, int, int]]:
    """The rows of the tables in *text*: where each begins, its cells, and the columns of its table."""
    offset, columns, above = 0, 0, ""
    for line in text.split("\n") if "|" in text else ():
        if not line or line.isspace():
            columns = 0
        elif columns:
            yield offset, _cells(line), columns
        elif "|" in line and _SEPARATOR.match(line) and "|" in above:
            columns = _cells(above)
        above = line
        offset += len(line) + 1


def _cells(line: str) -> int:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return len(_PIPE.findall(bare)) + 1
