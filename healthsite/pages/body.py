"""The Markdown text of a page, with everything that rendering it may need to know of other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from healthsite.model.graph import target_path
from healthsite.model.library import AnyDocument
from healthsite.model.site import Site
from healthsite.pages.care import CareView, care_view
from healthsite.pages.exercise_card import ExerciseCard, exercise_card, stop_signs
from healthsite.pages.pictures import Picture, picture_of
from healthsite.problems import did_you_mean

_TELL_SIGNS: Final = ("exercises", "routines")
"""The kinds whose pages tell the signs to stop above their text."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a relative address in the text leads. *href* is empty where it leads nowhere; then *hint* may help."""

    written: str
    href: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A glossary entry that the text may mention by one of its *spellings*."""

    slug: str
    spellings: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class EmbeddedExercise:
    """An exercise in a text. *signs* are those to stop at, told with the first one; empty where its page tells them."""

    card: ExerciseCard
    signs: tuple[str, ...]

    @property
    def slug(self) -> str:
        """That of the exercise."""
        return self.card.slug


@dataclass(frozen=True, slots=True)
class Embed:
    """What stands in place of a block such as ``/// care | back``; *view* is ``None`` where there is no such thing."""

    name: str
    argument: str
    view: CareView | EmbeddedExercise | None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text.

    *path* and *first_line* tell where it stands, *citations* are numbered from 1 in their order. *kind*, *slug*,
    *head* and *meta* are those of its document, for the rules that read it, and *asked* the exercises whose steps its
    page shows, each with the people who ask a professional first. *signs* are those to stop at, where it shows any.
    """

    path: str
    first_line: int
    text: str
    kind: str = ""
    slug: str = ""
    head: str = ""
    meta: Any = None
    links: tuple[Target, ...] = ()
    images: tuple[Picture, ...] = ()
    words: tuple[Word, ...] = ()
    citations: tuple[str, ...] = ()
    embeds: tuple[Embed, ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    signs: tuple[str, ...] = ()


def body_of(site: Site, document: AnyDocument) -> Body:
    """The body of *document*: its text, and what it mentions."""
    library = site.library
    shown = list(_shown(site, document))
    return Body(
        path=document.path,
        first_line=document.body_line,
        text=site.text_of(document),
        kind=document.kind,
        slug=document.slug,
        head=document.head,
        meta=document.meta,
        links=tuple(_link(site, document, written) for written in document.mentions.links),
        images=tuple(picture_of(site, image) for image in document.images),
        words=tuple(
            Word(slug, library.entry_by_slug[slug].spellings, site.href(f"/glossary/#{slug}"))
            for slug in document.mentions.words
        ),
        citations=tuple(dict.fromkeys(getattr(document.meta, "sources", ()))),
        embeds=tuple(_embed(site, document, name, argument) for name, argument in document.mentions.embeds),
        asked=tuple((card.slug, card.ask_first) for card in shown if card.ask_first),
        signs=stop_signs(site) if shown else (),
    )


def _shown(site: Site, document: AnyDocument) -> Iterator[ExerciseCard]:
    """The exercises whose steps the page of *document* shows."""
    embedded = (argument for name, argument in document.mentions.embeds if name == "exercise")
    own = (document.slug,) if document.kind == "exercises" else ()
    for slug in dict.fromkeys((*own, *getattr(document.meta, "exercises", ()), *embedded)):
        exercise = site.library.find("exercises", slug)
        if exercise is not None:
            yield exercise_card(site, exercise)


def _link(site: Site, document: AnyDocument, written: str) -> Target:
    path = target_path(document, written)
    target = site.library.at(path)
    if target is not None:
        return Target(written, site.link_to(target))
    if any(draft.path == path for draft in site.library.drafts):
        return Target(written, "", "that page is a draft: publish it first, or remove the link")
    if not written.isascii() or "://" in written:
        return Target(written, "")
    return Target(written, "", _nearest(site, document, path))


def _nearest(site: Site, document: AnyDocument, path: str) -> str:
    """The file that the author may have meant by *path*, as a link from *document*."""
    by_name: dict[str, str] = {}
    for other in sorted(site.library.documents, key=lambda other: other.kind == path.split("/")[-2:][0]):
        by_name[other.path.removeprefix(f"content/{other.kind}/")] = other.path
    name = path.rpartition("/")[2]
    near = did_you_mean(name, by_name)
    if not near:
        return "a link to another page is the path to its `.md` file, as in `../conditions/sciatica.md`"
    return f"did you mean `{_relative(by_name[near.split('`')[1]], document.path)}`?"


def _relative(path: str, start: str) -> str:
    """*path* as seen from the folder of the file *start*; both relative to the site."""
    here, there = start.split("/")[:-1], path.split("/")
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there)


def _embed(site: Site, document: AnyDocument, name: str, argument: str) -> Embed:
    if name == "care":
        slug = argument or getattr(document.meta, "care", None) or ""
        profiles = site.library.profile_by_slug
        if slug in profiles:
            return Embed(name, argument, care_view(site, profiles[slug]))
        hint = did_you_mean(slug, profiles) or "the profiles stand in content/care.yaml"
        return Embed(name, argument, None, hint if slug else "name a care profile, as in `/// care | back`")
    exercise = site.library.find("exercises", argument)
    if exercise is not None:
        told = document.kind in _TELL_SIGNS
        view = EmbeddedExercise(exercise_card(site, exercise), () if told else stop_signs(site))
        return Embed(name, argument, view)
    slugs = [other.slug for other in site.library.exercises]
    return Embed(name, argument, None, did_you_mean(argument, slugs) or "the exercises stand in content/exercises/")
