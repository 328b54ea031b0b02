"""A site's own templates and static files stand in front of the shipped ones."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from conftest import SiteFolder, article
from stories.edited import CARE


def _sheet(site: SiteFolder) -> str:
    """The published style sheet."""
    (path,) = (path for path in site.published() if re.fullmatch(r"assets/css/main\.[0-9a-f]{10}\.css", path))
    assert f'<link rel="stylesheet" href="/{path}">' in site.page("/")
    return site.page(f"/{path}")


def test_an_own_template_stands_in_front_of_the_shipped_one(site: SiteFolder) -> None:
    """A site replaces one template and keeps all others; without its own it is as before."""
    site.build()
    before = site.published()
    own = "{% extends 'base.html' %}{% block main %}<h1>Own: {{ view.title }}</h1>{% endblock %}"
    site.write({"templates/pages/article.html": own}).build()
    assert site.text("/articles/tired-legs/") == "Own: Tired legs"
    assert {path for path, content in site.published().items() if content != before[path]} == {
        "articles/tired-legs/index.html"
    }
    site.delete("templates/pages/article.html").build()
    assert site.published() == before


def test_an_own_component_is_used_by_the_shipped_pages(site: SiteFolder) -> None:
    """A site may replace a component alone, and every page uses it."""
    own = "{% macro breadcrumb(links, title) %}<p>own way to {{ title }}</p>{% endmacro %}"
    site.write({"templates/components/breadcrumb.html": own}).build()
    assert "<p>own way to Tired legs</p>" in site.page("/articles/tired-legs/")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% block %}", "templates/pages/article.html:1: error: this is not a template"),
        (
            "\n{{ view.nothing }}",
            "templates/pages/article.html:2: error: 'healthsite.pages.article.ArticleView object'",
        ),
        (
            "\n{% include 'nothing.html' %}",
            "templates/pages/article.html:2: error: there is no template `nothing.html`",
        ),
        (
            "\n{% include 'own/' ~ view.type ~ '.html' %}",
            "templates/pages/article.html:2: error: this template includes another one by a name that is put together",
        ),
        ("{{ asset('css/nothing.css') }}", "templates/pages/article.html:1: error: there is no static file"),
        (
            '\n\n<a href="/nowhere/">x</a>',
            "public/articles/tired-legs/index.html: error: this page links to `/nowhere/`",
        ),
        (
            '<p id="here"><a href="#nowhere">x</a>',
            "public/articles/tired-legs/index.html: error: this page links to `#nowhere`",
        ),
        ('<a href="#nowhere">x</a>', "public/articles/tired-legs/index.html: error: this page links to `#nowhere`"),
    ],
    ids=[
        *("syntax", "undefined", "missing template", "name put together", "missing asset"),
        *("dead link", "dead anchor", "dead anchor without ids"),
    ],
)
def test_a_broken_template_is_found(site: SiteFolder, text: str, said: str) -> None:
    """What is wrong with a template is told with its file and line, and nothing is published."""
    site.write({"templates/pages/article.html": text})
    assert site.said()[0].startswith(said)
    assert not site.out.exists()


def test_an_own_style_sheet_stands_in_front_of_the_shipped_one(site: SiteFolder) -> None:
    """A site replaces one part of the style sheet; all parts are published as one file without imports."""
    site.build()
    before = _sheet(site)
    site.write({"static/css/layout.css": "/* mine */\nbody { color: teal }\n"}).build()
    assert "@layer layout {\nbody { color: teal }\n}" in _sheet(site)
    assert "@import" not in _sheet(site)
    assert before.partition("@layer layout {")[0] in _sheet(site)


def test_static_files_are_published_under_their_fingerprint(site: SiteFolder) -> None:
    """A static file's published name holds the digest of its content, and templates ask for it by its plain name."""
    footer = '<footer><img src="{{ asset(\'img/logo.svg\') }}" alt=""></footer>'
    site.write({"static/img/logo.svg": "<svg/>", "templates/frame/footer.html": footer}).build()
    name = f"assets/img/logo.{sha256(b'<svg/>').hexdigest()[:10]}.svg"
    assert site.published()[name] == b"<svg/>"
    assert f'<img src="/{name}" alt="">' in site.page("/")
    site.write({"static/img/logo.svg": "<svg></svg>"}).build()
    assert name not in site.published()
    assert name not in site.page("/")


def test_files_at_the_root_keep_their_names(site: SiteFolder) -> None:
    """What stands in `static/root/` is published at the top under its own name, hidden files as well."""
    site.write({"static/root/CNAME": "legs.example", "static/root/.nojekyll": "x"}).build()
    assert site.published()["CNAME"] == b"legs.example"
    assert site.published()[".nojekyll"] == b"x"


def test_a_style_sheet_that_imports_nothing_is_found(site: SiteFolder) -> None:
    """An import of a style sheet that is not there is a problem at its line."""
    site.write({"static/css/main.css": 'a { color: red }\n@import "nowhere.css";\n'})
    assert site.said() == ["static/css/main.css:2: error: there is no style sheet `css/nowhere.css` [static]"]


@pytest.mark.parametrize("path", ["static/root/empty.txt", "static/img/empty.svg"])
def test_an_empty_file_is_published(site: SiteFolder, path: str) -> None:
    """A file without content is published as it is."""
    site.write({path: b""}).build()
    assert list(site.published().values()).count(b"") == 1


@pytest.mark.parametrize("name", ["embeds/care.html", "components/care_cards.html"])
def test_a_broken_embed_is_found(site: SiteFolder, name: str) -> None:
    """What is wrong with the template of a block is told with its file and line."""
    text = article(body="/// care | legs\n///")
    site.write({"content/care.yaml": CARE, "content/articles/tired-legs.md": text})
    site.write({f"templates/{name}": "\n{{ nothing.at_all }}"})
    assert site.said()[0].startswith(f"templates/{name}:2: error:")
