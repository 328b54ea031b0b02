"""Reads the Markdown files of content/: the folder is the kind, the file name is the slug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

from healthsite.disk import Found, read_bytes, stamp_of, walk
from healthsite.imaging.kinds import ENDINGS
from healthsite.model.document import Document, Image, Marks
from healthsite.model.glossary import WordIndex
from healthsite.model.library import KINDS, TAXONOMIES, AnyDocument
from healthsite.model.related import terms_of
from healthsite.model.schema import SLUG
from healthsite.pool import Pool
from healthsite.problems import Location, Problem, did_you_mean
from healthsite.reading.data_files import CARE, CLAIMS, GLOSSARY, PHRASES, SOURCES
from healthsite.reading.decoding import decode
from healthsite.reading.front_matter import split
from healthsite.reading.mentions import scan
from healthsite.reading.pictures import Pictures
from healthsite.reading.readings import Reading, Readings
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import parse

DATA_FILES: Final = (GLOSSARY, SOURCES, CARE, PHRASES, CLAIMS)
"""The files of content/ that are no documents."""
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
IMAGES: Final = tuple(ending for endings in ENDINGS.values() for ending in endings)
"""The endings of pictures that may stand beside an article."""
_UNSHOWN: Final = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".jxl", ".psd", ".jfif", ".raw", ".dng")
"""Those of pictures that browsers do not show, or not under that name."""


def read_documents(
    root: Path,
    words: WordIndex,
    pictures: Pictures | None = None,
    readings: Readings | None = None,
    pool: Pool | None = None,
) -> tuple[list[AnyDocument], list[Problem]]:
    """Every document below content/, with what *words* find in it, and all that is wrong with the files.

    *pictures* looks at the pictures beside them. Files that have not changed since *readings* were made are not read;
    the others are, in the processes of *pool*.
    """
    readings = readings or Readings()
    documents: list[AnyDocument] = []
    paths, images, problems = _sorted_out(walk(root, "content"), pictures or Pictures(root))
    for path, reading in zip(paths, _readings(root, paths, words, readings, pool or Pool()), strict=True):
        problems += reading.problems
        document = reading.document
        if document is not None:
            beside = images.get(path.rpartition("/")[0]) if path.endswith("/index.md") else None
            documents.append(replace(document, images=beside) if beside else document)
    return documents, problems


def _readings(root: Path, paths: Sequence[str], words: WordIndex, readings: Readings, pool: Pool) -> Iterator[Reading]:
    """What reading each of *paths* gives; known ones are taken from *readings*, and all are remembered there."""
    unsure = [path for path in paths if not _is_certain(root, path, readings.known.get(path))]
    tasks = [(path, readings.known[path].file if path in readings.known else "") for path in unsure]
    found = dict(zip(unsure, pool.map(_read_again, (root, words), tasks), strict=True))
    for path in paths:
        reading = found.get(path) or readings.known[path]
        if reading.document is None and not reading.problems:
            reading = replace(readings.known[path], stamp=reading.stamp)
        readings.see(path, reading)
        yield reading


def _is_certain(root: Path, path: str, reading: Reading | None) -> bool:
    """Whether the file *path* is still what *reading* was made from, without looking into it."""
    return reading is not None and reading.stamp is not None and reading.stamp == stamp_of(root, path)


def _read_again(constants: tuple[Path, WordIndex], task: tuple[str, str]) -> Reading:
    """What reading a file gives; nothing but its stamp, where its digest is the one that is known. Runs in the pool."""
    root, words = constants
    path, known = task
    stamp = stamp_of(root, path)
    content = read_bytes(root, path)
    if isinstance(content, Problem):
        return Reading("", None, (content,))
    file = sha256(content).hexdigest()
    if file == known:
        return Reading(file, None, (), stamp)
    document, problems = _read(path, content, file, words)
    return Reading(file, document, tuple(problems), stamp)


def _sorted_out(
    entries: Iterable[Found | Problem], pictures: Pictures
) -> tuple[list[str], Mapping[str, tuple[Image, ...]], list[Problem]]:
    """The Markdown files; the pictures of each folder that is an article; and what has no place here."""
    found: list[str] = []
    problems: list[Problem] = []
    for entry in entries:
        if isinstance(entry, Problem):
            problems.append(entry)
        elif entry.path not in DATA_FILES:
            found.append(entry.path)
    folders = {path.rpartition("/")[0] for path in found if path.endswith("/index.md") and path.count("/") == 3}
    paths: list[str] = []
    images: dict[str, list[Image]] = {}
    for path in found:
        folder = "/".join(path.split("/")[:3]) if folders else ""
        if folder in folders and path.lower().endswith(IMAGES):
            name = path.removeprefix(f"{folder}/")
            image = _picture(path, name, pictures)
            if isinstance(image, Image):
                images.setdefault(folder, []).append(image)
            else:
                problems.append(image)
        else:
            problem = _misplaced(path, folders)
            if problem:
                problems.append(problem)
            else:
                paths.append(path)
    return paths, {folder: tuple(some) for folder, some in images.items()}, problems


def _picture(path: str, name: str, pictures: Pictures) -> Image | Problem:
    if _PLAIN_NAME.fullmatch(name):
        return pictures.look(path, name)
    hint = "rename it with plain letters, digits, dots and hyphens"
    return Problem(Location(path), "slug", f"the name `{name}` is not fit for a URL", hint)


def _misplaced(path: str, folders: set[str]) -> Problem | None:
    """Why *path* is not a document, if it is none."""
    parts = path.split("/")
    if len(parts) == 3 and parts[1] in KINDS and path.endswith(".md") and SLUG.fullmatch(parts[2][:-3]):
        return None
    place = Location(path)
    if len(parts) == 2:
        hint = (
            did_you_mean(parts[1], [path.removeprefix("content/") for path in DATA_FILES])
            or "put it into the folder of its kind"
        )
        return Problem(place, "misplaced-file", "this file has no place in content/", hint)
    if parts[1] not in KINDS:
        hint = did_you_mean(parts[1], KINDS) or f"the folders of content/ are {', '.join(KINDS)}"
        return Problem(place, "misplaced-file", f"`{parts[1]}` is not a kind of content", hint)
    if path.lower().endswith(IMAGES):
        hint = "give the article a folder of its own, `name/index.md`, and put the picture beside it"
        return Problem(place, "misplaced-file", "this picture belongs to no article", hint)
    if not path.endswith(".md"):
        hint = "remove it, or give it the ending `.md`"
        if path.lower().endswith(_UNSHOWN):
            hint = "save the picture as JPEG, or as PNG if it is drawn: browsers do not show this kind"
        return Problem(place, "misplaced-file", "this is not a Markdown file, and is left out", hint).as_warning()
    if len(parts) > 4 or (len(parts) == 4 and parts[3] != "index.md"):
        if ".md" in parts[2]:
            return Problem(place, "misplaced-file", f"`{parts[2]}` is a folder named like a file", "rename the folder")
        hint = (
            f"move it up into content/{parts[1]}/" if f"content/{parts[1]}/{parts[2]}" not in folders else "merge them"
        )
        return Problem(place, "misplaced-file", "a folder holds one page, named `index.md`, and its pictures", hint)
    slug = parts[2].removesuffix(".md")
    if not SLUG.fullmatch(slug):
        better = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
        hint = f"rename it to `{better}`" if better else "use lower-case letters, digits and hyphens"
        return Problem(place, "slug", f"the name `{slug}` is not fit for a URL", hint)
    return None


def _read(path: str, content: bytes, file: str, words: WordIndex) -> tuple[AnyDocument | None, list[Problem]]:
    text, problems = decode(path, content)
    if not text:
        return None, problems
    parts = split(path, text)
    if isinstance(parts, Problem):
        return None, [*problems, parts]
    parsed = parse(path, parts.head)
    if isinstance(parsed, list):
        return None, problems + parsed
    kind, slug = path.split("/")[1], path.split("/")[2].removesuffix(".md")
    meta = validated(KINDS[kind], parsed)
    if isinstance(meta, list):
        return None, problems + meta
    document: AnyDocument = Document(kind, slug, path, parts.head, None, parts.body_line, meta, scan(parts.body, words))
    return replace(document, marks=_marks(document, file)), problems


def _marks(document: AnyDocument, file: str) -> Marks:
    meta, mentions = document.meta, document.mentions
    filing = [terms_of(document, taxonomy) for taxonomy in TAXONOMIES]
    mentioned = (meta.title, mentions, getattr(meta, "exercises", ()), getattr(meta, "routines", ()))
    face = (document.path, document.head, document.body_line, mentions)
    return Marks(file, *(_digest(part) for part in (face, filing, mentioned)))


def _digest(part: object) -> str:
    return blake2b(repr(part).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
