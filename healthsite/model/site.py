"""A site: its settings, its documents, how they hang together, and the day it is built for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from healthsite.model.config import Config
from healthsite.model.graph import Graph
from healthsite.model.library import AnyDocument, Library


def _no_text(document: AnyDocument) -> str:
    raise LookupError(document.path)


@dataclass(frozen=True)
class Site:
    """Everything that a page may be made from. Its search is *searchable* where the index of it is built too.

    *texts* gives the texts of documents that were left in their files.
    """

    config: Config
    library: Library
    graph: Graph
    today: date
    searchable: bool = True
    texts: Callable[[AnyDocument], str] = _no_text

    @classmethod
    def of(
        cls,
        config: Config,
        library: Library,
        today: date,
        *,
        search: bool = True,
        texts: Callable[[AnyDocument], str] = _no_text,
    ) -> Site:
        """The site of *library*, seen on the day *today*; with *search* ``False``, without an index for its search."""
        return cls(config, library, Graph(library), today, search and config.search, texts)

    @cached_property
    def base_path(self) -> str:
        """What stands before every URL: empty, or as in ``/name``."""
        return self.config.base_path

    @property
    def origin(self) -> str:
        """Scheme and host, as in ``https://example.org``."""
        return self.absolute("").removesuffix(self.base_path)

    def href(self, url: str) -> str:
        """*url* as pages link it, the base path before it."""
        return self.base_path + url

    def link_to(self, document: AnyDocument) -> str:
        """The address of *document* as pages link it."""
        return self.href(document.url)

    def text_of(self, document: AnyDocument) -> str:
        """The Markdown text of *document*."""
        return self.texts(document) if document.body is None else document.body

    def absolute(self, url: str) -> str:
        """*url* with scheme and host, for feeds and machines."""
        return self.config.base_url.rstrip("/") + url
