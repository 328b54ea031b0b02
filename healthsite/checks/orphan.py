"""Every page is reached from another: by a link, a list of its term, or the footer.

Readers come by way of a topic, a part of the body or a link. A page that none of them leads to is written for nobody,
and nobody notices when it is out of date. A term that nothing belongs to and nothing mentions is an empty page.

Passing:

    topic: leg-comfort

Failing, for an exercise that no page shows or links to:

    topic: []
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.model.graph import Key, key_of
from healthsite.model.library import TAXONOMIES, AnyDocument
from healthsite.model.related import terms_of
from healthsite.model.site import Site
from healthsite.problems import Problem, Severity

RULE: Final = "orphan"
SEVERITY: Final = Severity.WARNING
PRESET: Final = "health"

_ALWAYS_LINKED: Final = frozenset({"index", "get-help"})
"""The plain pages that every page links to."""
_NAMED_BY: Final = {"easier": "exercises", "harder": "exercises", "article": "articles"}
"""Front matter keys whose page is linked, and the kind of that page."""


def check(site: Site) -> Iterator[Problem]:
    """A problem for each page that nothing leads to."""
    named = _named(site)
    for document in site.library.documents:
        key = key_of(document)
        if key in named or site.graph.backlinks.get(key) or _listed(site, document):
            continue
        place = document.place("title", document.meta.title)
        if document.kind in TAXONOMIES:
            message = f"nothing belongs to `{document.slug}`, and no page links to it"
            hint = f"name it as a `{TAXONOMIES[document.kind]}` of a page, or remove it"
        elif document.kind == "pages":
            message, hint = "no page links to this one", "name it in `footer` of config.yaml, or link to it"
        else:
            message = "no page leads to this one"
            hint = "give it a `topic`, `body_region` or `condition`, or link to it from another page"
        yield Problem(place, RULE, message, hint, SEVERITY, len(document.meta.title))


def _listed(site: Site, document: AnyDocument) -> bool:
    """Whether a list of the site's own leads to *document*."""
    if document.kind in TAXONOMIES:
        return bool(site.graph.members.get(key_of(document)))
    if document.kind == "pages":
        footer = site.config.footer
        return document.slug in _ALWAYS_LINKED or not footer or document.slug in footer
    return any(terms_of(document, taxonomy) for taxonomy in TAXONOMIES)


def _named(site: Site) -> set[Key]:
    """The pages that another one names in its front matter, and links to therefore."""
    return {
        (kind, slug)
        for document in site.library.documents
        for key, kind in _NAMED_BY.items()
        if (slug := getattr(document.meta, key, None)) and (kind, slug) != key_of(document)
    }
