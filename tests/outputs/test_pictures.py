"""The pictures that stand beside articles."""

from __future__ import annotations

import pytest
from conftest import TODAY, SiteFolder, article

from healthsite.model.site import Site
from healthsite.outputs.pictures import pictures
from healthsite.problems import InvalidSite
from healthsite.reading.read import read

SITTING: dict[str, str | bytes] = {
    "content/articles/sitting/index.md": article("Sitting"),
    "content/articles/sitting/chair.png": b"a chair",
    "content/articles/sitting/rooms/desk.webp": b"a desk",
}


def known(site: SiteFolder) -> Site:
    """The site of that folder."""
    contents = read(site.write(SITTING).root)
    return Site.of(contents.config, contents.library, TODAY)


def test_a_picture_is_published_beside_its_page(site: SiteFolder) -> None:
    """Under its own name, in the folder that its article has."""
    assert {found.path: found.content for found in pictures(known(site), site.root)} == {
        "articles/sitting/chair.png": b"a chair",
        "articles/sitting/rooms/desk.webp": b"a desk",
    }


def test_a_picture_that_vanished_is_a_problem(site: SiteFolder) -> None:
    """It is told with its place, not by a crash."""
    found = known(site)
    site.delete("content/articles/sitting/chair.png")
    with pytest.raises(InvalidSite) as caught:
        list(pictures(found, site.root))
    (problem,) = caught.value.problems
    assert (problem.location.path, problem.rule) == ("content/articles/sitting/chair.png", "file")
    assert "vanished" in problem.message


SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        "<SCRIPT/>",
        '<g\nONCLICK = "x"/>',
    ],
)
def test_a_drawing_that_carries_a_program_is_a_problem(site: SiteFolder, inside: str) -> None:
    """A picture shows something and does nothing."""
    site.write({"content/articles/sitting/chair.SVG": SVG.format(inside)})
    with pytest.raises(InvalidSite) as caught:
        list(pictures(known(site), site.root))
    assert str(caught.value.problems[0].location) == "content/articles/sitting/chair.SVG"


def test_a_plain_drawing_is_a_picture(site: SiteFolder) -> None:
    """Lines, words and colours are no program."""
    plain = SVG.format('<title>Once on a chair</title><path d="M0 0h9" stroke="teal"/>')
    site.write({"content/articles/sitting/chair.svg": plain})
    assert plain.encode() in [found.content for found in pictures(known(site), site.root)]
