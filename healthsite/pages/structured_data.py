"""JSON-LD in the words of schema.org's health vocabulary. It says what the page says, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from healthsite.model.article import Article
from healthsite.model.dose import Dose
from healthsite.model.exercise import Exercise
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.page import Link

Thing = dict[str, Any]
"""A schema.org thing, as it stands in JSON; made and turned into text within one function call."""

_EXERCISE_TYPES: Final = {"stretch": "Flexibility", "mobility": "Flexibility", "strengthen": "StrengthTraining"}


def as_json(things: Iterable[Thing]) -> str:
    """The JSON text of *things*, safe to stand inside a ``script`` element."""
    graph = {"@context": "https://schema.org", "@graph": list(things)}
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
        "isPartOf": {"@type": "WebSite", "name": site.config.title, "url": site.absolute("/")},
    }


def medical_page(site: Site, document: AnyDocument) -> Thing:
    """A page of health content. `reviewedBy` is there only for a real, named reviewer."""
    meta = document.meta
    page = web_page(site, "MedicalWebPage", meta.title, meta.summary, document.url)
    page["audience"] = {"@type": "Patient"}
    if meta.reviewed:
        page["lastReviewed"] = meta.reviewed.isoformat()
    reviewers = [
        _without_empty({"@type": "Person", "name": person.name, "description": person.credentials, "url": person.url})
        for person in getattr(meta, "reviewed_by", ())
    ]
    if reviewers:
        page["reviewedBy"] = reviewers
    authors = [{"@type": "Person", "name": name} for name in getattr(meta, "authors", ())]
    if authors:
        page["author"] = authors
    if site.config.publisher:
        page["publisher"] = {"@type": "Organization", "name": site.config.publisher}
    known = site.library.source_by_slug
    cited = [
        _without_empty({"@type": "CreativeWork", "name": source.title, "url": source.url})
        for slug in meta.sources
        if (source := known.get(slug)) is not None
    ]
    if cited:
        page["citation"] = cited
    return page


def article_things(site: Site, article: Article) -> list[Thing]:
    """An article about its conditions."""
    page = medical_page(site, article)
    about = [
        medical_condition(site, condition)
        for slug in article.meta.condition
        if (condition := site.library.find("conditions", slug)) is not None
    ]
    if about:
        page["about"] = about
    if article.meta.published:
        page["datePublished"] = article.meta.published.isoformat()
    if article.meta.updated:
        page["dateModified"] = article.meta.updated.isoformat()
    return [page]


def medical_condition(site: Site, condition: AnyDocument) -> Thing:
    """A condition by its names, and where in the body it is."""
    anatomy = [
        {"@type": "SuperficialAnatomy", "name": region.meta.title}
        for slug in condition.meta.body_region
        if (region := site.library.find("body-regions", slug)) is not None
    ]
    names = [*condition.meta.also_called, *([condition.meta.medical_name] if condition.meta.medical_name else [])]
    return _without_empty(
        {
            "@type": "MedicalCondition",
            "name": condition.meta.title,
            "alternateName": names,
            "url": site.absolute(condition.url),
            "associatedAnatomy": anatomy,
        }
    )


def exercise_plan(site: Site, exercise: Exercise, dose: Dose | None = None) -> Thing:
    """An exercise with *dose*, or with its first; nothing that its source does not give."""
    meta = exercise.meta
    applied = dose or next(iter(meta.doses), None)
    return _without_empty(
        {
            "@type": "ExercisePlan",
            "name": meta.title,
            "description": meta.summary,
            "url": site.absolute(exercise.url),
            "exerciseType": _EXERCISE_TYPES.get(meta.kind, ""),
            **(_dose(applied) if applied else {}),
        }
    )


def _dose(dose: Dose) -> Thing:
    duration = dose.duration or dose.hold
    return {
        "repetitions": str(dose.reps) if dose.reps else "",
        "activityDuration": f"PT{duration.seconds}S" if duration and duration.unit in ("seconds", "minutes") else "",
        "restPeriods": str(dose.rest) if dose.rest else "",
        "activityFrequency": dose.frequency or "",
    }


def _without_empty(thing: Mapping[str, Any]) -> Thing:
    return {key: value for key, value in thing.items() if value}
