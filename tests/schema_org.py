"""The words of schema.org that the site uses: types, what they are kinds of, and what their properties may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "Intangible": ("Thing",),
    "MedicalEntity": ("Thing",),
    "Organization": ("Thing",),
    "Person": ("Thing",),
    "Audience": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "CollectionPage": ("WebPage",),
    "DefinedTerm": ("Intangible",),
    "DefinedTermSet": ("CreativeWork",),
    "ExercisePlan": ("CreativeWork", "PhysicalActivity"),
    "HealthTopicContent": ("WebContent",),
    "HowTo": ("CreativeWork",),
    "HowToItem": ("ListItem",),
    "HowToSection": ("CreativeWork", "ItemList", "ListItem"),
    "HowToStep": ("CreativeWork", "ItemList", "ListItem"),
    "HowToTip": ("CreativeWork", "ListItem"),
    "HowToTool": ("HowToItem",),
    "ItemList": ("Intangible",),
    "LifestyleModification": ("MedicalEntity",),
    "ListItem": ("Intangible",),
    "MedicalAudience": ("Audience", "PeopleAudience"),
    "MedicalCondition": ("MedicalEntity",),
    "MedicalWebPage": ("WebPage",),
    "Patient": ("MedicalAudience", "Person"),
    "PeopleAudience": ("Audience",),
    "PhysicalActivity": ("LifestyleModification",),
    "QuantitativeValue": ("StructuredValue",),
    "SearchResultsPage": ("WebPage",),
    "StructuredValue": ("Intangible",),
    "SuperficialAnatomy": ("MedicalEntity",),
    "WebContent": ("CreativeWork",),
    "WebPage": ("CreativeWork",),
    "WebSite": ("CreativeWork",),
}

_ANATOMY: Final = ("AnatomicalStructure", "AnatomicalSystem", "SuperficialAnatomy")
PROPERTIES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "Thing": {"name": ("Text",), "description": ("Text",), "url": ("URL",), "alternateName": ("Text",)},
    "CreativeWork": {
        "about": ("Thing",),
        "audience": ("Audience",),
        "author": ("Organization", "Person"),
        "citation": ("CreativeWork", "Text"),
        "dateModified": ("Date",),
        "datePublished": ("Date",),
        "hasPart": ("CreativeWork",),
        "inLanguage": ("Text",),
        "isPartOf": ("CreativeWork", "URL"),
        "mainEntity": ("Thing",),
        "publisher": ("Organization", "Person"),
        "text": ("Text",),
    },
    "WebPage": {"lastReviewed": ("Date",), "reviewedBy": ("Organization", "Person")},
    "ItemList": {"itemListElement": ("ListItem", "Text", "Thing")},
    "ListItem": {"position": ("Integer", "Text"), "item": ("Thing", "URL")},
    "HowTo": {
        "step": ("CreativeWork", "HowToSection", "HowToStep", "Text"),
        "tool": ("HowToTool", "Text"),
        "totalTime": ("Duration",),
    },
    "ExercisePlan": {
        "activityDuration": ("Duration", "QuantitativeValue"),
        "activityFrequency": ("QuantitativeValue", "Text"),
        "additionalVariable": ("Text",),
        "exerciseType": ("Text",),
        "repetitions": ("Number", "QuantitativeValue"),
        "restPeriods": ("QuantitativeValue", "Text"),
    },
    "PhysicalActivity": {"associatedAnatomy": _ANATOMY},
    "MedicalCondition": {"associatedAnatomy": _ANATOMY},
    "QuantitativeValue": {"minValue": ("Number",), "maxValue": ("Number",), "unitCode": ("Text", "URL")},
    "HealthTopicContent": {"hasHealthAspect": ("HealthAspectEnumeration",)},
    "DefinedTermSet": {"hasDefinedTerm": ("DefinedTerm", "URL")},
}
"""For each type, its own properties and what each may hold."""

ASPECTS: Final = frozenset(
    f"https://schema.org/{name}HealthAspect"
    for name in (
        *("Benefits", "Causes", "Contagiousness", "Effectiveness", "GettingAccess", "HowItWorks", "HowOrWhere"),
        *("LivingWith", "MayTreat", "Misconceptions", "Overview", "PatientExperience", "Pregnancy", "Prevention"),
        *("Prognosis", "RelatedTopics", "RisksOrComplications", "Safety", "Screening", "SeeDoctor", "SelfCare"),
        *("SideEffects", "Stages", "Symptoms", "Treatments", "Types", "UsageOrSchedule"),
    )
)
"""The members of ``HealthAspectEnumeration`` that a health page may have."""


def kinds_of(name: str) -> set[str]:
    """The type *name*, and all types that it is a kind of."""
    return {name}.union(*(kinds_of(parent) for parent in PARENTS[name]))


def mistakes(thing: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[str]:
    """What schema.org does not know in *thing* and below; *ids* are the types of the things that are referred to."""
    kind = thing["@type"]
    if kind not in PARENTS:
        yield f"there is no type {kind}"
        return
    known = {name: holds for parent in kinds_of(kind) for name, holds in PROPERTIES.get(parent, {}).items()}
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(_fits(one, holds, ids) for holds in known[name]):
                yield f"{name} of {kind} cannot be {one!r}"
            if isinstance(one, dict) and "@type" in one:
                yield from mistakes(one, ids)


def _fits(value: Any, holds: str, ids: Mapping[str, str]) -> bool:
    if isinstance(value, dict):
        kind = value.get("@type") or ids.get(value["@id"], "")
        return kind in PARENTS and holds in kinds_of(kind)
    if isinstance(value, int):
        return holds in ("Integer", "Number")
    return holds in _FITTING and _FITTING[holds](value)


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return bool(re.fullmatch(r"\d{4}", text))


def _is_address(text: str) -> bool:
    return bool(urlsplit(text).scheme and urlsplit(text).netloc)


def _is_duration(text: str) -> bool:
    return bool(re.fullmatch(r"PT[1-9]\d*[HMS]", text))


_FITTING: Final[Mapping[str, Callable[[str], bool]]] = {
    "Text": lambda text: bool(text.strip()),
    "URL": _is_address,
    "Thing": _is_address,
    "Date": _is_date,
    "Duration": _is_duration,
    "HealthAspectEnumeration": lambda text: text in ASPECTS,
}
