"""Pictures: each stands beside its article, says in words what it shows, and comes in several sizes."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement

from healthsite.pages.pictures import Picture
from healthsite.problems import did_you_mean
from healthsite.text.place import Finder

FIGURE: Final = "picture"
CAPTION: Final = "picture__caption"
CLEAR: Final = "picture__image--clear"
TALL: Final = "picture__image--tall"
"""The classes of a figure, of the words below it, of a picture that is see-through, and of one that is high."""


def set_captions(root: Element) -> None:
    """Make a figure of each picture that stands alone in its paragraph with a title; the title stands below it."""
    for part in root.iter("p"):
        image = part[0] if len(part) == 1 and not (part.text or "").strip() else None
        if (
            image is not None
            and image.tag == "img"
            and not (image.tail or "").strip()
            and image.get("title", "").strip()
        ):
            part.tag, part.text, image.tail = "figure", None, None
            part.set("class", " ".join(filter(None, (FIGURE, part.get("class")))))
            SubElement(part, "figcaption", {"class": CAPTION}).text = image.attrib.pop("title")


def resolve_images(root: Element, finder: Finder) -> None:
    """Point the pictures below *root* to where their copies are, and record what is wrong with them."""
    known = {image.written: image for image in finder.body.images}
    above = {child: parent for parent in root.iter() for child in parent}
    first = {id(image) for part in list(root)[:1] for image in part.iter("img")}
    for image in list(root.iter("img")):
        written = image.get("src", "")
        at = max(0, finder.offset_of_link(written))
        length = max(1, len(written))
        if not image.get("alt", "").strip():
            hint = "say what it shows in the square brackets, as in `![A person sitting upright](chair.png)`"
            message = "this picture has no text for those who cannot see it"
            finder.problem_at(at, "image-alt", message, hint, length=length)
        picture = known.get(written.removeprefix("./"))
        if picture:
            _show(image, picture, above[image], lazy=id(image) not in first)
            continue
        image.set("src", "")
        if ":" in written or written.startswith("//"):
            hint = "put the picture beside the article's `index.md`; pages load nothing from elsewhere"
            finder.problem_at(at, "image", "this picture is not part of the site", hint, length=length)
        else:
            hint = did_you_mean(written.removeprefix("./"), known) or "put it beside the article's `index.md`"
            finder.problem_at(at, "image", f"there is no picture `{written}`", hint, length=length)


def _show(image: Element, picture: Picture, parent: Element, *, lazy: bool) -> None:
    """Make *image* show *picture*: in the format and the width that suit the browser, where there are several."""
    looks = {CLEAR: picture.clear, TALL: picture.tall}
    classes = " ".join(filter(None, (image.get("class"), *(name for name, is_so in looks.items() if is_so))))
    attributes = {"srcset": picture.srcset, "sizes": picture.sizes, "class": classes}
    image.attrib.update({name: value for name, value in attributes.items() if value})
    image.attrib.update(src=picture.src, width=str(picture.width), height=str(picture.height), decoding="async")
    if lazy:
        image.attrib.setdefault("loading", "lazy")
    if picture.sources:
        box = Element("picture")
        for source in picture.sources:
            SubElement(box, "source", {"type": source.type, "srcset": source.srcset, "sizes": picture.sizes})
        parent[list(parent).index(image)] = box
        box.append(image)
        box.tail, image.tail = image.tail, None
