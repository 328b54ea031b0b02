"""Takes the screenshots of README and docs with headless Chromium, from a fresh build of this repository's site."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import tempfile
import threading
from datetime import date
from pathlib import Path
from typing import Final

from healthsite.pipeline import Order, build

SHOTS: Final = {
    "home.png": ("/", 1200, 900),
    "article.png": ("/articles/heavy-legs/", 500, 900),
    "exercise.png": ("/exercises/wall-calf-stretch/", 500, 900),
    "condition.png": ("/conditions/sciatica/", 1200, 900),
}
"""The picture's name; the page, and the size of the window."""

_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def take(folder: Path) -> None:
    """Write every screenshot into *folder*; needs a ``chromium`` on the path."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("there is no chromium on this machine")
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "public"
        build(Order(root=folder.parent.parent, today=date(2026, 11, 22), out=out))
        handler = functools.partial(_Quiet, directory=str(out))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, (url, width, height) in SHOTS.items():
            profile = Path(scratch) / name
            command = [
                browser,
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={folder / name}",
                f"http://127.0.0.1:{server.server_port}{url}",
            ]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - the command is made above
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
