"""Plain values as bytes and back, for what is kept between runs. Bytes of others can make nothing run."""

from __future__ import annotations

import io
import pickle
from collections.abc import Sequence
from typing import Any

from healthsite.collecting import not_collecting


def packed(value: Any) -> bytes:
    """*value* as bytes. What it holds in several places is written once, and comes back as one."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes, modules: Sequence[str] = ()) -> Any:
    """What was `packed`: values of plain Python, and, with *modules*, dates and classes of modules that begin so.

    Raises `ValueError` for bytes that are anything else.
    """
    with not_collecting():  # it would take a third of the time
        try:
            return _Opener(content, tuple(modules)).load()
        except Exception as error:
            raise ValueError("these bytes are not what was packed") from error


class _Opener(pickle.Unpickler):
    """Makes values of certain classes and of plain Python, and calls nothing else, whatever the bytes ask for."""

    def __init__(self, content: bytes, modules: tuple[str, ...]) -> None:
        super().__init__(io.BytesIO(content))
        self._modules = modules

    def find_class(self, module_name: str, global_name: str) -> Any:
        """The class of that name, if it is one of those."""
        is_date = (module_name, global_name) == ("datetime", "date")
        if self._modules and (is_date or module_name.startswith(self._modules)):
            found = super().find_class(module_name, global_name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} has no place in what was kept")
