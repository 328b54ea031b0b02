"""What Pagefind leaves to chance is put into order."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from healthsite.outputs.pagefind_order import SIGNATURE, in_order
from healthsite.outputs.pagefind_program import PagefindError

TEXT = "ä" * 20
LONG = "x" * 70_000


def cbor(value: Any) -> bytes:
    """*value* in the fewest bytes of CBOR, written here once more, plainly."""
    kind, size, rest = 4, 0, b""
    if isinstance(value, int):
        kind, size = 0, value
    elif isinstance(value, str):
        kind, size, rest = 3, len(value.encode()), value.encode()
    else:
        size, rest = len(value), b"".join(map(cbor, value))
    for mark, length in ((None, 0), (24, 1), (25, 2), (26, 4), (27, 8)):
        if mark is None and size < 24:
            return bytes([kind << 5 | size]) + rest
        if mark is not None and size < 256**length:
            return bytes([kind << 5 | mark]) + size.to_bytes(length, "big") + rest
    raise OverflowError(size)


def packed(value: Any) -> bytes:
    """A list as Pagefind writes it."""
    return gzip.compress(SIGNATURE + cbor(value))


def index(filters: list[tuple[str, list[list[Any]]]]) -> dict[str, bytes]:
    """The files of an index whose filters stand in that order."""
    keys = [[name, f"en_{number}"] for number, (name, _) in enumerate(filters)]
    meta = ["1.5.2", [["en_page", 300]], [["a", "z", "en_chunk"]], keys, [], ["title"]]
    languages = {"en": {"hash": "en_old", "wasm": "en"}}
    entry = {"version": "1.5.2", "languages": languages, "include_characters": ["_", "‿"]}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.en_old.pf_meta": packed(meta),
        **{f"filter/en_{number}.pf_filter": packed([*named]) for number, named in enumerate(filters)},
        "fragment/en_page.pf_fragment": b"untouched",
    }


def test_two_indexes_that_differ_in_order_become_one() -> None:
    """Filters and their values are sorted, and every file is named after what it holds."""
    one = index([("region", [["Hip", [1]], ["Back", [0, 70_000]]]), ("kind", [["Guide", [0]]])])
    two = index([("kind", [["Guide", [0]]]), ("region", [["Back", [0, 70_000]], ["Hip", [1]]])])
    assert one != two
    assert in_order(one) == in_order(two)
    assert len(in_order(one)) == len(one)


def test_nothing_but_the_order_changes() -> None:
    """Every list leads to the next, as before, and holds what it held."""
    values = [[LONG, [5]], [TEXT, [3, 23, 24, 255, 256, 65_536, 2**33]]]
    files = in_order(index([("region", values)]))
    entry = json.loads(files["pagefind-entry.json"])
    (path,) = (path for path in files if path.startswith("filter/"))
    key = path.removeprefix("filter/").removesuffix(".pf_filter")
    meta = ["1.5.2", [["en_page", 300]], [["a", "z", "en_chunk"]], [["region", key]], [], ["title"]]
    assert files[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"] == SIGNATURE + cbor(meta)
    assert files[path] == SIGNATURE + cbor(["region", sorted(values)])
    assert files["fragment/en_page.pf_fragment"] == b"untouched"
    assert (entry["version"], entry["include_characters"]) == ("1.5.2", ["_", "‿"])
    assert entry["languages"]["en"]["wasm"] == "en"


def test_what_is_in_order_stays_as_it_is() -> None:
    """A later Pagefind may sort its lists by itself."""
    files = in_order(index([("kind", [["Guide", [0]], ["Topic", [1]]])]))
    assert in_order(files) == files


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("pagefind-entry.json", b""),
        ("pagefind-entry.json", b"{}"),
        ("pagefind-entry.json", b"[]"),
        ("pagefind.en_old.pf_meta", b"\x1f\x8b\x08"),
        ("pagefind.en_old.pf_meta", gzip.compress(b"x" * 99)[:20] + b"\xff" * 30),
        ("pagefind.en_old.pf_meta", SIGNATURE),
        ("pagefind.en_old.pf_meta", SIGNATURE + cbor(["1.5.2"])),
        ("pagefind.en_old.pf_meta", SIGNATURE + cbor([1, 2, 3, [["kind", "en_0"]]]) + b"\x00"),
        ("pagefind.en_old.pf_meta", SIGNATURE + cbor([1, 2, 3, [["kind", "en_9"]]])),
        ("pagefind.en_old.pf_meta", SIGNATURE + b"\x81\xa0"),
        ("pagefind.en_old.pf_meta", SIGNATURE + b"\x81\x18\x05"),
        ("pagefind.en_old.pf_meta", SIGNATURE + b"\x81\x1f"),
        ("pagefind.en_old.pf_meta", b"something else"),
        ("filter/en_0.pf_filter", SIGNATURE + cbor(["kind"])),
        ("filter/en_0.pf_filter", SIGNATURE + cbor(["kind", [["Guide", [0]], 5]])),
    ],
    ids=[
        *("no text", "no languages", "no object", "half", "spoilt", "empty", "short", "too much", "lost filter"),
        *("a map", "wide", "odd", "other", "no values", "mixed"),
    ],
)
def test_an_index_of_another_kind_is_refused(path: str, content: bytes) -> None:
    """Rather than spoilt: a later Pagefind may write what is not known here."""
    files = {**index([("kind", [["Guide", [0]]])]), path: content}
    with pytest.raises(PagefindError, match="what Pagefind made is not understood"):
        in_order(files)
