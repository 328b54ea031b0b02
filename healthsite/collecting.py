"""When Python looks for cycles among the objects of a process: builds make very many objects, and few cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = (50_000, 20, 20)
"""After so many new objects; after so many such looks among older ones; and so on (see `gc.set_threshold`)."""


def collect_seldom() -> None:
    """Look for cycles seldom, from now on."""
    gc.set_threshold(*_SELDOM)


def collect_no_more() -> None:
    """Let everything go with the process, which is about to end: looking through it first would take its time."""
    gc.freeze()


@contextmanager
def not_collecting() -> Iterator[None]:
    """Look for none meanwhile: for what makes very many objects and no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
