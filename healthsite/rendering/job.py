"""The one function that the pool runs: a page in, its bytes and findings out."""

from __future__ import annotations

import html
import re
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.checks.every import TextRules, check_text
from healthsite.digest import digest_of
from healthsite.model.figure import Figure
from healthsite.model.lexicon import Lexicon
from healthsite.outputs.indexed_text import indexed_digest
from healthsite.pages.body import Body
from healthsite.pages.frame import Frame
from healthsite.pages.page import Page
from healthsite.problems import Location, Problem
from healthsite.rendering.compiled import compiled_templates
from healthsite.rendering.figures import figure_problems
from healthsite.rendering.templates import Templates
from healthsite.text.dialect import Converted, Draw, convert

if TYPE_CHECKING:
    from healthsite.drawing.frames import Drawing

_TAG: Final = re.compile(r"<[a-zA-Z][^>\s]*\s[^>]*>")
"""A tag with attributes."""
_NAMED: Final = re.compile(r'\s(?:id="([^"\0]*)"|(?:href|src)="([/#][^"\0]*)")')
"""An attribute that names an element, or an address of the site."""
_SYNTAX: Final[dict[str, Any]] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
"""How templates are read: what they are compiled to depends on it."""
_NO_RULES: Final = TextRules((), Lexicon())


@dataclass(frozen=True, eq=False)
class Settings:
    """What all pages of one build share.

    The frame, the templates, where the static files are published, the rules that read one page at a time, and whether
    texts are converted by the faster parts of Markdown. Where the site is not *searchable*, pages come without the
    digest of what the search index knows of them; they are the same pages, so this is part of no digest.
    """

    frame: Frame
    templates: Templates
    assets: tuple[tuple[str, str], ...]
    rules: TextRules = _NO_RULES
    swift: bool = True
    searchable: bool = True

    @cached_property
    def digest(self) -> str:
        """That of everything in it but the templates, of which each page uses some only."""
        return digest_of(self.frame, self.assets, self.rules, self.swift)

    @cached_property
    def digest_without_rules(self) -> str:
        """As `digest`, for pages without a text, of which the rules have nothing to read."""
        return digest_of(self.frame, self.assets, self.swift)

    @cached_property
    def digest_of_all(self) -> str:
        """That of everything in it, with all templates."""
        return digest_of(self.digest, sorted(self.templates.digests.items()))


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a page as its template sees it: HTML, and its headings for a list of contents."""

    html: Markup
    contents: tuple[tuple[str, str], ...]


def render(settings: Settings, page: Page) -> Artifact:
    """The file of *page*, with what was found in it. A pure function of its arguments."""
    engine = _engine(settings)
    converted: Converted | None = None
    problems: list[Problem] = []
    try:
        if page.body:
            converted = convert(page.body, engine.drawer(), swift=settings.swift, outlined=settings.rules.outlined)
        problems += converted.problems if converted else ()
        problems += figure_problems(page.body) if page.body else ()
        broken = converted is not None and page.body is not None and page.body.text.strip() and not converted.html
        text = "" if broken else engine.page(page, _prose(converted) if converted else None)
    except Exception as error:  # noqa: BLE001 - what a template does wrong can be any exception
        problems.append(_template_problem(settings, error))
        text = ""
    if converted and text:
        problems += _found_by_rules(settings, page.body, converted, text)
    path = page.body.path if page.body else ""
    anchored = (
        Anchored(href, Location(path, line, column)) for href, line, column in (converted.anchored if converted else ())
    )
    indexed = indexed_digest(text) if page.body and settings.searchable else ""
    findings = Findings(*_found_in(text), anchored=tuple(anchored), problems=tuple(problems), indexed=indexed)
    return Artifact.of(page.path, text.encode(), findings)


def _found_by_rules(settings: Settings, body: Body | None, converted: Converted, text: str) -> tuple[Problem, ...]:
    """What the rules find in the *text* of a page. Where they do, its body is read whole for their places."""
    found = tuple(check_text(settings.rules, converted.text, text))
    if body is None or converted.text.whole or not found:
        return found
    whole = convert(body, _engine(settings).drawer(), swift=settings.swift).text
    return tuple(check_text(settings.rules, whole, text))


def key_of(settings: Settings, page: Page) -> str:
    """The digest of everything that *page* is rendered from, the engine's own code apart."""
    digests = settings.templates.digests
    names = [page.template, *sorted({f"embeds/{embed.name}.html" for embed in page.body.embeds} if page.body else ())]
    shared = settings.digest if page.body else settings.digest_without_rules
    return digest_of(page, shared, [digests.get(name, "") for name in names])


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain mapping for all templates: looking into a chain of them for each macro takes its time."""
        return super().make_globals(d) if d else self.globals


class _Engine:
    """Jinja set up for one build."""

    def __init__(self, settings: Settings) -> None:
        assets = dict(settings.assets)
        self._environment = _Environment(
            loader=_Loader(settings.templates),
            undefined=StrictUndefined,
            cache_size=-1,
            auto_reload=False,
            bytecode_cache=compiled_templates(sorted(_SYNTAX.items())),
            **_SYNTAX,
        )
        self._environment.globals.update(frame=settings.frame, drawn=_drawn, asset=lambda name: _asset(assets, name))

    def page(self, page: Page, body: Prose | None) -> str:
        return self._environment.get_template(page.template).render(head=page.head, view=page.view, body=body)

    def drawer(self) -> Draw:
        """What draws the embeds of one page.

        Its templates see how often an embed has stood on the page (*number*), and how many of its name (*place*).
        """
        drawn: Counter[str] = Counter()

        def draw(name: str, view: Any, number: int) -> str:
            drawn[name] += 1
            template = self._environment.get_template(f"embeds/{name}.html")
            return template.render(view=view, number=number, place=drawn[name])

        return draw


@lru_cache(maxsize=2)
def _engine(settings: Settings) -> _Engine:
    return _Engine(settings)


class _Loader(BaseLoader):
    def __init__(self, templates: Templates) -> None:
        self._templates = {template.name: template for template in templates.all}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002 - Jinja's
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, found.path, None


def _drawn(figure: Figure) -> Drawing:
    from healthsite.drawing.frames import drawn  # noqa: PLC0415 - few pages are drawn, and this takes its time

    return drawn(figure)


def _asset(assets: Mapping[str, str], name: str) -> str:
    if name not in assets:
        raise LookupError(f"there is no static file `{name}`")
    return assets[name]


def _prose(converted: Converted) -> Prose:
    """The HTML of the dialect, which escapes all that is not its own, marked as safe for templates."""
    contents = tuple((heading.id, heading.text) for heading in converted.headings if heading.level == 2)
    return Prose(Markup(converted.html), contents)  # noqa: S704 - as above


def _template_problem(settings: Settings, error: Exception) -> Problem:
    """The problem behind *error* if a template's author can mend it; anything else is a bug and goes on its way."""
    paths = {template.path for template in settings.templates.all}
    lines = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    for path, line in reversed(lines):
        if path in paths:
            said = str(error)
            return Problem(Location(path, line), "template", said[:1].lower() + said[1:], length=0)
    raise error


def _found_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids and the addresses of the site in *text*, each once."""
    ids: dict[str, None] = {}
    addresses: dict[str, None] = {}
    for identifier, address in _NAMED.findall("\0".join(_TAG.findall(text))):
        if address:
            addresses[address] = None
        else:
            ids[identifier] = None
    return _unescaped(ids), _unescaped(addresses)


def _unescaped(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(html.unescape(value) if "&" in value else value for value in values))
