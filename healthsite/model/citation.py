"""The entries of ``content/sources.yaml``: what the site's statements rest on."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from healthsite.model.schema import CalendarDate, Described, Schema, Slug, Text, Texts, WebAddress

SOURCE_KINDS: Final[dict[str, str]] = {
    "guideline": "Guideline",
    "review": "Review of studies",
    "trial": "Trial",
    "regulator": "Regulator",
    "health-service": "Health service",
    "textbook": "Textbook",
    "article": "Article",
    "website": "Website",
    "compilation": "Collection of texts",
}
"""The kinds of a source, each in words for readers."""


class Citation(Schema):
    """A document that the site cites."""

    slug: Slug = Described(description="The source's key.")
    line: int = Described(0, description="The line of its file on which it begins.")
    column: int = Described(0, description="The column in which it begins.")
    kind: Literal[
        "guideline",
        "review",
        "trial",
        "regulator",
        "health-service",
        "textbook",
        "article",
        "website",
        "compilation",
    ] = Described(description="What kind of document it is.")
    title: Text = Described(description="The document's title.")
    publisher: Text = Described(description="Who published it.")
    authors: Texts = Described((), description="Its authors, for papers.")
    year: Annotated[int, Described(ge=1800, le=2200)] | None = Described(None, description="The year of publication.")
    url: WebAddress | None = Described(None, description="Where it can be read.")
    doi: Text | None = Described(None, description="Its digital object identifier.")
    accessed: CalendarDate | None = Described(
        None, description="The day on which it, or a copy of it, was last read; `note` says which."
    )
    evidence: Literal["A", "B", "C", "D"] | None = Described(
        None, description="A guideline or systematic review, B trial or health service, C article, D weak."
    )
    status: Literal["current", "updated", "withdrawn"] = Described("current", description="Whether it still stands.")
    note: Text | None = Described(None, description="What a reader should know about it.")
