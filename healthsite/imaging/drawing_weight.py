"""How much a drawing draws: a part may be drawn again by reference, and parts that do so may grow without end."""

from __future__ import annotations

import re
from typing import Final

MOST_DRAWN: Final = 50_000
"""How many elements a browser may have to draw."""
DEEPEST: Final = 40
"""How many references may follow one another."""

_REFERENCE: Final = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)|^\s*#(\S+)\s*$", re.IGNORECASE)
_TINTS: Final = frozenset({"linearGradient", "radialGradient", "clipPath"})
"""What a style sheet may refer to: it is drawn once, however many elements use it."""


class Weight:
    """Takes note of the elements of a drawing as they begin and end, and tells what they come to."""

    def __init__(self) -> None:
        self._open: list[str] = [""]
        self._own: dict[str, int] = {"": 0}
        self._uses: dict[str, list[str]] = {"": []}
        self._kinds: dict[str, str] = {}
        self._styled: set[str] = set()

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        """An *element* begins."""
        name = attributes.get("id", "")
        if name:
            self._own.setdefault(name, 0)
            self._uses.setdefault(name, [])
            self._kinds[name] = element
        self._open.append(name)
        used = [target for value in attributes.values() for target in _targets(value)]
        for around in set(self._open):
            self._own[around] += 1
            self._uses[around] += used

    def end(self) -> None:
        """The element ends that began last."""
        self._open.pop()

    def style(self, css: str) -> None:
        """A style sheet says *css*."""
        self._styled.update(_targets(css))

    @property
    def flaw(self) -> str:
        """What is wrong with all of it together; empty if nothing is."""
        for name in sorted(self._styled):
            if self._kinds.get(name, "linearGradient") not in _TINTS:
                return f"the style sheet of this drawing refers to `#{name}`, which is drawn again for each element"
        if self._drawn("", (), {}) > MOST_DRAWN:
            return f"this drawing draws over {MOST_DRAWN:,} elements, as its parts are drawn again and again"
        return ""

    def _drawn(self, name: str, above: tuple[str, ...], known: dict[str, int]) -> int:
        """How many elements are drawn for the part *name*; more than enough where it leads round in a circle."""
        if name in above or len(above) > DEEPEST:
            return MOST_DRAWN + 1
        if name not in known:
            total = self._own.get(name, 0)
            for target in self._uses.get(name, ()):
                total += self._drawn(target, (*above, name), known)
                if total > MOST_DRAWN:
                    break
            known[name] = total
        return known[name]


def _targets(value: str) -> list[str]:
    return [found[1] or found[2] for found in _REFERENCE.finditer(value)] if "#" in value else []
