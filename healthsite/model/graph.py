"""How the documents hang together: members of terms, neighbours, backlinks and related articles."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from healthsite.model.article import Article
from healthsite.model.library import TAXONOMIES, AnyDocument, Library
from healthsite.model.related import Related, terms_of
from healthsite.model.term import Term

NEIGHBOURS_AT_MOST: Final = 8

Key = tuple[str, str]
"""A document's kind and slug."""


@dataclass(frozen=True)
class Graph:
    """The links between the documents of one *library*. All lists are in a stable order; each is made when needed."""

    library: Library

    @cached_property
    def members(self) -> Mapping[Key, tuple[AnyDocument, ...]]:
        """The articles, exercises and routines of each term, in that order."""
        return _members(self.library)

    @cached_property
    def neighbours(self) -> Mapping[Key, tuple[Term, ...]]:
        """The terms that share members with a term, most shared first, at most 8."""
        return _neighbours(self.library, self.members)

    @cached_property
    def backlinks(self) -> Mapping[Key, tuple[AnyDocument, ...]]:
        """The documents that mention a document. Glossary entries have the kind ``glossary``."""
        return _backlinks(self.library)

    @cached_property
    def related(self) -> Mapping[Key, tuple[Article, ...]]:
        """At most 5 articles for each article."""
        return Related(self.library.articles)


def key_of(document: AnyDocument) -> Key:
    """What a document is known by."""
    return document.kind, document.slug


def target_path(document: AnyDocument, href: str) -> str:
    """The file that a relative link in *document* leads to, relative to the site's folder."""
    folder = document.path.rpartition("/")[0]
    if "/" not in href and href not in ("", ".", ".."):
        return f"{folder}/{href}"
    return posixpath.normpath(posixpath.join(folder, href))


def _members(library: Library) -> dict[Key, tuple[AnyDocument, ...]]:
    members: defaultdict[Key, list[AnyDocument]] = defaultdict(list)
    for document in library.members:
        for taxonomy in TAXONOMIES:
            for slug in terms_of(document, taxonomy):
                members[taxonomy, slug].append(document)
    return {key: tuple(documents) for key, documents in members.items()}


def _neighbours(library: Library, members: Mapping[Key, Sequence[AnyDocument]]) -> dict[Key, tuple[Term, ...]]:
    beside: defaultdict[Key, list[Key]] = defaultdict(list)
    for document in library.members:
        keys = [(taxonomy, slug) for taxonomy in TAXONOMIES for slug in terms_of(document, taxonomy)]
        for key in keys:
            beside[key] += keys
    found = {}
    for key, keys in beside.items():
        shared = Counter(keys)
        del shared[key]
        ranked = sorted(shared, key=lambda other: (-shared[other], len(members[other]), other))
        terms = (term for other in ranked if (term := library.find(*other)) is not None)
        if ranked:
            found[key] = tuple(islice(terms, NEIGHBOURS_AT_MOST))
    return found


def _backlinks(library: Library) -> dict[Key, tuple[AnyDocument, ...]]:
    found: defaultdict[Key, list[AnyDocument]] = defaultdict(list)
    keys = {document.path: key_of(document) for document in library.documents}
    for document in sorted(library.documents, key=lambda document: (document.meta.title.lower(), key_of(document))):
        for key in dict.fromkeys(_mentioned(keys, document)):
            if key != keys[document.path]:
                found[key].append(document)
    return {key: tuple(documents) for key, documents in found.items()}


def _mentioned(keys: Mapping[str, Key], document: AnyDocument) -> Iterable[Key]:
    """What *document* mentions in its text and its front matter, terms apart; *keys* are those of the files' paths."""
    for href in document.mentions.links:
        target = keys.get(target_path(document, href))
        if target is not None:
            yield target
    for name, argument in document.mentions.embeds:
        if name == "exercise":
            yield "exercises", argument
    for kind in ("exercises", "routines"):
        for slug in getattr(document.meta, kind, ()):
            yield kind, slug
    for word in document.mentions.words:
        yield "glossary", word
