"""The terms of the three taxonomies: topics, body regions and conditions. Each term is a page."""

from __future__ import annotations

from typing import Annotated, Literal

from healthsite.model.document import Document
from healthsite.model.review import ReviewCycle, Reviewer
from healthsite.model.schema import CalendarDate, Described, Listed, Pairs, Schema, Slug, Slugs, Text, Texts


class TermFrontMatter(Schema):
    """What stands between the ``---`` lines of a topic; the other terms add to it."""

    title: Text = Described(description="The term as readers say it.")
    summary: Text = Described(description="1 or 2 sentences, at most 300 characters.")
    also_called: Texts = Described((), description="Other names that people search for.")
    medical_name: Text | None = Described(None, description="The medical word for it.")
    sources: Slugs = Described((), description="Sources in the order in which they are numbered.")
    reviewed: CalendarDate | None = Described(None, description="The day on which the whole page was last reviewed.")
    reviewed_by: Annotated[tuple[Reviewer, ...], Listed] = Described((), description="Real, named reviewers.")
    review_every: ReviewCycle | None = Described(None, description="A shorter or longer cycle than the site's.")
    status: Literal["published", "draft"] = Described("published", description="`draft` keeps the page off the site.")
    ignore: Pairs = Described((), description="Rules that do not apply to this page, each with the reason.")
    redirect_from: Texts = Described((), description="Old addresses of this page.")


class BodyRegionFrontMatter(TermFrontMatter):
    """A part of the body."""

    part_of: Slug | None = Described(None, description="The larger region it belongs to.")
    adjacent: Slugs = Described((), description="The regions next to it.")


class ConditionFrontMatter(TermFrontMatter):
    """A condition that people have or fear to have."""

    body_region: Slugs = Described((), description="Where in the body it is.")
    care: Slug | None = Described(None, description="The care profile of content/care.yaml.")
    article: Slug | None = Described(None, description="The article that explains it in full.")


Topic = Document[TermFrontMatter]
BodyRegion = Document[BodyRegionFrontMatter]
Condition = Document[ConditionFrontMatter]
Term = Document[TermFrontMatter]
"""Any of the three."""
