"""The service worker, which keeps pages on the reader's device for when there is no network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from healthsite.artifact import Artifact
from healthsite.model.site import Site
from healthsite.pages.frame import SAVED_PAGES

SOURCE: Final = Path(__file__).with_name("service_worker.js")
"""What the worker does; its first lines explain what is put in front of it."""


def service_worker(site: Site, artifacts: Iterable[Artifact]) -> Artifact:
    """``sw.js``: the worker behind a line that says what *site* keeps from the start.

    Its bytes change with the worker, and with the pages that it keeps from the start; other pages do not matter to it.
    Where the site keeps nothing, it is a worker that removes itself.
    """
    pages = essentials(site)
    digests = {artifact.path: artifact.digest for artifact in artifacts}
    kept = "".join(f"{url}={digests[_file(url)]};" for url in pages)
    settings = {
        "scope": site.href("/"),
        "offline": site.href(SAVED_PAGES) if pages else "",
        "pages": [site.href(url) for url in pages],
        "release": sha256(kept.encode()).hexdigest()[:10],
    }
    return Artifact.of("sw.js", _worker(settings))


def leaving_worker(scope: str) -> bytes:
    """A worker that takes away what another has kept of the site at the path *scope*, and then itself."""
    return _worker({"scope": scope, "offline": "", "pages": [], "release": ""})


def essentials(site: Site) -> tuple[str, ...]:
    """The pages that every reader has without a network: the one that lists all others, and that about getting help."""
    if not site.config.offline:
        return ()
    help_page = site.library.find("pages", "get-help")
    return (SAVED_PAGES, help_page.url) if help_page else (SAVED_PAGES,)


def _worker(settings: Mapping[str, object]) -> bytes:
    return f"const SITE = {json.dumps(settings)};\n".encode() + SOURCE.read_bytes()


def _file(url: str) -> str:
    return f"{url}index.html".removeprefix("/")
