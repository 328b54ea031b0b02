"""Reads the data files of content/, such as ``glossary.yaml`` and ``sources.yaml``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

from healthsite.disk import read_bytes
from healthsite.model.care import Care, CareGroup, CareProfile
from healthsite.model.citation import Citation
from healthsite.model.claim import Claim
from healthsite.model.glossary import GlossaryEntry
from healthsite.model.lexicon import Lexicon
from healthsite.model.schema import Schema
from healthsite.problems import Location, Problem, did_you_mean
from healthsite.reading.decoding import decode
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse

S = TypeVar("S", bound=Schema)

GLOSSARY: Final = "content/glossary.yaml"
SOURCES: Final = "content/sources.yaml"
CARE: Final = "content/care.yaml"
PHRASES: Final = "content/phrases.yaml"
CLAIMS: Final = "content/claims.yaml"

_CARE_KEYS: Final = ("profiles", "groups", "stop_if")


def read_glossary(root: Path) -> tuple[list[GlossaryEntry], list[Problem]]:
    """The entries of the glossary; none where there is no such file."""
    parsed, problems = _parsed(root, GLOSSARY)
    entries, more = _records(GlossaryEntry, parsed)
    return entries, problems + more


def read_sources(root: Path) -> tuple[list[Citation], list[Problem]]:
    """The sources of the site; none where there is no such file."""
    parsed, problems = _parsed(root, SOURCES)
    sources, more = _records(Citation, parsed)
    return sources, problems + more


def read_claims(root: Path) -> tuple[list[Claim], list[Problem]]:
    """The claims ledger; empty where there is no such file."""
    parsed, problems = _parsed(root, CLAIMS)
    claims, more = _records(Claim, parsed)
    return claims, problems + more


def read_care(root: Path) -> tuple[Care, list[Problem]]:
    """The care profiles, the groups who ask first, and the signs to stop at."""
    parsed, problems = _parsed(root, CARE)
    if parsed is None:
        return Care(), problems
    for key in parsed.data:
        if key not in _CARE_KEYS:
            place, length = parsed.place((key,), of_key=True)
            hint = did_you_mean(str(key), _CARE_KEYS) or f"known keys: {', '.join(_CARE_KEYS)}"
            problems.append(Problem(place, "unknown-key", f"unknown key `{key}`", hint, length=length))
    profiles, more = _records(CareProfile, parsed, "profiles")
    groups, still_more = _records(CareGroup, parsed, "groups")
    problems += more + still_more
    stop_if = validated(Care, Parsed(parsed.path, {"stop_if": parsed.data.get("stop_if")}, parsed.node))
    if isinstance(stop_if, list):
        return Care(), problems + stop_if
    return Care(profiles=tuple(profiles), groups=tuple(groups), stop_if=stop_if.stop_if), problems


def read_lexicon(root: Path, glossary: Iterable[GlossaryEntry]) -> tuple[Lexicon, list[Problem]]:
    """The wording that rules look for; *glossary* adds its pairs of a medical and a plain word."""
    parsed, problems = _parsed(root, PHRASES)
    explained = tuple((entry.medical_term, entry.term) for entry in glossary if entry.medical_term)
    if parsed is None:
        return Lexicon(explained=explained), problems
    lexicon = validated(Lexicon, parsed, (), {"explained": explained})
    if isinstance(lexicon, list):
        return Lexicon(), problems + lexicon
    return lexicon, problems


def _parsed(root: Path, path: str) -> tuple[Parsed | None, list[Problem]]:
    """The mapping in a data file; ``None`` where the file is missing, empty or wrong."""
    if not os.path.lexists(root / path):
        return None, []
    content = read_bytes(root, path)
    if isinstance(content, Problem):
        return None, [content]
    text, problems = decode(path, content)
    if not text:
        return None, problems
    parsed = parse(path, text)
    if isinstance(parsed, list):
        return None, problems + parsed
    if parsed.data is None:
        return None, problems
    if not isinstance(parsed.data, dict):
        message, hint = "this file is not a group of keys", "begin each entry with its key and a colon"
        return None, [*problems, Problem(Location(path, 1, 1), "wrong-type", message, hint)]
    return parsed, problems


def _records(schema: type[S], parsed: Parsed | None, *below: str) -> tuple[list[S], list[Problem]]:
    """The records under the keys of a mapping, each key being the record's slug."""
    records: list[S] = []
    problems: list[Problem] = []
    data: Any = parsed.data if parsed else None
    for key in below:
        data = data.get(key) if isinstance(data, dict) else None
    if parsed is None or data is None:
        return records, problems
    if not isinstance(data, dict):
        place, length = parsed.place(below)
        hint = "begin each entry with its key and a colon"
        return records, [Problem(place, "wrong-type", "this is not a group of keys", hint, length=length)]
    for slug in data:
        place, _ = parsed.place((*below, slug), of_key=True)
        record = validated(schema, parsed, (*below, slug), {"slug": slug, "line": place.line, "column": place.column})
        if isinstance(record, list):
            problems += record
        else:
            records.append(record)
    return records, problems
