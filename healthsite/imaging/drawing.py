"""Drawings (SVG): read strictly and written anew, so that nothing stands in them but what draws.

What could do something, load something or move is refused, not repaired. What is only a drawing program's own notes,
such as its metadata and comments, is left out: they often name people and folders.
"""

from __future__ import annotations

import math
import re
from typing import Final
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate
from xml.sax.saxutils import escape, quoteattr

from healthsite.imaging.drawing_values import attribute_flaw, style_flaw
from healthsite.imaging.drawing_weight import Weight
from healthsite.imaging.flaw import Flaw
from healthsite.imaging.plan import Look

MOST_BYTES: Final = 2_000_000
MOST_ELEMENTS: Final = 20_000
DEEPEST: Final = 100
"""How large a drawing may be, in bytes and in elements, and how deeply they may be nested."""

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_PREFIXES: Final = {"": "", _XLINK: "xlink:", _XML: "xml:"}
_DRAWS: Final = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect", "circle"),
        *("ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        *("filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix"),
        *("feDiffuseLighting", "feDisplacementMap"),
        *("feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feMerge", "feMergeNode", "feMorphology"),
        *("feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    )
)
_NOTES: Final = frozenset({"metadata"})
_MOVES: Final = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"})
_WHY: Final = {
    "script": "a program",
    "handler": "a program",
    "listener": "a program",
    "foreignObject": "a piece of a web page",
    "a": "a link",
    "image": "a picture inside the drawing",
    "feImage": "a picture inside the drawing",
}
_PLAIN: Final = "export it as a plain SVG, which only draws"
_LENGTH: Final = re.compile(r"\s*(\d{1,7}(?:\.\d{1,9})?|\.\d{1,9})(px|pt|pc|mm|cm|in)?\s*")
_PIXELS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def look_at_drawing(content: bytes) -> Look | Flaw:
    """How large the drawing in *content* is, or why it cannot be used."""
    found = _read(content)
    return found if isinstance(found, Flaw) else found[1]


def plain_drawing(content: bytes) -> bytes | Flaw:
    """The drawing in *content* written anew, or why it cannot be used."""
    found = _read(content)
    return found if isinstance(found, Flaw) else found[0]


def _read(content: bytes) -> tuple[bytes, Look] | Flaw:
    if len(content) > MOST_BYTES:
        message = f"this drawing has {len(content) / 1e6:.1f} MB; {MOST_BYTES / 1e6:.0f} MB are the most"
        return Flaw(message, "draw it with fewer points, or save it as PNG")
    reader = _Reader()
    try:
        return reader.read(content)
    except _FlawFoundError as found:
        return found.flaw
    except ExpatError as error:
        return Flaw(f"this drawing is damaged: {ErrorString(error.code)}", "export it again as SVG", error.lineno)
    except (ValueError, LookupError):
        return Flaw("this drawing is in an encoding that cannot be read", "save it as UTF-8")


class _FlawFoundError(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw


class _Reader:
    """Takes in a drawing event by event, and writes what draws."""

    def __init__(self) -> None:
        self._parser = parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parts: list[str] = []
        self._open: list[str] = []
        self._skipped = self._elements = 0
        self._style: list[str] = []
        self._look: Look | None = None
        self._weight = Weight()

    def read(self, content: bytes) -> tuple[bytes, Look]:
        self._parser.Parse(content, True)
        if self._look is None:  # pragma: no cover - expat does not end a document without an element
            raise _FlawFoundError(Flaw("this is no drawing", _PLAIN))
        if self._weight.flaw:
            raise _FlawFoundError(Flaw(self._weight.flaw, "make it simpler, or save it as PNG"))
        return f"{''.join(self._parts)}\n".encode(), self._look

    def _refuse(self, message: str, hint: str = _PLAIN) -> _FlawFoundError:
        return _FlawFoundError(Flaw(message, hint, self._parser.CurrentLineNumber))

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        if has_own:
            raise self._refuse("this drawing declares entities of its own, which can grow without end")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise self._refuse("this drawing loads a style sheet from elsewhere")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        space, _, local = name.rpartition(" ")
        if self._elements > MOST_ELEMENTS:
            raise self._refuse(
                f"this drawing has over {MOST_ELEMENTS:,} elements", "make it simpler, or save it as PNG"
            )
        if len(self._open) + self._skipped >= DEEPEST:
            raise self._refuse("this drawing is nested too deeply", "make it simpler, or save it as PNG")
        if not self._open and not self._skipped:
            self._root(space, local, attributes)
        if self._skipped or space not in (_SVG, "http://www.w3.org/1999/xhtml") or local in _NOTES:
            self._skipped += 1
            return
        self._allow(space, local)
        for key, value in attributes.items():
            message = attribute_flaw(key.rpartition(" ")[2], value)
            if message:
                raise self._refuse(message)
        spaces = "" if self._open else f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
        self._parts.append(f"<{local}{spaces}{_written(attributes)}>")
        self._open.append(local)
        self._weight.begin(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _root(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if (space, local) != (_SVG, "svg"):
            missing = local == "svg"
            message = "this drawing does not say that it is SVG" if missing else f"this is `{local}`, not a drawing"
            hint = f'its first element is `<svg xmlns="{_SVG}">`' if missing else _PLAIN
            raise self._refuse(message, hint)
        size = _size_of(attributes)
        if size is None:
            raise self._refuse("this drawing does not say how large it is", "export it with a `viewBox`")
        self._look = Look("svg", *size, clear=True)

    def _allow(self, space: str, local: str) -> None:
        if local in _MOVES:
            hint = "leave the movement out: readers cannot stop what moves by itself"
            raise self._refuse(f"this drawing moves by itself (`{local}`)", hint)
        if space != _SVG:
            raise self._refuse("this drawing holds a piece of a web page")
        if local not in _DRAWS:
            why = f"{_WHY[local]} (`{local}`)" if local in _WHY else f"`{local}`, which is no part of a plain drawing"
            raise self._refuse(f"this drawing holds {why}")

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        local = self._open.pop()
        self._weight.end()
        if local == "style":
            message = style_flaw("".join(self._style))
            if message:
                raise self._refuse(message)
            self._weight.style("".join(self._style))
            self._style.clear()
        self._parts.append(f"</{local}>")

    def _text(self, text: str) -> None:
        if self._skipped:
            return
        if self._open[-1] == "style":
            self._style.append(text)
        self._parts.append(escape(text))


def _written(attributes: dict[str, str]) -> str:
    """*attributes* as they stand in a tag, without those of drawing programs."""
    named = ((*key.rpartition(" ")[::2], value) for key, value in attributes.items())
    return "".join(
        f" {_PREFIXES[space]}{name}={quoteattr(value)}" for space, name, value in named if space in _PREFIXES
    )


def _size_of(attributes: dict[str, str]) -> tuple[int, int] | None:
    """The width and height of a drawing in pixels of the screen, as its root says."""
    box = [float(part) for part in re.findall(r"-?\d{1,7}(?:\.\d{1,9})?", attributes.get("viewBox", ""))]
    width, height = _length(attributes.get("width", "")), _length(attributes.get("height", ""))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        ratio = box[3] / box[2]
        width = width or (height / ratio if height else box[2])
        height = height or width * ratio
    if not width or not height or max(width, height) > 1e6:
        return None
    return max(1, math.ceil(width)), max(1, math.ceil(height))


def _length(value: str) -> float:
    found = _LENGTH.fullmatch(value)
    return float(found[1]) * _PIXELS[found[2] or ""] if found else 0.0
