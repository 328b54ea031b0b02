"""The copies of a picture: upright, in the colours of the web, without metadata, the same bytes each time."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from photos import MAKER, camera_photo, clear, drawing, painted, photo, saved
from PIL import Image, ImageCms, ImageDraw

from healthsite.imaging.copies import make_copies, pixel_flaw
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.look import look_at
from healthsite.imaging.plan import Copy, Look, plan_of

RASTER = ("avif", "webp", "jpeg", "png")


def copied(content: bytes, *copies: Copy) -> list[Image.Image]:
    """The copies, as a browser sees them."""
    made = make_copies(content, copies)
    assert not isinstance(made, Flaw), made
    return [Image.open(BytesIO(one)) for one in made]


def one(content: bytes, kind: str = "png", width: int = 40, height: int = 30) -> Image.Image:
    """One copy, decoded."""
    (found,) = copied(content, Copy(kind, width, height))
    assert (found.format, found.size) == (kind.upper(), (width, height))
    return found


def colour(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, given in parts of its sides."""
    pixel: Any = picture.convert("RGBA").getpixel((int(x * picture.width), int(y * picture.height)))
    return tuple(pixel)


def is_red(pixel: tuple[int, ...]) -> bool:
    """Whether a pixel is of the red corner."""
    return pixel[0] > 170 and max(pixel[1:3]) < 60


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif"])
def test_every_copy_of_a_plan_can_be_made(kind: str) -> None:
    """From each kind of picture, in each format, in the size that the plan says."""
    content = photo(800, 500, kind)
    look = look_at(content, f"a.{'jpg' if kind == 'jpeg' else kind}")
    assert isinstance(look, Look)
    plan = plan_of(look)
    for copy, picture in zip(plan.shown, copied(content, *plan.shown), strict=True):
        assert (picture.format, picture.size) == (copy.format.upper(), (copy.width, copy.height))
        assert is_red(colour(picture, 0.1, 0.1))
        assert not is_red(colour(picture, 0.9, 0.9))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_is_upright(orientation: int) -> None:
    """However the camera was held, the red corner lands where it was seen, and says so no more."""
    wide = orientation < 5
    picture = one(camera_photo(80, 60, orientation), "jpeg", *((80, 60) if wide else (60, 80)))
    corner = {1: (0.1, 0.1), 2: (0.9, 0.1), 3: (0.9, 0.9), 4: (0.1, 0.9)}
    corner |= {5: (0.1, 0.1), 6: (0.9, 0.1), 7: (0.9, 0.9), 8: (0.1, 0.9)}
    assert is_red(colour(picture, *corner[orientation]))
    assert picture.getexif().get(0x0112) is None


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("kind", RASTER)
def test_nothing_is_said_about_the_picture(kind: str, orientation: int) -> None:
    """Where it was taken, by whom and with what is in no copy."""
    content = camera_photo(900, 700, orientation)
    assert MAKER.encode() in content
    width, height = (900, 700) if orientation == 1 else (700, 900)
    for copy in (Copy(kind, width, height), Copy(kind, width // 2, height // 2)):
        made = make_copies(content, [copy])
        assert not isinstance(made, Flaw)
        picture = Image.open(BytesIO(made[0]))
        assert not {"exif", "xmp", "icc_profile", "comment", "XML:com.adobe.xmp"} & set(picture.info)
        assert not dict(picture.getexif())
        assert not any(word in made[0] for word in (MAKER.encode(), b"Exif\x00\x00", b"http://ns.adobe.com", b"GPS"))


@pytest.mark.parametrize("kind", ["png", "webp", "avif", "gif"])
def test_nothing_is_said_about_other_kinds_either(kind: str) -> None:
    """Each kind of file has its own place for words."""
    settings: dict[str, Any] = {"exif": Image.open(BytesIO(camera_photo(9, 9))).getexif().tobytes()}
    if kind == "gif":
        settings = {"comment": MAKER}
    content = photo(60, 40, kind, **settings)
    assert MAKER.encode() in content
    for name in RASTER:
        made = make_copies(content, [Copy(name, 60, 40)])
        assert not isinstance(made, Flaw)
        assert MAKER.encode() not in made[0]


def test_the_thumbnail_of_a_camera_is_left_out() -> None:
    """A photo that was cut afterwards may still show all of it in its thumbnail."""
    content = camera_photo(64, 48)
    hidden = photo(16, 16)
    spoiled = content.replace(MAKER.encode(), hidden[: len(MAKER)])
    made = make_copies(spoiled, [Copy("jpeg", 64, 48)])
    assert not isinstance(made, Flaw)
    assert made[0].count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("tail", [b"PK\x03\x04 and more", b"<html><script>alert(1)</script>", photo(9, 9)])
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif"])
def test_what_hides_behind_a_picture_is_left_out(kind: str, tail: bytes) -> None:
    """A file that is a picture and something else at once becomes a picture only."""
    content = photo(60, 40, kind) + tail
    for name in RASTER:
        made, plain = make_copies(content, [Copy(name, 60, 40)]), make_copies(photo(60, 40, kind), [Copy(name, 60, 40)])
        assert made == plain


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_way_of_storing_colours_is_read(mode: str) -> None:
    """Black and white, grey, palettes, 16 bits: light stays light and dark stays dark."""
    deep = mode == "I;16"
    picture = Image.new("I" if deep else "RGB", (40, 30), 60_000 if deep else "white")
    picture.paste(3_000 if deep else "black", (0, 0, 20, 30))
    content = saved(picture.convert(mode), "png")
    for kind in ("avif", "webp", "png" if mode.endswith("A") else "jpeg"):
        found = one(content, kind)
        assert max(colour(found, 0.2, 0.5)[:3]) < 40
        assert min(colour(found, 0.8, 0.5)[:3]) > 215


def test_a_photo_for_printing_is_turned_into_light() -> None:
    """Four inks become three colours."""
    content = saved(painted(60, 40).convert("CMYK"), "jpeg", quality=95)
    assert is_red(colour(one(content, "jpeg", 60, 40), 0.1, 0.1))


@pytest.mark.parametrize("kind", ["png", "webp", "avif"])
def test_a_clear_picture_stays_clear(kind: str) -> None:
    """What is see-through is so in each copy."""
    found = one(saved(clear(80, 60), "png"), kind, 40, 30)
    assert colour(found, 0.5, 0.05)[3] > 200
    assert colour(found, 0.5, 0.95)[3] < 60


def test_a_colour_may_stand_for_nothing() -> None:
    """A palette with one see-through colour is an alpha channel in the copies."""
    picture = Image.new("P", (40, 30), 1)
    picture.putpalette([255, 0, 0, 0, 0, 255])
    picture.paste(0, (0, 0, 20, 30))
    found = one(saved(picture, "gif", transparency=0), "png")
    assert colour(found, 0.2, 0.5)[3] == 0
    assert colour(found, 0.8, 0.5) == (0, 0, 255, 255)


def test_colours_are_those_of_the_web() -> None:
    """A profile is obeyed and then left out: without it, other colours would be seen."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = photo(40, 30, "png")
    assert make_copies(photo(40, 30, "png", icc_profile=srgb), [Copy("png", 40, 30)]) == make_copies(
        plain, [Copy("png", 40, 30)]
    )
    linear = _linear_profile()
    darker, light = one(photo(40, 30, "png", icc_profile=linear)), one(plain)
    assert colour(darker, 0.6, 0.5) != colour(light, 0.6, 0.5)
    for broken in (lab, b"nonsense", b"\x00" * 200):
        assert colour(one(photo(40, 30, "png", icc_profile=broken)), 0.6, 0.5) == colour(light, 0.6, 0.5)


def _linear_profile() -> bytes:
    """The profile of sRGB with its three colours exchanged: red is where blue was."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ"))


def test_profiles_of_greys_and_inks_are_obeyed_too() -> None:
    """A profile that does not fit the colours is passed over; a grey photo stays as it is."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for mode in ("L", "CMYK"):
        content = saved(painted(40, 30).convert(mode), "jpeg", icc_profile=srgb)
        assert one(content, "jpeg").size == (40, 30)


def test_a_jpeg_file_loads_from_coarse_to_fine() -> None:
    """On a slow line, the whole picture is there soon."""
    assert "progressive" in one(photo(60, 40), "jpeg", 60, 40).info


def test_what_is_drawn_is_kept_sharp() -> None:
    """Words in a picture stay readable: flat colours are kept exactly where that takes less."""
    picture = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(picture).text((10, 40), "Sit upright", fill="black")
    found = one(saved(picture, "png"), "webp", 200, 100)
    assert found.convert("RGB").tobytes() == picture.tobytes()


def test_the_same_picture_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    """Two runs and two processes, and however many copies are made at once."""
    content = camera_photo(1500, 1000)
    look = look_at(content, "a.jpg")
    assert isinstance(look, Look)
    plan = plan_of(look)
    made = make_copies(content, plan.shown)
    assert make_copies(content, plan.shown) == made
    assert not isinstance(made, Flaw)
    (tmp_path / "a.jpg").write_bytes(content)
    program = (
        "import sys; from hashlib import sha256; from healthsite.imaging.look import look_at;"
        "from healthsite.imaging.plan import plan_of; from healthsite.imaging.copies import make_copies;"
        "content = open(sys.argv[1], 'rb').read();"
        "[print(sha256(one).hexdigest()) for one in make_copies(content, plan_of(look_at(content, 'a.jpg')).shown)]"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.jpg")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [sha256(one).hexdigest() for one in made]


def test_a_copy_does_not_depend_on_the_others() -> None:
    """Whichever copies are made beside it, and in whichever order, it is the same."""
    content = photo(3000, 200, quality=95)
    copies = [*(Copy(kind, width, width // 15) for kind in RASTER for width in (360, 1440)), Copy("jpeg", 2400, 160)]
    together = make_copies(content, copies)
    assert not isinstance(together, Flaw)
    assert [make_copies(content, [copy]) for copy in copies] == [(one,) for one in together]
    assert make_copies(content, copies[::-1]) == together[::-1]


def test_a_drawing_is_its_own_copy() -> None:
    """Written anew, however often it is asked for."""
    made = make_copies(drawing("<!-- Jane --><g/>"), [Copy("svg", 60, 40)] * 2)
    assert not isinstance(made, Flaw)
    assert made[0] == made[1]
    assert b"Jane" not in made[0]
    assert isinstance(make_copies(drawing("<script/>"), [Copy("svg", 60, 40)]), Flaw)


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif"])
def test_a_sound_picture_has_no_flaw(kind: str) -> None:
    """It is decoded, and nothing is said of it."""
    assert pixel_flaw(photo(kind=kind)) is None
    assert pixel_flaw(drawing()) is None


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_a_picture_that_ends_too_early_has_a_flaw(kind: str) -> None:
    """A download that was broken off shows half a picture, and is refused."""
    content = photo(200, 150, kind)
    flaw = pixel_flaw(content[: len(content) * 2 // 3])
    assert flaw is not None
    assert "ends too early" in flaw.message or "damaged" in flaw.message


def test_a_changed_byte_of_a_png_file_is_noticed() -> None:
    """Its checksums are looked at."""
    content = bytearray(photo(200, 150, "png"))
    content[-30] ^= 1
    assert pixel_flaw(bytes(content)) is not None


def many_scans(count: int, *, inside: bytes = b"") -> bytes:
    """A JPEG file that goes over its picture *count* times."""
    content = photo(40, 30, progressive=True)
    at = content.index(b"\xff\xda")
    return content[:at] + inside + content[at:-2] * 1 + content[at:-2] * count + content[-2:]


def test_a_picture_that_keeps_a_computer_busy_is_refused() -> None:
    """Some bytes, repeated, would have a decoder go over a large picture for hours."""
    assert pixel_flaw(photo(40, 30, progressive=True)) is None
    flaw = pixel_flaw(many_scans(50))
    assert flaw is not None
    assert "busy" in flaw.message
    segment = b"\xff\xe5\x10\x00" + b"\xff\xda" * ((0x1000 - 2) // 2)
    assert "busy" not in str(pixel_flaw(many_scans(0, inside=segment)))


@pytest.mark.parametrize(("error", "message"), [(KeyError("AVIF"), "written as AVIF"), (MemoryError(), "memory")])
def test_an_encoder_that_fails_is_no_crash(monkeypatch: pytest.MonkeyPatch, error: Exception, message: str) -> None:
    """Where Pillow was built without an encoder, or memory ends, that is what is told."""

    def fail(*_: object, **__: object) -> None:
        raise error

    content = photo()
    monkeypatch.setattr(Image.Image, "save", fail)
    flaw = make_copies(content, [Copy("avif", 40, 30)])
    assert isinstance(flaw, Flaw)
    assert message in flaw.message
