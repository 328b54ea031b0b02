"""An article: the pages that the site is read for."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from healthsite.model.document import Document
from healthsite.model.review import ReviewCycle, Reviewer
from healthsite.model.schema import CalendarDate, Described, Listed, Pairs, Schema, Slug, Slugs, Text, Texts

ArticleType = Literal["condition", "treatment", "guide", "routine", "evidence", "help", "policy"]

TYPES: Final[dict[str, str]] = {
    "condition": "Conditions explained",
    "treatment": "Treatments",
    "guide": "Guides",
    "routine": "Exercise routines",
    "evidence": "What the evidence says",
    "help": "Getting help",
    "policy": "How this site works",
}
"""The types of an article in the order in which lists show them, each with the heading of its group."""


class ArticleFrontMatter(Schema):
    """What stands between the ``---`` lines of an article."""

    title: Text = Described(description="The page's heading, in sentence case, at most 65 characters.")
    summary: Text = Described(description="1 to 3 sentences: the main message, at most 300 characters.")
    type: ArticleType = Described(description="What kind of page this is; it decides which sections are due.")
    topic: Slugs = Described(min_length=1, description="One topic or a list; each is a file in content/topics/.")
    reviewed: CalendarDate = Described(description="The day on which the whole page was last reviewed.")
    short_title: Text | None = Described(None, description="A shorter title for breadcrumbs, at most 30 characters.")
    body_region: Slugs = Described((), description="One body region or a list; files in content/body-regions/.")
    condition: Slugs = Described((), description="One condition or a list; files in content/conditions/.")
    also_called: Texts = Described((), description="Other names that people search for.")
    care: Slug | None = Described(None, description="The care profile of content/care.yaml: which signs need help.")
    exercises: Slugs = Described((), description="Exercises in order; files in content/exercises/.")
    routines: Slugs = Described((), description="Routines that the page is about; files in content/routines/.")
    sources: Slugs = Described((), description="Sources in the order in which they are numbered.")
    evidence_note: Text | None = Described(None, description="What is known, and what is not, in 1 or 2 sentences.")
    authors: Texts = Described((), description="Who wrote the page: real names only.")
    reviewed_by: Annotated[tuple[Reviewer, ...], Listed] = Described(
        (), description="Real, named reviewers with their credentials. Leave it out where there are none."
    )
    review_every: ReviewCycle | None = Described(None, description="A shorter or longer cycle than the site's.")
    published: CalendarDate | None = Described(None, description="The day on which the page first appeared.")
    updated: CalendarDate | None = Described(None, description="The day of the last change of substance.")
    status: Literal["published", "draft"] = Described("published", description="`draft` keeps the page off the site.")
    ignore: Pairs = Described((), description="Rules that do not apply to this page, each with the reason.")
    redirect_from: Texts = Described((), description="Old addresses of this page, as in `/articles/old-name/`.")


Article = Document[ArticleFrontMatter]
