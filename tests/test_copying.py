"""Copies of pictures and the cache: what is made again, and what is not."""

from __future__ import annotations

from conftest import TODAY, SiteFolder, article
from photos import png

from healthsite.artifact import Artifact, Findings
from healthsite.cache import Cache
from healthsite.copying import Copies, copied_again, copies_shown
from healthsite.model.site import Site
from healthsite.pages.pictures import every_image, picture_of
from healthsite.pool import Pool
from healthsite.reading.read import read

POOL = Pool()


def known(site: SiteFolder) -> Site:
    """A site with an article that lies beside a picture."""
    site.write({"content/articles/a/index.md": article("A"), "content/articles/a/b.png": png(800, 600)})
    contents = read(site.root)
    return Site.of(contents.config, contents.library, TODAY)


def showing(*hrefs: str) -> list[Artifact]:
    """A page that names those addresses."""
    return [Artifact.of("index.html", b"", Findings(hrefs=hrefs))]


def test_only_what_a_page_names_is_made(site: SiteFolder) -> None:
    """A picture on no page is not looked at; one that is shown comes in all its sizes."""
    whole, cache = known(site), Cache(None, "e")
    (image,) = every_image(whole)
    picture = picture_of(whole, image)
    assert copies_shown(site.root, whole, showing("/", "/other.png"), cache, POOL, make=True) == Copies((), (), 0)
    copies = copies_shown(site.root, whole, showing(picture.src), cache, POOL, make=True)
    assert (len(copies.artifacts), copies.problems, copies.made) == (6, (), 1)


def test_what_is_no_copy_is_not_made_again(site: SiteFolder) -> None:
    """Another file may be lost, and is for others to make; a picture that changed has other copies."""
    whole, cache = known(site), Cache(site.root / ".cache", "e")
    (image,) = every_image(whole)
    path = picture_of(whole, image).src.removeprefix("/")
    again = copied_again(site.root, whole, cache, POOL, path)
    assert again is not None
    assert copied_again(site.root, whole, cache, POOL, "assets/css/main.css") is None
    site.write({"content/articles/a/b.png": png(800, 600, tint=1)})
    assert copied_again(site.root, whole, cache, POOL, path) is None
