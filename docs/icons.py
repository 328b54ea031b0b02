"""Remakes the site's icons and its picture for shared links with headless Chromium: ``python docs/make.py icons``.

All are drawn from the mark of ``static/icons/favicon.svg``, from the body map, and in the colours of the style sheet.
It takes Playwright and Pillow.
"""

from __future__ import annotations

import io
import re
import shutil
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parent.parent
ICONS: Final = ROOT / "static/icons"
CORNER: Final = 9
"""The radius of the mark's corners, of 32."""
SAFE: Final = 0.86
"""How much smaller the mark stands on a maskable icon, so that it stays inside the circle that phones cut out."""
COLOURS: Final = 64
"""How many colours each picture has; flat areas and their soft edges need no more."""
SOCIAL: Final = (1200, 630)
"""The size of the picture for shared links, in pixels."""


def make() -> None:
    """Write every icon; needs a ``chromium`` on the path."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("there is no chromium on this machine")
    colours = _colours()
    line = _found(r'<path d="([^"]+)"', (ICONS / "favicon.svg").read_text("utf-8"))
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = launched.new_page()
        for size in (192, 512):
            _write(page, f"icon-{size}.png", _mark(line, colours, corner=CORNER), (size, size))
            _write(page, f"maskable-{size}.png", _mark(line, colours, scale=SAFE), (size, size))
        _write(page, "apple-touch-icon.png", _mark(line, colours, scale=SAFE), (180, 180))
        _write(page, "social.png", _social(line, colours), SOCIAL)
        small = _png(page, _mark(line, colours, corner=CORNER), (32, 32))
        (ICONS / "favicon.ico").write_bytes(_ico(small))
        launched.close()


def _mark(line: str, colours: Mapping[str, str], *, corner: int = 0, scale: float = 1) -> str:
    """The mark, filling its square."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="100%" height="100%">'
        f'<rect width="32" height="32" rx="{corner}" fill="{colours["brand"]}"/>'
        f'<path transform="translate(16 16) scale({scale}) translate(-16 -16)" d="{line}" fill="none" '
        f'stroke="{colours["on-brand"]}" stroke-width="3.5" stroke-linecap="round"/></svg>'
    )


def _social(line: str, colours: Mapping[str, str]) -> str:
    """The mark beside the two figures of the body map. It holds no words: those stand beside it, in the link."""
    template = (ROOT / "templates/components/body_map.html").read_text("utf-8")
    outline, lines = (_found(rf'set {name} = "([^"]+)"', template) for name in ("outline", "lines"))
    zones = re.findall(r'^"[a-z-]+": "([^"]+)"', template, re.MULTILINE)
    figures = "".join(
        f'<path transform="translate({across})" d="{outline}" fill="{colours["surface"]}" '
        f'stroke="{colours["line-strong"]}" stroke-width="1.2"/>'
        for across in (0, 164)
    )
    areas = "".join(
        f'<path d="{zone}" fill="{colours["brand"]}" fill-opacity=".26" stroke="{colours["brand"]}"/>' for zone in zones
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="100%" height="100%">'
        f'<rect width="1200" height="630" fill="{colours["sand"]}"/>'
        f'<rect width="470" height="630" fill="{colours["brand"]}"/>'
        f'<path transform="translate(235 315) scale(17) translate(-16 -16)" d="{line}" fill="none" '
        f'stroke="{colours["on-brand"]}" stroke-width="3.5" stroke-linecap="round"/>'
        f'<g transform="translate(576 28) scale(1.62)">{figures}{areas}'
        f'<path d="{lines}" fill="none" stroke="{colours["brand"]}" opacity=".55"/></g></svg>'
    )


def _write(page: Page, name: str, drawing: str, size: tuple[int, int]) -> None:
    (ICONS / name).write_bytes(_png(page, drawing, size))


def _png(page: Page, drawing: str, size: tuple[int, int]) -> bytes:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(f'<body style="margin:0;display:grid;height:100vh">{drawing}</body>')
    drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    method = Image.Quantize.FASTOCTREE if drawn.mode == "RGBA" else Image.Quantize.MEDIANCUT
    packed = io.BytesIO()
    drawn.quantize(COLOURS, method, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _ico(png: bytes) -> bytes:
    """An icon file of one picture, 32 pixels wide and high."""
    return struct.pack("<3H", 0, 1, 1) + struct.pack("<4B2H2I", 32, 32, 0, 0, 1, 32, len(png), 22) + png


def _colours() -> dict[str, str]:
    """The colours of the light style sheet by their names."""
    tokens = (ROOT / "static/css/tokens.css").read_text("utf-8").partition("@media")[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", tokens))


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise SystemExit(f"there is no {pattern} any more")
    return match[1]
