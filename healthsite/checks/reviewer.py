"""A reviewer is a real, named person with a qualification, and not the only author of the page.

A page with a reviewer no longer says that no clinician has checked it, so that an invented or empty name is the one
fault a reader cannot forgive. Where nobody has checked a page, leave `reviewed_by` out, and the page says so.

Passing:

    reviewed_by:
      - name: Amina Okafor
        credentials: Chartered physiotherapist, MSc

Failing:

    reviewed_by:
      - name: Dr Example
        credentials: TBC
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "reviewer"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

_EMPTY: Final = (
    r"n[./]?\s?a\.?|tb[acd]|to be (?:added|announced|confirmed|decided|determined)|to ?do|none|nobody|no one|unknown"
    r"|pending|placeholder|x+|[\W_]+"
)
_NO_NAME: Final = re.compile(
    rf"{_EMPTY}|anon(?:ymous)?|(?:john|jane|joe|jo|fred) (?:q\.? )?(?:doe|bloggs|public)|some(?:one|body)"
    r"|(?:.* )?(?:example|test|name|surname|lastname)(?: .*)?|(?:the |our )?(?:staff|team|editors?|admin|reviewers?"
    r"|clinicians?|doctors?|experts?|medical (?:team|board|reviewers?|experts?))",
    re.IGNORECASE,
)
_NO_CREDENTIALS: Final = re.compile(
    rf"{_EMPTY}|yes|various|credentials?|qualifications?|(?:an? |fully |highly )?(?:qualified|certified|trained"
    r"|experienced)?\s?(?:(?:medical|health|healthcare|health care) )?(?:experts?|professionals?|reviewers?"
    r"|specialists?|clinicians?|qualified|certified|trained|experienced)",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(r"^(?:(?:dr|prof(?:essor)?|mr|mrs|ms|miss|mx|sir|dame)\b\.?\s*)+|,.*$", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """A problem for each reviewer who is nobody, has no qualification, or reviewed their own page."""
    for document in site.library.documents:
        authors = {_bare(name) for name in getattr(document.meta, "authors", ())}
        for reviewer in getattr(document.meta, "reviewed_by", ()):
            name = _bare(reviewer.name)
            if not name or _NO_NAME.fullmatch(name):
                message = f"`{reviewer.name}` is no real person's name"
                hint = "name the person who checked the page, or leave `reviewed_by` out: the page then says so"
                yield _problem(document, reviewer.name, message, hint)
            elif authors == {name}:
                message = f"`{reviewer.name}` is the only author of this page, and its reviewer"
                yield _problem(document, reviewer.name, message, "have another person review it")
            if _NO_CREDENTIALS.fullmatch(reviewer.credentials.strip()):
                message = f"`{reviewer.credentials}` is no qualification"
                hint = "write the one that makes them fit to review this page, as in `Chartered physiotherapist`"
                yield _problem(document, reviewer.credentials, message, hint)


def _bare(name: str) -> str:
    """*name* without titles and letters behind it, to compare it."""
    return _HONORIFIC.sub("", name).strip().casefold()


def _problem(document: AnyDocument, words: str, message: str, hint: str) -> Problem:
    return Problem(document.place("reviewed_by", words), RULE, message, hint, SEVERITY, len(words))
