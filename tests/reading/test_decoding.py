"""Bytes become text, and what is wrong with them has its place."""

from __future__ import annotations

import pytest
from conftest import SiteFolder, article

from healthsite.problems import Location
from healthsite.reading.decoding import decode


def test_plain_text_is_decoded_without_a_word() -> None:
    """UTF-8 with plain line ends is read as it is."""
    assert decode("a.md", "Füße\n\tok 😀\n".encode()) == ("Füße\n\tok 😀\n", [])


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"\xff", (1, 1)), (b"a\nb \xe9t\xe9\n", (2, 3)), ("Füße ".encode() + b"\x80", (1, 6)), (b"a\n\xe2\x82", (2, 1))],
)
def test_bytes_that_are_not_utf8_are_found(content: bytes, place: tuple[int, int]) -> None:
    """The first wrong byte is named with its line and its column, which counts letters and not bytes."""
    text, (problem,) = decode("a.md", content)
    assert text == ""
    assert problem.location == Location("a.md", *place)
    assert problem.message.startswith("this is not UTF-8 text: the byte 0x")


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff"])
def test_control_characters_are_found(sign: str) -> None:
    """A sign that no reader can see, and that YAML or XML would choke on, is an error with its place."""
    text, (problem,) = decode("a.md", f"a\nbc{sign}d".encode())
    assert text == ""
    assert str(problem) == f"a.md:2:3: error: this is a control character (U+{ord(sign):04X}) [encoding]"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_file_without_text_is_empty(content: bytes) -> None:
    """White space and byte order marks are not content."""
    text, problems = decode("a.md", content)
    assert text == ""
    assert str(problems[-1]) == "a.md:1:1: error: this file is empty [empty]"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_become_plain_ones(end: str) -> None:
    """Windows and old Mac line ends are read as plain ones, with a warning at the first."""
    text, (problem,) = decode("a.md", f"abc{end}d{end}".encode())
    assert text == "abc\nd\n"
    message = "this file has Windows line ends (CRLF), which are read as plain ones"
    assert str(problem) == f"a.md:1:4: warning: {message} [line-ends]"
    assert problem.hint == "save it with LF line ends"


def test_a_byte_order_mark_and_crlf_do_not_keep_a_page_from_being_published(site: SiteFolder) -> None:
    """What some programs add without asking is warned of, and the page is built all the same."""
    crlf = "\ufeff" + article("Sore feet").replace("\n", "\r\n")
    outcome = site.write({"content/articles/sore-feet.md": crlf}).build()
    path = "content/articles/sore-feet.md"
    assert [str(problem) for problem in outcome.problems] == [
        f"{path}:1:1: warning: this file begins with a byte order mark, which is ignored [encoding]",
        f"{path}:1:4: warning: this file has Windows line ends (CRLF), which are read as plain ones [line-ends]",
    ]
    assert "Rest them." in site.text("/articles/sore-feet/")
