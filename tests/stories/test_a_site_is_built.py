"""The smallest site, from nothing to published pages."""

from __future__ import annotations

from conftest import SiteFolder


def test_one_topic_and_one_article_make_a_site(site: SiteFolder) -> None:
    """Ten lines of front matter are enough for a site with a home page, a topic page and an article."""
    outcome = site.build()
    assert outcome.problems == ()
    assert "Tired legs" in site.text("/")
    assert "/topics/legs/" in site.links("/articles/tired-legs/")
    assert "/articles/tired-legs/" in site.links("/topics/legs/")


def test_nothing_is_rendered_twice(site: SiteFolder) -> None:
    """A second build with nothing changed renders nothing and writes nothing."""
    site.build()
    again = site.build()
    assert again.rendered == 0
    assert again.release is not None
    assert again.release.written == 0
