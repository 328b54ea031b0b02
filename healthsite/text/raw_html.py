"""Raw HTML is not passed through: it is shown as the text it is, and reported with its place."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ENTITY_RE, InlineProcessor

from healthsite.text.place import Finder, without_code

_HTML: Final = re.compile(
    r"<!--(?:.{0,400}?-->)?|<(?:![A-Z]|\?[a-z])[^<>]{0,400}>?"
    r"|(?<!\]\()</?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])[^<>]{0,2000}>",
    re.DOTALL,
)


def check_raw_html(finder: Finder) -> None:
    """Record each tag and comment of the text."""
    for match in _HTML.finditer(without_code(finder.body.text)) if "<" in finder.body.text else ():
        tag = match.group()
        if tag.startswith("<!--"):
            message, hint = "a comment cannot stand here", "write notes for editors elsewhere"
        else:
            message, hint = "raw HTML cannot stand here", "use Markdown or a block; for a plain sign write `&lt;`"
        finder.problem_at(match.start(), "raw-html", message, hint, length=len(tag.split("\n")[0]))


_REST_OF_ENTITY: Final = re.compile(r"#?\w+;")


class _Entity(InlineProcessor):
    """``&nbsp;`` and the like become the signs that they mean, so that rules read what readers see."""

    SIGNS = ("&",)

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        sign = unescape(m.group(1))
        unfit = not sign.isprintable() and sign not in "\u00a0\u00ad\u2009\u202f"
        begins_another = sign == "&" and _REST_OF_ENTITY.match(data, m.end(0))
        return m.group(0) if unfit or begins_another else sign, m.start(0), m.end(0)


class NoRawHtml(Extension):
    """Takes out Python-Markdown's own handling of HTML and of its entities."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Entity(ENTITY_RE, md), "entity", 80)
