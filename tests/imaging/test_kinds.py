"""What a file is, told by its first bytes, whatever its name says."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

import pytest
from photos import drawing, painted, photo, saved

from healthsite.imaging.kinds import ENDINGS, disguise, kind_of

MPO = saved(painted(20, 20), "mpo", save_all=True, append_images=[painted(20, 20)])
FTYP = b"\x00\x00\x00\x20ftyp"


def archive() -> bytes:
    """A ZIP archive."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("index.html", "<p>Hello")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        *((photo(kind=kind), kind) for kind in ("jpeg", "png", "webp", "avif", "gif")),
        (MPO, "jpeg"),
        (drawing(), "svg"),
        (b"\xef\xbb\xbf \n" + drawing(), "svg"),
        (b'<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n' + drawing(), "svg"),
        (b'<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', "svg"),
        (b"GIF87a....", "gif"),
        (FTYP + b"avis\x00\x00\x00\x00msf1avisMA1B", "avif"),
        (FTYP + b"mif1\x00\x00\x00\x00mif1avifMA1B", "avif"),
        (FTYP + b"heic\x00\x00\x00\x00mif1heicMA1B", "heic"),
        (FTYP + b"isom\x00\x00\x00\x00isomavc1mp42", "video"),
        (saved(painted(9, 9), "tiff"), "tiff"),
        (b"MM\x00*....", "tiff"),
        (saved(painted(9, 9), "bmp"), "bmp"),
        (b"\xff\x0a....", "jxl"),
        (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "jxl"),
        (b"8BPS....", "psd"),
        (b"%PDF-1.7", "pdf"),
        (archive(), "zip"),
        (gzip.compress(drawing()), "zip"),
        (b"<!DOCTYPE html><title>x</title>", "html"),
        (b"<html>" + drawing(), "html"),
        (b"<p>No page, no drawing", ""),
        (b"Plain words about an <svg >", ""),
        (b"", ""),
        (b"\x00" * 100, ""),
        (b"RIFF\x00\x00\x00\x00WAVE", ""),
    ],
)
def test_a_file_is_told_by_its_first_bytes(content: bytes, kind: str) -> None:
    """Pictures, and what people take for pictures, are told apart."""
    assert kind_of(content) == kind


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "b/c.d.Jpg"])
def test_a_file_may_be_what_its_name_says(name: str) -> None:
    """A JPEG file ends in `.jpg` or `.jpeg`, in whatever letters."""
    assert disguise(photo(), "jpeg", name) is None


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_wrong_ending_is_told_with_the_right_one(kind: str) -> None:
    """A picture whose name says something else is to be renamed."""
    flaw = disguise(b"...", kind, "rooms/my.chair.tmp")
    assert flaw is not None
    assert flaw.message.endswith(", and its ending `.tmp` says something else")
    assert flaw.hint == f"rename it to `my.chair{ENDINGS[kind][0]}`"


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("heic", "this is a HEIC picture, which browsers do not show"),
        ("tiff", "this is a TIFF picture, which browsers do not show"),
        ("html", "this is a web page, not a picture"),
        ("zip", "this is an archive, not a picture"),
        ("video", "this is a video, not a picture"),
        ("", "this is not a picture"),
    ],
)
def test_what_is_no_picture_is_told(kind: str, message: str) -> None:
    """A file that browsers cannot show is named as what it is, and the way out is always another file."""
    flaw = disguise(b"...", kind, "chair.jpg")
    assert flaw is not None
    assert flaw.message == message
    assert "JPEG" in flaw.hint


def test_an_empty_file_is_no_picture() -> None:
    """A file without content is told as such."""
    flaw = disguise(b"", "", "chair.jpg")
    assert flaw is not None
    assert flaw.message == "this file is empty"
