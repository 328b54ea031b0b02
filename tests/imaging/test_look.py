"""What can be told of a picture by its first bytes, and why some cannot be used."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest
from photos import camera_photo, clear, drawing, painted, photo, png, saved
from PIL import Image

from healthsite.imaging import look as room
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.look import DAMAGED, MOST_SIDE, flaw_of, look_at
from healthsite.imaging.plan import Look

ENDING = {"jpeg": "jpg"}
MOVING: dict[str, Any] = {"save_all": True, "append_images": [painted(30, 20, tint=200)], "duration": 100}
MOVES = "this picture moves by itself"


def looked(content: bytes, kind: str = "png") -> Look | Flaw:
    """What is told of *content* under a name that fits its *kind*."""
    return look_at(content, f"a.{ENDING.get(kind, kind)}")


def said(content: bytes, kind: str = "png") -> str:
    """What is wrong with *content*."""
    flaw = looked(content, kind)
    assert isinstance(flaw, Flaw)
    return flaw.message


def png_claiming(width: int, height: int) -> bytes:
    """A small PNG file whose first bytes claim that it has another size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return png()[:8] + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png()[33:]


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif"])
def test_a_picture_has_a_kind_and_a_size(kind: str) -> None:
    """Each kind of picture is measured, in pixels."""
    assert looked(photo(41, 23, kind), kind) == Look(kind, 41, 23, clear=False)


def test_a_drawing_has_a_size_too() -> None:
    """That of its box."""
    assert looked(drawing(), "svg") == Look("svg", 60, 40, clear=True)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_measured_as_it_is_seen(orientation: int) -> None:
    """A camera held upright takes a high picture, though the file lies on its side."""
    expected = (30, 40) if orientation > 4 else (40, 30)
    found = looked(camera_photo(40, 30, orientation), "jpeg")
    assert isinstance(found, Look)
    assert (found.width, found.height) == expected


@pytest.mark.parametrize("exif", [b"Exif\x00\x00nonsense", b"Exif\x00\x00MM\x00*\x00\x00\xff\xff"])
def test_metadata_that_cannot_be_read_says_nothing(exif: bytes) -> None:
    """A picture with broken metadata is a picture."""
    assert looked(photo(exif=exif), "jpeg") == Look("jpeg", 40, 30, clear=False)


@pytest.mark.parametrize("said_by_camera", [0, 9, 60_000])
def test_a_turn_that_there_is_not_is_none(said_by_camera: object) -> None:
    """Metadata may hold anything."""
    exif = Image.Exif()
    exif[0x0112] = said_by_camera
    assert looked(photo(exif=exif.tobytes()), "jpeg") == Look("jpeg", 40, 30, clear=False)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (saved(painted(9, 9, "RGBA"), "png"), "png"),
        (saved(painted(9, 9, "LA"), "png"), "png"),
        (saved(painted(9, 9, "P"), "png", transparency=0), "png"),
        (saved(painted(9, 9), "png", transparency=(1, 2, 3)), "png"),
        (saved(painted(9, 9, "P"), "gif", transparency=0), "gif"),
        (saved(clear(), "webp", lossless=True), "webp"),
        (saved(clear(), "avif"), "avif"),
    ],
)
def test_a_picture_may_be_clear(content: bytes, kind: str) -> None:
    """A picture that can be see-through, by an alpha channel or by one colour, is known as such."""
    found = looked(content, kind)
    assert isinstance(found, Look)
    assert found.clear


@pytest.mark.parametrize("kind", ["gif", "webp", "png", "avif"])
def test_a_picture_that_moves_is_refused(kind: str) -> None:
    """Nothing on a page moves by itself: readers could not stop it."""
    assert said(saved(painted(30, 20), kind, **MOVING), kind) == MOVES


def test_a_photo_with_a_second_one_inside_does_not_move() -> None:
    """Cameras put a preview or the other half of a pair behind the photo."""
    content = saved(painted(30, 20), "mpo", save_all=True, append_images=[painted(30, 20)])
    assert looked(content, "jpeg") == Look("jpeg", 30, 20, clear=False)


@pytest.mark.parametrize(
    ("width", "height"), [(MOST_SIDE + 1, 1), (1, MOST_SIDE + 1), (10_000, 8_001), (60_000, 60_000), (2**31 - 1, 1)]
)
def test_a_huge_picture_is_refused_unseen(width: int, height: int) -> None:
    """A small file can hold a picture that fills a machine's memory; its first bytes tell."""
    assert said(png_claiming(width, height)).endswith("pixels")


def test_a_picture_without_pixels_is_damaged() -> None:
    """A side of nothing is no picture."""
    assert looked(png_claiming(0, 5)) == DAMAGED
    assert room._size_flaw(0, 5) == DAMAGED


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif"])
def test_a_first_piece_alone_is_no_picture(kind: str) -> None:
    """A file that ends within its first bytes is damaged."""
    assert isinstance(looked(photo(kind=kind)[:14], kind), Flaw)


def test_a_disguise_is_told() -> None:
    """A file is judged by what is in it."""
    assert said(photo(), "png") == "this is a JPEG picture, and its ending `.png` says something else"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError("image file is truncated (3 bytes not processed)"), "ends too early"),
        (EOFError(), "ends too early"),
        (MemoryError(), "more pixels than this machine has memory for"),
        (Image.DecompressionBombError("too large"), "far too many pixels"),
        (KeyError("x"), "is damaged"),
    ],
)
def test_what_a_decoder_says_is_put_in_plain_words(error: Exception, message: str) -> None:
    """Nobody is told of tile decoders."""
    assert message in flaw_of(error).message


def test_a_picture_is_not_decoded_to_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first bytes are enough, for each kind."""
    files = {kind: photo(kind=kind) for kind in ("jpeg", "png", "webp", "avif", "gif")}
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("this picture was decoded"))
    for kind, content in files.items():
        assert looked(content, kind) == Look(kind, 40, 30, clear=False)
