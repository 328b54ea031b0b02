"""Reads a whole site. Gate 1: whether it can be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from healthsite.digest import digest_of
from healthsite.model.config import Config
from healthsite.model.glossary import WordIndex
from healthsite.model.library import Library
from healthsite.pool import Pool
from healthsite.problems import InvalidSite, Location, Problem, errors_in
from healthsite.reading.config_file import read_config
from healthsite.reading.data_files import read_care, read_claims, read_glossary, read_lexicon, read_sources
from healthsite.reading.documents import read_documents
from healthsite.reading.pictures import Pictures
from healthsite.reading.readings import Readings


@dataclass(frozen=True, slots=True)
class Contents:
    """All that stands in a site's folder, the warnings that reading it gave, and what each file gave."""

    config: Config
    library: Library
    problems: tuple[Problem, ...]
    readings: Readings


def read(
    root: Path,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    rules: Collection[str] = (),
    pictures: Pictures | None = None,
    kept: bytes | None = None,
    engine: str = "",
    pool: Pool | None = None,
) -> Contents:
    """The contents of the site in *root*; *rules* are the names that config.yaml may set.

    *pictures* looks at the pictures beside the documents, *kept* is what an earlier run kept of its
    `Readings`, *engine* the digest of the code that reads, and *pool* has the processes that read the other files.

    Raises `UnusableFolder` and `InvalidConfig` for its settings, and `InvalidSite` with every error of its files.
    """
    config = read_config(root, base_url=base_url, rules=rules)
    if not (root / "content").is_dir():
        raise InvalidSite(
            [Problem(Location("content"), "file", "there is no folder content/", "make it, and put articles/ into it")]
        )
    glossary, problems = read_glossary(root)
    sources, more = read_sources(root)
    care, still_more = read_care(root)
    lexicon, of_lexicon = read_lexicon(root, glossary)
    claims, of_claims = read_claims(root)
    problems += more + still_more + of_lexicon + of_claims
    words = WordIndex((entry.slug, entry.spellings) for entry in glossary)
    readings = Readings(digest_of(engine, glossary), kept)
    documents, found = read_documents(root, words, pictures, readings, pool)
    problems += found
    if errors_in(problems):
        raise InvalidSite(problems)
    library = Library.of(
        documents, glossary=glossary, sources=sources, care=care, lexicon=lexicon, claims=claims, drafts=drafts
    )
    return Contents(config, library, tuple(problems), readings)
