"""Every rule, in the order in which they run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from healthsite.artifact import Artifact
from healthsite.checks import addresses, anchors, dates, output_links, references
from healthsite.model.site import Site
from healthsite.problems import Problem

SITE_RULES: Final = (references, addresses, dates)
"""Rules about what was written."""
OUTPUT_RULES: Final = (anchors, output_links)
"""Rules about what was rendered."""


def check_site(site: Site) -> Iterator[Problem]:
    """Gate 2: whether the site is fit to be rendered."""
    for rule in SITE_RULES:
        yield from rule.check(site)


def check_artifacts(site: Site, artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    """Gate 3: whether what was rendered is sound."""
    by_path = {artifact.path: artifact for artifact in artifacts}
    for artifact in by_path.values():
        yield from artifact.findings.problems
    for rule in OUTPUT_RULES:
        yield from rule.check(by_path, site.base_path)
