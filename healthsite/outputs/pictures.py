"""The copies of pictures, which are published in their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from healthsite.artifact import Artifact
from healthsite.disk import MOST_MEDIA_BYTES, read_bytes
from healthsite.imaging.fingerprint import fingerprint
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.plan import Copy
from healthsite.model.document import Image
from healthsite.pages.pictures import path_of
from healthsite.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Task:
    """Copies to make of one picture, whose file is *path*; each with the path at which it is published."""

    path: str
    fingerprint: str
    copies: tuple[tuple[str, Copy], ...]


Done = tuple[Artifact, ...] | Problem
"""The copies of a picture, or why there are none."""


def task_of(image: Image, copies: Iterable[Copy]) -> Task:
    """What is to be done for *copies* of the picture *image*."""
    return Task(image.path, image.fingerprint, tuple((path_of(image, copy), copy) for copy in copies))


def make(root: Path, task: Task) -> Done:
    """The copies that *task* asks for; the pool runs this. The site's folder is *root*."""
    content = _content(root, task)
    if isinstance(content, Problem):
        return content
    from healthsite.imaging.copies import make_copies  # noqa: PLC0415 - few builds make copies, and this takes its time

    made = make_copies(content, [copy for _, copy in task.copies])
    if isinstance(made, Flaw):
        return _problem(task, made)
    return tuple(Artifact.of(path, copy) for (path, _), copy in zip(task.copies, made, strict=True))


def check(root: Path, task: Task) -> Done:
    """Whether *task* could be done: then its copies, with nothing in them; the pool runs this."""
    content = _content(root, task)
    if isinstance(content, Problem):
        return content
    from healthsite.imaging.copies import pixel_flaw  # noqa: PLC0415 - as above

    flaw = pixel_flaw(content)
    return _problem(task, flaw) if flaw else tuple(Artifact.of(path, b"") for path, _ in task.copies)


def lost(task: Task) -> Problem:
    """The problem with a picture that ended the process which was to read it."""
    hint = "save it again with another program: this file is made to do harm, or badly damaged"
    return _problem(task, Flaw("this picture stops the program that reads it", hint))


def _content(root: Path, task: Task) -> bytes | Problem:
    content = read_bytes(root, task.path, most=MOST_MEDIA_BYTES)
    if isinstance(content, Problem) or fingerprint(content) == task.fingerprint:
        return content
    return _problem(task, Flaw("this picture was changed while the site was built", "build again"))


def _problem(task: Task, flaw: Flaw) -> Problem:
    return Problem(Location(task.path, flaw.line), "image", flaw.message, flaw.hint, length=0)
