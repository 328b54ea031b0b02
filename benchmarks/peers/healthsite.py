"""This generator, with what it ships: contents, term pages with pagination, related articles, feeds and sitemap."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import Article
from benchmarks.peers.peer import Peer
from healthsite import __version__

_CONFIG = "title: Benchmark\nbase_url: https://benchmark.example/\ntagline: A synthetic health library.\n"


def healthsite() -> Peer:
    """This generator, run by the Python that runs the benchmarks."""
    return Peer(
        name="healthsite",
        version=__version__,
        site=_site,
        article=_article,
        term=_term,
        command=_command,
        leftovers=("public", ".cache"),
    )


def _command(folder: Path) -> tuple[str, ...]:
    return (
        sys.executable,
        "-m",
        "healthsite",
        "--site",
        str(folder),
        "--as-of",
        "2026-11-22",
        "--no-search",
        "--quiet",
    )


def _site() -> Mapping[str, str]:
    return {"config.yaml": _CONFIG}


def _term(taxonomy: str, slug: str, title: str) -> tuple[str, str]:
    text = f"---\ntitle: {title}\nsummary: All about {title.lower()}.\n---\n\nA few words about it.\n"
    return f"content/{taxonomy}/{slug}.md", text


def _article(article: Article) -> tuple[str, str]:
    head = (
        f"title: {article.title}\nsummary: {article.summary!r}\ntype: guide\ntopic: {article.topic}\n"
        f"body_region: [{', '.join(article.regions)}]\ncondition: [{', '.join(article.conditions)}]\n"
        f"reviewed: {article.reviewed}\n"
    )
    body = re.sub(r"\(@([\w-]+)\)", r"(\1.md)", article.body)
    return f"content/articles/{article.slug}.md", f"---\n{head}---\n\n{body}"
