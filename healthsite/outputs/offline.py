"""The service worker, which keeps pages on the reader's device."""

from __future__ import annotations

from collections.abc import Sequence

from healthsite.artifact import Artifact
from healthsite.model.site import Site


def service_worker(site: Site, artifacts: Sequence[Artifact]) -> Artifact:  # noqa: ARG001
    """``sw.js``."""
    return Artifact.of("sw.js", b"\n")
