"""The glossary, the care cards, the doses and the drawings keep the same rules of wording as the pages.

Their texts appear on many pages at once: a promise in a definition, or an emergency number in a care card, would be
repeated wherever they are shown. Checked are the list of wordings in content/phrases.yaml, emergency numbers,
medicine doses, and steps of specialist procedures.

Passing:

    osteoarthritis:
      definition: A condition in which a joint may become painful and stiff.

Failing:

    osteoarthritis:
      definition: A condition of the joints that exercise cures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from healthsite.checks import emergency_number, medicine_dose, procedure
from healthsite.checks.wording import Wordings, hint_of, message_of, wordings_of
from healthsite.model.care import CareLevel
from healthsite.model.exercise import Exercise
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity

RULE: Final = "phrase-in-data"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each wording in a data file, or in a dose, that must not stand on a page."""
    wordings = wordings_of(site.library.lexicon)
    for place, text in _glossary(site):
        yield from _in_text(wordings, place, text)
    for place, text in _care(site):
        yield from _in_text(wordings, place, text, block="care")
    for document in (*site.library.exercises, *site.library.routines):
        for place, text in _doses(document):
            yield from _in_text(wordings, place, text, slug=document.slug)
    for exercise in site.library.exercises:
        for place, text in _figure(exercise):
            yield from _in_text(wordings, place, text, slug=exercise.slug)


def _in_text(wordings: Wordings, place: Location, text: str, *, slug: str = "", block: str = "") -> Iterator[Problem]:
    for entry, words in wordings.broken_by(text):
        if slug not in entry.pages and block not in entry.blocks:
            severity = Severity(entry.severity)
            yield Problem(place, RULE, message_of(entry, words), hint_of(entry), severity, 0)
    for rule in (emergency_number, medicine_dose, procedure):
        for words in rule.in_text(text):
            yield Problem(place, RULE, rule.message_of(words), rule.HINT, SEVERITY, 0)


def _glossary(site: Site) -> Iterator[tuple[Location, str]]:
    """Each entry as one text: an old word may be a term where its definition calls it so."""
    for entry in site.library.glossary:
        yield Location("content/glossary.yaml", entry.line, 1), f"{entry.term}: {entry.definition}"


def _care(site: Site) -> Iterator[tuple[Location, str]]:
    care = site.library.care
    for profile in care.profiles:
        place = Location("content/care.yaml", profile.line, 1)
        for text in (profile.title, profile.summary, *_level(profile.emergency)):
            yield place, text or ""
        for text in (*_level(profile.urgent), *_level(profile.non_urgent)):
            yield place, text
    for group in care.groups:
        for text in (group.label, group.advice):
            yield Location("content/care.yaml", group.line, 1), text
    for text in care.stop_if:
        yield Location("content/care.yaml"), text


def _figure(exercise: Exercise) -> Iterator[tuple[Location, str]]:
    """The texts of a drawing: what stands for it, and the labels of its pictures."""
    figure = exercise.meta.figure
    for text in (figure.alt, *(pose.label or "" for pose in figure.poses)) if figure else ():
        yield exercise.place("figure", text), text


def _level(level: CareLevel) -> tuple[str, ...]:
    return (level.heading, level.lead_in or "", *level.items)


def _doses(document: AnyDocument) -> Iterator[tuple[Location, str]]:
    """The words in the doses of an exercise, and in the items of a routine."""
    meta = document.meta
    for dose in getattr(meta, "doses", ()):
        for text in (dose.situation, dose.frequency, dose.note):
            if text:
                yield document.place("doses", text), text
    for item in getattr(meta, "items", ()):
        if item.note:
            yield document.place("items", item.note), item.note
    for key in ("frequency", "warm_up"):
        text = getattr(meta, key, None)
        if text:
            yield document.place(key, text), text
