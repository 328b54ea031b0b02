"""Steps over the finished tree that are left out, or done sooner, where they can find nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX

_CODE: Final = ("code", "pre")


class OnlyWith(Treeprocessor):
    """Runs *model* only for texts that hold one of *signs*; `Signs` looks for them."""

    def __init__(self, md: Markdown, model: Treeprocessor, signs: Signs) -> None:
        super().__init__(md)
        self._model, self._signs = model, signs

    def run(self, root: Element) -> Element | None:
        """What the model makes of *root*, or nothing."""
        return self._model.run(root) if self._signs.found else None


class Signs(Preprocessor):
    """Remembers whether any line of the text holds one of the signs *wanted*."""

    def __init__(self, md: Markdown, wanted: tuple[str, ...]) -> None:
        super().__init__(md)
        self._wanted = wanted
        self.found = True

    def run(self, lines: list[str]) -> list[str]:
        """*lines* as they are."""
        text = "\n".join(lines)
        self.found = any(sign in text for sign in self._wanted)
        return lines


class Prettify(PrettifyTreeprocessor):
    """Asks of each tag only once whether it is one of a block."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._is_block: Any = lru_cache(maxsize=None)(md.is_block_level)

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - the library's name
        is_block = self._is_block
        if is_block(elem.tag) and elem.tag not in _CODE:
            if len(elem) and (not elem.text or not elem.text.strip()) and is_block(elem[0].tag):
                elem.text = "\n"
            for child in elem:
                if is_block(child.tag):
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class Unescape(UnescapeTreeprocessor):
    """Looks only into texts that hold the sign of an escaped one."""

    def run(self, root: Element) -> None:
        """Put every escaped sign below *root* back."""
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and STX in text and element.tag != "code":
                element.text = self.unescape(text)
            if tail and STX in tail:
                element.tail = self.unescape(tail)
            if element.attrib:
                for name, value in element.items():
                    if value is not None and STX in value:
                        element.set(name, self.unescape(value))
