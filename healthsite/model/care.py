"""``content/care.yaml``: when and where to get help, written once so that red flags cannot drift apart."""

from __future__ import annotations

import re
from typing import Annotated, Final

from healthsite.model.config import CareNames
from healthsite.model.schema import Checked, Described, Listed, Schema, Slug, Slugs, Text, Texts, wrong

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def _known_placeholders(value: str) -> str:
    for name in _PLACEHOLDER.findall(value):
        if name not in CareNames.model_fields:
            raise wrong(
                f"`{{{name}}}` is not a name of config.yaml's `care`",
                f"use one of: {', '.join(f'{{{field}}}' for field in CareNames.model_fields)}",
            )
    return value


CareText = Annotated[Text, Checked(_known_placeholders)]
"""Text that may name a place to get help by a placeholder such as ``{emergency_number}``."""


class CareLevel(Schema):
    """One care card: where to go, and the signs that send you there."""

    heading: CareText = Described(description="Where to go, as in `Call {emergency_number} now if:`.")
    items: Annotated[tuple[CareText, ...], Listed] = Described(
        min_length=1, max_length=10, description="The signs, lower case, running on from the heading."
    )
    lead_in: CareText | None = Described(None, description="Words between the heading and the list.")


class CareProfile(Schema):
    """The three care cards for one part of the body."""

    slug: Slug = Described(description="The profile's key.")
    line: int = Described(0, description="The line of its file on which it begins.")
    column: int = Described(0, description="The column in which it begins.")
    title: Text = Described(description="What the profile is about.")
    emergency: CareLevel = Described(description="Signs of an emergency.")
    urgent: CareLevel = Described(description="Signs that need help today.")
    non_urgent: CareLevel = Described(description="Signs that can wait for an appointment.")
    summary: CareText | None = Described(None, description="One sentence about it.")
    searched: Texts = Described(
        (), description="What people type who have these signs, as in `chest pain`: the search then shows help first."
    )
    sources: Slugs = Described((), description="Keys of content/sources.yaml.")


class CareGroup(Schema):
    """People who ask a professional before they do certain exercises."""

    slug: Slug = Described(description="The group's key.")
    line: int = Described(0, description="The line of its file on which it begins.")
    column: int = Described(0, description="The column in which it begins.")
    label: CareText = Described(description="Who, running on from `Ask first if`, as in `you have osteoporosis`.")
    advice: CareText = Described(description="What matters to them, in 1 or 2 sentences.")
    sources: Slugs = Described((), description="Keys of content/sources.yaml.")


class Care(Schema):
    """All of ``content/care.yaml``."""

    profiles: tuple[CareProfile, ...] = ()
    groups: tuple[CareGroup, ...] = ()
    stop_if: Annotated[tuple[CareText, ...], Listed] = Described(
        (), description="Signs to stop any exercise, lower case, after `Do not start, and stop, if`."
    )


def fill_in(text: str, names: CareNames) -> str:
    """*text* with the site's own *names* in place of its placeholders."""
    return _PLACEHOLDER.sub(lambda match: str(getattr(names, match[1])), text)
