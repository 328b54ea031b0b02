"""Pelican, with its own theme: topics as categories, regions and conditions as tags, lists in pages, feeds."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final

from benchmarks.corpus import Article, title_of
from benchmarks.peers.peer import Peer

_CONFIG: Final = """SITENAME = "Benchmark"
SITEURL = "https://benchmark.example"
PATH = "content"
OUTPUT_PATH = "public"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 50
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
FEED_ALL_ATOM = "feed.xml"
PAGINATION_PATTERNS = (
    (1, "{name}{extension}", "{name}{extension}"),
    (2, "{name}-page-{number}{extension}", "{name}-page-{number}{extension}"),
)
MARKDOWN = {
    "extension_configs": {"markdown.extensions.toc": {}, "markdown.extensions.tables": {}},
    "output_format": "html5",
}
"""


def pelican() -> Peer | None:
    """Pelican as the Python that runs the benchmarks has it; ``None`` where it does not."""
    if importlib.util.find_spec("pelican") is None:
        return None
    return Peer(
        name="Pelican",
        version=version("pelican"),
        site=_site,
        article=_article,
        term=None,
        command=lambda folder: (sys.executable, "-m", "pelican", "-q", "-s", str(folder / "pelicanconf.py")),
        leftovers=("public", "cache", "__pycache__"),
    )


def _site() -> Mapping[str, str]:
    return {"pelicanconf.py": _CONFIG}


def _article(article: Article) -> tuple[str, str]:
    tags = ", ".join(title_of(slug) for slug in (*article.regions, *article.conditions))
    head = (
        f"Title: {article.title}\nDate: {article.reviewed}\nCategory: {title_of(article.topic)}\nTags: {tags}\n"
        f"Slug: {article.slug}\nSummary: {article.summary}\n"
    )
    body = re.sub(r"\(@([\w-]+)\)", r"(/articles/\1/)", article.body)
    return f"content/{article.slug}.md", f"{head}\n{body}"
