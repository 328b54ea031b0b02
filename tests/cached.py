"""What tests of the cache share: two artifacts, a cache that remembers them, and its index to look into and edit."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from healthsite.artifact import Anchored, Artifact, Findings
from healthsite.cache import INDEX, Cache
from healthsite.packing import packed, unpacked
from healthsite.problems import Location, Problem, Severity

FINDINGS = Findings(
    ids=("main", "näher"),
    hrefs=("/", "/topics/legs/#main"),
    anchored=(Anchored("/topics/legs/#main", Location("content/a.md", 3, 7)),),
    problems=(
        Problem(Location("content/a.md", 9, 2), "phrase", "this is „odd“", "say it", Severity.WARNING, 4),
        Problem(Location("content/a.md"), "slug", "this is wrong"),
    ),
)
PAGE = Artifact.of("a/index.html", b"<p>page</p>", FINDINGS)
OTHER = Artifact.of("b/index.html", b"<p>other</p>")
NOT_READ = "the cache could not be read and was made anew"
MENDED = "broken files of the cache were made anew"


def later(folder: Path, engine: str = "e", *, write: bool = True) -> Cache:
    """The cache as the next run finds it."""
    return Cache(folder, engine, write=write)


def filled(folder: Path) -> Path:
    """*folder* as a cache that remembers two results and a signature."""
    cache = Cache(folder, "e")
    cache.put("key", PAGE)
    cache.put("other", OTHER)
    cache.remember("public", {"a": [1, 2]})
    cache.save()
    return folder


def objects(folder: Path) -> list[Path]:
    """The files that hold contents."""
    return [file for file in (folder / "objects").rglob("*") if file.is_file()]


def index_of(folder: Path) -> Any:
    """What the index says."""
    return unpacked((folder / INDEX).read_bytes().partition(b"\n")[2])


def tamper(folder: Path, plain: Any) -> None:
    """Edit the index as somebody does who does not know of its first line."""
    first = (folder / INDEX).read_bytes().partition(b"\n")[0]
    (folder / INDEX).write_bytes(first + b"\n" + packed(plain))


def seal(folder: Path, content: Any) -> None:
    """Make *content*, bytes or plain data, the index, with a first line that fits."""
    text = content if isinstance(content, bytes) else packed(content)
    (folder / INDEX).write_bytes(sha256(text).hexdigest().encode() + b"\n" + text)
