"""Pictures: each stands beside its article, and each says in words what it shows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from healthsite.problems import did_you_mean
from healthsite.text.place import Finder


def resolve_images(root: Element, finder: Finder) -> None:
    """Point the pictures below *root* to where they are published, and record what is wrong with them."""
    addresses = {image.written: image.href for image in finder.body.images}
    for image in root.iter("img"):
        written = image.get("src", "")
        at = max(0, finder.offset_of_link(written))
        if not image.get("alt", "").strip():
            hint = "say what it shows in the square brackets, as in `![A person sitting upright](chair.png)`"
            finder.problem_at(
                at,
                "image-alt",
                "this picture has no text for those who cannot see it",
                hint,
                length=max(1, len(written)),
            )
        name = written.removeprefix("./")
        if name in addresses:
            image.set("src", addresses[name])
            image.set("loading", "lazy")
        elif ":" in written or written.startswith("//"):
            hint = "put the picture beside the article's `index.md`; pages load nothing from elsewhere"
            finder.problem_at(at, "image", "this picture is not part of the site", hint, length=max(1, len(written)))
            image.set("src", "")
        else:
            hint = did_you_mean(name, addresses) or "put it beside the article's `index.md`"
            finder.problem_at(at, "image", f"there is no picture `{written}`", hint, length=max(1, len(written)))
            image.set("src", "")
