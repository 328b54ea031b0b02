"""Puts into order what Pagefind leaves to chance, so that the same pages give the same bytes.

Pagefind 1.5 lists its filters, and the values of each, as they come out of a hash table, which is in another order at
every run; and the lists are named after their bytes. They are CBOR (RFC 8949). Here they are sorted, named anew, and
left unpacked, which a browser reads as well: what a compressor makes of them depends on its version.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from healthsite.outputs.pagefind_program import PagefindError

ENTRY: Final = "pagefind-entry.json"
"""The file that says what the others are called."""
SIGNATURE: Final = b"pagefind_dcd"
"""What every list begins with, once it is unpacked."""
FILTERS: Final = 3
"""Where the filters stand in the list of everything."""

_NUMBER, _TEXT, _LIST = 0, 3, 4
"""The kinds of value that these lists hold, as CBOR numbers them."""
_MORE: Final = {24: 1, 25: 2, 26: 4, 27: 8}
"""How many bytes follow that hold a value's size, by what stands in place of a small size."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The *files* of an index by their paths in it, with their filters sorted.

    Raises `PagefindError` for an index that is made in another way than is known here.
    """
    sorted_files = dict(files)
    try:
        entry = json.loads(sorted_files[ENTRY])
        for name, language in entry["languages"].items():
            meta = _taken(sorted_files, f"pagefind.{language['hash']}.pf_meta")
            meta[FILTERS] = [[kind, _sorted(sorted_files, name, key)] for kind, key in sorted(meta[FILTERS])]
            language["hash"] = _named(sorted_files, "pagefind.{}.pf_meta", name, meta)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, EOFError, OSError, zlib.error) as error:
        raise PagefindError(f"what Pagefind made is not understood ({type(error).__name__}: {error})") from error
    sorted_files[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return sorted_files


def _sorted(files: dict[str, bytes], language: str, key: str) -> str:
    """Sort the values of a filter among *files*; the key of what it has become."""
    kind, values = _taken(files, f"filter/{key}.pf_filter")
    return _named(files, "filter/{}.pf_filter", language, [kind, sorted(values)])


def _taken(files: dict[str, bytes], path: str) -> Any:
    """The list at *path*, which is taken out of *files*."""
    packed = files.pop(path)
    content = packed if packed.startswith(SIGNATURE) else gzip.decompress(packed)
    value, end = _read(content, len(SIGNATURE))
    if not content.startswith(SIGNATURE) or end != len(content) or _write(value) != content[len(SIGNATURE) :]:
        raise TypeError(path)
    return value


def _named(files: dict[str, bytes], pattern: str, language: str, value: Any) -> str:
    """Put *value* among *files* under a name that is made from its bytes; the name."""
    content = SIGNATURE + _write(value)
    key = f"{language}_{sha256(content).hexdigest()[:12]}"
    files[pattern.format(key)] = content
    return key


def _read(content: bytes, at: int) -> tuple[Any, int]:
    """The value that begins *at* a place, and where it ends."""
    kind, size = content[at] >> 5, content[at] & 31
    at += 1
    if size >= 24:
        size, at = int.from_bytes(content[at : at + _MORE[size]], "big"), at + _MORE[size]
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return content[at : at + size].decode(), at + size
    if kind != _LIST:
        raise TypeError(f"a value of the kind {kind}")
    values = []
    for _ in range(size):
        value, at = _read(content, at)
        values.append(value)
    return values, at


def _write(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + _joined(value)


def _joined(values: Iterable[Any]) -> bytes:
    return b"".join(map(_write, values))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    mark, length = next((mark, length) for mark, length in _MORE.items() if size < 1 << 8 * length)
    return bytes([kind << 5 | mark]) + size.to_bytes(length, "big")
