"""What tests of the search share: an index read as plain data."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from healthsite.outputs.pagefind_order import SIGNATURE


def fragments(out: Path) -> dict[str, dict[str, Any]]:
    """What the index in the folder *out* knows of each thing that can be found, by its address."""
    packed = [file.read_bytes() for file in (out / "pagefind" / "fragment").iterdir()]
    plain = [json.loads(gzip.decompress(content).removeprefix(SIGNATURE)) for content in packed]
    return {fragment["url"]: fragment for fragment in plain}
