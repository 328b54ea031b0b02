"""Results of pure functions, kept between runs under the digest of what they were made from.

``.cache/objects/`` holds contents under their SHA-256, and ``.cache/index.json`` says which key has which result.
Problems are part of a result, so that a build with nothing to do repeats every warning. What is broken or foreign
is thrown away and made again.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.problems import Location, Problem, Severity

FORMAT: Final = 4
INDEX: Final = "index.json"
"""The index: a line with the checksum of what follows it, and then JSON."""

KEPT: Final = ".kept"
"""How the names of files end that hold what was kept as bytes: as in the index, behind a line with a checksum."""
LASTING: Final = "lasting:"
"""Begins a key that is the digest of its maker too: its result outlives every other engine."""
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_NOTHING: Final = Findings()
_MENDED: Final = "broken files of the cache were made anew"
_DISCARDED: Final = "the cache could not be read and was made anew"


class Cache:
    """The results of earlier runs in *folder*; with *folder* ``None``, nothing is remembered.

    *engine* is the digest of the code that makes the results; with *clean*, what earlier runs left is not trusted.
    *notes* tells what was thrown away, in lines for people. Nothing on the disk is changed before a result is kept.
    """

    def __init__(self, folder: Path | None, engine: str, *, write: bool = True, clean: bool = False) -> None:
        self.notes: list[str] = []
        self._folder = folder
        self._write = write and folder is not None
        self._spoiled = self._clean = clean
        self._kept: dict[str, bytes] = {}
        self._engine = f"{FORMAT}:{engine}"
        self._index: dict[str, Any] = {}
        self._signatures: dict[str, Any] = {}
        self._groups: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        self._used_groups: dict[str, list[str]] = {}
        if folder is not None and not clean:
            self._load(folder)

    @property
    def engine(self) -> str:
        """The digest of the code that makes the results."""
        return self._engine

    def __contains__(self, key: str) -> bool:
        """Whether there is a result under *key*."""
        return key in self._index

    def get(self, key: str, path: str, *, sure: bool = True) -> Artifact | None:
        """The artifact for *path* made from what *key* is the digest of, its content left in the cache.

        Unless one wants to be *sure*, it is not seen whether the content is still there.
        """
        entry = self._index.get(key)
        try:
            if entry is None or entry["path"] != path or not _DIGEST.fullmatch(entry["digest"]):
                return None
            if sure and not self._object(entry["digest"]).is_file():
                return None
            artifact = Artifact(path, entry["digest"], None, _findings(entry["findings"]))
        except (KeyError, TypeError, ValueError, OSError):
            return None
        self._used[key] = entry
        return artifact

    def put(self, key: str, artifact: Artifact) -> Artifact:
        """Keep *artifact* under *key*. What is returned is to be used in its place: the cache may hold its content."""
        if not self._write or artifact.content is None:
            return artifact
        target = self._object(artifact.digest)
        self._clear_spoiled()
        try:
            if not target.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(target, artifact.content)
        except OSError as error:
            self._write = False
            self.notes.append(f"the cache cannot be written: {(error.strerror or str(error)).lower()}")
            return artifact
        findings = _plain(artifact.findings) if artifact.findings != _NOTHING else 0
        self._used[key] = {"path": artifact.path, "digest": artifact.digest, "findings": findings}
        return Artifact(artifact.path, artifact.digest, None, artifact.findings)

    def get_all(self, key: str) -> list[Artifact] | None:
        """The artifacts kept together under *key*, if every one of them is still there."""
        paths = self._groups.get(key)
        if not isinstance(paths, list):
            return None
        found = [self.get(_member(key, number), path) for number, path in enumerate(paths)]
        artifacts = [artifact for artifact in found if artifact is not None]
        if len(artifacts) != len(paths):
            return None
        self._used_groups[key] = paths
        return artifacts

    def put_all(self, key: str, artifacts: Iterable[Artifact]) -> list[Artifact]:
        """Keep *artifacts* together under *key*. What is returned is to be used in their place, as with `put`."""
        kept = [self.put(_member(key, number), artifact) for number, artifact in enumerate(artifacts)]
        self._used_groups[key] = [artifact.path for artifact in kept]
        return kept

    def content(self, digest: str) -> bytes | None:
        """The content under *digest*; ``None`` where it is not there or no longer whole."""
        try:
            content = self._object(digest).read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == digest else None

    def forget(self, digest: str) -> None:
        """Take a broken content out of the cache."""
        if _MENDED not in self.notes:
            self.notes.append(_MENDED)
        with suppress(OSError):
            self._object(digest).unlink()

    @staticmethod
    def clear(folder: Path) -> None:
        """Remove the cache in *folder*, and nothing else that may stand there."""
        for place in (folder / INDEX, folder / "objects", *folder.glob(f"*{KEPT}")):
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place, ignore_errors=True)
            else:
                with suppress(OSError):
                    place.unlink()

    def signatures(self, of: str) -> Mapping[str, Any]:
        """What was last remembered under the name *of*."""
        found = self._signatures.get(of)
        return found if isinstance(found, dict) else {}

    def remember(self, of: str, signatures: Mapping[str, Any]) -> None:
        """Keep *signatures*, plain data, under the name *of*."""
        self._signatures[of] = dict(signatures)

    def kept(self, name: str) -> bytes | None:
        """The bytes that were kept under *name*; ``None`` where there are none, or they are no longer whole."""
        if self._folder is None or self._clean:
            return None
        try:
            checksum, _, content = (self._folder / f"{name}{KEPT}").read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if checksum == sha256(content).hexdigest().encode() else None

    def keep(self, name: str, content: bytes) -> None:
        """Keep *content* under *name*, beside the index, from `save` on."""
        self._kept[name] = content

    def save(self) -> None:
        """Write the index of what this run used, and drop every content that it did not."""
        if not self._write or self._folder is None:
            return
        self._clear_spoiled()
        plain = {
            "engine": self._engine,
            "results": self._used,
            "groups": self._used_groups,
            "signatures": self._signatures,
        }
        try:
            text = json.dumps(plain, separators=(",", ":")).encode()
            _write_whole(self._folder / INDEX, sha256(text).hexdigest().encode() + b"\n" + text)
            for name, content in self._kept.items():
                _write_whole(self._folder / f"{name}{KEPT}", sha256(content).hexdigest().encode() + b"\n" + content)
            self._sweep({entry["digest"] for entry in self._used.values()})
        except OSError as error:
            self.notes.append(f"the cache cannot be written: {(error.strerror or str(error)).lower()}")

    def _load(self, folder: Path) -> None:
        try:
            if (folder / "objects").exists() and not (folder / "objects").is_dir():
                self._spoiled = True
                return
            checksum, _, text = (folder / INDEX).read_bytes().partition(b"\n")
            if checksum != sha256(text).hexdigest().encode():
                self.notes.append(_DISCARDED)
                return
            plain = json.loads(text)
            self._signatures = dict(plain["signatures"])
            ours = plain["engine"] == self._engine
            self._index = {key: entry for key, entry in plain["results"].items() if ours or key.startswith(LASTING)}
            self._groups = dict(plain["groups"]) if ours else {}
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._signatures, self._index, self._groups = {}, {}, {}
            self.notes.append(_DISCARDED)
            self._spoiled = True

    def _clear_spoiled(self) -> None:
        if self._spoiled and self._folder is not None:
            self.clear(self._folder)
        self._spoiled = False

    def _object(self, digest: str) -> Path:
        """Where the content under *digest* is kept. Raises `ValueError` for what is no digest."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return (self._folder or Path()) / "objects" / digest[:2] / digest[2:]

    def _sweep(self, kept: Iterable[str]) -> None:
        """Drop every content but those *kept*; what is not ours stays."""
        wanted = {f"{digest[:2]}/{digest[2:]}" for digest in kept}
        objects = (self._folder or Path()) / "objects"
        for folder in objects.iterdir() if objects.is_dir() else ():
            if folder.is_symlink() or not folder.is_dir():
                continue
            for file in folder.iterdir():
                name = f"{folder.name}/{file.name}"
                if name not in wanted and _DIGEST.fullmatch(folder.name + file.name.split(".")[0]):
                    file.unlink()


def _write_whole(target: Path, content: bytes) -> None:
    """Write *content* beside *target* and move it there, so that a reader sees all of it or none."""
    beside = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.write_bytes(content)
        os.replace(beside, target)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _member(key: str, number: int) -> str:
    """The key of one of a group, which may have very many: so a short one."""
    return f"{key[:16]}:{number}"


def _plain(findings: Findings) -> Any:
    return {
        "ids": findings.ids,
        "hrefs": findings.hrefs,
        "anchored": [[link.href, *_plain_location(link.location)] for link in findings.anchored],
        "problems": [
            [
                *_plain_location(problem.location),
                problem.rule,
                problem.message,
                problem.hint,
                problem.severity.value,
                problem.length,
            ]
            for problem in findings.problems
        ],
        "indexed": findings.indexed,
    }


def _plain_location(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]


def _findings(plain: Any) -> Findings:
    if plain == 0:
        return _NOTHING
    return Findings(
        ids=tuple(plain["ids"]),
        hrefs=tuple(plain["hrefs"]),
        anchored=tuple(Anchored(href, Location(*place)) for href, *place in plain["anchored"]),
        problems=tuple(
            Problem(Location(path, line, column), rule, message, hint, Severity(severity), length)
            for path, line, column, rule, message, hint, severity, length in plain["problems"]
        ),
        indexed=str(plain["indexed"]),
    )
