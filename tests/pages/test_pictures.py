"""A picture as its page shows it: the copies to choose from, and how wide it will be."""

from __future__ import annotations

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article
from photos import drawing, photo

from healthsite.imaging.plan import plan_of
from healthsite.model.site import Site
from healthsite.pages.pictures import Picture, every_image, path_of, picture_of
from healthsite.reading.read import read


def pictured(site: SiteFolder, name: str, content: bytes) -> tuple[Picture, list[str]]:
    """The picture *name* of an article as its page shows it, and the paths of all its copies."""
    folder = "content/articles/sitting"
    site.write({f"{folder}/index.md": article("Sitting"), f"{folder}/{name}": content})
    contents = read(site.root)
    known = Site.of(contents.config, contents.library, TODAY)
    (image,) = every_image(known)
    plan = plan_of(image.look)
    return picture_of(known, image), list(dict.fromkeys(path_of(image, copy) for copy in (*plan.shown, plan.large)))


def test_a_photo_in_all_its_sizes(site: SiteFolder) -> None:
    """The formats from small to plain, each in its widths; the largest copy is for links."""
    site.write({"config.yaml": CONFIG.replace("example/", "example/name/")})
    picture, paths = pictured(site, "chair.jpg", photo(3000, 1500))
    mark = paths[0].partition("-")[0]
    assert mark.startswith("assets/pictures/")
    widths = (360, 720, 1080, 1440)

    def listed(ending: str) -> str:
        return ", ".join(f"/name/{mark}-{width}.{ending} {width}w" for width in widths)

    assert [(source.type, source.srcset) for source in picture.sources] == [
        ("image/avif", listed("avif")),
        ("image/webp", listed("webp")),
    ]
    assert (picture.srcset, picture.src) == (listed("jpg"), f"/name/{mark}-1440.jpg")
    assert (picture.width, picture.height, picture.clear, picture.tall) == (1440, 720, False, False)
    assert picture.href == f"/name/{mark}-2400.jpg"
    endings = [f"{width}.{ending}" for ending in ("avif", "webp", "jpg") for width in widths]
    assert paths == [f"{mark}-{ending}" for ending in (*endings, "2400.jpg")]


def test_a_drawing_in_its_one_size(site: SiteFolder) -> None:
    """There is nothing to choose from."""
    picture, (path,) = pictured(site, "chair.svg", drawing())
    assert (picture.src, picture.href) == (f"/{path}", f"/{path}")
    assert (picture.width, picture.height, picture.sources, picture.srcset, picture.sizes) == (60, 40, (), "", "")


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (3000, 2000, "(min-width: 730px) 42rem, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
        (672, 500, "(min-width: 730px) 42rem, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
        (671, 500, "(min-width: 729px) 671px, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
        (500, 400, "(min-width: 543px) 500px, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
        (368, 300, "(min-width: 400px) 368px, calc(100vw - 2rem)"),
        (100, 90, "(min-width: 132px) 100px, calc(100vw - 2rem)"),
        (1500, 2000, "(min-width: 487px) 28rem, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
        (400, 900, "(min-width: 435px) 400px, (min-width: 400px) 92vw, calc(100vw - 2rem)"),
    ],
)
def test_a_browser_is_told_how_wide_a_picture_will_be(site: SiteFolder, width: int, height: int, sizes: str) -> None:
    """As wide as the text at most, never wider than it is, and less wide where it is high."""
    picture, _ = pictured(site, "chair.jpg", photo(width, height))
    assert picture.sizes == sizes
    assert picture.tall == (height > width)
