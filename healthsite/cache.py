"""Results of pure functions, kept between runs under the digest of what they were made from.

``.cache/objects/`` holds contents under their SHA-256, and ``.cache/index.kept`` says which key has which result.
Problems are part of a result, so that a build with nothing to do repeats every warning. What is broken or foreign
is thrown away and made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from healthsite.artifact import Artifact
from healthsite.findings_text import findings_in, plain_findings
from healthsite.objects import DIGEST, Contents, sealed, sweep, unsealed, write_whole
from healthsite.packing import packed, unpacked

FORMAT: Final = 7
KEPT: Final = ".kept"
"""How the names of files end that hold what was kept as bytes, behind a line with their checksum."""
INDEX: Final = f"index{KEPT}"
"""The index: plain values, `packed`. A result is a path, a digest and findings."""
LASTING: Final = "lasting:"
"""Begins a key that is the digest of its maker too: its result outlives every other engine."""
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
        self._kept: dict[str, Callable[[], bytes | None]] = {}
        self._engine = f"{FORMAT}:{engine}"
        self._index: dict[str, Any] = {}
        self._signatures: dict[str, Any] = {}
        self._groups: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        self._strings: dict[str, str] = {}
        self._used_groups: dict[str, list[str]] = {}
        self._contents = Contents((folder or Path()) / "objects")
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
            if entry is None:
                return None
            made_for, digest, findings = entry
            if made_for != path or not DIGEST.fullmatch(digest) or (sure and digest not in self._contents):
                return None
            artifact = Artifact(path, digest, None, findings_in(findings))
        except (TypeError, ValueError):
            return None
        self._used[key] = entry
        return artifact

    def put(self, key: str, artifact: Artifact) -> Artifact:
        """Keep *artifact* under *key*. What is returned is to be used in its place: the cache may hold its content."""
        if not self._write or artifact.content is None:
            return artifact
        self._clear_spoiled()
        try:
            self._contents.put(artifact)
        except OSError as error:
            self._write = False
            self.notes.append(f"the cache cannot be written: {(error.strerror or str(error)).lower()}")
            return artifact
        return self._entered(key, artifact)

    def adopt(self, key: str, artifact: Artifact) -> Artifact:
        """Keep *artifact*, whose content was put into `storing`, under *key*. What is returned is used in its place."""
        self._contents.note(artifact.digest)
        return self._entered(key, artifact)

    def _entered(self, key: str, artifact: Artifact) -> Artifact:
        plain = plain_findings(artifact.findings, self._strings)
        self._used[key] = (artifact.path, artifact.digest, plain)
        return Artifact(artifact.path, artifact.digest, None, findings_in(plain))

    def storing(self) -> Path | None:
        """The folder in which other processes may `store` contents; ``None`` where nothing is to be kept."""
        if not self._write:
            return None
        self._clear_spoiled()
        return self._contents.folder

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
        return self._contents.get(digest)

    def file_of(self, digest: str) -> Path | None:
        """The file that holds the content under *digest*, if this run has written it; nobody may write into it."""
        return self._contents.file_of(digest)

    def forget(self, digest: str) -> None:
        """Take a broken content out of the cache."""
        if _MENDED not in self.notes:
            self.notes.append(_MENDED)
        self._contents.drop(digest)

    @staticmethod
    def clear(folder: Path) -> None:
        """Remove the cache in *folder*, and nothing else that may stand there."""
        for place in (folder / "objects", *folder.glob(f"*{KEPT}")):
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
        return None if self._folder is None or self._clean else kept_in(self._folder, name)

    def keep(self, name: str, content: Callable[[], bytes | None]) -> None:
        """Keep what *content* gives under *name*, beside the index; it is asked by `save`. ``None`` changes nothing."""
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
            write_whole(self._folder / INDEX, sealed(packed(plain)))
            for name, given in self._kept.items():
                content = given()
                if content is not None:
                    write_whole(self._folder / f"{name}{KEPT}", sealed(content))
            sweep(self._contents.folder, {digest for _, digest, _ in self._used.values()})
        except OSError as error:
            self.notes.append(f"the cache cannot be written: {(error.strerror or str(error)).lower()}")

    def _load(self, folder: Path) -> None:
        try:
            if (folder / "objects").exists() and not (folder / "objects").is_dir():
                self._spoiled = True
                return
            content = unsealed((folder / INDEX).read_bytes())
            if content is None:
                self.notes.append(_DISCARDED)
                return
            plain = unpacked(content)
            self._signatures = dict(plain["signatures"])
            ours = plain["engine"] == self._engine
            self._index = {key: entry for key, entry in plain["results"].items() if ours or key.startswith(LASTING)}
            self._groups = dict(plain["groups"]) if ours else {}
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._signatures, self._index, self._groups = {}, {}, {}
            self.notes.append(_DISCARDED)
            self._spoiled = True

    def _clear_spoiled(self) -> None:
        if self._spoiled and self._folder is not None:
            self.clear(self._folder)
            self._contents = Contents(self._contents.folder)
        self._spoiled = False


def kept_in(folder: Path, name: str) -> bytes | None:
    """The bytes that a cache in *folder* has kept under *name*; ``None`` where there are no whole ones."""
    try:
        return unsealed((folder / f"{name}{KEPT}").read_bytes())
    except OSError:
        return None


def _member(key: str, number: int) -> str:
    """The key of one of a group, which may have very many: so a short one."""
    return f"{key[:16]}:{number}"
