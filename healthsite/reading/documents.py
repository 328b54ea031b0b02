"""Reads the Markdown files of content/: the folder is the kind, the file name is the slug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from healthsite.disk import Found, read_bytes, walk
from healthsite.imaging.kinds import ENDINGS
from healthsite.model.document import Document, Image
from healthsite.model.glossary import WordIndex
from healthsite.model.library import KINDS, AnyDocument
from healthsite.model.schema import SLUG
from healthsite.problems import Location, Problem, did_you_mean
from healthsite.reading.data_files import CARE, CLAIMS, GLOSSARY, PHRASES, SOURCES
from healthsite.reading.decoding import decode
from healthsite.reading.front_matter import split
from healthsite.reading.mentions import scan
from healthsite.reading.pictures import Pictures
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
    root: Path, words: WordIndex, pictures: Pictures | None = None
) -> tuple[list[AnyDocument], list[Problem]]:
    """Every document below content/, with what *words* find in it, and all that is wrong with the files.

    *pictures* looks at the pictures beside them.
    """
    documents: list[AnyDocument] = []
    paths, images, problems = _sorted_out(walk(root, "content"), pictures or Pictures(root))
    for path in paths:
        document, found = _read(root, path, images.get(str(PurePosixPath(path).parent), ()), words)
        problems += found
        if document is not None:
            documents.append(document)
    return documents, problems


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
    folders = {str(PurePosixPath(path).parent) for path in found if path.endswith("/index.md") and path.count("/") == 3}
    paths: list[str] = []
    images: dict[str, list[Image]] = {}
    for path in found:
        folder = "/".join(path.split("/")[:3])
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


def _read(
    root: Path, path: str, images: tuple[Image, ...], words: WordIndex
) -> tuple[AnyDocument | None, list[Problem]]:
    content = read_bytes(root, path)
    if isinstance(content, Problem):
        return None, [content]
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
    mentions = scan(parts.body, words)
    document = Document(kind, slug, path, parts.head, parts.body, parts.body_line, meta, mentions, images)
    return document, problems
