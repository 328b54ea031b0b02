"""What a build makes: files, and what was found while making them."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from healthsite.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Anchored:
    """A link of an author's to an ``#anchor``, and where it is written."""

    href: str
    location: Location


@dataclass(frozen=True, slots=True)
class Findings:
    """What one rendered page holds that only the whole site can judge, and what is wrong with it.

    *ids* are the ids of its elements, and *hrefs* the addresses it links or loads, as far as they are the site's own.
    *indexed* is the digest of what the search index knows of it, and *linkage* that of its ids and addresses, once they
    are kept.
    """

    ids: tuple[str, ...] = ()
    hrefs: tuple[str, ...] = ()
    anchored: tuple[Anchored, ...] = ()
    problems: tuple[Problem, ...] = ()
    indexed: str = ""
    linkage: str = field(default="", compare=False)


_NOTHING: Final = sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of public/. *content* is ``None`` where the cache holds it under its *digest* (SHA-256, in hex)."""

    path: str
    digest: str
    content: bytes | None = None
    findings: Findings = Findings()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, as for a page whose template failed."""
        return self.digest == _NOTHING

    @classmethod
    def of(cls, path: str, content: bytes, findings: Findings = Findings()) -> Artifact:
        """The artifact at *path* with that *content*."""
        return cls(path, sha256(content).hexdigest(), content, findings)
