"""Eleventy, with the bare articles in one layout: no lists, no feed, no related pages."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.corpus import Article
from benchmarks.peers.peer import Peer

FOLDER: Final = "ELEVENTY"
"""The environment variable that names the folder in which npm has installed Eleventy."""
_LAYOUT: Final = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1><p>{{ summary }}</p>{{ content }}</main></body>
</html>
"""
_CONFIG: Final = 'module.exports = () => ({dir: {input: "content", includes: "../_includes", output: "public"}});\n'


def eleventy() -> Peer | None:
    """Eleventy from the folder that the environment names; ``None`` where there is none."""
    package = Path(os.environ.get(FOLDER, "")) / "node_modules" / "@11ty" / "eleventy"
    node = shutil.which("node")
    if not node or FOLDER not in os.environ or not (package / "package.json").is_file():
        return None
    said = json.loads((package / "package.json").read_text("utf-8"))
    return Peer(
        name="Eleventy, bare articles",
        version=str(said["version"]),
        site=_site,
        article=_article,
        term=None,
        command=lambda _: (node, str(package / "cmd.cjs"), "--quiet"),
        leftovers=("public",),
    )


def _site() -> Mapping[str, str]:
    return {"_includes/page.liquid": _LAYOUT, ".eleventy.js": _CONFIG}


def _article(article: Article) -> tuple[str, str]:
    head = f'layout: page.liquid\ntitle: "{article.title}"\nsummary: "{article.summary}"\n'
    body = re.sub(r"\(@([\w-]+)\)", r"(/articles/\1/)", article.body)
    return f"content/articles/{article.slug}.md", f"---\n{head}---\n\n{body}"
