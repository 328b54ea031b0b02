"""The entries of ``content/claims.yaml``: questionable claims, and what is known of each."""

from __future__ import annotations

from typing import Final, Literal

from healthsite.model.schema import Described, Schema, Slugs, Text

CLAIM_STATUSES: Final[dict[str, str]] = {
    "supported": "supported by good evidence",
    "mixed": "guidelines or studies differ",
    "unsupported": "no good evidence found",
    "contradicted": "contradicted by guidance",
    "traditional": "a tradition, hardly studied",
    "opinion": "somebody's opinion",
}
"""What can be known of a claim, each in words."""


class Claim(Schema):
    """A claim that readers meet elsewhere, and how the site treats it."""

    slug: Text = Described(description="The claim's key, such as Q06.")
    line: int = Described(0, description="The line of its file on which it begins.")
    column: int = Described(0, description="The column in which it begins.")
    says: Text = Described(description="The claim in a few words.")
    status: Literal["supported", "mixed", "unsupported", "contradicted", "traditional", "opinion"] = Described(
        description="What is known of it."
    )
    shown_as: Text = Described(description="How the site speaks of it, or why it does not.")
    pages: Slugs = Described(
        (), description="The articles, exercises, routines or conditions that speak of it, by their names."
    )
    sources: Slugs = Described((), description="Keys of content/sources.yaml.")
