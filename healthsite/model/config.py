"""``config.yaml``: the settings of a site. Only ``title`` and ``base_url`` are required."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from healthsite.model.review import ReviewCycle
from healthsite.model.schema import Checked, Described, Listed, Pairs, Schema, Slug, Text, WebAddress, wrong


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    try:
        fit = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        fit = False
    if not fit or not re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc):
        raise wrong(f"`{value}` has no proper host", "write the site's address, as in `https://example.org/`")
    if parts.query or parts.fragment:
        raise wrong(f"`{value}` has a query or a fragment", "write the site's address only")
    if not re.fullmatch(r"(/(?!\.\.?(?:/|$))[A-Za-z0-9._~-]+)*/?", parts.path):
        raise wrong(f"the path `{parts.path}` is not plain", "use letters, digits and hyphens between slashes")
    return value.rstrip("/") + "/"


def _contact(value: str) -> str:
    if not re.fullmatch(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+|https?://[^\s<>\"'/]+[^\s<>\"']*", value):
        raise wrong(f"`{value}` is no email or web address", "write for instance `editors@example.org`")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise wrong(f"`{value}` is not a language tag", "write for instance `en-GB`")
    return value


def _settings(value: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    for rule, setting in value:
        if setting not in ("error", "warning", "off"):
            raise wrong(f"`{setting}` is no setting of the rule `{rule}`", 'write `error`, `warning` or `"off"`')
    return value


RuleSettings = Annotated[Pairs, Checked(_settings)]
"""Pairs of a rule's name and its setting."""
BaseUrl = Annotated[WebAddress, Checked(_base_url)]


class CareNames(Schema):
    """What the places to get help are called where the readers live. The defaults are neutral."""

    emergency_number: Text = Described("your local emergency number", description="The emergency number.")
    emergency_place: Text = Described("an emergency department", description="Where emergencies are treated.")
    urgent_service: Text = Described(
        "an urgent care service or a doctor", description="Who helps on the same day, when it is not an emergency."
    )
    non_urgent_service: Text = Described(
        "a doctor or a pharmacist", description="Who helps when it can wait for an appointment."
    )


class Config(Schema):
    """The settings of one site."""

    title: Text = Described(description="The name of the site.")
    base_url: BaseUrl = Described(description="Where the site is published; it may have a path, as in `/name/`.")
    short_title: Text | None = Described(None, description="A name of at most 12 characters, to stand below an icon.")
    tagline: Text | None = Described(None, description="One line below the title on the home page.")
    description: Text | None = Described(None, description="What the site is, for feeds and search engines.")
    language: Annotated[str, Checked(_language)] = Described("en-GB", description="The language of the content.")
    publisher: Text | None = Described(None, description="Who publishes the site.")
    contact: Annotated[Text, Checked(_contact)] | None = Described(
        None, description="How readers report an error: an email or a web address."
    )
    page_size: Annotated[int, Described(ge=5, le=500)] = Described(
        50, description="How many items a list shows before it goes on on a further page."
    )
    review_every: ReviewCycle = Described(24, description="How often a page is reviewed, as in `2 years`.")
    search: bool = Described(default=True, description="Whether the site has a search; `false` leaves it out.")
    care: CareNames = Described(CareNames(), description="Names and numbers of the places to get help.")
    footer: Annotated[tuple[Slug, ...], Listed] = Described(
        (), description="The plain pages linked in the footer, in order; all of them where this is left out."
    )
    offline: bool = Described(
        default=True, description="Whether pages that a reader visited are kept on the device, to be read offline."
    )
    rules: RuleSettings = Described((), description="Rules turned to `error`, `warning` or `off`, by their names.")
    review_grace_days: Annotated[int, Described(ge=0, le=365)] = Described(
        90, description="How many days after a review was due it becomes an error."
    )
    markdown: Literal["swift", "stock"] = Described(
        "swift", description="`stock` converts texts without the faster parts; the pages are the same."
    )
    preset: Literal["basic", "health"] = Described(
        "basic", description="Which rules are checked: structure and links (basic), or all of them (health)."
    )

    @property
    def base_path(self) -> str:
        """The path of *base_url* without its last slash: empty, or as in ``/name``."""
        return urlsplit(self.base_url).path.rstrip("/")
