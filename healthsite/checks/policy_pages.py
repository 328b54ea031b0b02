"""The site has pages on who makes it, how it is reviewed, privacy, accessibility and getting help.

Readers who want to know whether to trust a page look for these pages first. They stand in content/pages/, and where
config.yaml chooses the pages of the footer, these are among them; get-help is linked at the top of every page.

Passing:

    content/pages/about.md, how-we-review.md, privacy.md, accessibility.md, get-help.md

Failing, in config.yaml:

    footer: [about, privacy]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity

RULE: Final = "policy-pages"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"

PAGES: Final[Mapping[str, str]] = {
    "about": "who makes the site, who pays for it, and how to reach them",
    "how-we-review": "how pages are written, checked and kept up to date",
    "privacy": "what the site stores about its readers, and what it does not",
    "accessibility": "how accessible the site is, and how to report a barrier",
    "get-help": "the signs that need help, and where to get it",
}
"""The pages that are due, and what each says."""
IN_HEADER: Final = "get-help"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each of the pages that is missing, or not in a footer that was chosen."""
    drafts = {draft.slug for draft in site.library.drafts if draft.kind == "pages"}
    for slug, says in PAGES.items():
        if site.library.find("pages", slug) is None:
            hint = "it is a draft: publish it" if slug in drafts else f"add it: {says}"
            yield Problem(Location(f"content/pages/{slug}.md"), RULE, "this page is missing", hint, SEVERITY)
        elif site.config.footer and slug not in site.config.footer and slug != IN_HEADER:
            message = f"`footer` leaves out the page `{slug}`"
            yield Problem(Location("config.yaml"), RULE, message, f"add `{slug}` to it", SEVERITY)
