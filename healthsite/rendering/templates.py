"""The templates of a site: its own stand in front of the shipped ones, file by file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from healthsite.disk import Found, read_bytes, walk
from healthsite.problems import InvalidSite, Location, Problem


@dataclass(frozen=True, slots=True)
class Template:
    """A template's *name* for other templates, the *path* an editor knows it by, and its *text*."""

    name: str
    path: str
    text: str

    @property
    def digest(self) -> str:
        """That of its text."""
        return sha256(self.text.encode()).hexdigest()


References = tuple[tuple[str, int], ...]
"""The templates that a template names, each with its line; an empty name for one that is put together."""


@dataclass(frozen=True)
class Templates:
    """All templates of a site. *references* are those of each text, by its digest, as far as they are known already."""

    all: tuple[Template, ...]
    references: Mapping[str, References] = field(default_factory=dict)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """For each template, the digest of all that it is made of: its own text and every template it refers to."""
        own = {template.name: template.digest for template in self.all}
        below = {template.name: tuple(name for name, _ in self._named_by(template)) for template in self.all}
        return {name: _digest_of(name, own, below) for name in own}

    def _named_by(self, template: Template) -> References:
        known = self.references.get(template.digest)
        return _references(template) if known is None else known


def load_templates(shipped: Path, own: Path | None, remembered: Mapping[str, Any] | None = None) -> Templates:
    """The templates in the folder ``templates`` of *shipped*, each replaced by the one of the same name of *own*.

    *remembered* are the references of texts that were sound in an earlier run, by the digests of the texts.

    Raises `InvalidSite` for those that cannot be read or parsed, or that refer to a template that is not there.
    """
    found: dict[str, Template] = {}
    problems: list[Problem] = []
    for root in (shipped, own):
        for entry in walk(root, "templates") if root and os.path.lexists(root / "templates") else ():
            template = _read(root, entry) if root else None
            if isinstance(template, Problem):
                problems.append(template)
            elif template:
                found[template.name] = template
    references: dict[str, References] = {}
    for template in found.values():
        known = _understood(remembered.get(template.digest) if remembered else None)
        if known is None or any(name not in found for name, _ in known):
            problems += _problems(template, found)
        if known is not None:
            references[template.digest] = known
    if problems:
        raise InvalidSite(problems)
    return Templates(tuple(found[name] for name in sorted(found)), _with_missing(references, found.values()))


def _with_missing(references: Mapping[str, References], templates: Iterable[Template]) -> Mapping[str, References]:
    """*references*, and those of each of *templates* that is not among them: only these are parsed."""
    missing = (template for template in templates if template.digest not in references)
    return {**references, **{template.digest: _references(template) for template in missing}}


def _understood(plain: Any) -> References | None:
    """References as they were remembered, if that is what *plain* is."""
    try:
        return tuple((str(name), int(line)) for name, line in plain)
    except (TypeError, ValueError):
        return None


def _read(root: Path, entry: Found | Problem) -> Template | Problem | None:
    if isinstance(entry, Problem) or not entry.path.endswith(".html"):
        return entry if isinstance(entry, Problem) else None
    content = read_bytes(root, entry.path)
    if isinstance(content, Problem):
        return content
    try:
        return Template(entry.path.removeprefix("templates/"), entry.path, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = Location(entry.path, content.count(b"\n", 0, error.start) + 1)
        return Problem(place, "encoding", "this is not UTF-8 text", "save it again as UTF-8")


def _problems(template: Template, known: Mapping[str, Template]) -> list[Problem]:
    try:
        references = _references(template)
    except TemplateSyntaxError as error:
        message = f"this is not a template: {(error.message or '').rstrip('.')}"
        return [Problem(Location(template.path, error.lineno), "template", message, length=0)]
    except RecursionError:
        return [Problem(Location(template.path), "template", "this is nested too deeply", "write it with fewer levels")]
    return [
        Problem(Location(template.path, line), "template", f"there is no template `{name}`", length=0)
        if name
        else Problem(
            Location(template.path, line),
            "template",
            "this template includes another one by a name that is put together",
            "write the name out: what a page is made of must be known before it is rendered",
            length=0,
        )
        for name, line in references
        if name not in known
    ]


@lru_cache(maxsize=512)
def _references(template: Template) -> References:
    tree = Environment(autoescape=True).parse(template.text)
    tags = tree.find_all((nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include))
    named = ((tag, meta.find_referenced_templates(nodes.Template([tag]))) for tag in tags)
    return tuple(sorted({(name or "", tag.lineno) for tag, names in named for name in names}))


def _digest_of(name: str, own: Mapping[str, str], below: Mapping[str, tuple[str, ...]]) -> str:
    closure, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in closure and current in own:
            closure.add(current)
            waiting += below[current]
    return sha256("".join(f"{part}={own[part]};" for part in sorted(closure)).encode()).hexdigest()
