"""The digest of plain and frozen values, by which it is known later whether they are the same."""

from __future__ import annotations

from hashlib import sha256


def digest_of(*values: object) -> str:
    """The SHA-256, in hex, of *values* as they are written in Python: for those that are always written alike."""
    return sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()
