"""What reading each file gave is kept: files that have not changed are not read again."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from conftest import SiteFolder, article

from healthsite import disk
from healthsite.model.glossary import WordIndex
from healthsite.problems import InvalidSite
from healthsite.reading.documents import read_documents
from healthsite.reading.readings import Reading, Readings
from healthsite.reading.texts import FileTexts

WORDS = WordIndex([])
TIRED = "content/articles/tired-legs.md"
LONG_AGO = 1_000_000_000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened, as they are opened."""
    names: list[str] = []

    def noted(path: str, mode: str) -> Any:
        names.append(Path(path).name)
        return Path(path).open(mode)

    monkeypatch.setattr(disk, "open", noted, raising=False)
    return names


def read(site: SiteFolder, kept: bytes | None = None, key: str = "k") -> tuple[list[Any], bytes | None]:
    """The documents of *site*, and what is to be kept of their readings."""
    readings = Readings(key, kept)
    documents, _ = read_documents(site.root, WORDS, readings=readings)
    return documents, readings.bound()


def settle(site: SiteFolder) -> None:
    """Let the files be old enough for their times to tell them apart."""
    for path in site.root.rglob("*.md"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def test_unchanged_files_are_not_opened(site: SiteFolder, opened: list[str]) -> None:
    """By their stamps; the documents are the same, and there is nothing new to keep."""
    settle(site)
    first, kept = read(site)
    opened.clear()
    again, more = read(site, kept)
    assert (again, more, opened) == (first, None, [])


def test_only_the_edited_file_is_opened(site: SiteFolder, opened: list[str]) -> None:
    """Its reading is replaced, and the others are kept."""
    settle(site)
    _, kept = read(site)
    site.write({TIRED: article("Heavy legs")})
    opened.clear()
    documents, more = read(site, kept)
    assert opened == ["tired-legs.md"]
    assert [document.meta.title for document in documents] == ["Heavy legs", "Legs"]
    assert [document.meta.title for document in read(site, more)[0]] == ["Heavy legs", "Legs"]


def test_a_file_with_another_time_is_told_by_its_bytes(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh clone: it is opened, and not parsed again."""
    settle(site)
    first, kept = read(site)
    for path in site.root.rglob("*.md"):
        os.utime(path, (LONG_AGO + 5, LONG_AGO + 5))
    monkeypatch.setattr("healthsite.reading.documents.parse", None)
    assert read(site, kept)[0] == first


def test_a_broken_file_stays_broken(site: SiteFolder) -> None:
    """Its problems are kept as a document is."""
    site.write({TIRED: "no front matter"})
    settle(site)
    _, kept = read(site)
    documents, problems = read_documents(site.root, WORDS, readings=Readings("k", kept))
    assert ([document.slug for document in documents], [problem.rule for problem in problems]) == (
        ["legs"],
        ["front-matter"],
    )


def test_a_file_that_goes_is_forgotten(site: SiteFolder) -> None:
    """What is kept does not grow for ever."""
    settle(site)
    _, kept = read(site)
    site.delete(TIRED)
    _, more = read(site, kept)
    assert set(Readings("k", more).known) == {"content/topics/legs.md"}


def test_readings_under_another_key_are_of_no_use(site: SiteFolder) -> None:
    """Other code, or another glossary, reads everything anew."""
    _, kept = read(site)
    assert Readings("another", kept).known == {}


class _Harm:
    """Calls a function when it is unpickled."""

    def __reduce__(self) -> Any:
        return os.getcwd, ()


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"nonsense",
        pickle.dumps(5),
        pickle.dumps(("k", [])),
        pickle.dumps(("k", [b"nonsense"] * 64)),
        pickle.dumps(("k", [pickle.dumps({"a": 5})] * 64)),
        pickle.dumps(("k", [pickle.dumps({"a": _Harm()})] * 64)),
        pickle.dumps(_Harm()),
    ],
)
def test_what_cannot_be_understood_is_forgotten(kept: bytes) -> None:
    """Nothing but values of the model comes out of it, and nothing is called."""
    assert Readings("k", kept).known == {}


def test_a_reading_survives_being_kept() -> None:
    """With its problems and its stamp."""
    readings = Readings("k")
    readings.see("a.md", Reading("f", None, (), [1, 2]))
    assert Readings("k", readings.bound()).known == {"a.md": Reading("f", None, (), [1, 2])}


def test_a_text_is_that_of_the_file_that_was_read(site: SiteFolder) -> None:
    """A file that was changed meanwhile is a problem with its place, not a page half old and half new."""
    (document, _), _ = read(site)
    assert FileTexts(site.root)(document) == "Rest them.\n"
    site.write({TIRED: article(body="Raise them.")})
    (changed, _), _ = read(site)
    assert FileTexts(site.root)(changed) == "Raise them.\n"
    site.write({TIRED: article(body="Rub them.")})
    (late, _), _ = read(site)
    site.write({TIRED: article(body="Run.")})
    with pytest.raises(InvalidSite, match="changed while the site was being built"):
        FileTexts(site.root)(late)
