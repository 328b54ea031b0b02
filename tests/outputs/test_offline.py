"""The service worker as it is published: what it says of the site, and when it changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import CONFIG, SiteFolder, article, term

from healthsite.outputs.offline import SOURCE


def worker(site: SiteFolder) -> bytes:
    """The worker of the site, built."""
    site.build()
    return (site.out / "sw.js").read_bytes()


def settings(site: SiteFolder) -> dict[str, Any]:
    """What stands in front of the worker."""
    line = worker(site).partition(b"\n")[0].decode()
    found: dict[str, Any] = json.loads(line.removeprefix("const SITE = ").removesuffix(";"))
    return found


@pytest.fixture
def helping(site: SiteFolder) -> SiteFolder:
    """A site with a page about getting help."""
    return site.write({"content/pages/get-help.md": term("Get help")})


def test_the_worker_is_its_source_behind_one_line(site: SiteFolder) -> None:
    """What is published is what the repository holds."""
    line, _, rest = worker(site).partition(b"\n")
    assert line.startswith(b"const SITE = {")
    assert rest == SOURCE.read_bytes()


def test_help_and_the_page_for_what_is_missing_are_kept(helping: SiteFolder) -> None:
    """Below the path of the site."""
    helping.write({"config.yaml": CONFIG.replace("example/", "example/name/")})
    found = settings(helping)
    assert (found["scope"], found["offline"]) == ("/name/", "/name/offline/")
    assert found["pages"] == ["/name/offline/", "/name/get-help/"]


def test_a_site_without_a_page_about_help_keeps_the_other(site: SiteFolder) -> None:
    """There is always a page to show where there is no network."""
    assert settings(site)["pages"] == ["/offline/"]


EDITS = {
    "an article": ("content/articles/tired-legs.md", article(body="Raise them.")),
    "a new article": ("content/articles/new.md", article("New")),
    "the title of an article": ("content/articles/tired-legs.md", article("Heavy legs")),
    "a topic": ("content/topics/legs.md", term("Legs", summary="Two of them.")),
    "a picture": ("static/icons/other.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "a script of another page": ("static/js/other.js", "1;"),
    "a file at the top": ("static/root/humans.txt", "Ada"),
}
"""What has nothing to do with the pages that are kept from the start."""


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_elsewhere_leaves_the_worker_alone(helping: SiteFolder, what: str) -> None:
    """Readers load the worker and its pages again only where these have changed."""
    path, text = EDITS[what]
    before = worker(helping)
    assert worker(helping.write({path: text})) == before


NEEDED = {
    "the page about help": ("content/pages/get-help.md", term("Help")),
    "a care card on it": ("content/pages/get-help.md", f"{term('Get help')}\nCall at once.\n"),
    "a part of the body": ("content/body-regions/calves.md", term("Calves")),
    "the style sheet": ("static/css/base.css", "body { margin: 0 }"),
    "a script": ("static/js/offline.js", "1;"),
    "what all pages share": ("config.yaml", CONFIG.replace("Testing", "Tested")),
    "the template": ("templates/pages/offline.html", '{% extends "base.html" %}'),
}


@pytest.mark.parametrize("what", NEEDED)
def test_an_edit_of_what_is_kept_makes_a_new_release(helping: SiteFolder, what: str) -> None:
    """And nothing in the worker but the name of the release changes with it."""
    path, text = NEEDED[what]
    before = settings(helping)
    after = settings(helping.write({path: text}))
    assert after["release"] != before["release"]
    assert {**after, "release": ""} == {**before, "release": ""}


def test_a_site_that_keeps_nothing_has_a_worker_to_say_so(helping: SiteFolder) -> None:
    """Without pages the worker removes itself; no page registers it, and there is none for what is missing."""
    helping.write({"config.yaml": f"{CONFIG}offline: false\n"})
    found = settings(helping)
    assert (found["pages"], found["offline"], found["scope"]) == ([], "", "/")
    assert "/js/offline." not in helping.page("/")
    assert "offline/index.html" not in helping.published()


def test_pages_register_the_worker(site: SiteFolder) -> None:
    """Every page loads the script that does so."""
    site.build()
    pages = [content for path, content in site.published().items() if path.endswith(".html")]
    assert all(b"/js/offline." in content for content in pages)
