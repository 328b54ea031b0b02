"""Icons have the sizes that pages and the manifest tell of them."""

from __future__ import annotations

import struct

import pytest
from conftest import SiteFolder

from healthsite.outputs.icons import ICONS
from healthsite.shipped import shipped


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG picture."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


@pytest.mark.parametrize("name", ICONS)
def test_the_shipped_ones_are_right(name: str) -> None:
    """Each is a PNG picture of its size, and small."""
    content = (shipped() / "static" / name).read_bytes()
    assert content[:24] == png(*ICONS[name])[:24]
    assert len(content) < 50_000


def test_a_site_has_its_own(site: SiteFolder) -> None:
    """A picture of the right size takes the place of the shipped one."""
    site.write({"static/icons/social.png": png(1200, 630)}).build()
    (published,) = (content for path, content in site.published().items() if "/social." in path)
    assert published == png(1200, 630)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (png(640, 480), "this is 640 by 480 pixels"),
        (png(1200, 631), "this is 1200 by 631 pixels"),
        (b"GIF89a and some more of it", "this is no PNG picture"),
        (b"\x89PNG\r\n\x1a\n", "this is no PNG picture"),
        (b"", "this is no PNG picture"),
    ],
)
def test_another_size_is_told(site: SiteFolder, content: bytes, message: str) -> None:
    """With the size that it needs, before anything is written."""
    site.write({"static/icons/social.png": content})
    (problem,) = site.problems()
    assert str(problem) == f"static/icons/social.png: error: {message} [static]"
    assert problem.hint == "save a PNG picture of 1200 by 630 pixels"
