"""Every ``#anchor`` that a link names is on the page that it leads to.

Whether it is can be seen only when all pages are rendered, so this rule looks at the output.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from healthsite.artifact import Artifact
from healthsite.problems import Problem, Severity, did_you_mean

RULE: Final = "broken-anchor"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "basic"


def check(artifacts: Mapping[str, Artifact], base_path: str) -> Iterator[Problem]:
    """A problem for each anchor that is missing; *artifacts* are found by their path."""
    for artifact in artifacts.values():
        for link in artifact.findings.anchored:
            url, _, anchor = link.href.partition("#")
            path = (url.removeprefix(base_path) + "index.html").removeprefix("/") if url else artifact.path
            target = artifacts.get(path)
            if target is not None and not target.is_empty and unquote(anchor) not in target.findings.ids:
                message = f"there is no heading or place `#{anchor}` on that page"
                hint = (
                    did_you_mean(anchor, target.findings.ids) or "headings become anchors: `## Get help` is `#get-help`"
                )
                yield Problem(link.location, RULE, message, hint, SEVERITY)
