"""Where the rows of a list in front matter stand, such as the doses of an exercise."""

from __future__ import annotations

import re
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.problems import Location

_ROW: Final = re.compile(r"([ ]*-[ ]+)\S")


def row_place(document: AnyDocument, key: str, number: int, field: str = "") -> Location:
    """Where row *number*, counted from 0, of the list under *key* stands, or its *field*; else the key itself."""
    start = document.place(key)
    row, place = -1, start
    for line_number, line in enumerate(document.head.split("\n")[start.line :], start=start.line + 1):
        if line and not line.startswith((" ", "-", "#")):
            break
        begins = _ROW.match(line)
        row += begins is not None
        if row == number:
            if begins:
                place = Location(document.path, line_number, len(begins[1]) + 1)
            found = re.match(rf"[ ]*(?:-[ ]+)?(?={re.escape(field)}\s*:)", line) if field else None
            if found:
                return Location(document.path, line_number, found.end() + 1)
    return place
