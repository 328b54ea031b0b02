"""Whatever is in a file: it is a picture, or it is refused with a reason. Nothing crashes or hangs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from photos import camera_photo, clear, drawing, painted, photo, saved

from healthsite.imaging.copies import make_copies, pixel_flaw
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.look import MOST_PIXELS, MOST_SIDE, look_at
from healthsite.imaging.plan import Copy, Look, plan_of

ENDINGS: Final = {"jpeg": "jpg"}
ROUNDS: Final = 120
"""How many spoiled files are made of each sound one."""
MOVING: Final[dict[str, Any]] = {"save_all": True, "append_images": [painted(24, 16, tint=200)]}


@cache
def sound() -> dict[str, tuple[str, bytes]]:
    """Sound files of every kind and of several makes, by what they are: the kind, and the content."""
    return {
        "a photo": ("jpeg", photo(48, 32)),
        "a photo from coarse to fine": ("jpeg", photo(48, 32, progressive=True)),
        "a photo of a camera": ("jpeg", camera_photo(48, 32, 6)),
        "a photo for printing": ("jpeg", saved(painted(48, 32, "CMYK"), "jpeg")),
        "a pair of photos": ("jpeg", saved(painted(24, 16), "mpo", **MOVING)),
        "a PNG file": ("png", photo(48, 32, "png")),
        "a clear PNG file": ("png", saved(clear(48, 32), "png")),
        "a PNG file with a palette": ("png", saved(painted(48, 32, "P"), "png", transparency=3)),
        "a PNG file that moves": ("png", saved(painted(24, 16), "png", **MOVING)),
        "a GIF file": ("gif", photo(48, 32, "gif")),
        "a GIF file that moves": ("gif", saved(painted(24, 16), "gif", **MOVING)),
        "a WebP file": ("webp", photo(48, 32, "webp")),
        "an exact WebP file": ("webp", saved(clear(48, 32), "webp", lossless=True)),
        "a WebP file that moves": ("webp", saved(painted(24, 16), "webp", **MOVING)),
        "an AVIF file": ("avif", photo(48, 32, "avif")),
        "a clear AVIF file": ("avif", saved(clear(48, 32), "avif")),
        "a drawing": ("svg", drawing('<g style="fill: url(#a)"><path d="M0 0h9"/><text>a &amp; b</text></g>')),
    }


def judged(content: bytes, kind: str) -> str:
    """What becomes of a file: its flaw's message, or ``fine``. Whatever is not refused can be copied or is flawed."""
    look = look_at(content, f"a.{ENDINGS.get(kind, kind)}")
    if isinstance(look, Flaw):
        assert look.message
        assert look.hint
        return look.message
    assert isinstance(look, Look)
    assert 0 < look.width * look.height <= MOST_PIXELS
    assert max(look.width, look.height) <= MOST_SIDE or kind == "svg"
    plan = plan_of(look)
    made = make_copies(content, (Copy(plan.large.format, 8, 8),) if kind != "svg" else plan.shown)
    flaw = pixel_flaw(content)
    assert isinstance(made, Flaw) == isinstance(flaw, Flaw)
    return flaw.message if flaw else "fine"


def spoiled(content: bytes, seed: str) -> Iterator[bytes]:
    """Files that were cut, flipped, shuffled, repeated and filled, each in another place."""
    chance = random.Random(seed)  # noqa: S311 - the same files each time
    for number in range(ROUNDS):
        at, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        length = chance.choice((1, 2, 4, 16))
        piece = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length), content[at:end]))
        if number % 4 == 0:
            yield content[: max(1, at)]
        elif number % 4 == 1:
            flipped = bytearray(content)
            for _ in range(length):
                flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            yield bytes(flipped)
        elif number % 4 == 2:
            yield content[:at] + piece + content[at + len(piece) :]
        else:
            yield content[:at] + piece + content[at:] if chance.random() < 0.5 else content[:at] + content[end:]


@pytest.mark.parametrize("what", sound())
def test_a_sound_file_is_fine(what: str) -> None:
    """Only what moves is refused."""
    kind, content = sound()[what]
    assert judged(content, kind) == ("this picture moves by itself" if what.endswith("moves") else "fine")


@pytest.mark.parametrize("what", sound())
def test_a_spoiled_file_is_a_picture_or_has_a_flaw(what: str) -> None:
    """Cut, flipped, overwritten, repeated: there is always an answer, and it is the same the next time."""
    kind, content = sound()[what]
    answers = [judged(one, kind) for one in spoiled(content, what)]
    assert len(answers) == ROUNDS
    assert sum(answer != "fine" for answer in answers) > ROUNDS // 6
    assert [judged(one, kind) for one in list(spoiled(content, what))[:10]] == answers[:10]


@pytest.mark.parametrize("what", sound())
def test_a_file_may_be_cut_anywhere_near_its_start(what: str) -> None:
    """The first bytes are where a file says how large it is: each of them may be the last."""
    kind, content = sound()[what]
    assert all(judged(content[:length], kind) != "fine" for length in range(0, min(160, len(content) - 20), 3))


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp", "avif", "svg"])
def test_noise_is_no_picture(kind: str) -> None:
    """Random bytes are refused under every name, with the right first bytes and without."""
    chance = random.Random(kind)  # noqa: S311 - the same files each time
    start = next(content[:16] for found, content in sound().values() if found == kind)
    for length in (0, 1, 2, 8, 64, 2_000):
        noise = chance.randbytes(length)
        assert judged(noise, kind) != "fine"
        assert judged(start + noise, kind) != "fine"
        assert judged(bytes(length), kind) != "fine"
