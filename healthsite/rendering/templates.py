"""The templates of a site: its own stand in front of the shipped ones, file by file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta

from healthsite.problems import InvalidSite, Location, Problem


@dataclass(frozen=True, slots=True)
class Template:
    """A template's *name* for other templates, the *path* an editor knows it by, and its *text*."""

    name: str
    path: str
    text: str


@dataclass(frozen=True)
class Templates:
    """All templates of a site."""

    all: tuple[Template, ...]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """For each template, the digest of all that it is made of: its own text and every template it refers to."""
        own = {template.name: sha256(template.text.encode()).hexdigest() for template in self.all}
        below = {template.name: _references(template) for template in self.all}
        return {name: _digest_of(name, own, below) for name in own}


def load_templates(shipped: Path, own: Path) -> Templates:
    """The templates below *shipped*, each replaced by the one of the same name below *own*.

    Raises `InvalidSite` for those that cannot be read or parsed, or that refer to a template that is not there.
    """
    found: dict[str, Template] = {}
    problems: list[Problem] = []
    for folder in (shipped, own):
        for file in sorted(folder.rglob("*.html")) if folder.is_dir() else ():
            name = file.relative_to(folder).as_posix()
            path = f"templates/{name}"
            try:
                found[name] = Template(name, path, file.read_text("utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                problems.append(Problem(Location(path), "template", f"this template cannot be read: {error}"))
    for template in found.values():
        problems += _problems(template, found)
    if problems:
        raise InvalidSite(problems)
    return Templates(tuple(found[name] for name in sorted(found)))


def _problems(template: Template, known: Mapping[str, Template]) -> list[Problem]:
    try:
        references = _references(template)
    except TemplateSyntaxError as error:
        message = f"this is not a template: {(error.message or '').rstrip('.')}"
        return [Problem(Location(template.path, error.lineno), "template", message, length=0)]
    return [
        Problem(
            Location(template.path, _line_of(template, name)), "template", f"there is no template `{name}`", length=0
        )
        for name in references
        if name not in known
    ]


def _references(template: Template) -> tuple[str, ...]:
    tree = Environment(autoescape=True).parse(template.text)
    return tuple(sorted(name for name in meta.find_referenced_templates(tree) if name))


def _line_of(template: Template, piece: str) -> int:
    return template.text.count("\n", 0, max(0, template.text.find(piece))) + 1


def _digest_of(name: str, own: Mapping[str, str], below: Mapping[str, tuple[str, ...]]) -> str:
    closure, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in closure and current in own:
            closure.add(current)
            waiting += below[current]
    return sha256("".join(f"{part}={own[part]};" for part in sorted(closure)).encode()).hexdigest()
