"""A plain page, such as "about", "privacy" or "get help"."""

from __future__ import annotations

from typing import Literal

from healthsite.model.document import Document
from healthsite.model.schema import CalendarDate, Described, Pairs, Schema, Slugs, Text, Texts


class PlainPageFrontMatter(Schema):
    """What stands between the ``---`` lines of a plain page."""

    title: Text = Described(description="The page's heading.")
    summary: Text = Described(description="1 to 3 sentences: the main message.")
    short_title: Text | None = Described(None, description="A shorter title for the footer.")
    also_called: Texts = Described((), description="Other names that people search for.")
    reviewed: CalendarDate | None = Described(None, description="The day on which the whole page was last reviewed.")
    sources: Slugs = Described((), description="Sources in the order in which they are numbered.")
    status: Literal["published", "draft"] = Described("published", description="`draft` keeps the page off the site.")
    ignore: Pairs = Described((), description="Rules that do not apply to this page, each with the reason.")
    redirect_from: Texts = Described((), description="Old addresses of this page.")


PlainPage = Document[PlainPageFrontMatter]
