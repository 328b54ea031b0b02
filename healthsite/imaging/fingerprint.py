"""Names a picture by its content and by the program that makes its copies: the same name means the same bytes."""

from __future__ import annotations

import importlib
import re
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

_LENGTH: Final = 20
_CODECS: Final = (
    ("_imaging", ("jpeglib_version", "libjpeg_turbo_version", "zlib_version", "zlib_ng_version")),
    ("_webp", ("webpdecoder_version",)),
    ("_avif", ("libavif_version", "codec_versions")),
)
"""Where Pillow says which libraries it was built with. Asked in its public way, it would load much more."""


def fingerprint(content: bytes) -> str:
    """The name of the picture in *content*: 20 hexadecimal digits."""
    return sha256(engine().encode() + content).hexdigest()[:_LENGTH]


def is_fingerprint(text: str) -> bool:
    """Whether *text* looks like the name of a picture."""
    return re.fullmatch(rf"[0-9a-f]{{{_LENGTH}}}", text) is not None


@cache
def engine() -> str:
    """The digest of all that decides how copies are made: the code of this room, Pillow, and its libraries."""
    digest = sha256(f"pillow={version('pillow')};{_codecs()};".encode())
    for file in sorted(Path(__file__).resolve().parent.glob("*.py")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _codecs() -> str:
    said = []
    for module, names in _CODECS:
        try:
            loaded = importlib.import_module(f"PIL.{module}")
        except ImportError:
            said.append(f"{module}: none")
            continue
        for name in names:
            found = getattr(loaded, name, None)
            said.append(f"{name}={found() if callable(found) else found}")
    return ",".join(said)
