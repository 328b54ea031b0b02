"""What the preview answers to an address: a file of the site, and in pages what makes them follow its changes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from healthsite.outputs.offline import leaving_worker
from healthsite.preview.board import State
from healthsite.preview.files import HTML, Moved, found, type_of
from healthsite.preview.trouble import nothing_yet, trouble_dialog

OURS: Final = "/-/"
"""Below this the preview answers itself: no page of a site can stand there."""
CHANGES: Final = "/-/changes"
"""Where a page hears that what its address answers has changed."""
_SCRIPT: Final = "live.js"
_STYLES: Final = "trouble.css"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. *token* is that of a page: when the address's token is another, the page shown is out of date."""

    status: HTTPStatus
    type: str
    content: bytes
    token: str = ""
    location: str = ""


def answer(out: Path, state: State, address: str) -> Answer:
    """What is answered to *address*, a path with or without a query, when the site is built in *out*."""
    path, _, query = address.partition("?")
    if path in (f"{OURS}{_SCRIPT}", f"{OURS}{_STYLES}"):
        file = Path(__file__).with_name(path.removeprefix(OURS))
        return Answer(HTTPStatus.OK, type_of(file), file.read_bytes())
    if path == f"{state.base_path}/sw.js":
        return Answer(HTTPStatus.OK, type_of(Path(path)), leaving_worker(f"{state.base_path}/"))
    file_or_moved = found(out, state.base_path, path)
    if isinstance(file_or_moved, Moved):
        location = f"{file_or_moved.address}?{query}" if query else file_or_moved.address
        return Answer(HTTPStatus.FOUND, HTML, b"", location=location)
    content = _bytes(file_or_moved)
    if file_or_moved is None or content is None:
        return _page(HTTPStatus.NOT_FOUND, _bytes(found(out, "", "/404.html")), state, path)
    if type_of(file_or_moved) == HTML:
        return _page(HTTPStatus.OK, content, state, path)
    return Answer(HTTPStatus.OK, type_of(file_or_moved), content)


def _page(status: HTTPStatus, content: bytes | None, state: State, path: str) -> Answer:
    """A page with the trouble of the last build before it, and with the script that follows the changes."""
    page = content if content is not None else nothing_yet(f"{OURS}{_STYLES}").encode()
    shown = b""
    if state.trouble is not None:
        shown = trouble_dialog(state.trouble, f"{OURS}{_STYLES}").encode("utf-8", "replace")
    token = sha256(page + shown).hexdigest()[:16]
    changes = escape(f"{CHANGES}?{urlencode({'page': path, 'seen': token})}")
    script = f'<script src="{OURS}{_SCRIPT}" data-changes="{changes}" defer></script>\n'.encode()
    before, end, after = page.rpartition(b"</body>")
    whole = before + shown + script + end + after if end else page + shown + script
    return Answer(status, HTML, whole, token)


def _bytes(file: Path | Moved | None) -> bytes | None:
    try:
        return file.read_bytes() if isinstance(file, Path) else None
    except OSError:
        return None
