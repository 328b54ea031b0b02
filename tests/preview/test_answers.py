"""What is answered to an address: files of the site, and never any other."""

from __future__ import annotations

import re
from html import unescape
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest

from healthsite.preview.answers import CHANGES, Answer, answer
from healthsite.preview.board import State, Trouble
from healthsite.preview.files import HTML
from healthsite.problems import Location, Problem
from healthsite.publishing.manifest import NAME, STAGING

PAGE: Final = "<!doctype html>\n<title>Legs</title>\n<body>\nThe text </body> of it\n</body>\n</html>\n"
WRONG: Final = Trouble((Problem(Location("content/<x>.md", 1), "x", "this is wrong"),))
OUTSIDE: Final = "what nobody shall see"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of a small site, and beside it what is not to be seen."""
    files = {
        "index.html": PAGE,
        "404.html": PAGE.replace("Legs", "Not found"),
        "articles/legs/index.html": PAGE,
        "articles/legs/figure.svg": "<svg/>",
        "with space/ü.txt": "odd",
        ".well-known/security.txt": "who to write to",
        "sw.js": "the worker of the site",
        NAME: OUTSIDE,
        f"{STAGING}x/1.html": OUTSIDE,
        "../secret.html": OUTSIDE,
        "../public-too/index.html": OUTSIDE,
    }
    folder = tmp_path / "public"
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def changes_of(found: Answer) -> dict[str, list[str]]:
    """What the page asks about when it asks for changes."""
    match = re.search(rb' data-changes="([^"]+)" defer></script>', found.content)
    assert match
    address = urlsplit(unescape(match[1].decode()))
    assert address.path == CHANGES
    return parse_qs(address.query)


@pytest.mark.parametrize("base_path", ["", "/name"])
def test_a_page_is_answered_with_the_script_that_follows_its_changes(out: Path, base_path: str) -> None:
    """The script stands at the end of the page, and nothing else is changed in it."""
    found = answer(out, State(base_path), f"{base_path}/articles/legs/?print")
    assert (found.status, found.type) == (HTTPStatus.OK, HTML)
    script = re.search(rb'<script src="/-/live.js" [^>]*></script>\n', found.content)
    assert script
    assert found.content.replace(script[0], b"").decode() == PAGE
    assert found.content.endswith(script[0] + b"</body>\n</html>\n")
    assert changes_of(found) == {"page": [f"{base_path}/articles/legs/"], "seen": [found.token]}


def test_a_page_without_an_end_gets_the_script_as_well(out: Path) -> None:
    """As a template of somebody's own may have it."""
    (out / "index.html").write_text("<p>Short", "utf-8")
    assert answer(out, State(), "/").content.startswith(b'<p>Short<script src="/-/live.js"')


def test_other_files_are_answered_as_they_are(out: Path) -> None:
    """Byte for byte."""
    assert answer(out, State(), "/articles/legs/figure.svg") == Answer(HTTPStatus.OK, "image/svg+xml", b"<svg/>")
    assert answer(out, State(), "/with%20space/%C3%BC.txt?v=1").content == b"odd"
    assert answer(out, State(), "/.well-known/security.txt").content == b"who to write to"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.xml", "application/xml"),
        ("a.webmanifest", "application/manifest+json"),
        ("a.json", "application/json"),
        ("a.PNG", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.avif", "image/avif"),
        ("a.webp", "image/webp"),
        ("a.ico", "image/x-icon"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("a.pf_index", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_has_its_type(out: Path, name: str, expected: str) -> None:
    """On every machine the same."""
    (out / name).write_bytes(b"x")
    assert answer(out, State(), f"/{name}").type == expected


@pytest.mark.parametrize(
    ("base_path", "address", "location"),
    [
        ("", "/articles/legs", "/articles/legs/"),
        ("", "/articles/legs?a=1", "/articles/legs/?a=1"),
        ("/name", "/", "/name/"),
        ("/name", "/name", "/name/"),
        ("/name", "/name/articles/legs", "/name/articles/legs/"),
    ],
)
def test_an_address_without_its_slash_leads_on(out: Path, base_path: str, address: str, location: str) -> None:
    """As on the hosts where the site is published; and the top of the server leads to the site."""
    found = answer(out, State(base_path), address)
    assert (found.status, found.location, found.token) == (HTTPStatus.FOUND, location, "")


def test_what_leads_on_keeps_its_signs_in_codes(out: Path) -> None:
    """A folder's name cannot write headers of its own."""
    folder = out / "a\r\nb: c"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    assert answer(out, State(), "/a%0D%0Ab:%20c").status == HTTPStatus.NOT_FOUND
    folder.rename(out / "a\r\nb")
    assert answer(out, State(), "/a%0D%0Ab").location == "/a%0D%0Ab/"


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/articles/",
        "/articles/legs/index.html/",
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/%2e%2e%2fsecret.html",
        "/..\\secret.html",
        "/..%5csecret.html",
        "/articles/../../secret.html",
        "/articles/%2e%2e/%2e%2e/secret.html",
        "/../public-too/",
        "/../public-too",
        "/%252e%252e/secret.html",
        "/./index.html",
        "//articles/legs/",
        "/articles//legs/",
        "//secret.html",
        "/%00",
        "/index.html%00",
        "/%ff",
        "/c:/secret.html",
        f"/{NAME}",
        f"/{STAGING}x/1.html",
        f"/{'a' * 5000}",
        "/" + "a/" * 5000,
        "secret.html",
        "http://elsewhere.example/index.html",
        "*",
        "",
    ],
)
@pytest.mark.parametrize("base_path", ["", "/name"])
def test_nothing_else_is_ever_answered(out: Path, base_path: str, address: str) -> None:
    """What is not there, not published or outside of the folder gets the site's own page for it."""
    found = answer(out, State(base_path), f"{base_path}{address}" if address.startswith("/") else address)
    assert found.status == HTTPStatus.NOT_FOUND
    assert b"Not found" in found.content
    assert OUTSIDE.encode() not in found.content


def test_a_whole_path_on_the_disk_is_not_answered(out: Path) -> None:
    """However it is written."""
    secret = out.parent / "secret.html"
    for address in (str(secret), f"/{secret}", f"/%2f{secret}", f"/articles/{secret}"):
        assert answer(out, State(), address).status == HTTPStatus.NOT_FOUND


def test_links_out_of_the_folder_are_refused(out: Path) -> None:
    """A file, a folder or a folder's page behind a link outside is not there; a link inside is as good as a file."""
    (out / "file.html").symlink_to(out.parent / "secret.html")
    (out / "folder").symlink_to(out.parent / "public-too")
    (out / "up").symlink_to("..")
    (out / "round").symlink_to("round")
    (out / "inside.html").symlink_to("index.html")
    for address in ("/file.html", "/folder/", "/folder", "/folder/index.html", "/up/secret.html", "/round", "/round/"):
        found = answer(out, State(), address)
        assert (found.status, OUTSIDE.encode() in found.content) == (HTTPStatus.NOT_FOUND, False), address
    assert answer(out, State(), "/inside.html").status == HTTPStatus.OK


def test_a_link_to_the_page_for_what_is_not_there_is_refused_too(out: Path) -> None:
    """It is no way out either."""
    (out / "404.html").unlink()
    (out / "404.html").symlink_to(out.parent / "secret.html")
    assert OUTSIDE.encode() not in answer(out, State(), "/nothing").content


def test_the_folder_may_be_behind_a_link_itself(out: Path) -> None:
    """It is the folder that somebody has named."""
    (out.parent / "link").symlink_to(out)
    assert answer(out.parent / "link", State(), "/").status == HTTPStatus.OK


def test_problems_stand_before_the_last_good_page(out: Path) -> None:
    """On every page, with all of it behind them; other files do not change."""
    good, bad = (answer(out, State("", trouble), "/") for trouble in (None, WRONG))
    assert "content/&lt;x&gt;.md" in bad.content.decode()
    assert bad.content.startswith(good.content.partition(b"<script")[0])
    assert b"content/&lt;x&gt;.md" in answer(out, State("", WRONG), "/nothing").content
    assert answer(out, State("", WRONG), "/articles/legs/figure.svg").content == b"<svg/>"


def test_a_page_is_another_when_its_answer_is_another(out: Path) -> None:
    """Its token changes with its file and with the problems, and with nothing else."""

    def token(trouble: Trouble | None = None, builds: int = 0) -> str:
        return answer(out, State("", trouble, builds), "/").token

    before = token()
    (out / "articles/legs/index.html").write_text("other", "utf-8")
    assert token(builds=7) == before
    assert len({before, token(WRONG), token(Trouble(message="other"))}) == 3
    (out / "index.html").write_text("other", "utf-8")
    assert token() != before


def test_before_the_first_build_a_page_waits_for_it(tmp_path: Path) -> None:
    """And tells of the problems, if there are any."""
    waiting = answer(tmp_path / "none", State(), "/")
    assert waiting.status == HTTPStatus.NOT_FOUND
    assert b"has not been built yet" in waiting.content
    assert changes_of(waiting)["seen"] == [waiting.token]
    assert b"this is wrong" in answer(tmp_path / "none", State("", WRONG), "/").content


@pytest.mark.parametrize("base_path", ["", "/name"])
def test_the_service_worker_removes_itself(out: Path, base_path: str) -> None:
    """A kept copy would show editors an old page: the preview's worker takes away what another has kept."""
    found = answer(out, State(base_path), f"{base_path}/sw.js")
    first = found.content.partition(b"\n")[0].decode()
    assert first == f'const SITE = {{"scope": "{base_path}/", "offline": "", "pages": [], "release": ""}};'
    assert found.type.startswith("text/javascript")


@pytest.mark.parametrize("name", ["live.js", "trouble.css"])
def test_the_preview_has_files_of_its_own(out: Path, name: str) -> None:
    """They are where no page of a site can be."""
    found = answer(out, State("/name"), f"/-/{name}")
    assert found.status == HTTPStatus.OK
    assert len(found.content) > 100
    assert answer(out, State(), "/-/answers.py").status == HTTPStatus.NOT_FOUND
