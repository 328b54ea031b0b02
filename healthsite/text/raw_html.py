"""Raw HTML is not passed through: it is shown as the text it is, and reported with its place."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE, InlineProcessor


class _RawHtml(InlineProcessor):
    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        md: Any = self.md
        page = md.page
        tag = m.group(1)
        if "\x02" not in tag:
            comment = tag.startswith("<!--")
            hint = (
                "write notes for editors elsewhere"
                if comment
                else "use Markdown or a block; for a plain sign write `&lt;`"
            )
            page.finder.problem(tag, "raw-html", f"{'a comment' if comment else 'raw HTML'} cannot stand here", hint)
        return None, None, None


class NoRawHtml(Extension):
    """Takes out Python-Markdown's own handling of HTML and puts the report in its place."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_RawHtml(HTML_RE, md), "raw_html", 90)
