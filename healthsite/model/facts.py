"""What pages are made from, in small statements that can be checked again later.

While the pages of a unit are made, everything that they ask of the site is noted: `watched` gives them a site that
does so. What was noted are *facts*: lines of text, each of which says what the site answered. As long as all facts of a
unit hold, its pages are the same. Nobody has to list by hand what a page depends on, and nothing can be forgotten.

A fact is about one of these, which stands in front of the first ``|``:

- ``find``, ``at``: the document of a kind and slug, or in a file; all of it but its text;
- ``text``: the text of a document;
- ``graph``: which documents a relation of `Graph` gives for one; what is told of those are facts of their own, except
  of the members of a term, of which there may be very many: that is part of this one;
- ``all``: a collection of the library as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from healthsite.model.graph import Graph, Key
from healthsite.model.library import AnyDocument, Library
from healthsite.model.site import Site

_ABSENT: Final = "-"
_SIZE: Final = 8
"""Bytes of the digests in facts."""
_MEMBERS: Final = "members"
_RELATIONS: Final = (_MEMBERS, "neighbours", "backlinks", "related")
_DATA: Final[Mapping[str, str]] = {
    "sources": "sources",
    "source_by_slug": "sources",
    "care": "care",
    "profile_by_slug": "care",
    "group_by_slug": "care",
    "glossary": "glossary",
    "entry_by_slug": "glossary",
    "lexicon": "lexicon",
    "claims": "claims",
}
"""The attributes of a library that come from its data files, each with the collection that it is made from."""


class Facts:
    """Tells which facts hold in *site*."""

    def __init__(self, site: Site) -> None:
        self._library, self._graph = site.library, site.graph
        self._collections: dict[str, str] = {}
        self._related: dict[tuple[str, Key], str] = {}

    def holds(self, fact: str) -> bool:
        """Whether *fact* is one of this site."""
        about, _, rest = fact.partition("|")
        name, _, answer = rest.rpartition("|")
        match about:
            case "find":
                kind, _, slug = name.partition("/")
                return _face(self._library.find(kind, slug)) == answer
            case "at":
                return _face(self._library.at(name)) == answer
            case "text":
                document = self._library.at(name)
                return document is not None and document.marks.file == answer
            case "graph":
                relation, kind, slug = name.split("/", 2)
                return self.related(relation, (kind, slug)) == answer
            case "all":
                return self.collection(name) == answer
        return False

    def related(self, relation: str, key: Key) -> str:
        """The answer of a fact about *relation*: which documents it gives for that of *key*."""
        answer = self._related.get((relation, key))
        if answer is None:
            found = getattr(self._graph, relation).get(key)
            faced = relation == _MEMBERS
            told = (f"{one.kind}/{one.slug} {_face(one) if faced else ''}" for one in found or ())
            answer = self._related[relation, key] = _ABSENT if found is None else _digest(told)
        return answer

    def collection(self, name: str) -> str:
        """The answer of a fact about the collection *name*; of one that is not known, about everything."""
        answer = self._collections.get(name)
        if answer is None:
            answer = self._collections[name] = _digest(self._told_by(name))
        return answer

    def _told_by(self, name: str) -> Iterable[str]:
        """What the collection *name* consists of, as lines."""
        if name in _DATA:
            return (repr(getattr(self._library, _DATA[name])),)
        if name in _OF_DOCUMENTS:
            return [f"{document.path} {_face(document)}" for document in getattr(self._library, name)]
        data = repr([getattr(self._library, one) for one in _DATA.values()])
        return (data, self.collection("documents"), self.collection("drafts"))

    @cached_property
    def shape(self) -> Mapping[str, str]:
        """How facts of some kinds begin, each with the digest of all that they are about: they hold while it does."""
        documents = list(self._library.documents)
        filed = _digest([f"{document.kind}/{document.slug} {document.marks.filing}" for document in documents])
        mentioned = _digest([f"{document.path} {document.marks.mentions}" for document in documents])
        shape = {f"graph|{relation}/": filed for relation in _RELATIONS} | {"graph|backlinks/": mentioned}
        return shape | dict.fromkeys(("find|", "at|", f"graph|{_MEMBERS}/"), self.collection("documents"))

    def broken(self, facts: Iterable[str], shape: Mapping[str, str]) -> Iterator[int]:
        """The numbers of those of *facts*, which were noted in a site of that *shape*, that no longer hold."""
        same = tuple(start for start, digest in self.shape.items() if shape.get(start) == digest)
        for number, fact in enumerate(facts):
            if not (same and fact.startswith(same)) and not self.holds(fact):
                yield number


_OF_DOCUMENTS: Final = frozenset(
    {
        *("articles", "exercises", "routines", "topics", "body_regions", "conditions", "pages", "drafts"),
        *("documents", "members", "terms"),
    }
)
"""The attributes of a library that come from its documents."""


def watched(site: Site, facts: Facts, note: Callable[[str], object]) -> Site:
    """*site*, with *note* being told each fact that is asked of it. *facts* are those of the site."""

    def texts(document: AnyDocument) -> str:
        note(f"text|{document.path}|{document.marks.file}")
        return site.texts(document)

    return replace(
        site,
        library=_WatchedLibrary(site.library, facts, note),
        graph=_WatchedGraph(site.graph, facts, note),
        texts=texts,
    )


def _face(document: AnyDocument | None) -> str:
    if document is None:
        return _ABSENT
    if document.images:
        return _digest((document.marks.face, repr(document.images)))
    return document.marks.face


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


class _WatchedLibrary(Library):
    """A library that notes what is asked of it."""

    def __init__(self, library: Library, facts: Facts, note: Callable[[str], object]) -> None:
        object.__setattr__(self, "_watched", (library, facts, note))

    def __getattribute__(self, name: str) -> Any:
        if name in ("find", "at", "of_kind", "_watched", "__class__"):
            return object.__getattribute__(self, name)
        library, facts, note = object.__getattribute__(self, "_watched")
        note(f"all|{name}|{facts.collection(name)}")
        return getattr(library, name)

    def find(self, kind: str, slug: str) -> AnyDocument | None:
        """As in any library."""
        library, _, note = self._watched
        document: AnyDocument | None = library.find(kind, slug)
        note(f"find|{kind}/{slug}|{_face(document)}")
        return document

    def at(self, path: str) -> AnyDocument | None:
        """As in any library."""
        library, _, note = self._watched
        document: AnyDocument | None = library.at(path)
        note(f"at|{path}|{_face(document)}")
        return document


class _WatchedGraph(Graph):
    """A graph that notes what is asked of it."""

    def __init__(self, graph: Graph, facts: Facts, note: Callable[[str], object]) -> None:
        object.__setattr__(self, "_watched", (graph, facts, note))

    def __getattribute__(self, name: str) -> Any:
        if name in ("_watched", "__class__"):
            return object.__getattribute__(self, name)
        graph, facts, note = object.__getattribute__(self, "_watched")
        found = getattr(graph, name)
        if name in _RELATIONS:
            return _WatchedRelation(name, found, facts, note)
        note(f"all|{name}|{facts.collection(name)}")
        return found


class _WatchedRelation(Mapping[Key, tuple[AnyDocument, ...]]):
    """A relation of a graph that notes what is asked of it."""

    def __init__(
        self, name: str, relation: Mapping[Key, tuple[AnyDocument, ...]], facts: Facts, note: Callable[[str], object]
    ) -> None:
        self._name, self._relation, self._facts, self._note = name, relation, facts, note

    def __getitem__(self, key: Key) -> tuple[AnyDocument, ...]:
        self._note(f"graph|{self._name}/{key[0]}/{key[1]}|{self._facts.related(self._name, key)}")
        found = self._relation[key]
        for document in found if self._name != _MEMBERS else ():
            self._note(f"find|{document.kind}/{document.slug}|{_face(document)}")
        return found

    def __iter__(self) -> Iterator[Key]:
        self._note(f"all|documents|{self._facts.collection('documents')}")
        return iter(self._relation)

    def __len__(self) -> int:
        return len(list(iter(self)))
