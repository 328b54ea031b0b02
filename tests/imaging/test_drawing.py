"""Drawings: what draws is written anew, what acts is refused, what are notes is left out."""

from __future__ import annotations

import re

import pytest
from photos import drawing

from healthsite.imaging import drawing as room
from healthsite.imaging.drawing import look_at_drawing, plain_drawing
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.plan import Look

SVG = "http://www.w3.org/2000/svg"


def written(content: bytes) -> str:
    """The drawing as it is published, without its root."""
    found = plain_drawing(content)
    assert isinstance(found, bytes)
    return re.sub(r"^<svg[^>]*>|</svg>\n$", "", found.decode())


def refused(content: bytes) -> Flaw:
    """Why the drawing in *content* cannot be used."""
    found = plain_drawing(content)
    assert isinstance(found, Flaw)
    assert look_at_drawing(content) == found
    return found


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" stroke="teal"></path>',
        "<title>Once &amp; for all &lt;on&gt; a chair</title>",
        '<g fill="url(#shade)" style="fill: url(\'#shade\'); opacity: .5"><circle r="3"></circle></g>',
        '<defs><linearGradient id="shade"><stop offset="1"></stop></linearGradient></defs>',
        '<use xlink:href="#shade"></use><use href=" #shade"></use>',
        '<text xml:space="preserve"> On "it" </text>',
        "<style>.a { fill: red } @media (prefers-color-scheme: dark) { .a { fill: pink } }</style>",
        '<filter id="f"><feGaussianBlur stdDeviation="2"></feGaussianBlur></filter>',
        '<path aria-label="he says on" data-on="1" id="script"></path>',
    ],
)
def test_what_draws_stays(inside: str) -> None:
    """Lines, words, colours and their styles are published as they are."""
    assert written(drawing(inside)) == inside


@pytest.mark.parametrize(
    "noise",
    [
        "<!-- by Jane -->",
        "<?editor Jane?>",
        "<metadata>by Jane<b>Jane</b></metadata>",
        '<i:view xmlns:i="urn:editor" by="Jane"><path d="M0 0"/><script>alert(1)</script></i:view>',
        '<title xmlns="urn:editor">Jane</title>',
    ],
)
def test_notes_are_left_out(noise: str) -> None:
    """What drawing programs note for themselves names people, and draws nothing."""
    assert written(drawing(f'{noise}<path d="M0 0"/>{noise}')) == '<path d="M0 0"></path>'


def test_notes_in_attributes_are_left_out() -> None:
    """So is what stands in attributes of their own."""
    content = drawing('<path i:by="Jane" d="M0 0"/>', **{"xmlns:i": "urn:editor", "i:file": "C:/Jane"})
    found = plain_drawing(content)
    assert isinstance(found, bytes)
    assert b"Jane" not in found
    assert b'<path d="M0 0">' in found


def test_what_stands_before_the_drawing_is_left_out() -> None:
    """An XML declaration and a plain document type say nothing that is needed."""
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    found = plain_drawing(b'<?xml version="1.0" encoding="UTF-8"?>' + doctype + drawing())
    assert found == plain_drawing(drawing())
    assert isinstance(found, bytes)
    assert found.startswith(b"<svg ")


def test_a_drawing_that_was_written_anew_is_the_same_again() -> None:
    """Nothing is left out twice, and the result is well-formed."""
    once = plain_drawing(drawing('<g i:x="1" xmlns:i="urn:e"><text>a &amp; b</text></g>'))
    assert isinstance(once, bytes)
    assert plain_drawing(once) == once


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<script/>",
        '<g><script href="x.js"/></g>',
        '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
        "<handler/>",
        '<g onload="alert(1)"/>',
        '<g ONCLICK = "x"/>',
        '<path onfocusin="x"/>',
        '<use href="javascript:alert(1)"/>',
        '<use xlink:href="java&#10;script:alert(1)"/>',
        '<path fill="&#x6a;avascript:x"/>',
        '<path style="behavior: url(#x)"/>',
        "<style>a { width: expression(alert(1)) }</style>",
        "<style>a { -moz-binding: url(#a) }</style>",
    ],
)
def test_a_program_is_refused(inside: str) -> None:
    """However a program is written or started, a drawing with it is refused, not mended."""
    assert "program" in refused(drawing(inside)).message


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="http://x.example/a.svg#b"/>',
        '<use xlink:href="other.svg#b"/>',
        '<use href=""/>',
        '<use href="data:image/svg+xml,x#y"/>',
        '<path fill="url(http://x.example/a)"/>',
        '<path fill="URL( http://x.example/a)"/>',
        '<path style="fill: url(//x.example/a)"/>',
        '<style>@import "http://x.example/a.css";</style>',
        "<style>@import url(#a);</style>",
        "<style><![CDATA[@font-face { src: url(x.woff) }]]></style>",
        "<style>a { fill: url(</style>",
        '<path xml:base="http://x.example/"/>',
        '<path src="x"/>',
    ],
)
def test_what_is_loaded_from_elsewhere_is_refused(inside: str) -> None:
    """A drawing stands for itself."""
    assert (
        "from elsewhere" in refused(drawing(inside)).message or "starts a program" in refused(drawing(inside)).message
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<path><animate attributeName="x" dur="1s"/></path>',
        "<animateTransform/>",
        '<set attributeName="href" to="javascript:alert(1)"/>',
        "<style>a { animation: spin 1s infinite }</style>",
        "<style>@-webkit-keyframes spin { }</style>",
        '<path style="transition: all 9s"/>',
    ],
)
def test_what_moves_is_refused(inside: str) -> None:
    """Nothing on a page moves by itself."""
    assert "moves by itself" in refused(drawing(inside)).message


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<foreignObject><p/></foreignObject>", "this drawing holds a piece of a web page (`foreignObject`)"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "this drawing holds a piece of a web page"),
        ('<a href="#x"/>', "this drawing holds a link (`a`)"),
        ('<image href="#x"/>', "this drawing holds a picture inside the drawing (`image`)"),
        ("<iframe/>", "this drawing holds `iframe`, which is no part of a plain drawing"),
        ("<flowRoot/>", "this drawing holds `flowRoot`, which is no part of a plain drawing"),
        ("<style>a { fill: r\\65 d }</style>", "the style of this drawing hides signs behind `\\`"),
        ('<path fill="u\\72l(x)"/>', "the style of this drawing hides signs behind `\\`"),
    ],
)
def test_what_is_no_part_of_a_drawing_is_refused(inside: str, message: str) -> None:
    """Only what draws may stand in a drawing."""
    assert refused(drawing(inside)).message == message


def test_a_style_sheet_from_elsewhere_is_refused() -> None:
    """Even where it stands before the drawing."""
    found = refused(b'<?xml-stylesheet href="http://x.example/a.css"?>' + drawing())
    assert found.message == "this drawing loads a style sheet from elsewhere"


@pytest.mark.parametrize(
    "declared",
    [
        '[<!ENTITY a "b">]',
        '[<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]',
        '[<!ENTITY file SYSTEM "file:///etc/hosts">]',
        '[<!ENTITY % all SYSTEM "http://x.example/all.dtd"> %all;]',
        "[]",
    ],
)
def test_entities_are_refused(declared: str) -> None:
    """A few lines of them could grow to gigabytes, or name a file of this machine."""
    content = f'<!DOCTYPE svg {declared}><svg xmlns="{SVG}" viewBox="0 0 1 1"><text>&c;</text></svg>'
    assert "entities" in refused(content.encode()).message


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        (b'<svg xmlns="urn:else"/>', "this drawing does not say that it is SVG", 1),
        (b"<svg>\n<path", "this drawing does not say that it is SVG", 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "this drawing does not say how large it is", 1),
        (b'<p><svg xmlns="http://www.w3.org/2000/svg"/></p>', "this is `p`, not a drawing", 1),
        (drawing("\n<g>\n</path>"), "this drawing is damaged: mismatched tag", 3),
        (drawing("\n&nothing;"), "this drawing is damaged: undefined entity", 2),
        (drawing() + drawing(), "this drawing is damaged: junk after document element", 1),
        (drawing("\n<g/>")[:-3], "this drawing is damaged: unclosed token", 2),
        (drawing("a\x00b"), "this drawing is damaged: not well-formed (invalid token)", 1),
        (
            b'<?xml version="1.0" encoding="klingon"?>' + drawing(),
            "this drawing is in an encoding that cannot be read",
            0,
        ),
        (
            b'<?xml version="1.0" encoding="utf-7"?>' + drawing(),
            "this drawing is in an encoding that cannot be read",
            0,
        ),
    ],
)
def test_a_damaged_drawing_is_told_with_its_line(content: bytes, message: str, line: int) -> None:
    """What cannot be read is told where it is."""
    found = refused(content)
    assert (found.message, found.line) == (message, line)


def test_a_drawing_in_another_encoding_is_written_in_utf8() -> None:
    """What was read is what is published."""
    content = '<?xml version="1.0" encoding="ISO-8859-1"?>' + drawing("<title>Füße</title>").decode()
    assert written(content.encode("latin-1")) == "<title>Füße</title>"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ({"viewBox": "0 0 60 40"}, (60, 40)),
        ({"viewBox": "-5,-5 , 60.2 40"}, (61, 40)),
        ({"viewBox": "0 0 60 40", "width": "100%", "height": "auto"}, (60, 40)),
        ({"viewBox": "0 0 60 40", "width": "120"}, (120, 80)),
        ({"viewBox": "0 0 60 40", "height": "120px"}, (180, 120)),
        ({"viewBox": "0 0 60 40", "height": "10", "width": "30"}, (30, 10)),
        ({"viewBox": "", "width": "2.54cm", "height": ".5in"}, (96, 48)),
        ({"viewBox": "none", "width": "12pt", "height": "1pc"}, (16, 16)),
        ({"viewBox": "0 0 0.2 0.1"}, (1, 1)),
    ],
)
def test_the_size_of_a_drawing(attributes: dict[str, str], size: tuple[int, int]) -> None:
    """Its own width and height, or those of its box."""
    assert look_at_drawing(drawing(**attributes)) == Look("svg", *size, clear=True)


@pytest.mark.parametrize(
    "attributes",
    [
        {"viewBox": ""},
        {"viewBox": "0 0 0 40"},
        {"viewBox": "0 0 60"},
        {"viewBox": "", "width": "60"},
        {"viewBox": "", "width": "-1", "height": "5"},
        {"viewBox": "", "width": "9999999", "height": "5"},
        {"viewBox": "0 0 9999999 1"},
        {"viewBox": "", "width": "1e9", "height": "5em"},
    ],
)
def test_a_drawing_without_a_size_is_refused(attributes: dict[str, str]) -> None:
    """A page must know how much room to keep."""
    assert refused(drawing(**attributes)).message == "this drawing does not say how large it is"


def chained(levels: int, reference: str) -> str:
    """Parts each of which draws the next one twice."""
    parts = (f'<g id="a{level}">{reference.format(level + 1) * 2}</g>' for level in range(levels))
    return f'{"".join(parts)}<path id="a{levels}"/>'


@pytest.mark.parametrize("reference", ['<use href="#a{}"/>', '<use xlink:href=" #a{}"/>', '<path fill="url(#a{})"/>'])
def test_a_drawing_may_not_grow_without_end(reference: str) -> None:
    """A few parts that draw each other twice would keep a reader's browser busy for ever."""
    assert isinstance(plain_drawing(drawing(chained(8, reference))), bytes)
    assert "draws over 50,000 elements" in refused(drawing(chained(30, reference))).message


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><g><use href="#a"/></g></g>',
        "".join(f'<g id="a{level}"><use href="#a{level + 1}"/></g>' for level in range(60)),
    ],
    ids=["itself", "each other", "a long chain"],
)
def test_a_drawing_may_not_lead_in_a_circle(inside: str) -> None:
    """Nor from one part to the next for too long."""
    assert "again and again" in refused(drawing(inside)).message


def test_parts_may_be_drawn_again() -> None:
    """As long as that comes to an end; what is not there draws nothing."""
    assert isinstance(plain_drawing(drawing('<g id="a"/>' + '<use href="#a"/>' * 500 + '<use href="#none"/>')), bytes)


@pytest.mark.parametrize(
    ("part", "fits"), [("linearGradient", True), ("clipPath", True), ("pattern", False), ("mask", False)]
)
def test_a_style_sheet_may_name_what_is_drawn_once(part: str, *, fits: bool) -> None:
    """Colours that run into each other, but no patterns: how often those are drawn cannot be told."""
    content = drawing(f'<style>.a {{ fill: url(#p) }}</style><{part} id="p"/><path class="a"/>')
    assert isinstance(plain_drawing(content), bytes) is fits
    assert fits or "style sheet" in refused(content).message


def test_a_drawing_may_only_be_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """In bytes, in elements, and in how deep they lie."""
    assert "20,000 elements" in refused(drawing("<g/>" * 20_000)).message
    assert isinstance(plain_drawing(drawing("<g/>" * 19_999)), bytes)
    assert "nested too deeply" in refused(drawing("<g>" * 100 + "</g>" * 100)).message
    assert "nested too deeply" in refused(drawing("<metadata>" * 100 + "</metadata>" * 100)).message
    assert isinstance(plain_drawing(drawing("<g>" * 99 + "</g>" * 99)), bytes)
    monkeypatch.setattr(room, "MOST_BYTES", 100)
    assert refused(drawing()).message == "this drawing has 0.0 MB; 0 MB are the most"
