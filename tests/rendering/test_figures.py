"""What is wrong with a figure is a problem at the place where its author wrote it."""

from __future__ import annotations

from conftest import SiteFolder, exercise

from healthsite.pages.body import Body
from healthsite.rendering.figures import figure_problems


def test_a_flaw_stands_at_its_keys(site: SiteFolder) -> None:
    """With line and column; the site is not published, and a second build says it again from the cache."""
    figure = "{alt: A person., poses: [{posture: standing, left: {hand: wall}}]}"
    site.write({"content/exercises/bend.md": exercise("Bend", figure=figure)})
    expected = ["content/exercises/bend.md:6:67: error: there is no wall for this hand to rest on [figure]"]
    assert site.said() == expected
    assert site.said() == expected
    assert not site.out.exists()


def test_other_texts_have_no_figure() -> None:
    """Articles and pages have no such key."""
    assert list(figure_problems(Body("content/articles/a.md", 3, "Text."))) == []
