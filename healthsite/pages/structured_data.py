"""JSON-LD in the words of schema.org's health vocabulary. It says what the page says, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from healthsite.model.article import Article
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.page import Link
from healthsite.pages.provenance import sources_of
from healthsite.pages.sections import sections_in

Thing = dict[str, Any]
"""A schema.org thing, as it stands in JSON; made and turned into text within one function call."""

_SCHEMA: Final = "https://schema.org"
HELP: Final = "When to get help"
"""The heading above the care cards that a page shows before its text."""
ASPECTS: Final[Mapping[str, str]] = {
    "What it is": "Overview",
    HELP: "SeeDoctor",
    "Symptoms": "Symptoms",
    "Stages": "Stages",
    "Causes": "Causes",
    "Treatment": "Treatments",
    "Things you can do": "SelfCare",
    "Prevention": "Prevention",
    "Living with it": "LivingWith",
    "When to stop": "Safety",
}
"""Headings of sections that schema.org has a word for, each with that word before ``HealthAspect``."""


def as_json(things: Iterable[Thing]) -> str:
    """The JSON text of *things*, safe to stand inside a ``script`` element."""
    graph = {"@context": _SCHEMA, "@graph": list(things)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def breadcrumb_list(site: Site, crumbs: Iterable[Link], title: str, url: str) -> Thing:
    """The way from the home page down to the page at *url*."""
    base = site.base_path
    steps = [(crumb.title, site.absolute(crumb.href.removeprefix(base))) for crumb in crumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate([*steps, (title, site.absolute(url))], start=1)
        ],
    }


def web_page(site: Site, kind: str, title: str, description: str, url: str) -> Thing:
    """A page of no more special kind, such as a ``CollectionPage``."""
    return {
        "@type": kind,
        "@id": site.absolute(url),
        "url": site.absolute(url),
        "name": title,
        "description": description,
        "inLanguage": site.config.language,
        "isPartOf": {"@type": "WebSite", "@id": _site_id(site), "name": site.config.title, "url": site.absolute("/")},
    }


def web_site(site: Site) -> Thing:
    """The site itself, and who publishes it."""
    config = site.config
    return without_empty(
        {
            "@type": "WebSite",
            "@id": _site_id(site),
            "url": site.absolute("/"),
            "name": config.title,
            "description": config.description or config.tagline or "",
            "inLanguage": config.language,
            "publisher": _publisher(site),
        }
    )


def reviewed_page(
    site: Site, document: AnyDocument, sources: Iterable[str] = (), *, kind: str = "MedicalWebPage"
) -> Thing:
    """A page with its review and its sources. `reviewedBy` is there only for a real, named reviewer.

    *sources* are those that the page shows beside the document's own.
    """
    meta = document.meta
    page = web_page(site, kind, meta.title, meta.summary, document.url)
    if kind == "MedicalWebPage":
        page["audience"] = {"@type": "Patient"}
    page["lastReviewed"] = meta.reviewed.isoformat() if meta.reviewed else ""
    page["reviewedBy"] = [
        without_empty({"@type": "Person", "name": person.name, "description": person.credentials, "url": person.url})
        for person in getattr(meta, "reviewed_by", ())
    ]
    page["author"] = [{"@type": "Person", "name": name} for name in getattr(meta, "authors", ())]
    page["publisher"] = _publisher(site)
    page["citation"] = [
        without_empty({"@type": "CreativeWork", "name": source.title, "url": source.href, "datePublished": source.year})
        for source in sources_of(site, (*meta.sources, *sources))
    ]
    return without_empty(page)


def article_page(site: Site, article: Article, *, care_first: bool) -> Thing:
    """An article about its conditions, with those of its sections that schema.org has a word for.

    *care_first* tells that its page shows care cards before the text.
    """
    meta = article.meta
    page = reviewed_page(site, article)
    page["about"] = [
        medical_condition(site, condition)
        for slug in dict.fromkeys(meta.condition)
        if (condition := site.library.find("conditions", slug)) is not None
    ]
    page["hasPart"] = [
        {"@type": "HealthTopicContent", "name": heading, "hasHealthAspect": f"{_SCHEMA}/{aspect}HealthAspect"}
        for heading, aspect in _aspects([*([HELP] if care_first else []), *sections_in(site.text_of(article))])
    ]
    page["datePublished"] = meta.published.isoformat() if meta.published else ""
    page["dateModified"] = meta.updated.isoformat() if meta.updated else ""
    return without_empty(page)


def medical_condition(site: Site, condition: AnyDocument) -> Thing:
    """A condition by its names, and where in the body it is."""
    return without_empty(
        {
            "@type": "MedicalCondition",
            "name": condition.meta.title,
            "alternateName": _other_names(condition),
            "url": site.absolute(condition.url),
            "associatedAnatomy": anatomy(site, condition.meta.body_region),
        }
    )


def body_part(region: AnyDocument) -> Thing:
    """A body region by its names."""
    names = {"name": region.meta.title, "alternateName": _other_names(region)}
    return without_empty({"@type": "SuperficialAnatomy", **names})


def anatomy(site: Site, slugs: Iterable[str]) -> list[Thing]:
    """The body regions under *slugs*."""
    regions = (site.library.find("body-regions", slug) for slug in dict.fromkeys(slugs))
    return [{"@type": "SuperficialAnatomy", "name": region.meta.title} for region in regions if region]


def defined_terms(site: Site) -> Thing:
    """The glossary."""
    address = site.absolute("/glossary/")
    return {
        "@type": "DefinedTermSet",
        "@id": f"{address}#terms",
        "name": "Glossary",
        "hasDefinedTerm": [
            without_empty(
                {
                    "@type": "DefinedTerm",
                    "url": f"{address}#{entry.slug}",
                    "name": entry.term,
                    "alternateName": entry.medical_term or "",
                    "description": entry.definition,
                }
            )
            for entry in site.library.glossary
        ],
    }


def without_empty(thing: Mapping[str, Any]) -> Thing:
    """*thing* without what there is nothing to say of."""
    return {key: value for key, value in thing.items() if value}


def _site_id(site: Site) -> str:
    return site.absolute("/#website")


def _publisher(site: Site) -> Thing | None:
    return {"@type": "Organization", "name": site.config.publisher} if site.config.publisher else None


def _other_names(term: AnyDocument) -> list[str]:
    return [*term.meta.also_called, *([term.meta.medical_name] if term.meta.medical_name else [])]


def _aspects(headings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of *headings* that there is a word for, with that word; each word once."""
    known = {heading.casefold(): aspect for heading, aspect in ASPECTS.items()}
    seen: set[str] = set()
    for heading in headings:
        aspect = known.get(heading.casefold(), "")
        if aspect and aspect not in seen:
            seen.add(aspect)
            yield heading, aspect
