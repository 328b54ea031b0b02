"""Every address that a finished page links or loads is a file of the site.

Links in Markdown are checked as they are resolved; this rule is for the templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from healthsite.artifact import Artifact
from healthsite.problems import Location, Problem, Severity

RULE: Final = "dead-link"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"


def check(artifacts: Mapping[str, Artifact], base_path: str) -> Iterator[Problem]:
    """A problem for each address that leads nowhere; *artifacts* are found by their path."""
    sound: set[str] = set()
    for artifact in artifacts.values():
        for href in artifact.findings.hrefs:
            if href in sound:
                continue
            url, _, anchor = href.partition("#")
            target = artifacts.get(_path(url, base_path)) if url else artifact
            if target is None:
                yield _dead(artifact, f"this page links to `{href}`, which is not there")
            elif anchor and _lacks(target, anchor):
                if not _written(artifact, href):
                    yield _dead(artifact, f"this page links to `{href}`, but no element has that id")
            elif url:
                sound.add(href)


def _dead(artifact: Artifact, message: str) -> Problem:
    return Problem(Location(f"public/{artifact.path}"), RULE, message, "mend the template that links it", SEVERITY)


def _lacks(target: Artifact, anchor: str) -> bool:
    """Whether *target* is a page that was rendered, and has no such id."""
    return target.path.endswith(".html") and not target.is_empty and anchor not in target.findings.ids


def _path(url: str, base_path: str) -> str:
    if not url.startswith(f"{base_path}/"):
        return ""
    path = unquote(url.removeprefix(base_path)).removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _written(artifact: Artifact, href: str) -> bool:
    """Whether an author wrote the link: then it has a place, and the rule about anchors speaks of it."""
    return any(link.href == href for link in artifact.findings.anchored)
