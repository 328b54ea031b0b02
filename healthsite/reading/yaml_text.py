"""YAML with the place of every value, and without duplicate keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from healthsite.problems import Location, Problem

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ODD_NUMBER: Final = re.compile(r"[-+]?(?:0[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+)")
"""Numbers that YAML counts by eights or by sixties."""
DEEPEST: Final = 50
"""How deeply values may be nested; the deepest in use is 4."""
MANY: Final = 100_000
"""A text of more characters is looked at for depth in any case."""

_HINTS: Final = {
    "mapping values are not allowed": 'put quotes around a value that holds a colon, as in `title: "Back: a guide"`',
    "could not find expected ':'": "write a colon and a space after each key, as in `title: Heavy legs`",
    "found unknown escape character": "in double quotes a backslash is special: use single quotes",
    "while scanning a quoted scalar": "close the quotation mark",
    "found unexpected end of stream": "close the quotation mark or the bracket",
    "did not find expected ',' or ']'": "close the list with `]`, and put commas between its items",
    "did not find expected key": "begin each key in the first column, and put quotes around values with special signs",
    "did not find expected '-' indicator": "begin each item of a list with a hyphen in the same column",
    "undefined alias": "put quotes around a value that begins with `*`",
    "cannot start any token": "put quotes around the value",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The *data* of a YAML text, and the means to find the place of each of its values."""

    path: str
    data: Any
    node: yaml.Node | None
    first_line: int = 1

    def place(self, keys: tuple[int | str, ...], *, of_key: bool = False) -> tuple[Location, int]:
        """Where the value under *keys* stands, and its length; *of_key* asks for its key instead."""
        node = self.node
        for number, key in enumerate(keys):
            last = number == len(keys) - 1
            below = _child(node, key, of_key=of_key and last)
            if below is None:
                break
            node = below
        if node is None:
            return Location(self.path, 1, 1), 3
        return _location(self.path, node.start_mark, self.first_line), _length(node)


def parse(path: str, text: str, *, first_line: int = 1) -> Parsed | list[Problem]:
    """The values of the YAML *text*, whose first line is line *first_line* of the file *path*; or what is wrong."""
    try:
        if _may_be_deep(text) and _depth(text) > DEEPEST:
            return [_too_deep(path, first_line)]
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            problems = list(_forbidden(path, node, first_line))
            if problems:
                return problems
            data = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return [_not_yaml(path, text, error, first_line)]
    except RecursionError:
        return [_too_deep(path, first_line)]
    except (ValueError, TypeError, AttributeError, OverflowError, LookupError):
        return [_unreadable_value(path, node, first_line)]
    return Parsed(path, data, node, first_line)


def _not_yaml(path: str, text: str, error: yaml.YAMLError, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        unfit = yaml.reader.Reader.NON_PRINTABLE.search(text)
        position = unfit.start() if unfit else 0
        above, column = text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1
        return Problem(
            Location(path, first_line + above, column + 1),
            "yaml",
            "this character cannot stand in YAML",
            "remove it; it may be invisible",
        )
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: mark.column + 1]:
        place = Location(path, first_line + mark.line, line.index("\t") + 1)
        return Problem(place, "yaml", "this is a tab, which YAML does not take", "use spaces to indent")
    what = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}".strip()
    hint = next((hint for part, hint in _HINTS.items() if part in what), "compare it with an article that builds")
    said = getattr(error, "problem", None) or what
    return Problem(_location(path, mark, first_line), "yaml", f"this is not YAML: {said}", hint)


def _unreadable_value(path: str, node: yaml.Node | None, first_line: int) -> Problem:
    """Which scalar could not be made a value; nearly always an impossible date."""
    for scalar in _scalars(node):
        loader = _Loader("")
        try:
            loader.construct_object(scalar)
        except yaml.YAMLError:
            continue
        except (ValueError, TypeError, AttributeError, OverflowError, LookupError):
            is_date = scalar.tag.endswith("timestamp")
            return Problem(
                _location(path, scalar.start_mark, first_line),
                "impossible-date" if is_date else "yaml",
                f"`{scalar.value[:40]}` is not a date of the calendar" if is_date else "this value cannot be read",
                "write year, month and day, as in `2026-11-22`" if is_date else "put quotes around it",
                length=_length(scalar),
            )
        finally:
            loader.dispose()
    place = Location(path, first_line, 1)  # pragma: no cover - no text is known that comes here
    return Problem(place, "yaml", "a value here cannot be read", "put quotes around it")  # pragma: no cover - as above


def _forbidden(path: str, root: yaml.Node | None, first_line: int) -> Iterator[Problem]:
    """What YAML allows and this site does not: keys twice, keys that are no text, and aliases."""
    nodes = list(_nodes(root))
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            seen = set()
            for key, _ in node.value:
                sound = isinstance(key, yaml.ScalarNode) and key.tag.endswith(":str")
                if sound and key.value not in seen:
                    seen.add(key.value)
                    continue
                place, length = _location(path, key.start_mark, first_line), _length(key)
                if not sound:
                    shown = f"`{key.value}`" if isinstance(key, yaml.ScalarNode) else "this"
                    hint = "put quotes around it, or write a word"
                    yield Problem(place, "yaml", f"{shown} is not plain text, as a key must be", hint, length=length)
                else:
                    message = f"the key `{key.value}` stands here a second time"
                    yield Problem(place, "duplicate-key", message, "keep one of the two", length=length)
                seen.add(str(key.value))
    for scalar in nodes:
        is_number = isinstance(scalar, yaml.ScalarNode) and scalar.tag.endswith(":int") and not scalar.style
        if is_number and _ODD_NUMBER.fullmatch(scalar.value):
            place = _location(path, scalar.start_mark, first_line)
            message = f"YAML reads `{scalar.value[:40]}` as another number than it looks"
            yield Problem(place, "yaml", message, "put quotes around it, or write plain digits", length=_length(scalar))
    for alias in _aliases(root):
        place = _location(path, alias.start_mark, first_line)
        hint = "write the value out where it is needed"
        yield Problem(place, "yaml", "this value is used a second time by an alias (`*`)", hint, length=_length(alias))


def _aliases(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """The nodes that stand in more than one place."""
    waiting, seen, told = [root], set(), set()
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        if id(node) in seen:
            if id(node) not in told:
                told.add(id(node))
                yield node
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _may_be_deep(text: str) -> bool:
    """Whether *text* has enough signs of nesting to be worth counting."""
    return text.count("[") + text.count("{") > DEEPEST or "- - " in text or "? ? " in text or len(text) > MANY


def _depth(text: str) -> int:
    """How deeply the values of *text* are nested, counted without building them."""
    depth = deepest = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return deepest


def _too_deep(path: str, first_line: int) -> Problem:
    return Problem(Location(path, first_line, 1), "yaml", "this is nested too deeply", "write it flat")


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    return (below for below in _nodes(node) if isinstance(below, yaml.ScalarNode))


def _nodes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """*root* and every node below it, each once (an alias makes one node stand in several places)."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in reversed(node.value) for part in reversed(pair))
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))


def _child(node: yaml.Node | None, key: int | str, *, of_key: bool) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == str(key):
                return name if of_key else value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    return None


def _location(path: str, mark: Any, first_line: int) -> Location:
    return Location(path, first_line + mark.line, mark.column + 1)


def _length(node: yaml.Node) -> int:
    """How many characters to underline; 0 (to the end of the line) for what goes on over several lines."""
    one_line = node.start_mark.line == node.end_mark.line
    return max(1, node.end_mark.column - node.start_mark.column) if one_line else 0
